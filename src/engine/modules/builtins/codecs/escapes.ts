/** unicode_escape and raw_unicode_escape: text as a Python literal writes it. */
import { ESCAPED_LETTERS, HEX_LENGTH } from '../../../python/parse/escapes.ts';
import type { Mend } from './flaw.ts';

const SHORT: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** @param raw raw_unicode_escape: only what Latin-1 lacks is escaped */
export function escapeEncode(text: string, raw: boolean): Uint8Array {
  const shown = [...text].map((character) => {
    const code = character.codePointAt(0)!;
    const digits = code.toString(16);
    if (code > 0xffff) return `\\U${digits.padStart(8, '0')}`;
    if (code > 0xff) return `\\u${digits.padStart(4, '0')}`;
    if (raw) return character;
    return SHORT[character] ?? (code < 0x20 || code > 0x7e ? `\\x${digits.padStart(2, '0')}` : character);
  });
  return latin(shown.join(''));
}

/** @param mend asked about each escape that is not whole */
export function escapeDecode(bytes: Uint8Array, raw: boolean, mend: Mend<string>): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return text.replace(
    /\\(?:([xuU])([0-9a-fA-F]*)|([0-7]{1,3})|(.))/gs,
    (whole, kind: string | undefined, digits: string, octal: string, letter: string, start: number) => {
      if (raw && kind !== 'u' && kind !== 'U') return whole;
      if (kind === undefined)
        return octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (ESCAPED_LETTERS[letter] ?? whole);
      const size = HEX_LENGTH[kind]!;
      if (digits.length >= size)
        return String.fromCodePoint(Number.parseInt(digits.slice(0, size), 16)) + digits.slice(size);
      const shape = kind === 'x' ? '\\xXX' : kind === 'u' ? '\\uXXXX' : '\\UXXXXXXXX';
      return mend({ start, end: start + 2 + digits.length, reason: `truncated ${shape} escape` });
    },
  );
}
