/** bytes, and bytearray over the same shape: how they are made. */
import { callSpecialMethod } from '../../../python/values/callable.ts';
import { classOf, typeName } from '../../../python/values/classes/class-of.ts';
import { bytearrayClass, bytesClass } from '../../../python/values/classes/classes.ts';
import { iterate } from '../../../python/values/containers/iterate.ts';
import { overflowError, raise, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import { isInt, toIndex } from '../../../python/values/numbers.ts';
import { PyBoxed, type PyClass, plain, type Value } from '../../../python/values/value.ts';
import { encode } from '../codecs.ts';
import { makeNew } from '../make.ts';
import { fromHex, METHODS, makeTranslation } from './bytes-methods.ts';

function toBytes(
  source: Value | undefined,
  encoding: string | undefined,
  errors: string | undefined,
): Uint8Array {
  if (source === undefined) return new Uint8Array();
  const bare = plain(source);
  if (typeof bare === 'string') {
    if (encoding === undefined) throw typeError('string argument without an encoding');
    return encode(bare, encoding, errors ?? 'strict');
  }
  if (encoding !== undefined || errors !== undefined) throw typeError('encoding without a string argument');
  if (bare instanceof Uint8Array) return bare.slice();
  const made = typeof bare === 'object' && bare !== null ? callSpecialMethod(source, '__bytes__') : undefined;
  if (made instanceof Uint8Array) return made.slice();
  if (isInt(bare)) {
    if (Math.abs(Number(bare)) >= 2 ** 63)
      throw overflowError("cannot fit 'int' into an index-sized integer");
    if (Number(bare) < 0) throw valueError('negative count');
    if (Number(bare) > 100_000_000) throw raise('MemoryError');
    return new Uint8Array(Number(bare));
  }
  if (classOf(source).lookup('__iter__') === undefined && classOf(source).lookup('__getitem__') === undefined)
    throw typeError(`cannot convert '${typeName(source)}' object to bytes`);
  const items = [...iterate(source)].map((item) => Number(toIndex(item)));
  if (items.some((item) => item < 0 || item > 255)) throw valueError('bytes must be in range(0, 256)');
  return Uint8Array.from(items);
}

function newBytes(
  _call: Interpreter,
  cls: PyClass,
  source?: Value,
  encoding?: string,
  errors?: string,
): Value {
  const value = toBytes(source, encoding, errors);
  return cls === bytesClass ? value : new PyBoxed(cls, value);
}

for (const cls of [bytesClass, bytearrayClass]) {
  fillNativeClass(cls, {
    style: 'builtin',
    attributes: { __new__: makeNew(cls.name, 'source=..., encoding: str=..., errors: str=...', newBytes) },
    methods: METHODS,
    classMethods: {
      fromhex: ['string: str, /', (_call, _cls, text: string) => fromHex(text)],
    },
    statics: {
      maketrans: ['frm, to, /', (_call, from: Value, to: Value) => makeTranslation(from, to)],
    },
  });
}
