/** CP949 and EUC-KR, by the table that the platform's decoder knows. */
import type { Mend } from './flaw.ts';

let table: ReadonlyMap<string, number> | undefined;

/** Character to its two bytes, read backwards from the decoder. */
function characters(): ReadonlyMap<string, number> {
  if (table) return table;
  const made = new Map<string, number>();
  const decoder = new TextDecoder('euc-kr');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !made.has(text)) made.set(text, lead * 256 + trail);
    }
  table = made;
  return made;
}

/** @param mend asked about each run of characters that the table lacks */
export function koreanEncode(text: string, mend: Mend<Uint8Array>): Uint8Array {
  const all = [...text];
  const bytes: number[] = [];
  const pair = (character: string) => characters().get(character);
  for (let at = 0; at < all.length; at++) {
    const code = all[at]!.codePointAt(0)!;
    const two = code < 0x80 ? undefined : pair(all[at]!);
    if (code < 0x80) bytes.push(code);
    else if (two !== undefined) bytes.push(two >> 8, two & 255);
    else bytes.push(...mend({ start: at, end: at + 1, reason: 'illegal multibyte sequence' }));
  }
  return Uint8Array.from(bytes);
}

/** @param mend asked about each byte that begins no character */
export function koreanDecode(bytes: Uint8Array, mend: Mend<string>): string {
  const decoder = new TextDecoder('euc-kr');
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      parts.push(String.fromCharCode(bytes[at++]!));
      continue;
    }
    const text = at + 1 < bytes.length ? decoder.decode(bytes.subarray(at, at + 2)) : '';
    if (text.length === 1 && text !== '\ufffd') {
      parts.push(text);
      at += 2;
    } else {
      const reason = at + 1 < bytes.length ? 'illegal multibyte sequence' : 'incomplete multibyte sequence';
      parts.push(mend({ start: at, end: at + 1, reason }));
      at++;
    }
  }
  return parts.join('');
}
