/** dict. */
import { mappingEntries } from '../../../python/evaluate/compile/displays.ts';
import { findAttribute } from '../../../python/values/attributes/attributes.ts';
import { callSpecial } from '../../../python/values/callable.ts';
import { classOf } from '../../../python/values/classes/class-of.ts';
import {
  dictClass,
  dictItemsClass,
  dictKeysClass,
  dictValuesClass,
} from '../../../python/values/classes/classes.ts';
import { genericAlias } from '../../../python/values/classes/generic.ts';
import { sameOrEqual } from '../../../python/values/compare.ts';
import { NotImplemented, tuple } from '../../../python/values/containers/containers.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { guarded, iterate, toArray } from '../../../python/values/containers/iterate.ts';
import { keyError, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { namedIterator } from '../../../python/values/native/iterator.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { repr, withoutCycle } from '../../../python/values/text.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { makeNew } from '../make.ts';
import { DictView } from './dict-views.ts';

/** `dict.update(other, **keywords)` */
function update(self: PyDict, other: Value | undefined, keywords: ReadonlyMap<string, Value>): void {
  if (other !== undefined) {
    if (findAttribute(other, 'keys') !== undefined) {
      for (const [key, value] of mappingEntries(other, () => '')) self.set(key, value);
    } else updateFromPairs(self, other);
  }
  for (const [key, value] of keywords) self.set(key, value);
}

function updateFromPairs(self: PyDict, pairs: Value): void {
  let index = 0;
  for (const pair of iterate(pairs)) {
    if (classOf(pair).lookup('__iter__') === undefined && typeof pair !== 'string') {
      throw typeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
    }
    const items = toArray(pair);
    if (items.length !== 2) {
      throw valueError(
        `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
      );
    }
    self.set(items[0]!, items[1]!);
    index++;
  }
}

function getItem(_call: Interpreter, self: PyDict, key: Value): Value {
  const value = self.get(key);
  if (value !== undefined) return value;
  const missing = self.cls.native && self.cls === dictClass ? undefined : self.cls.lookup('__missing__');
  if (missing !== undefined) return callSpecial(missing, self, [key]);
  throw keyError(key);
}

/** Equal sizes and equal values under equal keys. */
export function equalDicts(self: PyDict, other: Value): Value {
  if (!(other instanceof PyDict)) return NotImplemented;
  if (self.size !== other.size) return false;
  for (const [key, value] of self.entries()) {
    const theirs = other.get(key);
    if (theirs === undefined || !sameOrEqual(value, theirs)) return false;
  }
  return true;
}

function merged(left: Value, right: Value): Value {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
  const result = left.copy();
  for (const [key, value] of right.entries()) result.set(key, value);
  return result;
}

/** Ends a method that returns None. */
const none = (_done: unknown): null => null;

export const dictMethods: Record<string, NativeMethod> = {
  __init__: [
    'iterable=(), /, **kwargs',
    (_call, self: PyDict, other: Value | undefined, keywords: Map<string, Value>) =>
      none(update(self, other, keywords)),
  ],
  __len__: ['', (_call, self: PyDict) => self.size],
  __contains__: ['key, /', (_call, self: PyDict, key: Value) => self.has(key)],
  __getitem__: ['key, /', getItem],
  __setitem__: [
    'key, value, /',
    (_call, self: PyDict, key: Value, value: Value) => none(self.set(key, value)),
  ],
  __delitem__: [
    'key, /',
    (_call, self: PyDict, key: Value) => {
      if (self.delete(key) === undefined) throw keyError(key);
      return null;
    },
  ],
  __iter__: ['', (_call, self: PyDict) => namedIterator('dict_keyiterator', guarded(self, self.keys()))],
  __reversed__: [
    '',
    (_call, self: PyDict) => namedIterator('dict_reversekeyiterator', [...self.keys()].reverse()),
  ],
  __or__: ['value, /', (_call, self: PyDict, other: Value) => merged(self, other)],
  __ror__: ['value, /', (_call, self: PyDict, other: Value) => merged(other, self)],
  __ior__: [
    'value, /',
    (_call, self: PyDict, other: Value) => {
      update(self, other, new Map());
      return self;
    },
  ],
  clear: ['', (_call, self: PyDict) => none(self.clear())],
  copy: ['', (_call, self: PyDict) => self.copy()],
  get: [
    'key, default=None, /',
    (_call, self: PyDict, key: Value, otherwise: Value) => orElse(self.get(key), otherwise),
  ],
  items: ['', (_call, self: PyDict) => new DictView(self, dictItemsClass)],
  keys: ['', (_call, self: PyDict) => new DictView(self, dictKeysClass)],
  values: ['', (_call, self: PyDict) => new DictView(self, dictValuesClass)],
  pop: [
    'key, default=..., /',
    (_call, self: PyDict, key: Value, otherwise?: Value) => {
      // An empty dict looks for nothing: a key that has no hash is missing as well.
      const value = self.size === 0 ? undefined : self.delete(key);
      if (value !== undefined) return value;
      if (otherwise === undefined) throw keyError(key);
      return otherwise;
    },
  ],
  popitem: [
    '',
    (_call, self: PyDict) => {
      const last = [...self.entries()].at(-1);
      if (!last) throw keyError('popitem(): dictionary is empty');
      self.delete(last[0]);
      return tuple(last);
    },
  ],
  setdefault: [
    'key, default=None, /',
    (_call, self: PyDict, key: Value, otherwise: Value) => {
      const value = self.get(key);
      if (value !== undefined) return value;
      self.set(key, otherwise);
      return otherwise;
    },
  ],
  update: [
    'iterable=(), /, **kwargs',
    (_call, self: PyDict, other: Value | undefined, keywords: Map<string, Value>) =>
      none(update(self, other, keywords)),
  ],
};

/** None as a value is null: `??` would take it for a missing key. */
const orElse = (value: Value | undefined, otherwise: Value): Value =>
  value === undefined ? otherwise : value;

fillNativeClass(dictClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('dict', '*args, **kwargs', (call, cls) => {
      call.spend(20);
      return new PyDict(undefined, cls);
    }),
    __hash__: () => null,
  },
  methods: dictMethods,
  classMethods: {
    __class_getitem__: ['key, /', (_call, cls: PyClass, key: Value) => genericAlias(cls, key)],
    fromkeys: [
      'iterable, value=None, /',
      (call, cls: PyClass, keys: Value, value: Value) => {
        const made = call.call(cls) as PyDict;
        for (const key of iterate(keys)) made.set(key, value);
        return made;
      },
    ],
  },
  eq: equalDicts,
  repr: (self: PyDict) =>
    withoutCycle(
      self,
      '{...}',
      () => `{${[...self.entries()].map(([key, value]) => `${repr(key)}: ${repr(value)}`).join(', ')}}`,
    ),
});
