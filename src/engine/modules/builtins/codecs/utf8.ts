/** UTF-8, strict as Python is: lone surrogates do not encode, and each malformed run is told with its reason. */
import type { Mend } from './flaw.ts';

const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

/** @param mend asked about each run of lone surrogates */
export function utf8Encode(text: string, mend: Mend<Uint8Array>): Uint8Array {
  if (!/[\ud800-\udfff]/u.test(text)) return new TextEncoder().encode(text);
  const all = [...text];
  const bytes: number[] = [];
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && isSurrogate(all[end]!.codePointAt(0)!)) end++;
    if (end > at) {
      bytes.push(...mend({ start: at, end, reason: 'surrogates not allowed' }));
      at = end;
    } else bytes.push(...new TextEncoder().encode(all[at++]!));
  }
  return Uint8Array.from(bytes);
}

/** @param mend asked about each malformed run */
export function utf8Decode(bytes: Uint8Array, mend: Mend<string>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeByHand(bytes, mend);
  }
}

function decodeByHand(bytes: Uint8Array, mend: Mend<string>): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const [length, flaw] = sequenceAt(bytes, at);
    if (flaw) text += mend({ start: at, end: at + length, reason: flaw });
    else text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at, at + length));
    at += length;
  }
  return text;
}

/** The length of the sequence that begins here, or of what is wrong with it, and the reason. */
function sequenceAt(bytes: Uint8Array, at: number): [length: number, flaw?: string] {
  const first = bytes[at]!;
  if (first < 0x80) return [1];
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return [1, 'invalid start byte'];
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) return [index, 'unexpected end of data'];
    const [low, high] = index === 1 ? secondByte(first) : [0x80, 0xbf];
    if (byte < low || byte > high) return [index, 'invalid continuation byte'];
  }
  return [length];
}

/** What may follow a first byte, so that nothing is written longer than it must be, and no surrogate. */
function secondByte(first: number): [low: number, high: number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}
