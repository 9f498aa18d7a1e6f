/** Attributes that are a property on instances and an expression on the class. Answers to: sqlalchemy/ext/hybrid.py. */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { type NativeModule, nativeClass } from '../../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../../python/values/native/spec.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import { pythonModule } from '../../../library.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { ColumnProperty, Relationship } from '../mapper/property.ts';

/** The functions of a hybrid; null where it has none. */
interface Parts {
  readonly getter: Value;
  readonly setter: Value;
  readonly deleter: Value;
  readonly expression: Value;
  readonly comparator: Value;
  readonly update: Value;
}

/** `hybrid_property` */
export class HybridProperty {
  parts: Parts;
  constructor(parts: Parts) {
    this.parts = parts;
  }
}

/** `hybrid.inplace`: its decorators change the hybrid instead of a copy. */
class InPlace {
  readonly hybrid: HybridProperty;
  constructor(hybrid: HybridProperty) {
    this.hybrid = hybrid;
  }
}

/** A function, where `@classmethod` stands above it. */
const plainFunction = (call: Interpreter, given: Value): Value =>
  given === null ? null : (call.getAttribute(given, '__func__') ?? given);

const DECORATORS: Readonly<Record<string, keyof Parts>> = {
  setter: 'setter',
  deleter: 'deleter',
  expression: 'expression',
  comparator: 'comparator',
  update_expression: 'update',
  getter: 'getter',
};

const decorators = <T>(
  change: (self: T, parts: Partial<Parts>) => HybridProperty,
): Readonly<Record<string, NativeMethod>> =>
  Object.fromEntries(
    Object.entries(DECORATORS).map(([name, part]): [string, NativeMethod] => [
      name,
      ['fn', ((_call: Interpreter, self: T, given: Value) => change(self, { [part]: given })) as never],
    ]),
  );

const nameOf = (call: Interpreter, self: HybridProperty): string =>
  String(call.getAttribute(self.parts.getter, '__name__') ?? '');

/** What a class or an alias of it has under the hybrid's name. */
function onClass(call: Interpreter, self: HybridProperty, owner: Value): Value {
  const { comparator, expression, getter } = self.parts;
  if (comparator !== null) return call.call(plainFunction(call, comparator), [owner]);
  const made = call.call(plainFunction(call, expression) ?? getter, [owner]);
  const mapper =
    owner instanceof PyClass
      ? inheritedMapper(owner)
      : ((owner as { mapper?: Mapper } | null)?.mapper ?? undefined);
  const isRelated = made instanceof InstrumentedAttribute && made.property instanceof Relationship;
  const element = mapper && !isRelated ? clauseOf(made) : undefined;
  if (!mapper || !element) return made;
  return new InstrumentedAttribute(mapper, new ColumnProperty([element as Value]), nameOf(call, self));
}

/** What `values(area=3)` sets in the place of the hybrid; undefined where it names no way. */
export function hybridUpdate(
  call: Interpreter,
  self: HybridProperty,
  cls: Value,
  value: Value,
): readonly (readonly [Value, Value])[] {
  const { update } = self.parts;
  if (update === null) return [[onClass(call, self, cls), value]];
  return [...call.iterate(call.call(plainFunction(call, update), [cls, value]))].map((pair) => {
    const [key, own] = [...call.iterate(pair)];
    return [key!, own!] as const;
  });
}

const cannot = (what: string): Raise => new Raise('builtins.AttributeError', [`can't ${what} attribute`]);

export const hybridPropertyClass = nativeClass({
  name: 'hybrid_property',
  module: 'sqlalchemy.ext.hybrid',
  host: HybridProperty,
  signature: 'fget, fset=None, fdel=None, expr=None, custom_comparator=None, update_expr=None',
  construct: (
    _call,
    _cls,
    getter: Value,
    setter: Value,
    deleter: Value,
    expression: Value,
    comparator: Value,
    update: Value,
  ) => new HybridProperty({ getter, setter, deleter, expression, comparator, update }),
  methods: {
    __get__: [
      'instance, owner=None, /',
      (call, self: HybridProperty, instance: Value, owner: Value) =>
        instance === null ? onClass(call, self, owner) : call.call(self.parts.getter, [instance]),
    ],
    __set__: [
      'instance, value, /',
      (call, self: HybridProperty, instance: Value, value: Value) => {
        if (self.parts.setter === null) throw cannot('set');
        return call.call(self.parts.setter, [instance, value]);
      },
    ],
    __delete__: [
      'instance, /',
      (call, self: HybridProperty, instance: Value) => {
        if (self.parts.deleter === null) throw cannot('delete');
        return call.call(self.parts.deleter, [instance]);
      },
    ],
    ...decorators((self: HybridProperty, parts) => new HybridProperty({ ...self.parts, ...parts })),
  },
  getters: {
    inplace: (self: HybridProperty) => new InPlace(self),
    overrides: (self: HybridProperty) => self,
    fget: (self: HybridProperty) => self.parts.getter,
    fset: (self: HybridProperty) => self.parts.setter,
    __name__: (self: HybridProperty, call) => nameOf(call, self),
    __doc__: (self: HybridProperty, call) => call.getAttribute(self.parts.getter, '__doc__') ?? null,
  },
});

nativeClass({
  name: '_InPlace',
  module: 'sqlalchemy.ext.hybrid',
  host: InPlace,
  methods: decorators((self: InPlace, parts) => {
    self.hybrid.parts = { ...self.hybrid.parts, ...parts };
    return self.hybrid;
  }),
});

/** `hybrid_method` */
class HybridMethod {
  readonly callable: Value;
  expression: Value;
  constructor(callable: Value, expression: Value) {
    this.callable = callable;
    this.expression = expression;
  }
}

export const hybridMethodClass = nativeClass({
  name: 'hybrid_method',
  module: 'sqlalchemy.ext.hybrid',
  host: HybridMethod,
  signature: 'func, expr=None',
  construct: (_call, _cls, callable: Value, expression: Value) => new HybridMethod(callable, expression),
  methods: {
    __get__: [
      'instance, owner=None, /',
      (call, self: HybridMethod, instance: Value, owner: Value) => {
        const wanted =
          instance === null ? (plainFunction(call, self.expression) ?? self.callable) : self.callable;
        return call.call(call.getAttribute(wanted, '__get__')!, [instance ?? owner]);
      },
    ],
    expression: [
      'expr',
      (_call, self: HybridMethod, expression: Value) => {
        self.expression = expression;
        return self;
      },
    ],
  },
  getters: { inplace: (self: HybridMethod) => self },
});

const comparatorSource = (): string => String.raw`
import operator as _operator
import typing as _typing

_T = _typing.TypeVar("_T")


class Comparator(_typing.Generic[_T]):
    def __init__(self, expression):
        self.expression = expression

    def __clause_element__(self):
        found = self.expression
        while hasattr(found, "__clause_element__"):
            found = found.__clause_element__()
        return found

    def operate(self, op, *other, **kw):
        raise NotImplementedError(str(op))

    def __hash__(self):
        return id(self)


def _operated(operator):
    return lambda self, *other: self.operate(operator, *other)


for _name in "eq ne lt le gt ge add sub mul truediv mod neg".split():
    setattr(Comparator, f"__{_name}__", _operated(getattr(_operator, _name)))
`;

const comparators = pythonModule('sqlalchemy.ext.hybrid', comparatorSource, {}, { defines: ['Comparator'] });

/** The names of `sqlalchemy.ext.hybrid`. */
export const HYBRID: NativeModule['names'] = {
  hybrid_property: () => hybridPropertyClass,
  hybrid_method: () => hybridMethodClass,
  Comparator: (call) => comparators.names.Comparator!(call),
};
