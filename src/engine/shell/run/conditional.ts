/** `test`, `[ … ]` and `[[ … ]]`. Answers to: bash's test.c and cond.c. */
import { isThere } from '../../files.ts';
import type { Files } from '../../machine.ts';
import { arithmeticNumber } from '../expand/arithmetic.ts';
import { type Expansion, expandPattern, expandText } from '../expand/expand.ts';
import { globSource } from '../expand/glob.ts';
import { ExpansionError, type TestPart, type Word } from '../parse/syntax.ts';
import { absolute } from '../paths.ts';

/** `[` was typed wrongly; the message is bash's, without its prefix. */
export class TestError extends Error {}

interface Place {
  readonly files: Files;
  readonly cwd: string;
}

type Unary = (value: string, place: Place) => boolean;

const exists: Unary = (value, { files, cwd }) =>
  value === '/dev/null' || (value !== '' && isThere(files, absolute(value, cwd)));
const isFile: Unary = (value, { files, cwd }) => value !== '' && files.isFile(absolute(value, cwd));
const never: Unary = () => false;

const UNARY: Readonly<Record<string, Unary>> = {
  '-e': exists,
  '-a': exists,
  '-f': isFile,
  '-d': (value, { files, cwd }) => value !== '' && files.isDirectory(absolute(value, cwd)),
  '-s': (value, { files, cwd }) =>
    files.isDirectory(absolute(value, cwd)) || (files.read(absolute(value, cwd)) ?? '') !== '',
  '-r': exists,
  '-w': exists,
  // Folders can be entered; files here carry no permission to be run.
  '-x': (value, { files, cwd }) => value !== '' && files.isDirectory(absolute(value, cwd)),
  '-L': never,
  '-h': never,
  '-t': never,
  '-z': (value) => value === '',
  '-n': (value) => value !== '',
};

const NUMBERS: Readonly<Record<string, (a: bigint, b: bigint) => boolean>> = {
  '-eq': (a, b) => a === b,
  '-ne': (a, b) => a !== b,
  '-lt': (a, b) => a < b,
  '-le': (a, b) => a <= b,
  '-gt': (a, b) => a > b,
  '-ge': (a, b) => a >= b,
};

const isBinary = (word: string | undefined): boolean =>
  word !== undefined &&
  (['=', '==', '!=', '<', '>', '-nt', '-ot', '-ef'].includes(word) || NUMBERS[word] !== undefined);

/**
 * @param words what stands behind `test` or between `[` and `]`.
 * @throws TestError
 */
export function testHolds(words: readonly string[], place: Place): boolean {
  const [first = '', second = '', third = ''] = words;
  if (words.length === 0) return false;
  if (words.length === 1) return first !== '';
  if (words.length === 2) {
    if (first === '!') return second === '';
    const unary = UNARY[first];
    if (!unary) throw new TestError(`${first}: unary operator expected`);
    return unary(second, place);
  }
  if (words.length === 3) {
    if (isBinary(second)) return binary(first, second, third, place);
    if (second === '-a') return first !== '' && third !== '';
    if (second === '-o') return first !== '' || third !== '';
    if (first === '!') return !testHolds([second, third], place);
    if (first === '(' && third === ')') return second !== '';
    throw new TestError(`${second}: binary operator expected`);
  }
  if (words.length === 4 && first === '!') return !testHolds(words.slice(1), place);
  return either({ words, at: 0, place });
}

interface Reader {
  readonly words: readonly string[];
  at: number;
  readonly place: Place;
}

function either(reader: Reader): boolean {
  let value = both(reader);
  while (reader.words[reader.at] === '-o') {
    reader.at += 1;
    value = both(reader) || value;
  }
  if (reader.at < reader.words.length) throw new TestError('too many arguments');
  return value;
}

function both(reader: Reader): boolean {
  let value = term(reader);
  while (reader.words[reader.at] === '-a') {
    reader.at += 1;
    value = term(reader) && value;
  }
  return value;
}

function term(reader: Reader): boolean {
  const { words, place } = reader;
  const [first = '', second, third] = words.slice(reader.at, reader.at + 3);
  if (first === '!') {
    reader.at += 1;
    return !term(reader);
  }
  if (isBinary(second) && third !== undefined) {
    reader.at += 3;
    return binary(first, second!, third, place);
  }
  const unary = UNARY[first];
  if (unary && second !== undefined) {
    reader.at += 2;
    return unary(second, place);
  }
  reader.at += 1;
  return first !== '';
}

function binary(left: string, sign: string, right: string, { files, cwd }: Place): boolean {
  const numbers = NUMBERS[sign];
  if (numbers) return numbers(whole(left), whole(right));
  if (sign === '!=') return left !== right;
  if (sign === '<') return left < right;
  if (sign === '>') return left > right;
  if (sign === '-ef') return absolute(left, cwd) === absolute(right, cwd);
  if (sign === '-nt' || sign === '-ot') {
    const [one, two] = [left, right].map((name) => files.modified(absolute(name, cwd)));
    const [newer, older] = sign === '-nt' ? [one, two] : [two, one];
    return newer !== undefined && (older === undefined || newer > older);
  }
  return left === right;
}

function whole(text: string): bigint {
  if (!/^\s*[-+]?\d+\s*$/.test(text)) throw new TestError(`${text}: integer expression expected`);
  return BigInt(text.trim());
}

interface Condition {
  readonly parts: readonly TestPart[];
  at: number;
  readonly context: Expansion;
}

/** `[[ … ]]`: patterns on the right of `==`, `=~`, `&&`, `||`, `!` and parentheses. */
export function conditionHolds(parts: readonly TestPart[], context: Expansion): boolean {
  return orList({ parts, at: 0, context });
}

function takes(reader: Condition, text: string): boolean {
  const part = reader.parts[reader.at];
  const found =
    part?.kind === 'operator' ? part.text === text : part !== undefined && bare(part.word) === text;
  if (found) reader.at += 1;
  return found;
}

const bare = (word: Word): string | undefined => {
  const [only, ...more] = word;
  return only?.kind === 'text' && !only.quoted && more.length === 0 ? only.text : undefined;
};

function orList(reader: Condition): boolean {
  let value = andList(reader);
  while (takes(reader, '||')) {
    const right = andList(reader);
    value = value || right;
  }
  return value;
}

function andList(reader: Condition): boolean {
  let value = primary(reader);
  while (takes(reader, '&&')) {
    const right = primary(reader);
    value = value && right;
  }
  return value;
}

function primary(reader: Condition): boolean {
  if (takes(reader, '!')) return !primary(reader);
  if (takes(reader, '(')) {
    const value = orList(reader);
    takes(reader, ')');
    return value;
  }
  const { context, parts } = reader;
  const word = (): Word => {
    const part = parts[reader.at];
    if (part?.kind !== 'word') throw new ExpansionError('syntax error in conditional expression');
    reader.at += 1;
    return part.word;
  };
  const first = word();
  const unary = UNARY[bare(first) ?? ''];
  const next = parts[reader.at];
  if (unary && next?.kind === 'word' && !isBinary(bare(next.word)) && bare(next.word) !== '=~')
    return unary(expandText(word(), context), context);
  if (bare(first) === '-v') return context.variable(expandText(word(), context)) !== undefined;
  const sign = next?.kind === 'operator' ? next.text : next && bare(next.word);
  if (sign === undefined || !(isBinary(sign) || sign === '=~')) return expandText(first, context) !== '';
  reader.at += 1;
  return compared(expandText(first, context), sign, word(), context);
}

function compared(left: string, sign: string, word: Word, context: Expansion): boolean {
  if (sign === '=~') return new RegExp(expressionOf(word, context), 'su').test(left);
  if (sign === '=' || sign === '==' || sign === '!=') {
    const fits = new RegExp(`^(?:${globSource(expandPattern(word, context), '.')})$`, 'su').test(left);
    return fits === (sign !== '!=');
  }
  const right = expandText(word, context);
  const numbers = NUMBERS[sign];
  if (numbers) return numbers(arithmeticNumber(left, context), arithmeticNumber(right, context));
  return binary(left, sign, right, context);
}

/** Quoted parts of the pattern behind `=~` stand for themselves. */
const expressionOf = (word: Word, context: Expansion): string =>
  word
    .map((part) => {
      const text = expandText([part], context);
      return part.quoted ? text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') : text;
    })
    .join('');
