/**
 * The class `Comparator` of every type, and a learner's own in its place: what an operator means for columns of a type.
 * Answers to: sqlalchemy/sql/type_api.py (TypeEngine.Comparator, comparator_factory).
 */
import { classOf } from '../../../python/values/classes/class-of.ts';
import { attributeError } from '../../../python/values/exceptions/exceptions.ts';
import { type Interpreter, interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass, nativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { PyClass, PyObject, type Value } from '../../../python/values/value.ts';
import type { Element } from '../../../sqlalchemy/expression/elements.ts';
import { typeOf } from '../../../sqlalchemy/expression/group.ts';

/** An element seen through the comparator of its type. */
class Comparator extends PyObject {
  expr: Element;
  constructor(cls: PyClass, expr: Element) {
    super(cls);
    this.expr = expr;
  }
}

/** Which class brings which comparator, by the name of the type; classes below inherit it. */
const OWNERS: Readonly<Record<string, readonly [owner: string, module: string]>> = {
  TypeEngine: ['TypeEngine', 'sqlalchemy.sql.type_api'],
  TypeDecorator: ['TypeDecorator', 'sqlalchemy.sql.type_api'],
  NullType: ['NullType', 'sqlalchemy.sql.sqltypes'],
  ...Object.fromEntries(
    ['Integer', 'Numeric', 'DateTime', 'Date', 'Time'].map((name) => [
      name,
      ['HasExpressionLookup', 'sqlalchemy.sql.sqltypes'] as const,
    ]),
  ),
  String: ['Concatenable', 'sqlalchemy.sql.sqltypes'],
  Concatenable: ['Concatenable', 'sqlalchemy.sql.sqltypes'],
  Indexable: ['Indexable', 'sqlalchemy.sql.sqltypes'],
  Enum: ['Enum', 'sqlalchemy.sql.sqltypes'],
  Interval: ['Interval', 'sqlalchemy.sql.sqltypes'],
  JSON: ['JSON', 'sqlalchemy.sql.sqltypes'],
  ARRAY: ['ARRAY', 'sqlalchemy.sql.sqltypes'],
};

/** Those of PostgreSQL's own types, where their names are also those of generic ones. */
const POSTGRESQL: Readonly<Record<string, string>> = {
  JSON: 'sqlalchemy.dialects.postgresql.json',
  JSONB: 'sqlalchemy.dialects.postgresql.json',
  ARRAY: 'sqlalchemy.dialects.postgresql.array',
  HSTORE: 'sqlalchemy.dialects.postgresql.hstore',
};

const made = new Map<string, PyClass>();

/** `Comparator` of TypeEngine: the others are classes below it. */
const comparatorClass = nativeClass({
  name: 'Comparator',
  module: 'sqlalchemy.sql.type_api',
  signature: 'expr',
  construct: (_call, cls, expr: Element) => new Comparator(cls, expr) as Value,
  getters: {
    expr: (self: Comparator) => self.expr as Value,
    type: (self: Comparator) => typeOf(self.expr) as Value,
  },
  methods: { __clause_element__: ['', (_call, self: Comparator) => self.expr as Value] },
});
comparatorClass.qualname = 'TypeEngine.Comparator';

function comparatorOf(owner: string, module: string): PyClass {
  if (owner === 'TypeEngine') return comparatorClass;
  const key = `${module}.${owner}`;
  let cls = made.get(key);
  if (!cls) {
    cls = nativeClass({ name: 'Comparator', module, bases: [comparatorClass] });
    cls.qualname = `${owner}.Comparator`;
    made.set(key, cls);
  }
  return cls;
}

/** The comparator that a type's class brings of its own; undefined where it inherits one. */
export function ownComparator(name: string, module: string): PyClass | undefined {
  const postgresql = POSTGRESQL[name];
  if (postgresql && module.startsWith('sqlalchemy.dialects.postgresql'))
    return comparatorOf(name, postgresql);
  const owner = module.startsWith('sqlalchemy.sql') ? OWNERS[name] : undefined;
  return owner && comparatorOf(...owner);
}

/** An element as the comparator sees it that a learner's class of type names; undefined for all other types. */
export function learnersComparator(call: Interpreter, element: Element): Value | undefined {
  const type = typeOf(element);
  if (type.customClass === undefined) return undefined;
  const factory = classOf(type as Value).lookup('comparator_factory');
  if (!(factory instanceof PyClass) || factory.native) return undefined;
  return call.call(factory, [element as Value]);
}

/** Python's names of operators, as `operate` is given them. */
const OPERATORS: Readonly<Record<string, string>> = Object.fromEntries(
  ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'getitem', 'neg']
    .map((name) => [`__${name}__`, name])
    .concat([
      ['__and__', 'and_'],
      ['__or__', 'or_'],
      ['__invert__', 'inv'],
    ]),
);

/** Gives comparators the operators of elements; `operate`, where a learner writes it, is asked first. */
export function fillComparator(methods: Readonly<Record<string, NativeMethod>>): void {
  const plain = (call: Interpreter, self: Comparator, name: string, bound: readonly Value[]): Value =>
    (methods[name]![1] as (call: Interpreter, self: Element, ...bound: Value[]) => Value)(
      call,
      self.expr,
      ...bound,
    );
  const wrapped = Object.entries(methods).map(([name, [signature]]): [string, NativeMethod] => [
    name,
    [
      signature,
      (call, self: Comparator, ...bound: Value[]) => {
        const operator = OPERATORS[name];
        const operate = operator && classOf(self as Value).lookup('operate');
        if (!operate || operate === comparatorClass.own.get('operate')) return plain(call, self, name, bound);
        return call.callMethod(self as Value, 'operate', call.importName(`operator.${operator}`), ...bound);
      },
    ],
  ]);
  fillNativeClass(comparatorClass, {
    methods: {
      ...Object.fromEntries(wrapped),
      operate: [
        'op, *other, **kwargs',
        (call, self: Comparator, operator: Value, others: Value[]) => {
          const given = String(call.getAttribute(operator, '__name__'));
          const name = Object.keys(OPERATORS).find((one) => OPERATORS[one] === given);
          if (name) return plain(call, self, name, others);
          return call.call(operator, [self.expr as Value, ...others]);
        },
      ],
    },
    hash: () => 0,
    getattr: (self: Comparator, name) => {
      const found = name.startsWith('__') ? undefined : interpreter().getAttribute(self.expr as Value, name);
      if (found !== undefined) return found;
      throw attributeError(`'Comparator' object has no attribute '${name}'`, self as Value, name);
    },
  });
}
