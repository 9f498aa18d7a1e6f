/** Quantifiers. Answers to: CPython's re._parser. */
import { PatternError } from './pattern-error.ts';
import type { PatternReader } from './pattern-reader.ts';

/**
 * How often an item may come, with `?` where it takes as little as it can, `+` where it gives nothing back.
 * @param start where the item began @param item it in JavaScript's syntax
 * @throws PatternError
 */
export function quantifier(reader: PatternReader, start: number, item: string): string {
  while (reader.has('X') && reader.skipVerbose());
  const found = /[*+?]|\{(\d*)(,?)(\d*)\}/y;
  found.lastIndex = reader.at;
  const match = found.exec(reader.text);
  if (!match || match[0] === '{}' || match[0] === '{,}') return '';
  if (match[1] === '' && match[2] === '') return '';
  if (item === '' || (/^\((?:\?<?[=!])?/.test(item) === false && ['^', '$'].includes(reader.text[start]!))) {
    if (item === '') throw new PatternError('nothing to repeat', reader.at);
  }
  if (match[1] && match[3] && Number(match[1]) > Number(match[3])) {
    throw new PatternError('min repeat greater than max repeat', reader.at + 1);
  }
  reader.at = found.lastIndex;
  let sign = match[1] === '' && match[2] === ',' ? `{0,${match[3]}}` : match[0];
  if (reader.text[reader.at] === '?') {
    reader.at++;
    sign += '?';
  } else if (reader.text[reader.at] === '+') {
    reader.at++;
    sign += '+';
  }
  const again = /[*+?]|\{\d+,?\d*\}/y;
  again.lastIndex = reader.at;
  if (again.test(reader.text)) throw new PatternError('multiple repeat', reader.at);
  return sign;
}
