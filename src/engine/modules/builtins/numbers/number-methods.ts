/** Methods that all numbers have. */
import type { BinaryOperator } from '../../../python/parse/ast.ts';
import { compareCore, RICH_METHODS } from '../../../python/values/compare.ts';
import { NotImplemented } from '../../../python/values/containers/containers.ts';
import { overflowError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { arithmetic, type Int, normal } from '../../../python/values/numbers.ts';
import { BINARY } from '../../../python/values/operators.ts';
import { plain, type Value } from '../../../python/values/value.ts';

/** Comparison methods of a core type. */
export function richMethods(): Record<string, NativeMethod> {
  return Object.fromEntries(
    RICH_METHODS.map(([operator, name]) => [
      name,
      [
        'value, /',
        (_call: Interpreter, self: Value, other: Value) => compareCore(operator, self, other),
      ] as NativeMethod,
    ]),
  );
}

/** `__add__`, `__radd__` and the like of a number's class. @param accepts which values it computes with; for others the methods answer NotImplemented */
export function arithmeticMethods(accepts: (value: Value) => boolean): Record<string, NativeMethod> {
  const methods: Record<string, NativeMethod> = {};
  for (const [operator, [, stem]] of Object.entries(BINARY) as [
    BinaryOperator,
    readonly [string, string],
  ][]) {
    if (operator === 'MatMult') continue;
    const apply = (left: Value, right: Value) => {
      const [a, b] = [plain(left), plain(right)];
      return accepts(a) && accepts(b) ? (arithmetic(operator, a, b) ?? NotImplemented) : NotImplemented;
    };
    methods[`__${stem}__`] = [
      'value, /',
      (_call: Interpreter, self: Value, other: Value) => apply(self, other),
    ];
    methods[`__r${stem}__`] = [
      'value, /',
      (_call: Interpreter, self: Value, other: Value) => apply(other, self),
    ];
  }
  return methods;
}

/** A number's text, with the digits of every script as ASCII. */
export const textOf = (value: string | Uint8Array) =>
  typeof value === 'string' ? asciiDigits(value) : String.fromCharCode(...value);

const asciiDigits = (text: string) =>
  /[^\x00-\x7f]/.test(text)
    ? text.replace(/[^\x00-\x7f]/gu, (letter) => (/\p{Nd}/u.test(letter) ? String(digitOf(letter)) : letter))
    : text;

/** Decimal digits stand in runs of ten that begin with zero. */
function digitOf(letter: string): number {
  const code = letter.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

/** A float's whole part as an int. */
export function truncate(value: number): Int {
  if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw overflowError('cannot convert float infinity to integer');
  return normal(BigInt(Math.trunc(value)));
}
