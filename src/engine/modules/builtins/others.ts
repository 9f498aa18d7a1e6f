/** The small core types: None, Ellipsis, NotImplemented, modules, cells, code, frames, generic aliases, unions. */
import type { Cell, Code } from '../../python/evaluate/frame.ts';
import { Cell as CellClass } from '../../python/evaluate/frame.ts';
import { findAttribute } from '../../python/values/attributes/attributes.ts';
import { attributeNames } from '../../python/values/attributes/directory.ts';
import { callValue } from '../../python/values/callable.ts';
import { classOf, registerConstructor } from '../../python/values/classes/class-of.ts';
import {
  cellClass,
  codeClass,
  ellipsisClass,
  frameClass,
  genericAliasClass,
  moduleClass,
  noneClass,
  notImplementedClass,
  unionClass,
} from '../../python/values/classes/classes.ts';
import { genericAlias, reprGeneric, typeUnion } from '../../python/values/classes/generic.ts';
import { sameOrEqual } from '../../python/values/compare.ts';
import { Ellipsis, NotImplemented, PyTuple, tuple } from '../../python/values/containers/containers.ts';
import { PyDict } from '../../python/values/containers/dict.ts';
import { hashAll, hashMembers, hashValue } from '../../python/values/containers/hash.ts';
import { getItem } from '../../python/values/containers/iterate.ts';
import { typeError, valueError } from '../../python/values/exceptions/exceptions.ts';
import type { FrameView } from '../../python/values/interpreter.ts';
import { PyModule } from '../../python/values/module.ts';
import { fillNativeClass } from '../../python/values/native/native.ts';
import { PyGenericAlias, PyUnion } from '../../python/values/property.ts';
import { address, repr } from '../../python/values/text.ts';
import { PyClass, type PyObject, type Value } from '../../python/values/value.ts';
import { makeNew } from './make.ts';

/** `__new__` of a class that has one object. */
const onlyOne = (name: string, object: Value) =>
  makeNew(
    name,
    '*args, **keywords',
    (_call, _cls, args: readonly Value[], keywords: ReadonlyMap<string, Value>) => {
      if (args.length + keywords.size > 0) throw typeError(`${name} takes no arguments`);
      return object;
    },
  );

fillNativeClass(noneClass, {
  style: 'builtin',
  attributes: { __new__: onlyOne('NoneType', null) },
  repr: () => 'None',
  bool: () => false,
  hash: () => hashValue(null),
});
fillNativeClass(ellipsisClass, {
  style: 'builtin',
  attributes: { __new__: onlyOne('EllipsisType', Ellipsis) },
  repr: () => 'Ellipsis',
});
fillNativeClass(notImplementedClass, {
  style: 'builtin',
  attributes: { __new__: onlyOne('NotImplementedType', NotImplemented) },
  repr: () => 'NotImplemented',
});

function reprModule(self: PyModule): string {
  const name = self.globals.get('__name__') ?? self.name;
  const file = self.globals.get('__file__');
  if (typeof file === 'string') return `<module ${repr(name)} from ${repr(file)}>`;
  // What a program made by hand has no loader to tell.
  if (self.globals.get('__spec__') === null && !self.globals.has('__path__')) return `<module ${repr(name)}>`;
  return self.globals.has('__path__')
    ? `<module ${repr(name)} (<_frozen_importlib_external.NamespaceLoader object at ${address(self)}>)>`
    : `<module ${repr(name)} (built-in)>`;
}

fillNativeClass(moduleClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('module', 'name, doc=None', (_call, cls, name: string, doc: Value) => {
      const made = new PyModule(name, new Map(), {}, cls);
      for (const name of ['__package__', '__loader__', '__spec__']) made.globals.set(name, null);
      made.globals.set('__doc__', doc);
      return made;
    }),
  },
  methods: {
    __init__: ['*args, **kwargs', () => null],
    __dir__: [
      '',
      (call, self: PyModule) => call.call(call.builtins.get('list')!, [tuple(attributeNames(self))]),
    ],
  },
  repr: reprModule,
  getters: { __dict__: (self: PyModule) => PyDict.over(filled(self)) },
});

/** All names of a module, made. */
function filled(self: PyModule): Map<string, Value> {
  for (const name of self.names()) self.get(name);
  return self.globals;
}

registerConstructor(CellClass, cellClass);
fillNativeClass(cellClass, {
  style: 'builtin',
  getters: {
    cell_contents: (self: Cell) => {
      if (self.value === undefined) throw valueError('Cell is empty');
      return self.value;
    },
  },
});

fillNativeClass(codeClass, {
  style: 'builtin',
  repr: (self: Code) =>
    `<code object ${self.name} at ${address(self)}, file "${self.file}", line ${self.firstLine}>`,
  getters: {
    co_name: (self: Code) => self.name,
    co_qualname: (self: Code) => self.qualname,
    co_filename: (self: Code) => self.file,
    co_firstlineno: (self: Code) => self.firstLine,
    co_argcount: (self: Code) => self.argumentCount,
    co_varnames: (self: Code) => tuple(self.ownVariables),
    co_freevars: (self: Code) => tuple(self.freeNames),
    co_flags: (self: Code) => (self.generate ? 0x20 : 0) | (self.asynchronous ? 0x80 : 0) | 3,
  },
});

type AnyFrame = FrameView & { code: Code } & PyObject;

fillNativeClass(frameClass, {
  style: 'builtin',
  repr: (self: AnyFrame) =>
    `<frame at ${address(self)}, file '${self.file}', line ${self.line}, code ${self.name}>`,
  getters: {
    f_back: (self: AnyFrame) => (self.back as PyObject | undefined) ?? null,
    f_code: (self: AnyFrame) => self.code,
    f_globals: (self: AnyFrame) => PyDict.over(self.globals),
    f_locals: (self: AnyFrame) => PyDict.over(self.locals()),
    f_lineno: (self: AnyFrame) => self.line,
  },
});

const parametersOf = (type: Value): Value[] => {
  const found = type instanceof PyClass ? undefined : findAttribute(type, '__parameters__');
  return found instanceof PyTuple ? [...found.items] : [];
};

const isTypeVariable = (type: Value): boolean =>
  type !== null && ['TypeVar', 'ParamSpec', 'TypeVarTuple'].includes(classOf(type).name);

/** Variables of a generic, those of its parts among them, each once. */
const variablesOf = (alias: PyGenericAlias): Value[] => [
  ...new Set(alias.args.items.flatMap((each) => (isTypeVariable(each) ? [each] : parametersOf(each)))),
];

/** `list[T][int]`: types in the place of type variables. @throws TypeError */
function filledIn(alias: PyGenericAlias, key: Value): Value {
  const variables = parametersOf(alias);
  const types = key instanceof PyTuple ? key.items : [key];
  if (variables.length === 0) throw typeError(`${repr(alias)} is not a generic class`);
  if (types.length !== variables.length)
    throw typeError(
      `Too ${types.length > variables.length ? 'many' : 'few'} arguments for ${repr(alias)}; actual ${types.length}, expected ${variables.length}`,
    );
  const typeFor = (variable: Value) => types[variables.indexOf(variable)]!;
  const args = alias.args.items.map((arg) => {
    if (variables.includes(arg)) return typeFor(arg);
    const inner = parametersOf(arg);
    return inner.length === 0 ? arg : getItem(arg, tuple(inner.map(typeFor)));
  });
  return new PyGenericAlias(alias.origin, tuple(args), alias.ofCall);
}

fillNativeClass(genericAliasClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('GenericAlias', 'origin, args, /', (_call, _cls, origin: Value, args: Value) =>
      genericAlias(origin, args),
    ),
  },
  methods: {
    __mro_entries__: ['bases, /', (_call, self: PyGenericAlias) => tuple([self.origin])],
    __call__: [
      '*args, **kwargs',
      (_call, self: PyGenericAlias, args: Value[], keywords: Map<string, Value>) =>
        callValue(self.origin, args, keywords),
    ],
    __or__: ['value, /', (_call, self: Value, other: Value) => typeUnion(self, other)],
    __ror__: ['value, /', (_call, self: Value, other: Value) => typeUnion(other, self)],
    __instancecheck__: [
      'instance, /',
      () => refuseCheck('isinstance() argument 2 cannot be a parameterized generic'),
    ],
  },
  getItem: (self: PyGenericAlias, key: Value) => filledIn(self, key),
  repr: (self: PyGenericAlias) => reprGeneric(self),
  eq: (self: PyGenericAlias, other: Value) =>
    other instanceof PyGenericAlias
      ? self.origin === other.origin && self.ofCall === other.ofCall && sameOrEqual(self.args, other.args)
      : NotImplemented,
  hash: (self: PyGenericAlias) => hashAll([self.origin, self.args]),
  getters: {
    __origin__: (self: PyGenericAlias) => self.origin,
    __args__: (self: PyGenericAlias) => self.args,
    __parameters__: (self: PyGenericAlias) => tuple(variablesOf(self)),
  },
});

function refuseCheck(message: string): never {
  throw typeError(message);
}

fillNativeClass(unionClass, {
  style: 'builtin',
  methods: {
    __or__: ['value, /', (_call, self: Value, other: Value) => typeUnion(self, other)],
    __ror__: ['value, /', (_call, self: Value, other: Value) => typeUnion(other, self)],
    __instancecheck__: [
      'instance, /',
      (_call, self: PyUnion, value: Value) =>
        self.args.some((cls) => cls instanceof PyClass && classOf(value).isSubclassOf(cls)),
    ],
  },
  repr: (self: PyUnion) => reprGeneric(self),
  eq: (self: PyUnion, other: Value) =>
    other instanceof PyUnion
      ? self.args.length === other.args.length &&
        self.args.every((each) => other.args.some((one) => sameOrEqual(each, one)))
      : NotImplemented,
  hash: (self: PyUnion) => hashMembers(self.args),
  getters: { __args__: (self: PyUnion) => tuple(self.args), __parameters__: () => tuple([]) },
});
