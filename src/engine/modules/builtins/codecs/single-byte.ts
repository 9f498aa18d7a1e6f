/** Encodings of one byte a character: ASCII, Latin-1, and the Windows code page 1252. */
import type { Mend } from './flaw.ts';

/** What 1252 has from 0x80 to 0x9f; a space where it has nothing. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const LIMITS: Readonly<Record<string, number>> = { ascii: 0x80, 'latin-1': 0x100 };

/** The byte of a character; undefined where the encoding has none. */
function byteOf(name: string, character: string): number | undefined {
  const code = character.codePointAt(0)!;
  const limit = LIMITS[name];
  if (limit !== undefined) return code < limit ? code : undefined;
  if (code < 0x80 || (code >= 0xa0 && code < 0x100)) return code;
  const at = character === ' ' ? -1 : WINDOWS.indexOf(character);
  return at < 0 ? undefined : 0x80 + at;
}

function characterOf(name: string, byte: number): string | undefined {
  const limit = LIMITS[name];
  if (limit !== undefined) return byte < limit ? String.fromCharCode(byte) : undefined;
  if (byte < 0x80 || byte >= 0xa0) return String.fromCharCode(byte);
  const character = WINDOWS[byte - 0x80]!;
  return character === ' ' ? undefined : character;
}

const reason = (name: string) =>
  LIMITS[name] === undefined ? 'character maps to <undefined>' : `ordinal not in range(${LIMITS[name]})`;

/** @param mend asked about each run of characters that have no byte */
export function singleByteEncode(name: string, text: string, mend: Mend<Uint8Array>): Uint8Array {
  const all = [...text];
  const bytes: number[] = [];
  for (let at = 0; at < all.length; ) {
    const byte = byteOf(name, all[at]!);
    if (byte !== undefined) {
      bytes.push(byte);
      at++;
      continue;
    }
    let end = at + 1;
    while (end < all.length && byteOf(name, all[end]!) === undefined) end++;
    bytes.push(...mend({ start: at, end, reason: reason(name) }));
    at = end;
  }
  return Uint8Array.from(bytes);
}

/** @param mend asked about each byte that has no character */
export function singleByteDecode(name: string, bytes: Uint8Array, mend: Mend<string>): string {
  const parts: string[] = [];
  for (const [at, byte] of bytes.entries())
    parts.push(characterOf(name, byte) ?? mend({ start: at, end: at + 1, reason: reason(name) }));
  return parts.join('');
}
