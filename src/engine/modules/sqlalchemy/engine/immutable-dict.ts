/** immutabledict in Python. Answers to: sqlalchemy.util.immutabledict. */
import { dictClass } from '../../../python/values/classes/classes.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';

/** What would change a dict that cannot be changed. */
const refusals = (className: string): Readonly<Record<string, NativeMethod>> =>
  Object.fromEntries(
    ['__setitem__', '__delitem__', 'update', 'pop', 'popitem', 'clear', 'setdefault'].map((name) => [
      name,
      [
        '*arg, **kw',
        () => {
          throw typeError(`${className} object is immutable`);
        },
      ],
    ]),
  );

const pairs = (call: Interpreter, given: Value): Iterable<readonly [Value, Value]> =>
  given instanceof PyDict
    ? given.entries()
    : [...call.iterate(given)].map((pair) => [...call.iterate(pair)] as [Value, Value]);

const union = (call: Interpreter, self: PyDict, given: Value): PyDict =>
  given === null ? self : immutableDict([...self.entries(), ...pairs(call, given)]);

export const immutableDictClass: PyClass = nativeClass({
  name: 'immutabledict',
  module: 'sqlalchemy.cyextension.immutabledict',
  bases: [dictClass],
  signature: 'mapping=None, /',
  construct: (call: Interpreter, cls: PyClass, given: Value) =>
    new PyDict(given === null ? [] : pairs(call, given), cls),
  methods: {
    union: ['other=None, /', union as never],
    merge_with: [
      '*dicts',
      ((call: Interpreter, self: PyDict, dicts: Value[]) =>
        dicts.reduce<PyDict>((all, one) => union(call, all, one), self)) as never,
    ],
    __or__: ['value, /', union as never],
    ...refusals('immutabledict'),
  },
  repr: (self: PyDict, call) => `immutabledict(${call.repr(new PyDict(self.entries()))})`,
});

/** A dict that cannot be changed. */
export const immutableDict = (entries: Iterable<readonly [Value, Value]> = []): PyDict =>
  new PyDict(entries, immutableDictClass);

const facadeDictClass: PyClass = nativeClass({
  name: 'FacadeDict',
  module: 'sqlalchemy.util._collections',
  bases: [dictClass],
  methods: refusals('FacadeDict'),
  repr: (self: PyDict, call) => `FacadeDict(${call.repr(new PyDict(self.entries()))})`,
});

/** What `metadata.tables` gives. Answers to: sqlalchemy.util.FacadeDict. */
export const facadeDict = (entries: Iterable<readonly [Value, Value]>): PyDict =>
  new PyDict(entries, facadeDictClass);
