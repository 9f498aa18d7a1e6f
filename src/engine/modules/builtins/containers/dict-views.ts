/** Views of a dict. */
import {
  dictItemsClass,
  dictKeysClass,
  dictValuesClass,
  setClass,
} from '../../../python/values/classes/classes.ts';
import { sameOrEqual } from '../../../python/values/compare.ts';
import { NotImplemented, PyTuple, tuple } from '../../../python/values/containers/containers.ts';
import type { PyDict } from '../../../python/values/containers/dict.ts';
import { guarded, toArray } from '../../../python/values/containers/iterate.ts';
import { mappingProxy } from '../../../python/values/containers/mapping-proxy.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import { namedIterator } from '../../../python/values/native/iterator.ts';
import { fillNativeClass, nativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { repr, withoutCycle } from '../../../python/values/text.ts';
import { type PyClass, PyObject, type Value } from '../../../python/values/value.ts';
import { setOperators } from './set.ts';

/** `dict.keys()`, `.values()`, `.items()`: live. */
export class DictView extends PyObject {
  readonly dict: PyDict;
  constructor(dict: PyDict, cls: PyClass) {
    super(cls);
    this.dict = dict;
  }
  *[Symbol.iterator](): IterableIterator<Value> {
    if (this.cls.isSubclassOf(dictKeysClass)) yield* this.dict.keys();
    else if (this.cls.isSubclassOf(dictValuesClass)) yield* this.dict.values();
    else for (const entry of this.dict.entries()) yield tuple(entry);
  }
}

function hasItem(self: DictView, item: Value): boolean {
  if (self.cls.isSubclassOf(dictKeysClass)) return self.dict.has(item);
  if (self.cls.isSubclassOf(dictItemsClass)) {
    if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
    const value = self.dict.get(item.items[0]!);
    return value !== undefined && sameOrEqual(value, item.items[1]!);
  }
  return [...self].some((each) => sameOrEqual(each, item));
}

const isdisjoint: NativeMethod = [
  'other, /',
  (_call, self: DictView, other: Value) => !toArray(other).some((item) => hasItem(self, item)),
];

for (const cls of [dictKeysClass, dictValuesClass, dictItemsClass]) {
  const like = cls !== dictValuesClass;
  // dict_keys: key
  const part = cls.name.slice('dict_'.length, -1);
  fillNativeClass(cls, {
    style: 'builtin',
    methods: {
      __reversed__: [
        '',
        (_call, self: DictView) => namedIterator(`dict_reverse${part}iterator`, [...self].reverse()),
      ],
      // A view meets any iterable.
      ...(like ? setOperators(setClass, () => true) : {}),
      ...(like ? { isdisjoint } : {}),
    },
    getters: { mapping: (self: DictView) => mappingProxy(self.dict) },
    len: (self: DictView) => self.dict.size,
    iterate: (self: DictView) => guarded(self.dict, self),
    iteratorName: `dict_${part}iterator`,
    contains: hasItem,
    repr: (self: DictView) =>
      withoutCycle(self, '...', () => `${self.cls.name}([${[...self].map(repr).join(', ')}])`),
    ...(like && {
      eq: (self: DictView, other: Value) => {
        if (!(other instanceof PySet) && !(other instanceof DictView)) return NotImplemented;
        const items = toArray(other);
        return items.length === self.dict.size && items.every((item) => hasItem(self, item));
      },
    }),
  });
}

const VIEWS = { keys: dictKeysClass, values: dictValuesClass, items: dictItemsClass } as const;
const orderedViews = new Map<string, PyClass>();

/** A view of an OrderedDict, which has classes of its own for them. */
export function orderedView(mapping: PyDict, kind: keyof typeof VIEWS): Value {
  let cls = orderedViews.get(kind);
  if (!cls) {
    cls = nativeClass({ name: `odict_${kind}`, module: 'builtins', bases: [VIEWS[kind]] });
    orderedViews.set(kind, cls);
  }
  return new DictView(mapping, cls);
}
