/** Sets of characters: `[…]`. Answers to: CPython's re._parser. */
import { PatternError } from './pattern-error.ts';
import type { PatternReader } from './pattern-reader.ts';

/** A set whose `[` was read, in JavaScript's syntax. @throws PatternError */
export function characterSet(reader: PatternReader): string {
  const start = reader.at - 1;
  let out = '[';
  if (reader.text[reader.at] === '^') {
    reader.at++;
    out += '^';
  }
  let first = true;
  for (;;) {
    if (reader.at >= reader.text.length) throw new PatternError('unterminated character set', start);
    if (reader.text[reader.at] === ']' && !first) break;
    first = false;
    out += setMember(reader, start);
  }
  reader.at++;
  return `${out}]`;
}

function setMember(reader: PatternReader, set: number): string {
  const start = reader.at;
  const low = setItem(reader);
  if (
    reader.text[reader.at] !== '-' ||
    reader.text[reader.at + 1] === ']' ||
    reader.at + 1 >= reader.text.length
  ) {
    return low.text;
  }
  reader.at++;
  if (reader.at >= reader.text.length) throw new PatternError('unterminated character set', set);
  const high = setItem(reader);
  const range = reader.text.slice(start, reader.at);
  if (low.code === undefined || high.code === undefined || high.code < low.code) {
    throw new PatternError(`bad character range ${range}`, start);
  }
  return `${low.text}-${high.text}`;
}

function setItem(reader: PatternReader): { readonly text: string; readonly code: number | undefined } {
  const start = reader.at;
  const character = reader.character();
  if (character !== '\\') return member(character);
  if (reader.at >= reader.text.length) throw new PatternError('bad escape (end of pattern)', start);
  const letter = reader.character();
  if (/[dsw]/.test(letter)) return { text: reader.set(letter), code: undefined };
  if (/[DSW]/.test(letter)) return { text: negatedSet(reader, letter.toLowerCase()), code: undefined };
  if (letter === 'b') return member('\b');
  return member(reader.escapedCharacter(start, letter));
}

/** A negated class inside a set: JavaScript's own where there is one of the same meaning. */
function negatedSet(reader: PatternReader, letter: string): string {
  if (reader.has('A') || letter === 's') return `\\${letter.toUpperCase()}`;
  return letter === 'd' ? '\\P{Nd}' : '\\W';
}

const member = (character: string) => ({
  text: /[\\\]^[\-/(){}|&~#]/.test(character) && !/[&~#]/.test(character) ? `\\${character}` : character,
  code: character.codePointAt(0),
});
