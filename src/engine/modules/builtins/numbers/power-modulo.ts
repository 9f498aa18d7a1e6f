/** Powers over a modulus. */
import { valueError } from '../../../python/values/exceptions/exceptions.ts';
import { type Int, normal } from '../../../python/values/numbers.ts';

/** `pow(base, exponent, modulus)` @throws ValueError of Python */
export function powerModulo(base: Int, exponent: Int, modulus: Int): Int {
  if (Number(modulus) === 0) throw valueError('pow() 3rd argument cannot be 0');
  const m = modulus < 0 ? -BigInt(modulus) : BigInt(modulus);
  let factor = ((BigInt(base) % m) + m) % m;
  let left = BigInt(exponent);
  if (left < 0n) {
    factor = inverse(factor, m);
    left = -left;
  }
  let result = 1n % m;
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % m;
    factor = (factor * factor) % m;
  }
  return normal(modulus < 0 && result !== 0n ? result - m : result);
}

/** The number whose product with `value` leaves 1 over `modulus`. @throws ValueError of Python */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value, modulus, 1n, 0n];
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  if (a !== 1n) throw valueError('base is not invertible for the given modulus');
  return ((x % modulus) + modulus) % modulus;
}
