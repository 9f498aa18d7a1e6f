/** The backslashes in string literals. Answers to: CPython's unicode-escape and bytes-escape decoders. */
import { StringProblem } from './string-problem.ts';
import { characterNamed } from './unicode-names.ts';

/** What a backslash before this character stands for. */
export const ESCAPED_LETTERS: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Hexadecimal digits of an escape by number. */
export const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The text that a literal's inside stands for. @throws StringProblem */
export function decodeString(body: string, raw: boolean): string {
  if (raw || !body.includes('\\')) return body;
  let out = '';
  let at = 0;
  for (;;) {
    const next = body.indexOf('\\', at);
    if (next < 0) return out + body.slice(at);
    out += body.slice(at, next);
    const letter = body[next + 1]!;
    const simple = ESCAPED_LETTERS[letter];
    if (simple !== undefined) {
      out += simple;
      at = next + 2;
    } else if (letter >= '0' && letter <= '7') {
      const digits = /^[0-7]{1,3}/.exec(body.slice(next + 1, next + 4))![0];
      out += String.fromCharCode(Number.parseInt(digits, 8));
      at = next + 1 + digits.length;
    } else if (letter in HEX_LENGTH) {
      const digits = hexDigits(body, next, HEX_LENGTH[letter]!);
      out += codePoint(body, next, digits);
      at = next + 2 + digits.length;
    } else if (letter === 'N') {
      const { character, end } = named(body, next);
      out += character;
      at = end;
    } else {
      out += '\\';
      at = next + 1;
    }
  }
}

function hexDigits(body: string, start: number, length: number): string {
  const digits = /^[0-9a-fA-F]*/.exec(body.slice(start + 2, start + 2 + length))![0];
  if (digits.length === length) return digits;
  throw unicodeError(
    body,
    start,
    start + 2 + digits.length,
    `truncated \\${body[start + 1]}${'X'.repeat(length)} escape`,
  );
}

function codePoint(body: string, start: number, digits: string): string {
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) throw unicodeError(body, start, start + 10, 'illegal Unicode character');
  return String.fromCodePoint(code);
}

function named(body: string, start: number): { character: string; end: number } {
  const found = /^\{([^}]*)\}/.exec(body.slice(start + 2));
  if (!found || found[1] === '') {
    const taken = body[start + 2] === '{' ? (/^\{[^}]*/.exec(body.slice(start + 2))?.[0].length ?? 0) : 0;
    const end = start + 2 + taken + (found ? 1 : 0);
    throw unicodeError(body, start, end, 'malformed \\N character escape');
  }
  const end = start + 2 + found[0].length;
  const character = characterNamed(found[1]!);
  if (character === undefined) throw unicodeError(body, start, end, 'unknown Unicode character name');
  return { character, end };
}

/** CPython counts in a copy of the text in which each character outside ASCII takes ten bytes. */
function unicodeError(body: string, start: number, end: number, reason: string): StringProblem {
  const count = (to: number) =>
    [...body.slice(0, to)].reduce((sum, character) => sum + (character.charCodeAt(0) < 128 ? 1 : 10), 0);
  const [from, to] = [count(start), count(end)];
  const where = to - from === 1 ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to - 1}`;
  return new StringProblem(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`);
}

/** The bytes that a literal's inside stands for. @throws StringProblem */
export function decodeBytes(body: string, raw: boolean): number[] {
  const out: number[] = [];
  for (let at = 0; at < body.length; at++) {
    const letter = body[at + 1]!;
    if (raw || body[at] !== '\\') out.push(body.charCodeAt(at));
    else if (ESCAPED_LETTERS[letter] !== undefined) {
      if (ESCAPED_LETTERS[letter] !== '') out.push(ESCAPED_LETTERS[letter].charCodeAt(0));
      at++;
    } else if (letter >= '0' && letter <= '7') {
      const digits = /^[0-7]{1,3}/.exec(body.slice(at + 1, at + 4))![0];
      out.push(Number.parseInt(digits, 8) & 0xff);
      at += digits.length;
    } else if (letter === 'x') {
      const digits = /^[0-9a-fA-F]{2}/.exec(body.slice(at + 2, at + 4))?.[0];
      if (digits === undefined) throw new StringProblem(`(value error) invalid \\x escape at position ${at}`);
      out.push(Number.parseInt(digits, 16));
      at += 3;
    } else out.push(92);
  }
  return out;
}
