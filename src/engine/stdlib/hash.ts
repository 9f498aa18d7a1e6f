/** CPython's hashes of numbers, text and tuples, with the key that PYTHONHASHSEED=0 gives. Answers to: pyhash.c, tupleobject.c. */

const MASK = (1n << 64n) - 1n;
const MODULUS = (1n << 61n) - 1n;

/** -1 says "error" in C, and is no hash. */
const unlessError = (hash: bigint): bigint => (hash === -1n ? -2n : hash);
const signed = (hash: bigint): bigint => BigInt.asIntN(64, hash);

/** `hash(int)` */
export function hashOfInt(value: bigint): bigint {
  const rest = (value < 0n ? -value : value) % MODULUS;
  return unlessError(value < 0n ? -rest : rest);
}

const INFINITE = 314159n;
const CHUNK = 28;

/** A float that equals no int: its bits in turns of 61. */
export function hashOfFraction(value: number): bigint {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 0n : value > 0 ? INFINITE : -INFINITE;
  let mantissa = Math.abs(value);
  let exponent = 0;
  while (mantissa >= 1) {
    mantissa /= 2;
    exponent++;
  }
  while (mantissa < 0.5 && mantissa > 0) {
    mantissa *= 2;
    exponent--;
  }
  let hash = 0n;
  while (mantissa > 0) {
    hash = ((hash << BigInt(CHUNK)) & MODULUS) | (hash >> BigInt(61 - CHUNK));
    mantissa *= 2 ** CHUNK;
    exponent -= CHUNK;
    const whole = Math.floor(mantissa);
    mantissa -= whole;
    hash = (hash + BigInt(whole)) % MODULUS;
  }
  const turn = BigInt(((exponent % 61) + 61) % 61);
  hash = ((hash << turn) & MODULUS) | (hash >> (61n - turn));
  return unlessError(value < 0 ? -hash : hash);
}

const rotate = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (64n - by))) & MASK;

/** SipHash 1-3 with a key of zeros. */
export function hashOfBytes(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  const state: [bigint, bigint, bigint, bigint] = [
    0x736f6d6570736575n,
    0x646f72616e646f6dn,
    0x6c7967656e657261n,
    0x7465646279746573n,
  ];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) absorb(state, view.getBigUint64(at, true));
  let last = BigInt(bytes.length & 255) << 56n;
  for (let at = whole; at < bytes.length; at++) last |= BigInt(bytes[at]!) << BigInt(8 * (at - whole));
  absorb(state, last);
  state[2] ^= 0xffn;
  for (let round = 0; round < 3; round++) mix(state);
  return unlessError(signed(state[0] ^ state[1] ^ state[2] ^ state[3]));
}

function absorb(state: [bigint, bigint, bigint, bigint], word: bigint): void {
  state[3] ^= word;
  mix(state);
  state[0] ^= word;
}

function mix(v: [bigint, bigint, bigint, bigint]): void {
  v[0] = (v[0] + v[1]) & MASK;
  v[2] = (v[2] + v[3]) & MASK;
  v[1] = rotate(v[1], 13n) ^ v[0];
  v[3] = rotate(v[3], 16n) ^ v[2];
  v[0] = rotate(v[0], 32n);
  v[2] = (v[2] + v[1]) & MASK;
  v[0] = (v[0] + v[3]) & MASK;
  v[1] = rotate(v[1], 17n) ^ v[2];
  v[3] = rotate(v[3], 21n) ^ v[0];
  v[2] = rotate(v[2], 32n);
}

/** Of a text as CPython keeps it: one, two or four bytes a character, whichever its widest needs. */
export function hashOfText(text: string): bigint {
  const codes = Array.from(text, (character) => character.codePointAt(0)!);
  const widest = codes.reduce((most, code) => Math.max(most, code), 0);
  const size = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
  const bytes = new Uint8Array(codes.length * size);
  for (const [index, code] of codes.entries())
    for (let byte = 0; byte < size; byte++) bytes[index * size + byte] = (code >>> (8 * byte)) & 255;
  return hashOfBytes(bytes);
}

const PRIMES = [11400714785074694791n, 14029467366897019727n, 2870177450012600261n] as const;

/** `hash(tuple)`. @param hashes those of its items */
export function hashOfTuple(hashes: readonly bigint[]): bigint {
  const [first, second, fifth] = PRIMES;
  let hash: bigint = fifth;
  for (const lane of hashes) {
    hash = (hash + BigInt.asUintN(64, lane) * second) & MASK;
    hash = (rotate(hash, 31n) * first) & MASK;
  }
  hash = (hash + (BigInt(hashes.length) ^ (fifth ^ 3527539n))) & MASK;
  return hash === MASK ? 1546275796n : signed(hash);
}

const shuffled = (hash: bigint): bigint => ((hash ^ 89869747n ^ (hash << 16n)) * 3644798167n) & MASK;

/** Of a frozenset's items; which come first does not matter. */
export function hashOfItems(hashes: readonly bigint[]): bigint {
  let hash = hashes.reduce((all, one) => all ^ shuffled(BigInt.asUintN(64, one)), 0n);
  if (hashes.length % 2 === 1) hash ^= shuffled(0n);
  hash ^= (BigInt(hashes.length + 1) * 1927868237n) & MASK;
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = (hash * 69069n + 907133923n) & MASK;
  return hash === MASK ? 590923713n : signed(hash);
}
