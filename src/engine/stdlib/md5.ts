/** MD5, for names and hashes that must match Python's. Answers to: RFC 1321. */

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

/** The digest of a text's UTF-8 bytes as 32 hex digits. */
export function md5Hex(text: string): string {
  return [...md5(new TextEncoder().encode(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The 16 bytes of the digest. */
export function md5(bytes: Uint8Array): Uint8Array {
  const words = padded(bytes);
  let state: [number, number, number, number] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < words.length; at += 16) state = round(state, words.subarray(at, at + 16));
  return new Uint8Array(new Uint32Array(state).buffer);
}

function padded(bytes: Uint8Array): Uint32Array {
  const size = ((bytes.length + 8) >> 6) * 64 + 64;
  const buffer = new Uint8Array(size);
  buffer.set(bytes);
  buffer[bytes.length] = 0x80;
  new DataView(buffer.buffer).setUint32(size - 8, bytes.length * 8, true);
  return new Uint32Array(buffer.buffer);
}

function round(
  state: readonly [number, number, number, number],
  words: Uint32Array,
): [number, number, number, number] {
  let [a, b, c, d] = state;
  for (let step = 0; step < 64; step++) {
    const quarter = step >> 4;
    const [mixed, index] = mix(quarter, step, b, c, d);
    const sum = a + mixed + Math.floor(2 ** 32 * Math.abs(Math.sin(step + 1))) + words[index]!;
    const shift = SHIFTS[quarter * 4 + (step & 3)]!;
    const rotated = ((sum | 0) << shift) | ((sum | 0) >>> (32 - shift));
    [a, d, c, b] = [d, c, b, (b + rotated) | 0];
  }
  return [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0];
}

function mix(quarter: number, step: number, b: number, c: number, d: number): [number, number] {
  if (quarter === 0) return [(b & c) | (~b & d), step];
  if (quarter === 1) return [(d & b) | (~d & c), (5 * step + 1) & 15];
  if (quarter === 2) return [b ^ c ^ d, (3 * step + 5) & 15];
  return [c ^ (b | ~d), (7 * step) & 15];
}
