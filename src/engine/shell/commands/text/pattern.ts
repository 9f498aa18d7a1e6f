/** Basic and extended regular expressions of POSIX, as JavaScript's. Answers to: glibc's regcomp with GNU's additions. */
import { CLASSES } from '../../expand/glob.ts';

/** The pattern is no regular expression; the message is glibc's. */
export class PatternError extends Error {}

interface Reader {
  readonly pattern: string;
  readonly extended: boolean;
  at: number;
  depth: number;
  groups: number;
}

/**
 * @param extended `-E`: `+ ? | ( ) { }` are special unless escaped; in basic patterns it is the other way round.
 * @returns the source of a JavaScript expression for the flags `u`.
 * @throws PatternError
 */
export function expressionSource(pattern: string, extended: boolean): string {
  const reader: Reader = { pattern, extended, at: 0, depth: 0, groups: 0 };
  let source = '';
  /** Whether something stands before that can be repeated. */
  let atom = false;
  while (reader.at < pattern.length) {
    const [piece, kind] = next(reader, atom, source);
    source += piece;
    atom = kind === 'atom' || (kind === 'repeat' && atom);
  }
  if (reader.depth > 0) throw new PatternError('Unmatched ( or \\(');
  return source;
}

type Kind = 'atom' | 'repeat' | 'start';

function next(reader: Reader, atom: boolean, before: string): [string, Kind] {
  const { pattern, extended } = reader;
  const character = pattern[reader.at]!;
  if (character === '\\') return escaped(reader, atom, before);
  if (character === '[') return [bracket(reader), 'atom'];
  reader.at += 1;
  if (character === '*') return atom ? ['*', 'repeat'] : ['\\*', 'atom'];
  if (character === '.') return ['.', 'atom'];
  if (character === '^')
    return extended || before === '' || /(?:\(|\|)$/.test(before) ? ['^', 'start'] : ['\\^', 'atom'];
  if (character === '$') {
    const rest = pattern.slice(reader.at);
    const isLast = rest === '' || (extended ? /^[|)]/ : /^\\[|)]/).test(rest);
    return extended || isLast ? ['$', 'start'] : ['\\$', 'atom'];
  }
  if (extended && '+?|(){}'.includes(character)) return special(reader, character, atom);
  return [literal(character), 'atom'];
}

function escaped(reader: Reader, atom: boolean, before: string): [string, Kind] {
  const letter = reader.pattern[reader.at + 1];
  if (letter === undefined) throw new PatternError('Trailing backslash');
  reader.at += 2;
  if ('+?|(){}'.includes(letter)) {
    return reader.extended ? [literal(letter), 'atom'] : special(reader, letter, atom);
  }
  if (/[1-9]/.test(letter)) {
    if (Number(letter) > reader.groups) throw new PatternError('Invalid back reference');
    return [`\\${letter}(?:)`, 'atom'];
  }
  if (letter === '<') return ['\\b(?=\\w)', 'start'];
  if (letter === '>') return ['\\b(?<=\\w)', 'start'];
  if (/[bBwWsS]/.test(letter)) return [`\\${letter}`, /[bB]/.test(letter) ? 'start' : 'atom'];
  if (letter === '`') return ['^', 'start'];
  if (letter === "'") return ['$', 'start'];
  if (letter === 'n') return ['\\n', 'atom'];
  if (letter === 't') return ['\\t', 'atom'];
  if (letter === '*' && !atom && before === '') return ['\\*', 'atom'];
  return [literal(letter), 'atom'];
}

function special(reader: Reader, character: string, atom: boolean): [string, Kind] {
  switch (character) {
    case '(':
      reader.depth += 1;
      reader.groups += 1;
      return ['(', 'start'];
    case ')':
      if (reader.depth === 0) {
        if (reader.extended) return ['\\)', 'atom'];
        throw new PatternError('Unmatched ) or \\)');
      }
      reader.depth -= 1;
      return [')', 'atom'];
    case '|':
      return ['|', 'start'];
    case '{':
      return atom ? [interval(reader), 'repeat'] : ['\\{', 'atom'];
    case '}':
      return ['\\}', 'atom'];
    default:
      return atom ? [character, 'repeat'] : [literal(character), 'atom'];
  }
}

function interval(reader: Reader): string {
  const rest = reader.pattern.slice(reader.at);
  const match = (reader.extended ? /^(\d*)(,?)(\d*)\}/ : /^(\d*)(,?)(\d*)\\\}/).exec(rest);
  if (!match) {
    if (reader.extended && !/^\d/.test(rest)) return '\\{';
    throw new PatternError(/[}]/.test(rest) ? 'Invalid content of \\{\\}' : 'Unmatched \\{');
  }
  reader.at += match[0].length;
  const [, low = '', comma = '', high = ''] = match;
  if (low === '' && comma === '') throw new PatternError('Invalid preceding regular expression');
  if (high !== '' && Number(low) > Number(high)) throw new PatternError('Invalid content of \\{\\}');
  return `{${low || '0'}${comma}${high}}`;
}

function bracket(reader: Reader): string {
  const rest = reader.pattern.slice(reader.at);
  const match = /^\[(\^?)(\]?(?:\[:\w*:\]|\[\.[^.]*\.\]|\[=[^=]*=\]|[^\]])*)\]/.exec(rest);
  if (rest === '[') throw new PatternError('Invalid regular expression');
  if (!match) throw new PatternError('Unmatched [, [^, [:, [., or [=');
  reader.at += match[0].length;
  const inside = match[2]!.replace(/\[:(\w*):\]|[\\\]^[]/g, (all, name?: string) => {
    if (name === undefined) return `\\${all}`;
    const set = CLASSES[name];
    if (set === undefined) throw new PatternError('Invalid character class name');
    return set;
  });
  const range = /(\w)-(\w)/.exec(inside);
  if (range && range[1]! > range[2]!) throw new PatternError('Invalid range end');
  return `[${match[1]}${inside}]`;
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
