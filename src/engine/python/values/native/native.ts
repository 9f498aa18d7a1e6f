/**
 * Short ways to bind native code to Python: functions, classes over host objects, modules whose names are made on first use.
 *
 *     nativeFunction('create_engine', 'url, *, echo=False, **kwargs', (call, url, echo, kwargs) => …)
 *
 *     nativeClass({
 *       name: 'Column', module: 'sqlalchemy.sql.schema', host: Column,
 *       signature: '*args, **kwargs',
 *       construct: (call, cls, args, kwargs) => new Column(…),
 *       methods: { copy: ['', (call, self) => …], label: ['name', (call, self, name) => …] },
 *       getters: { name: (self) => self.name },
 *       repr: (self) => `Column(…)`,
 *     })
 *
 *     lazyModule('sqlalchemy.schema', { Column: () => columnClass, … })
 *
 * Signatures leave `self` and `cls` out. What `construct` returns is the Python value: a learner's subclass works as well,
 * also one that overrides `__init__` and calls `super().__init__(…)` — the object then exists before its arguments are known
 * and takes over the properties of what `construct` makes. Native code calls what learners may override through
 * `call.callMethod(object, 'name', …)`.
 */
import type { BindingStyle } from '../../../stdlib/signature.ts';
import { type NativeCode, NativeFunction, NativeGetter, PyClassMethod, PyStaticMethod } from '../callable.ts';
import { registerConstructor, registerKind } from '../classes/class-of.ts';
import { functionClass, objectClass, typeClass } from '../classes/classes.ts';
import type { Interpreter } from '../interpreter.ts';
import { linearise, PyClass, type Value } from '../value.ts';
import { adopt, mark } from './host-object.ts';
import { namedIterator } from './iterator.ts';
import type { NativeClassSpec } from './spec.ts';

/** A function of a library module. */
export function nativeFunction(
  qualname: string,
  signature: string,
  code: NativeCode,
  module?: string,
): NativeFunction {
  return new NativeFunction({ qualname, signature, code, module, cls: functionClass });
}

/** A function or method that CPython writes in C: its TypeErrors count arguments. */
export function builtinFunction(qualname: string, signature: string, code: NativeCode): NativeFunction {
  return new NativeFunction({ qualname, signature, code, style: 'builtin' });
}

/** Makes a native class and registers its hosts; its attributes come into being on first use. */
export function nativeClass(spec: NativeClassSpec): PyClass {
  const bases = spec.bases ?? [objectClass];
  const cls = new PyClass(spec.name, bases, spec.metaclass ?? bases[0]?.cls ?? typeClass, true);
  cls.mro = linearise(cls, bases)!;
  if (WRITTEN_IN_C.has(spec.module) && !PYTHON_CLASSES.has(spec.name))
    cls.shownName = `${spec.module}.${spec.name}`;
  if (WITHOUT_DICT.has(spec.module)) cls.noDict = true;
  fillNativeClass(cls, spec);
  for (const host of listOf(spec.host)) registerConstructor(host, cls);
  for (const kind of listOf(spec.kind)) registerKind(kind, cls);
  return cls;
}

/** Modules whose classes CPython writes in C, with the few that are Python. */
const WRITTEN_IN_C = new Set([
  'collections',
  'datetime',
  'decimal',
  'functools',
  'itertools',
  'operator',
  're',
  'types',
  'zoneinfo',
]);
/** Modules whose objects take no other attributes. */
const WITHOUT_DICT = new Set(['datetime', 'decimal', 'itertools', 'operator']);
const PYTHON_CLASSES = new Set([
  'ChainMap',
  'Counter',
  'UserDict',
  'UserList',
  'UserString',
  'RegexFlag',
  'cached_property',
  'singledispatchmethod',
  'partialmethod',
  'DynamicClassAttribute',
]);

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** Gives an existing native class its attributes, on its first use. */
export function fillNativeClass(
  cls: PyClass,
  spec: Omit<NativeClassSpec, 'name' | 'module'> & { module?: string },
): void {
  cls.final = spec.final ?? cls.final;
  cls.noDict = spec.noDict ?? cls.noDict;
  const module = spec.module ?? cls.module;
  cls.own.set('__module__', module);
  cls.fill = (own) => {
    const style = spec.style ?? 'python';
    const add = (name: string, signature: string, code: NativeCode) =>
      own.set(name, nativeMethod(`${cls.name}.${name}`, signature, code, style, module, cls));
    if (spec.construct) addConstructor(own, cls, spec, style);
    for (const [name, [signature, code]] of Object.entries(spec.methods ?? {})) add(name, signature, code);
    addProtocols(spec, add);
    addOthers(own, cls, spec, style);
  };
}

/** A method as the class tables make it. */
export function nativeMethod(
  qualname: string,
  signature: string,
  code: NativeCode,
  style: BindingStyle,
  module: string,
  owner?: PyClass,
): NativeFunction {
  const method = new NativeFunction({
    qualname,
    signature,
    code,
    style,
    module,
    method: true,
    cls: style === 'python' ? functionClass : undefined,
    owner: style === 'builtin' ? owner : undefined,
  });
  return method;
}

function addOthers(
  own: Map<string, Value>,
  cls: PyClass,
  spec: Partial<NativeClassSpec>,
  style: BindingStyle,
): void {
  for (const [name, [signature, code]] of Object.entries(spec.classMethods ?? {})) {
    own.set(name, new PyClassMethod(nativeMethod(`${cls.name}.${name}`, signature, code, style, cls.module)));
  }
  for (const [name, [signature, code]] of Object.entries(spec.statics ?? {})) {
    own.set(
      name,
      new PyStaticMethod(
        new NativeFunction({ qualname: `${cls.name}.${name}`, signature, code, style, module: cls.module }),
      ),
    );
  }
  for (const [name, get] of Object.entries(spec.getters ?? {})) {
    own.set(name, new NativeGetter(name, get as never, spec.setters?.[name] as never));
  }
  for (const [name, make] of Object.entries(spec.attributes ?? {})) own.set(name, make());
  if (spec.eq && !spec.hash && !own.has('__hash__')) own.set('__hash__', null);
}

type Add = (name: string, signature: string, code: NativeCode) => void;

function addProtocols(spec: Partial<NativeClassSpec>, add: Add): void {
  const { repr, str, eq, hash, bool, len, iterate, iteratorName, contains, getItem, setItem, getattr } = spec;
  if (repr) add('__repr__', '', (call, self: never) => repr(self, call));
  if (str) add('__str__', '', (call, self: never) => str(self, call));
  if (eq) add('__eq__', 'value, /', (call, self: never, other: never) => eq(self, other, call));
  if (hash) add('__hash__', '', (call, self: never) => hash(self, call));
  if (bool) add('__bool__', '', (call, self: never) => bool(self, call));
  if (len) add('__len__', '', (call, self: never) => len(self, call));
  if (iterate)
    add('__iter__', '', (call, self: never) =>
      namedIterator(iteratorName ?? 'iterator', iterate(self, call)),
    );
  if (contains) add('__contains__', 'key, /', (call, self: never, item: never) => contains(self, item, call));
  if (getItem) add('__getitem__', 'key, /', (call, self: never, key: never) => getItem(self, key, call));
  if (setItem) {
    add('__setitem__', 'key, value, /', (call, self: never, key: never, value: never) => {
      setItem(self, key, value, call);
      return null;
    });
  }
  if (getattr) {
    add('__getattr__', 'name, /', (call, self: never, name: string) => {
      const value = getattr(self, name, call);
      if (value === undefined) throw call.missingAttribute(self, name);
      return value;
    });
  }
}

/** Objects of learners' subclasses that wait for `super().__init__(…)`. */
const pending = new WeakSet<object>();

function addConstructor(
  own: Map<string, Value>,
  cls: PyClass,
  spec: Partial<NativeClassSpec>,
  style: BindingStyle,
): void {
  const construct = spec.construct as (call: Interpreter, cls: PyClass, ...bound: unknown[]) => Value;
  const make = new NativeFunction({
    qualname: spec.calledAs ?? (style === 'builtin' ? cls.name : `${cls.name}.__init__`),
    signature: spec.signature ?? '',
    style,
    method: true,
    code: (call, called: PyClass, ...bound: unknown[]) =>
      mark(construct(call, called, ...bound), called, cls),
  });
  const initialise = new NativeFunction({
    qualname: `${cls.name}.__init__`,
    signature: '*args, **kwargs',
    method: true,
    module: cls.module,
    cls: functionClass,
    code: (_call, self: object, args: Value[], keywords: Map<string, Value>) => {
      if (!pending.delete(self)) return null;
      const made = make.invoke([cls, ...args], keywords) as object;
      adopt(self, made);
      (spec.adopted as ((self: object, made: object) => void) | undefined)?.(self, made);
      return null;
    },
  });
  const create = new NativeFunction({
    qualname: `${cls.name}.__new__`,
    signature: 'cls, /, *args, **kwargs',
    code: (_call, called: PyClass, args: Value[], keywords: Map<string, Value>) => {
      if (called.native || spec.immutable || called.lookup('__init__') === initialise)
        return make.invoke([called, ...args], keywords);
      const host = listOf(spec.host)[0];
      const blank: object = host ? Object.create(host.prototype as object) : {};
      pending.add(blank);
      return mark(blank, called, cls);
    },
  });
  own.set('__new__', new PyStaticMethod(create));
  if (!spec.immutable) own.set('__init__', initialise);
}

/** A native module as the module table keeps it; every process makes its own PyModule of it. */
export interface NativeModule {
  readonly name: string;
  readonly names: Readonly<Record<string, (call: Interpreter) => Value>>;
  /** Names beside those, asked for when a program wants one that is not among them. */
  readonly more?: () => NativeModule['names'];
  /** What `from module import *` takes; all public names where it is left out. */
  readonly all?: readonly string[];
  /** The distribution that must be installed, in lower case; left out for the standard library. */
  readonly distribution?: string;
  /** Has modules below it, where the table does not say so. */
  readonly package?: boolean;
  /** `__getattr__` of the module. */
  readonly getattr?: (call: Interpreter, name: string) => Value | undefined;
}

/** Names whose values' code may come later: it is asked for when a value is. @param list the names, with spaces between them */
export const laterNames = (list: string, names: () => NativeModule['names']): NativeModule['names'] =>
  Object.fromEntries(
    list.split(' ').map((name) => [name, (call: Interpreter) => names()[name]!(call)] as const),
  );

/** A native module whose names are listed when somebody imports it. @param names lists them */
export function laterModule(
  name: string,
  names: () => NativeModule['names'],
  options: Omit<NativeModule, 'name' | 'names'> = {},
): NativeModule {
  return {
    ...options,
    name,
    get names() {
      return names();
    },
  };
}

/** Describes a native module: names and how each value is made, when first asked for, in each process. */
export function lazyModule(
  name: string,
  names: NativeModule['names'],
  options: Omit<NativeModule, 'name' | 'names'> = {},
): NativeModule {
  return { name, names, ...options };
}
