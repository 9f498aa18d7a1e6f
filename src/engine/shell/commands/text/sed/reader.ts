/** How the parts of a sed script are read, and how sed says where it is wrong. */
import { expressionSource, PatternError } from '../pattern.ts';
import { SedError } from './script.ts';

/** The text of a script, and the place in it. */
export interface Reader {
  readonly text: string;
  at: number;
  readonly extended: boolean;
  /** Where the text comes from: `-e expression #1` or `file script.sed`. */
  readonly source: string;
}

/** @param ahead how many characters beyond the present place have been looked at. */
export function failure(reader: Reader, message: string, ahead = 0): SedError {
  return new SedError(`${reader.source}, char ${reader.at + ahead}: ${message}`);
}

/** The next character, '' at the end. */
export const peek = (reader: Reader): string => reader.text[reader.at] ?? '';

/** Skips blanks and tabs. */
export function blanks(reader: Reader): void {
  while (/[ \t]/.test(peek(reader))) reader.at += 1;
}

/**
 * Text up to a delimiter that no backslash precedes; `\` with the delimiter stands for it, `\n` for a newline.
 * @param sets whether it is an expression, in which brackets may hold the delimiter.
 * @returns undefined where it never comes
 */
export function until(reader: Reader, delimiter: string, sets = true): string | undefined {
  let found = '';
  while (reader.at < reader.text.length) {
    const set = sets ? /^\[\^?\]?(?:\[:\w+:\]|[^\]\n])*\]/.exec(reader.text.slice(reader.at)) : null;
    if (set) {
      // Between brackets the delimiter stands for itself.
      reader.at += set[0].length;
      found += set[0];
      continue;
    }
    const character = reader.text[reader.at]!;
    reader.at += 1;
    if (character === '\\' && reader.at < reader.text.length) {
      const next = reader.text[reader.at]!;
      reader.at += 1;
      if (next === delimiter) found += /[+?|(){}.*[\]^$]/.test(delimiter) ? `\\${delimiter}` : delimiter;
      else found += `\\${next}`;
    } else if (character === delimiter) return found;
    else found += character;
  }
  return undefined;
}

/** @param flags JavaScript's, beside `g`, `u` and `s`. */
export function expression(reader: Reader, body: string, flags: string, lines: boolean): RegExp | undefined {
  if (body === '') return undefined;
  try {
    return new RegExp(expressionSource(body, reader.extended), `gsu${flags}${lines ? 'm' : ''}`);
  } catch (error) {
    if (error instanceof PatternError) throw failure(reader, error.message);
    throw failure(reader, 'Invalid preceding regular expression');
  }
}

/** Takes characters as long as they fit. */
export function readName(reader: Reader, character: RegExp): string {
  const start = reader.at;
  while (reader.at < reader.text.length && character.test(peek(reader))) reader.at += 1;
  return reader.text.slice(start, reader.at);
}

/** Nothing but what ends a command may follow. */
export function endOf(reader: Reader): void {
  blanks(reader);
  const next = peek(reader);
  if (next === '' || next === '}' || next === '#') return;
  reader.at += 1;
  if (next !== ';' && next !== '\n') throw failure(reader, 'extra characters after command');
}
