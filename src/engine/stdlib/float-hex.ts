/** `float.hex()` and `float.fromhex()`. Answers to: CPython's float_hex and float_fromhex. */

const FRACTION_BITS = 52n;
const BIAS = 1023;

/** `value.hex()`: sign, leading digit, thirteen hexadecimal digits and the power of two. */
export function hexOfFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const sign = bits >> 63n ? '-' : '';
  const exponent = Number((bits >> FRACTION_BITS) & 0x7ffn);
  const fraction = bits & ((1n << FRACTION_BITS) - 1n);
  if (exponent === 0 && fraction === 0n) return `${sign}0x0.0p+0`;
  const power = exponent === 0 ? 1 - BIAS : exponent - BIAS;
  const digits = fraction.toString(16).padStart(13, '0');
  return `${sign}0x${exponent === 0 ? 0 : 1}.${digits}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

/** What went wrong in `floatOfHex`. */
export type HexFlaw = 'invalid' | 'overflow';

/** The float that a hexadecimal text writes, or what is wrong with it. */
export function floatOfHex(text: string): number | HexFlaw {
  const bare = text.trim().toLowerCase();
  const special = /^([-+]?)(inf|infinity|nan)$/.exec(bare);
  if (special)
    return Number(`${special[1]}1`) * (special[2] === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY);
  const match = /^([-+]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([-+]?\d+))?$/.exec(bare);
  const [, sign, whole = '', part = '', power = '0'] = match ?? [];
  if (!match || whole + part === '') return 'invalid';
  const size = scaled(BigInt(`0x${whole}${part}`), Number(power) - 4 * part.length);
  if (size === undefined) return 'overflow';
  return sign === '-' ? -size : size;
}

/** mantissa * 2 ** power, rounded once, half to even; undefined where it is too large. */
function scaled(mantissa: bigint, power: number): number | undefined {
  if (mantissa === 0n) return 0;
  const bits = mantissa.toString(2).length;
  if (bits + power > BIAS + 1) return undefined;
  const lowest = Math.max(bits + power - 53, -1074);
  const drop = lowest - power;
  const kept = drop <= 0 ? mantissa << BigInt(Math.min(-drop, 2200)) : rounded(mantissa, drop);
  const value = Number(kept) * 2 ** Math.max(lowest, -1000) * 2 ** Math.min(lowest + 1000, 0);
  return Number.isFinite(value) ? value : undefined;
}

function rounded(mantissa: bigint, drop: number): bigint {
  if (drop > 4000) return 0n;
  const shift = BigInt(drop);
  const rest = mantissa & ((1n << shift) - 1n);
  const half = 1n << (shift - 1n);
  const kept = mantissa >> shift;
  return rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
}
