/** Functions, methods and what they are made of: what can be asked of them. */
import { PyFunction } from '../../python/evaluate/function.ts';
import { getAttribute } from '../../python/values/attributes/attributes.ts';
import { callValue, NativeFunction, type NativeGetter, PyBoundMethod } from '../../python/values/callable.ts';
import { typeName } from '../../python/values/classes/class-of.ts';
import {
  builtinFunctionClass,
  functionClass,
  getsetClass,
  memberClass,
  methodClass,
  methodDescriptorClass,
} from '../../python/values/classes/classes.ts';
import { NotImplemented, tuple } from '../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../python/values/containers/dict.ts';
import { hashAll } from '../../python/values/containers/hash.ts';
import { attributeError, typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { fillNativeClass } from '../../python/values/native/native.ts';
import { address, repr } from '../../python/values/text.ts';
import { PyClass, type Value } from '../../python/values/value.ts';
import { REQUIRED } from '../../stdlib/signature.ts';
import { nameOf } from './descriptors.ts';

type AnyFunction = PyFunction | NativeFunction;

const learners = (self: AnyFunction): self is PyFunction => self instanceof PyFunction;

function bind(_call: Interpreter, self: Value, instance: Value, _owner: Value): Value {
  return instance === null ? self : new PyBoundMethod(instance, self);
}

function defaultsOf(self: AnyFunction): Value {
  if (!learners(self)) return null;
  const { defaults, positional } = self.signature;
  const found = defaults.slice(0, positional).filter((value) => value !== REQUIRED) as Value[];
  return found.length === 0 ? null : tuple(found);
}

function keywordDefaultsOf(self: AnyFunction): Value {
  if (!learners(self)) return null;
  const { defaults, parameters } = self.signature;
  const found = dict();
  for (const [index, { name, kind }] of parameters.entries()) {
    if (kind === 'keyword' && defaults[index] !== REQUIRED) found.set(name, defaults[index] as Value);
  }
  return found.size === 0 ? null : found;
}

function setDefaults(self: PyFunction, value: Value): void {
  const given = value === null ? [] : (value as { items: readonly Value[] }).items;
  const { positional, defaults } = self.signature;
  const first = positional - given.length;
  const changed = defaults.map((old, index) =>
    index >= positional ? old : index >= first ? given[index - first] : REQUIRED,
  );
  self.signature = { ...self.signature, defaults: changed };
}

fillNativeClass(functionClass, {
  style: 'builtin',
  signature: 'code=None, globals=None, name=None, argdefs=None, closure=None, /',
  construct: (_call, _cls, code: Value) => {
    throw typeError(`function() argument 'code' must be code, not ${typeName(code)}`);
  },
  methods: { __get__: ['instance, owner=None, /', bind], __call__: ['*args, **kwargs', callAgain] },
  repr: (self: AnyFunction) => `<function ${self.qualname} at ${address(self)}>`,
  getters: {
    __name__: (self: AnyFunction) => self.name,
    __qualname__: (self: AnyFunction) => self.qualname,
    __module__: (self: AnyFunction) => self.module,
    __doc__: (self: AnyFunction) => self.doc,
    __defaults__: defaultsOf,
    __kwdefaults__: keywordDefaultsOf,
    __annotations__: (self: AnyFunction) => {
      if (!learners(self)) return dict();
      self.annotations ??= dict();
      return self.annotations;
    },
    __globals__: (self: AnyFunction) => (learners(self) ? PyDict.over(self.globals) : dict()),
    __code__: (self: AnyFunction) => codeOf(self),
    __closure__: (self: AnyFunction) =>
      learners(self) && self.closure.length > 0 ? tuple(self.closure as never) : null,
  },
  setters: {
    __name__: (self: PyFunction, name: string) => {
      (self as { name: string }).name = name;
    },
    __qualname__: (self: PyFunction, name: string) => {
      (self as { qualname: string }).qualname = name;
    },
    __module__: (self: PyFunction, module: Value) => {
      (self as { module: Value }).module = module;
    },
    __doc__: (self: AnyFunction, doc: Value) => {
      self.doc = doc;
    },
    __annotations__: (self: PyFunction, value: PyDict) => {
      self.annotations = value;
    },
    __defaults__: setDefaults,
  },
});

function codeOf(self: AnyFunction): Value {
  if (learners(self)) return self.code;
  throw attributeError(`'${typeName(self)}' object has no attribute '__code__'`, self, '__code__');
}

function callAgain(_call: Interpreter, self: Value, args: Value[], keywords: Map<string, Value>): Value {
  return callValue(self, args, keywords);
}

/** Special methods that CPython's own types have as plain methods, not as wrappers of slots. */
const NO_SLOTS =
  /^__(?:ceil|class_getitem|complex|bytes|copy|deepcopy|dir|enter|exit|floor|format|getnewargs(?:_ex)?|getstate|init_subclass|(?:instance|subclass)check|length_hint|missing|prepare|reduce(?:_ex)?|reversed|round|setstate|sizeof|subclasshook|subclasses|trunc)__$/;
const PLAIN_ITEMS = new Set([
  'dict.__contains__',
  'dict.__getitem__',
  'list.__getitem__',
  'set.__contains__',
  'frozenset.__contains__',
]);

const isSlot = ({ name, qualname }: NativeFunction): boolean =>
  /^__\w+__$/.test(name) && !NO_SLOTS.test(name) && !PLAIN_ITEMS.has(qualname);

fillNativeClass(builtinFunctionClass, {
  style: 'builtin',
  repr: (self: NativeFunction | PyBoundMethod) => {
    if (self instanceof NativeFunction) return `<built-in function ${self.name}>`;
    const name = (self.function as NativeFunction).name;
    const what = isSlot(self.function as NativeFunction)
      ? `method-wrapper '${name}'`
      : `built-in method ${name}`;
    return `<${what} of ${typeName(self.self)} object at ${address(self.self)}>`;
  },
  methods: { __call__: ['*args, **kwargs', callAgain] },
  getters: {
    __name__: (self: NativeFunction | PyBoundMethod) => nativeOf(self).name,
    __qualname__: (self: NativeFunction | PyBoundMethod) => nativeOf(self).qualname,
    __module__: (self: NativeFunction | PyBoundMethod) => nativeOf(self).module,
    __self__: (self: NativeFunction | PyBoundMethod) => (self instanceof PyBoundMethod ? self.self : null),
    __doc__: () => null,
  },
});

const nativeOf = (self: NativeFunction | PyBoundMethod) =>
  (self instanceof PyBoundMethod ? self.function : self) as NativeFunction;

fillNativeClass(methodDescriptorClass, {
  style: 'builtin',
  methods: { __get__: ['instance, owner=None, /', bind], __call__: ['*args, **kwargs', callAgain] },
  repr: (self: NativeFunction) =>
    `<${isSlot(self) ? 'slot wrapper' : 'method'} '${self.name}' of '${self.qualname.split('.')[0]}' objects>`,
  getters: {
    __name__: (self: NativeFunction) => self.name,
    __qualname__: (self: NativeFunction) => self.qualname,
    __doc__: () => null,
  },
});

for (const cls of [getsetClass, memberClass]) {
  fillNativeClass(cls, {
    style: 'builtin',
    methods: {
      __get__: [
        'instance, owner=None, /',
        (call, self: NativeGetter, instance: Value) => (instance === null ? self : self.get(instance, call)),
      ],
    },
    getters: { __name__: (self: NativeGetter) => self.name },
    repr: (self: NativeGetter) => {
      const owner = self.attrs?.get('__objclass__');
      return owner instanceof PyClass
        ? `<member '${self.name}' of '${owner.name}' objects>`
        : `<attribute '${self.name}'>`;
    },
  });
}

fillNativeClass(methodClass, {
  style: 'builtin',
  methods: { __call__: ['*args, **kwargs', callAgain] },
  repr: (self: PyBoundMethod) => `<bound method ${nameOf(self.function)} of ${repr(self.self)}>`,
  eq: (self: PyBoundMethod, other: Value) =>
    other instanceof PyBoundMethod
      ? self.self === other.self && self.function === other.function
      : NotImplemented,
  hash: (self: PyBoundMethod) => hashAll([self.function]),
  getters: {
    __self__: (self: PyBoundMethod) => self.self,
    __func__: (self: PyBoundMethod) => self.function,
    // The class has one of its own, which stands before what it has not.
    __doc__: (self: PyBoundMethod) => getAttribute(self.function, '__doc__'),
  },
  // What it has not, its function is asked for, and says that it lacks it.
  getattr: (self: PyBoundMethod, name) => getAttribute(self.function, name),
});
