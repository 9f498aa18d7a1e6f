/** Bytes that look random and are the same in every replay: a row of them for each step of a journal. */

/** @param seed any text; @param step its row. */
export function randomSource(seed: string, step: number): (count: number) => Uint8Array {
  let [a, b, c, d] = hash(`${seed}:${step}`);
  const next = (): number => {
    // sfc32, a small generator that passes the usual tests.
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm++) next();
  return (count) => Uint8Array.from({ length: count }, () => next() >>> 24);
}

/** Four words from a text (FNV-1a with four starts). */
function hash(text: string): [number, number, number, number] {
  const word = (start: number): number => {
    let value = start;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619);
    return value | 0;
  };
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x85ebca6b), word(0xc2b2ae35)];
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Alembic's revision ids: the last twelve digits of a uuid. */
export const revisionIdFrom = (bytes: Uint8Array): string => hex(bytes);

/** A new journal's seed, from the platform's own randomness. */
export const newSeed = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));
