/** SHA-1, SHA-224, SHA-256, SHA-384 and SHA-512, after FIPS 180-4. */

/** The first digits of fractions of square and cube roots of primes, of which the constants are made. */
const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
};

/** 64 bits behind the point of the square root (2) or cube root (3) of n. */
function rootBits(n: number, degree: 2 | 3): bigint {
  const scale = degree === 2 ? BigInt(n) << 128n : BigInt(n) << 192n;
  let low = 0n;
  let high = 1n << 72n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** BigInt(degree) <= scale) low = middle;
    else high = middle - 1n;
  }
  return low & 0xffffffffffffffffn;
}

let constants: readonly bigint[] | undefined;
const roundConstants = () => {
  constants ??= primes(80).map((prime) => rootBits(prime, 3));
  return constants;
};

interface Variant {
  /** Of a word, in bits. */
  readonly width: 32n | 64n;
  readonly rounds: number;
  readonly big0: readonly bigint[];
  readonly big1: readonly bigint[];
  readonly small0: readonly bigint[];
  readonly small1: readonly bigint[];
}

const NARROW: Variant = {
  width: 32n,
  rounds: 64,
  big0: [2n, 13n, 22n],
  big1: [6n, 11n, 25n],
  small0: [7n, 18n, 3n],
  small1: [17n, 19n, 10n],
};
const WIDE: Variant = {
  width: 64n,
  rounds: 80,
  big0: [28n, 34n, 39n],
  big1: [14n, 18n, 41n],
  small0: [1n, 8n, 7n],
  small1: [19n, 61n, 6n],
};

/** The message with its padding: a one bit, zeros, its length. */
function padded(message: Uint8Array, block: number): Uint8Array {
  const lengthBytes = block / 8;
  const size = Math.ceil((message.length + 1 + lengthBytes) / block) * block;
  const out = new Uint8Array(size);
  out.set(message);
  out[message.length] = 0x80;
  new DataView(out.buffer).setBigUint64(size - 8, BigInt(message.length) * 8n);
  return out;
}

function sha2(message: Uint8Array, variant: Variant, start: readonly bigint[], size: number): Uint8Array {
  const { width, rounds, big0, big1, small0, small1 } = variant;
  const mask = (1n << width) - 1n;
  const rotate = (x: bigint, by: bigint) => ((x >> by) | (x << (width - by))) & mask;
  const big = (x: bigint, [a, b, c]: readonly bigint[]) => rotate(x, a!) ^ rotate(x, b!) ^ rotate(x, c!);
  const small = (x: bigint, [a, b, c]: readonly bigint[]) => rotate(x, a!) ^ rotate(x, b!) ^ (x >> c!);
  const k = roundConstants().map((bits) => (width === 32n ? bits >> 32n : bits));
  const wordBytes = Number(width) / 8;
  const bytes = padded(message, wordBytes * 16);
  const view = new DataView(bytes.buffer);
  const state = [...start];
  for (let at = 0; at < bytes.length; at += wordBytes * 16) {
    const w: bigint[] = [];
    for (let t = 0; t < rounds; t++) {
      const place = at + t * wordBytes;
      if (t < 16) w.push(width === 32n ? BigInt(view.getUint32(place)) : view.getBigUint64(place));
      else w.push((small(w[t - 2]!, small1) + w[t - 7]! + small(w[t - 15]!, small0) + w[t - 16]!) & mask);
    }
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let t = 0; t < rounds; t++) {
      const first = h + big(e, big1) + ((e & f) ^ (~e & mask & g)) + k[t]! + w[t]!;
      const second = big(a, big0) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & mask, c, b, a, (first + second) & mask];
    }
    [a, b, c, d, e, f, g, h].forEach((value, index) => {
      state[index] = (state[index]! + value) & mask;
    });
  }
  const hex = state.map((word) => word.toString(16).padStart(wordBytes * 2, '0')).join('');
  return Uint8Array.from(hex.match(/../g)!.slice(0, size), (pair) => Number.parseInt(pair, 16));
}

const roots = (from: number, count: number) =>
  primes(from + count)
    .slice(from)
    .map((prime) => rootBits(prime, 2));

/** SHA-256. */
export const sha256 = (message: Uint8Array) =>
  sha2(
    message,
    NARROW,
    roots(0, 8).map((bits) => bits >> 32n),
    32,
  );

/** SHA-224. */
export const sha224 = (message: Uint8Array) =>
  sha2(
    message,
    NARROW,
    roots(8, 8).map((bits) => bits & 0xffffffffn),
    28,
  );

/** SHA-512. */
export const sha512 = (message: Uint8Array) => sha2(message, WIDE, roots(0, 8), 64);

/** SHA-384. */
export const sha384 = (message: Uint8Array) => sha2(message, WIDE, roots(8, 8), 48);

const SHA1_CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

/** SHA-1. */
export function sha1(message: Uint8Array): Uint8Array {
  const bytes = padded(message, 64);
  const view = new DataView(bytes.buffer);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));
  for (let at = 0; at < bytes.length; at += 64) {
    const w: number[] = [];
    for (let t = 0; t < 80; t++) {
      w.push(t < 16 ? view.getInt32(at + t * 4) : rotate(w[t - 3]! ^ w[t - 8]! ^ w[t - 14]! ^ w[t - 16]!, 1));
    }
    let [a, b, c, d, e] = state as [number, number, number, number, number];
    for (let t = 0; t < 80; t++) {
      const quarter = Math.floor(t / 20);
      const mixed =
        quarter === 0 ? (b & c) | (~b & d) : quarter === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const next = (rotate(a, 5) + mixed + e + SHA1_CONSTANTS[quarter]! + w[t]!) | 0;
      [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
    }
    [a, b, c, d, e].forEach((value, index) => {
      state[index] = (state[index]! + value) | 0;
    });
  }
  const out = new DataView(new ArrayBuffer(20));
  state.forEach((word, index) => {
    out.setInt32(index * 4, word);
  });
  return new Uint8Array(out.buffer);
}
