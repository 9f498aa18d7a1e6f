/** Sets of characters: `[…]`. Answers to: CPython's re._parser. */
import { PatternError } from './pattern-error.ts';
import type { PatternReader } from './pattern-reader.ts';

/** Stands for `\\W` of Unicode among the members of a set. */
const NON_WORD = '\\W';

/** A set whose `[` was read, in JavaScript's syntax. @throws PatternError */
export function characterSet(reader: PatternReader): string {
  const start = reader.at - 1;
  const negated = reader.text[reader.at] === '^';
  if (negated) reader.at++;
  let first = true;
  let out = '';
  let nonWords = false;
  for (;;) {
    if (reader.at >= reader.text.length) throw new PatternError('unterminated character set', start);
    if (reader.text[reader.at] === ']' && !first) break;
    first = false;
    const member = setMember(reader, start);
    if (member === NON_WORD) nonWords = true;
    else out += member;
  }
  reader.at++;
  return nonWords ? withNonWords(out, negated, reader.set('w')) : `[${negated ? '^' : ''}${out}]`;
}

/** JavaScript knows a set's complement inside of another set for ASCII only. @param words the characters of words */
function withNonWords(others: string, negated: boolean, words: string): string {
  if (negated) return others === '' ? `[${words}]` : `(?:(?![${others}])[${words}])`;
  return others === '' ? `[^${words}]` : `(?:[${others}]|[^${words}])`;
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
  return letter === 'd' ? '\\P{Nd}' : NON_WORD;
}

const member = (character: string) => ({
  text: /[\\\]^[\-/(){}|&~#]/.test(character) && !/[&~#]/.test(character) ? `\\${character}` : character,
  code: character.codePointAt(0),
});
