/** set and frozenset. */
import { classOf } from '../../../python/values/classes/class-of.ts';
import {
  dictItemsClass,
  dictKeysClass,
  frozensetClass,
  setClass,
} from '../../../python/values/classes/classes.ts';
import { genericAlias } from '../../../python/values/classes/generic.ts';
import { NotImplemented } from '../../../python/values/containers/containers.ts';
import { hashValue } from '../../../python/values/containers/hash.ts';
import { contains, guarded, iterate, length } from '../../../python/values/containers/iterate.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import { keyError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { namedIterator } from '../../../python/values/native/iterator.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { repr, withoutCycle } from '../../../python/values/text.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { makeNew } from '../make.ts';

/** Each makes a set of its own, in the order in which CPython would fill it. */
const OPERATIONS = {
  or: (a: PySet, b: Iterable<Value>): PySet => {
    const result = new PySet(a);
    result.merge(b);
    return result;
  },
  and: (a: PySet, b: PySet): PySet => {
    const [walked, other] = b.size > a.size ? [a, b] : [b, a];
    return new PySet([...walked].filter((item) => other.has(item)));
  },
  sub: (a: PySet, b: PySet): PySet => new PySet([...a].filter((item) => !b.has(item))),
  xor: (a: PySet, b: PySet): PySet => {
    const result = new PySet(b);
    for (const item of a) if (!result.delete(item)) result.add(item);
    return result;
  },
};

const asSet = (value: Value): PySet => (value instanceof PySet ? value : new PySet(iterate(value)));

/** Sets, and the views of dicts that behave like sets. */
const setLike = (value: Value) =>
  value instanceof PySet || [dictKeysClass, dictItemsClass].some((cls) => classOf(value).isSubclassOf(cls));

const isSubset = (a: PySet, b: Value) => [...a].every((item) => contains(b, item));

/** `|`, `&`, `-`, `^` and the comparisons, for sets and dict views. */
export function setOperators(
  cls: PyClass,
  takes: (other: Value) => boolean = setLike,
): Record<string, NativeMethod> {
  const methods: Record<string, NativeMethod> = {};
  const make = (made: PySet) => {
    made.cls = cls;
    return made;
  };
  for (const [stem, operation] of Object.entries(OPERATIONS)) {
    methods[`__${stem}__`] = [
      'value, /',
      (_call, self: Value, other: Value) =>
        takes(other) ? make(operation(asSet(self), asSet(other))) : NotImplemented,
    ];
    methods[`__r${stem}__`] = [
      'value, /',
      (_call, self: Value, other: Value) =>
        takes(other) ? make(operation(asSet(other), asSet(self))) : NotImplemented,
    ];
  }
  const compare = (test: (a: Value, b: Value) => boolean): NativeMethod => [
    'value, /',
    (_call, self: Value, other: Value) => (setLike(other) ? test(self, other) : NotImplemented),
  ];
  methods.__le__ = compare((a, b) => isSubset(asSet(a), b));
  methods.__ge__ = compare((a, b) => isSubset(asSet(b), a));
  methods.__lt__ = compare((a, b) => length(a) < length(b) && isSubset(asSet(a), b));
  methods.__gt__ = compare((a, b) => length(b) < length(a) && isSubset(asSet(b), a));
  return methods;
}

const NAMED: Readonly<Record<string, keyof typeof OPERATIONS>> = {
  union: 'or',
  intersection: 'and',
  difference: 'sub',
  symmetric_difference: 'xor',
};
const UPDATES: Readonly<Record<string, keyof typeof OPERATIONS>> = {
  update: 'or',
  intersection_update: 'and',
  difference_update: 'sub',
  symmetric_difference_update: 'xor',
};

/** A set that is looked for stands for its frozen self. */
const asItem = (item: Value): Value =>
  item instanceof PySet && !item.cls.isSubclassOf(frozensetClass) ? new PySet(item, frozensetClass) : item;

const combined = (self: PySet, others: readonly Value[], stem: keyof typeof OPERATIONS): PySet =>
  others.reduce<PySet>(
    (result, other) =>
      stem === 'or' && !(other instanceof PySet)
        ? OPERATIONS.or(result, iterate(other))
        : OPERATIONS[stem](result, asSet(other)),
    new PySet(self),
  );

function namedMethods(): Record<string, NativeMethod> {
  const methods: Record<string, NativeMethod> = {};
  for (const [name, stem] of Object.entries(NAMED)) {
    methods[name] = [
      '*others',
      (_call, self: PySet, others: Value[]) => {
        const made = combined(self, others, stem);
        made.cls = coreOf(self);
        return made;
      },
    ];
  }
  return methods;
}

const coreOf = (self: PySet) => (self.cls.isSubclassOf(frozensetClass) ? frozensetClass : setClass);

const SHARED: Record<string, NativeMethod> = {
  ...namedMethods(),
  __len__: ['', (_call, self: PySet) => self.size],
  __iter__: ['', (_call, self: PySet) => namedIterator('set_iterator', guarded(self, self, 'Set'))],
  __contains__: ['key, /', (_call, self: PySet, item: Value) => self.has(asItem(item))],
  __eq__: [
    'value, /',
    (_call, self: PySet, other: Value) =>
      setLike(other) ? self.size === length(other) && isSubset(self, other) : NotImplemented,
  ],
  copy: ['', (_call, self: PySet) => new PySet(self, coreOf(self))],
  isdisjoint: [
    'other, /',
    (_call, self: PySet, other: Value) => ![...iterate(other)].some((item) => self.has(item)),
  ],
  issubset: ['other, /', (_call, self: PySet, other: Value) => isSubset(self, asSet(other))],
  issuperset: ['other, /', (_call, self: PySet, other: Value) => isSubset(asSet(other), self)],
};

/** Items that are added; a set that is added to itself is walked as it was. */
const mergeable = (value: Value): Iterable<Value> => (value instanceof PySet ? value : iterate(value));

function updateMethods(): Record<string, NativeMethod> {
  const methods: Record<string, NativeMethod> = {};
  for (const [name, stem] of Object.entries(UPDATES)) {
    methods[name] = [
      '*others',
      (_call, self: PySet, others: Value[]) => {
        if (stem === 'or') for (const other of others) self.merge(mergeable(other));
        else self.become(combined(self, others, stem));
        return null;
      },
    ];
    methods[`__i${stem}__`] = [
      'value, /',
      (_call, self: PySet, other: Value) => {
        if (!setLike(other)) return NotImplemented;
        if (stem === 'or') self.merge(mergeable(other));
        else self.become(combined(self, [other], stem));
        return self;
      },
    ];
  }
  return methods;
}

/** Ends a method that returns None. */
const none = (_done: unknown): null => null;

const body = (self: PySet) => [...self].map(repr).join(', ');

const generic: { readonly __class_getitem__: NativeMethod } = {
  __class_getitem__: ['key, /', (_call: Interpreter, cls: PyClass, key: Value) => genericAlias(cls, key)],
};

fillNativeClass(setClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('set', '*args, **kwargs', (_call, cls) => new PySet([], cls)),
    __hash__: () => null,
  },
  methods: {
    ...SHARED,
    ...setOperators(setClass),
    ...updateMethods(),
    __init__: [
      'iterable=(), /',
      (_call, self: PySet, iterable?: Value) => {
        const items = iterable === undefined ? [] : mergeable(iterable);
        self.become(new PySet(items));
        return null;
      },
    ],
    add: ['object, /', (_call, self: PySet, item: Value) => none(self.add(item))],
    clear: ['', (_call, self: PySet) => none(self.clear())],
    discard: ['object, /', (_call, self: PySet, item: Value) => none(self.delete(asItem(item)))],
    pop: [
      '',
      (_call, self: PySet) => {
        const [first] = self;
        if (first === undefined) throw keyError('pop from an empty set');
        self.delete(first);
        return first;
      },
    ],
    remove: [
      'object, /',
      (_call, self: PySet, item: Value) => {
        if (!self.delete(asItem(item))) throw keyError(item);
        return null;
      },
    ],
  },
  classMethods: generic,
  repr: (self: PySet) => {
    if (self.size === 0) return `${self.cls.name}()`;
    return withoutCycle(self, `${self.cls.name}(...)`, () =>
      self.cls === setClass ? `{${body(self)}}` : `${self.cls.name}({${body(self)}})`,
    );
  },
});

fillNativeClass(frozensetClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('frozenset', 'iterable=(), /', (_call, cls, iterable?: Value) => {
      if (cls === frozensetClass && iterable instanceof PySet && iterable.cls === frozensetClass)
        return iterable;
      return new PySet(iterable === undefined ? [] : mergeable(iterable), cls);
    }),
  },
  methods: { ...SHARED, ...setOperators(frozensetClass) },
  classMethods: generic,
  hash: (self: PySet) =>
    [...self.items.keys()].reduce<number>(
      (sum, item) => (sum + hashValue(item)) % 9007199254740991,
      1927868237,
    ),
  repr: (self: PySet) => (self.size === 0 ? `${self.cls.name}()` : `${self.cls.name}({${body(self)}})`),
});
