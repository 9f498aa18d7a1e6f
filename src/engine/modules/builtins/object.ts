/** object and type. */
import {
  attributesOf,
  bindOnClass,
  genericAttribute,
  missingAttribute,
  openAttributes,
} from '../../python/values/attributes/attributes.ts';
import { attributeNames } from '../../python/values/attributes/directory.ts';
import { genericSetAttribute } from '../../python/values/attributes/set-attribute.ts';
import { callValue, instantiate, PyClassMethod } from '../../python/values/callable.ts';
import { classOf, typeName } from '../../python/values/classes/class-of.ts';
import { objectClass, typeClass } from '../../python/values/classes/classes.ts';
import { createClass, metaclassOf } from '../../python/values/classes/create-class.ts';
import { typeUnion } from '../../python/values/classes/generic.ts';
import { list, NotImplemented, PyTuple, tuple } from '../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../python/values/containers/dict.ts';
import { objectHash } from '../../python/values/containers/hash.ts';
import { mappingProxy } from '../../python/values/containers/mapping-proxy.ts';
import { attributeError, typeError } from '../../python/values/exceptions/exceptions.ts';
import { formatCore } from '../../python/values/format/format.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { fillNativeClass } from '../../python/values/native/native.ts';
import { defaultRepr, dottedName, repr } from '../../python/values/text.ts';
import { truth } from '../../python/values/truth.ts';
import { PyClass as Class, type PyClass, PyObject, plain, type Value } from '../../python/values/value.ts';
import { makeNew, method } from './make.ts';

/** Steps that an object costs, so that they end before the memory does. */
const OBJECT_COST = 10;

function newObject(
  call: Interpreter,
  cls: PyClass,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  if (!(cls instanceof Class))
    throw typeError(`object.__new__(X): X is not a type object (${typeName(cls)})`);
  if (args.length + keywords.size > 0) {
    const ownNew =
      (cls.lookup('__new__') as { function?: { qualname?: string } }).function?.qualname !== 'object.__new__';
    if (ownNew) throw typeError('object.__new__() takes exactly one argument (the type to instantiate)');
    if (cls.lookup('__init__') === objectInit) throw typeError(`${cls.name}() takes no arguments`);
  }
  call.budget -= OBJECT_COST;
  const abstract = cls.lookup('__abstractmethods__');
  if (abstract !== undefined && truth(abstract)) throw abstractError(cls, abstract);
  return new PyObject(cls);
}

function abstractError(cls: PyClass, abstract: Value): object {
  const names = [...(abstract as unknown as Iterable<string>)].sort();
  const plural = names.length === 1 ? '' : 's';
  return typeError(
    `Can't instantiate abstract class ${cls.name} with abstract method${plural} ${names.join(', ')}`,
  );
}

const objectInit = method(
  'object.__init__',
  '*args, **kwargs',
  (_call, self: Value, args: Value[], keywords: Map<string, Value>) => {
    const cls = classOf(self);
    const make = cls.lookup('__new__') as { function?: { qualname?: string } };
    const excess = args.length + keywords.size > 0;
    if (excess && (cls.lookup('__init__') !== objectInit || make.function?.qualname === 'object.__new__')) {
      throw typeError('object.__init__() takes exactly one argument (the instance to initialize)');
    }
    return null;
  },
);

fillNativeClass(objectClass, {
  style: 'builtin',
  noDict: true,
  attributes: {
    __new__: makeNew('object.__new__', '*args, **kwargs', newObject),
    __init__: () => objectInit,
    __hash__: () => objectHash,
    __doc__: () => null,
    __init_subclass__: () =>
      new PyClassMethod(
        method(
          'object.__init_subclass__',
          '*args, **kwargs',
          (_call, cls: PyClass, args: Value[], keywords: Map<string, Value>) => {
            if (args.length + keywords.size > 0)
              throw typeError(`${cls.qualname}.__init_subclass__() takes no keyword arguments`);
            return null;
          },
        ),
      ),
    __subclasshook__: () =>
      new PyClassMethod(method('object.__subclasshook__', 'subclass, /', () => NotImplemented)),
  },
  methods: {
    __repr__: ['', (_call, self: Value) => defaultRepr(self)],
    __str__: ['', (_call, self: Value) => repr(self)],
    __eq__: ['value, /', (_call, self: Value, other: Value) => (self === other ? true : NotImplemented)],
    __ne__: ['value, /', notEqual],
    __format__: ['format_spec, /', (_call, self: Value, spec: string) => formatCore(self, spec)],
    __getattribute__: ['name, /', getAttributeOf],
    __setattr__: [
      'name, value, /',
      (_call, self: Value, name: string, value: Value) => {
        genericSetAttribute(self, name, value);
        return null;
      },
    ],
    __delattr__: [
      'name, /',
      (_call, self: Value, name: string) => {
        genericSetAttribute(self, name, undefined);
        return null;
      },
    ],
    __dir__: ['', (_call, self: Value) => list(attributeNames(self))],
    __sizeof__: ['', () => 16],
    __reduce_ex__: [
      'protocol, /',
      (_call, self: Value) => tuple([classOf(self), tuple([]), dict(attributesOf(self) ?? [])]),
    ],
  },
  getters: {
    __class__: (self: Value) => classOf(self),
    __dict__: dictOf,
  },
  setters: {
    __class__: (self: Value, cls: Value) => {
      if (!(cls instanceof Class))
        throw typeError(`__class__ must be set to a class, not '${typeName(cls)}' object`);
      if (!(self instanceof PyObject))
        throw typeError('__class__ assignment only supported for mutable types or ModuleType subclasses');
      self.cls = cls;
    },
    __dict__: (self: Value, value: Value) => {
      if (!(value instanceof PyDict))
        throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
      const attributes = openAttributes(self);
      if (!attributes) throw missingAttribute(self, '__dict__');
      const entries = [...value.entries()] as [string, Value][];
      attributes.clear();
      for (const [name, each] of entries) attributes.set(name, each);
    },
  },
});

function notEqual(_call: Interpreter, self: Value, other: Value): Value {
  const equal = classOf(self).lookup('__eq__')!;
  const answer = callValue(equal, [self, other]);
  return answer === NotImplemented ? NotImplemented : !truth(answer);
}

function getAttributeOf(_call: Interpreter, self: Value, name: string): Value {
  const value = genericAttribute(self, name);
  if (value === undefined) throw missingAttribute(self, name);
  return value;
}

function dictOf(self: Value): Value {
  const attributes = openAttributes(self);
  if (!attributes) throw missingAttribute(self, '__dict__');
  return PyDict.over(attributes);
}

function newType(
  _call: Interpreter,
  metaclass: PyClass,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  if (args.length === 1 && metaclass === typeClass && keywords.size === 0) return classOf(args[0]!);
  if (args.length !== 3) throw typeError('type() takes 1 or 3 arguments');
  const [name, bases, namespace] = args as [Value, Value, Value];
  if (typeof name !== 'string')
    throw typeError(`type.__new__() argument 1 must be str, not ${typeName(name)}`);
  if (!(bases instanceof PyTuple))
    throw typeError(`type.__new__() argument 2 must be tuple, not ${typeName(bases)}`);
  if (!(namespace instanceof PyDict))
    throw typeError(`type.__new__() argument 3 must be dict, not ${typeName(namespace)}`);
  const winner = metaclassOf(metaclass, bases.items);
  if (winner !== metaclass && winner.lookup('__new__') !== typeClass.lookup('__new__')) {
    return callValue(bindOnClass(winner.lookup('__new__')!, winner), [winner, ...args], keywords);
  }
  return createClass(
    winner,
    name,
    bases.items,
    new Map([...namespace.entries()] as [string, Value][]),
    keywords,
  );
}

fillNativeClass(typeClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('type.__new__', '*args, **kwargs', newType),
    __prepare__: () => new PyClassMethod(method('type.__prepare__', '*args, **kwargs', () => dict())),
  },
  methods: {
    __init__: ['*args, **kwargs', () => null],
    __call__: [
      '*args, **kwargs',
      (_call, cls: PyClass, args: Value[], keywords: Map<string, Value>) => instantiate(cls, args, keywords),
    ],
    __repr__: ['', (_call, cls: PyClass) => `<class '${dottedName(cls)}'>`],
    __setattr__: [
      'name, value, /',
      (_call, cls: PyClass, name: string, value: Value) => {
        genericSetAttribute(cls, name, value);
        return null;
      },
    ],
    __or__: ['value, /', (_call, self: Value, other: Value) => typeUnion(self, other)],
    __ror__: ['value, /', (_call, self: Value, other: Value) => typeUnion(other, self)],
    __instancecheck__: [
      'instance, /',
      (_call, cls: PyClass, value: Value) => classOf(value).isSubclassOf(cls),
    ],
    __subclasscheck__: [
      'subclass, /',
      (_call, cls: PyClass, other: Value) => other instanceof Class && other.isSubclassOf(cls),
    ],
    mro: ['', (_call, cls: PyClass) => list([...cls.mro])],
    __subclasses__: ['', (_call, cls: PyClass) => list([...cls.subclasses])],
  },
  getters: {
    __name__: (cls: PyClass) => cls.name,
    __qualname__: (cls: PyClass) => cls.qualname,
    __module__: (cls: PyClass) => cls.lookup('__module__') ?? 'builtins',
    __bases__: (cls: PyClass) => tuple(cls.bases),
    __base__: (cls: PyClass) => cls.bases[0] ?? null,
    __mro__: (cls: PyClass) => tuple(cls.mro),
    __dict__: (cls: PyClass) => mappingProxy(PyDict.over(cls.own)),
    __doc__: (cls: PyClass) => cls.own.get('__doc__') ?? null,
    __annotations__: annotationsOf,
    __abstractmethods__: (cls: PyClass) => {
      const value = cls.own.get('__abstractmethods__');
      if (value === undefined) throw attributeError('__abstractmethods__', cls, '__abstractmethods__');
      return value;
    },
  },
  setters: {
    __name__: (cls: PyClass, name: Value) => {
      cls.name = nameFor(cls, '__name__', name);
    },
    __qualname__: (cls: PyClass, name: Value) => {
      cls.qualname = nameFor(cls, '__qualname__', name);
    },
    __module__: (cls: PyClass, module: Value) => cls.setOwn('__module__', module),
    __doc__: (cls: PyClass, doc: Value) => cls.setOwn('__doc__', doc),
    __annotations__: (cls: PyClass, value: Value) => cls.setOwn('__annotations__', value),
    __abstractmethods__: (cls: PyClass, value: Value) => cls.setOwn('__abstractmethods__', value),
    __bases__: () => {
      throw typeError('__bases__ assignment is not simulated');
    },
  },
});

/** A name for a class. @throws TypeError of Python */
function nameFor(cls: PyClass, which: string, name: Value): string {
  const text = plain(name);
  if (typeof text === 'string') return text;
  throw typeError(`can only assign string to ${cls.name}.${which}, not '${typeName(name)}'`);
}

function annotationsOf(cls: PyClass): Value {
  const present = cls.own.get('__annotations__');
  if (present !== undefined) return present;
  if (cls.native) throw missingAttribute(cls, '__annotations__');
  const made = dict();
  cls.setOwn('__annotations__', made);
  return made;
}
