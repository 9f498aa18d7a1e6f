/** UTF-16 and UTF-32, with their byte order marks. */
import type { Mend } from './flaw.ts';

interface Shape {
  readonly size: 2 | 4;
  readonly little: boolean;
  /** Begins with a mark that tells the order. */
  readonly marked: boolean;
}

const shapeOf = (name: string): Shape => ({
  size: name.startsWith('utf-16') ? 2 : 4,
  little: !name.endsWith('-be'),
  marked: !/-[lb]e$/.test(name),
});

const MARK = 0xfeff;
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

const unit = (value: number, { size, little }: Shape): number[] => {
  const bytes = Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 255);
  return little ? bytes : bytes.reverse();
};

/** @param mend asked about each lone surrogate */
export function wideEncode(name: string, text: string, mend: Mend<Uint8Array>): Uint8Array {
  const shape = shapeOf(name);
  const bytes = shape.marked ? unit(MARK, shape) : [];
  for (const [at, character] of [...text].entries()) {
    const code = character.codePointAt(0)!;
    if (isSurrogate(code)) bytes.push(...mend({ start: at, end: at + 1, reason: 'surrogates not allowed' }));
    else if (shape.size === 4) bytes.push(...unit(code, shape));
    else
      for (let index = 0; index < character.length; index++)
        bytes.push(...unit(character.charCodeAt(index), shape));
  }
  return Uint8Array.from(bytes);
}

/** @param mend asked about each malformed run */
export function wideDecode(name: string, bytes: Uint8Array, mend: Mend<string>): string {
  let shape = shapeOf(name);
  let at = 0;
  const read = (from: number) =>
    unitBytes(bytes, from, shape.size, shape.little).reduce((sum, byte) => sum * 256 + byte, 0);
  if (shape.marked && bytes.length >= shape.size) {
    if (read(0) === MARK) at = shape.size;
    else {
      shape = { ...shape, little: false };
      if (read(0) === MARK) at = shape.size;
      else shape = { ...shape, little: true };
    }
  }
  const parts: string[] = [];
  while (at < bytes.length) {
    const [length, text, reason] = unitAt(bytes, at, shape, read);
    parts.push(reason === undefined ? text : mend({ start: at, end: at + length, reason }));
    at += length;
  }
  return parts.join('');
}

function unitBytes(bytes: Uint8Array, from: number, size: number, little: boolean): number[] {
  const taken = [...bytes.subarray(from, from + size)];
  return little ? taken.reverse() : taken;
}

/** One character, or what is wrong at its place. */
function unitAt(
  bytes: Uint8Array,
  at: number,
  { size }: Shape,
  read: (from: number) => number,
): [length: number, text: string, reason?: string] {
  const left = bytes.length - at;
  if (left < size) return [left, '', 'truncated data'];
  const code = read(at);
  if (size === 4) {
    if (isSurrogate(code)) return [4, '', 'code point in surrogate code point range(0xd800, 0xe000)'];
    return code > 0x10ffff ? [4, '', 'code point not in range(0x110000)'] : [4, String.fromCodePoint(code)];
  }
  if (!isSurrogate(code)) return [2, String.fromCharCode(code)];
  if (code >= 0xdc00) return [2, '', 'illegal encoding'];
  if (left < 4) return [left, '', 'unexpected end of data'];
  const low = read(at + 2);
  return low >= 0xdc00 && low <= 0xdfff
    ? [4, String.fromCharCode(code, low)]
    : [2, '', 'illegal UTF-16 surrogate'];
}
