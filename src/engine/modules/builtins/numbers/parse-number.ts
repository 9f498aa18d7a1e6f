/** Text to int, as `int("…", base)` reads it. */

import { MOST_DIGITS } from '../../../python/parse/numbers.ts';
import { valueError } from '../../../python/values/exceptions/exceptions.ts';
import { type Int, normal } from '../../../python/values/numbers.ts';

/** @throws ValueError of Python: "invalid literal for int() with base 10: 'x'" */
export function parseInteger(text: string, base: number, shown: string): Int {
  if (base !== 0 && (base < 2 || base > 36)) throw valueError('int() base must be >= 2 and <= 36, or 0');
  const match = /^([-+]?)(0[xX]|0[oO]|0[bB])?_?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/.exec(text.trim());
  const wrong = () => valueError(`invalid literal for int() with base ${base}: ${shown}`);
  if (!match) throw wrong();
  const [, sign, prefix, digits] = match as unknown as [string, string, string | undefined, string];
  const radix = radixOf(base, prefix);
  const bare = (radix.usesPrefix ? digits : (prefix ?? '') + digits).replaceAll('_', '').toLowerCase();
  if (base === 0 && !prefix && /^0+[1-9]/.test(bare)) throw wrong();
  // Bases that are powers of two are read however long they are.
  const strange = [...bare].some((digit) => !(Number.parseInt(digit, 36) < radix.base));
  if (!strange && bare.length > MOST_DIGITS && (radix.base & (radix.base - 1)) !== 0)
    throw valueError(
      `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion: value has ${bare.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  let value = 0n;
  for (const digit of bare) {
    const weight = Number.parseInt(digit, 36);
    if (Number.isNaN(weight) || weight >= radix.base) throw wrong();
    value = value * BigInt(radix.base) + BigInt(weight);
  }
  return normal(sign === '-' ? -value : value);
}

const PREFIXES: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 };

function radixOf(base: number, prefix: string | undefined): { base: number; usesPrefix: boolean } {
  const named = prefix ? PREFIXES[prefix[1]!.toLowerCase()]! : 10;
  if (base === 0) return { base: named, usesPrefix: true };
  return { base, usesPrefix: prefix !== undefined && named === base };
}
