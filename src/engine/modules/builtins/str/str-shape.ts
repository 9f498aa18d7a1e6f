/** Methods of `str` that give text another shape: join, replace, pad, title, translate. */
import { classOf, typeName } from '../../../python/values/classes/class-of.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { characters, getItem, iterate } from '../../../python/values/containers/iterate.ts';
import { isException, raise, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { isInt, toSize } from '../../../python/values/numbers.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import { strArgument, text } from './str-search.ts';

/** `separator.join(items)`. @throws TypeError for an item that is no text */
export function join(_call: Interpreter, self: Value, items: Value): string {
  const parts: string[] = [];
  for (const item of joinItems(items)) {
    const part = plain(item);
    if (typeof part !== 'string')
      throw typeError(`sequence item ${parts.length}: expected str instance, ${typeName(item)} found`);
    parts.push(part);
  }
  return parts.join(text(self));
}

/** What `join` goes through. @throws TypeError of Python */
export function joinItems(items: Value): Iterable<Value> {
  if (
    classOf(items).lookup('__iter__') === undefined &&
    typeof items !== 'string' &&
    classOf(items).lookup('__getitem__') === undefined
  ) {
    throw typeError('can only join an iterable');
  }
  return iterate(items);
}

/** `replace(old, new, count)`. @throws TypeError */
export function replace(_call: Interpreter, self: Value, old: Value, by: Value, count: Value): string {
  const wanted = strArgument(old, (type) => `replace() argument 1 must be str, not ${type}`);
  const other = strArgument(by, (type) => `replace() argument 2 must be str, not ${type}`);
  const limit = toSize(count);
  if (limit < 0) return text(self).replaceAll(wanted, () => other);
  let left = limit;
  return text(self).replaceAll(wanted, (found) => (left-- > 0 ? other : found));
}

/** `ljust`, `rjust`, `center`. */
export function pad(kind: 'ljust' | 'rjust' | 'center'): NativeMethod {
  return [
    "width, fillchar=' ', /",
    (_call, self: Value, width: Value, fill: Value) => {
      const mark = strArgument(fill, (type) => `The fill character must be a unicode character, not ${type}`);
      if ([...mark].length !== 1) throw typeError('The fill character must be exactly one character long');
      const source = text(self);
      const missing = Math.max(0, toSize(width) - characters(source).length);
      if (kind === 'ljust') return source + mark.repeat(missing);
      if (kind === 'rjust') return mark.repeat(missing) + source;
      const left = Math.floor(missing / 2) + (missing & toSize(width) & 1);
      return mark.repeat(left) + source + mark.repeat(missing - left);
    },
  ];
}

/** Letters whose first letter in a title is neither their capital nor themselves. */
const TITLE: Readonly<Record<string, string>> = {
  ǆ: 'ǅ',
  Ǆ: 'ǅ',
  ǉ: 'ǈ',
  Ǉ: 'ǈ',
  ǌ: 'ǋ',
  Ǌ: 'ǋ',
  ǳ: 'ǲ',
  Ǳ: 'ǲ',
  ß: 'Ss',
};

/** A letter as it begins a word; some of Unicode have a form of their own for it. */
export const titleCase = (letter: string) => TITLE[letter] ?? letter.toUpperCase();

/** `title()`: each word with a capital. */
export const titled = (source: string) =>
  source.replace(/\p{L}+/gu, (word) => {
    const [first = ''] = word;
    return titleCase(first) + word.slice(first.length).toLowerCase();
  });

/** `translate(table)`: each character by the table, which may drop it or give more than one. */
export function translate(_call: Interpreter, self: Value, table: Value): string {
  return [...text(self)].map((character) => translated(character, table)).join('');
}

function translated(character: string, table: Value): string {
  let found: Value;
  try {
    found = plain(getItem(table, character.codePointAt(0)!));
  } catch (error) {
    if (isException(error, 'LookupError')) return character;
    throw error;
  }
  if (found === null) return '';
  if (typeof found === 'string') return found;
  if (!isInt(found)) throw typeError('character mapping must return integer, None or str');
  const code = Number(found);
  if (code < 0 || code > 0x10ffff) throw valueError('character mapping must be in range(0x110000)');
  return String.fromCodePoint(code);
}

/** `str.maketrans(x, y, z)`. @throws TypeError, ValueError */
export function makeTranslation(
  _call: Interpreter,
  x: Value,
  y: Value | undefined,
  z: Value | undefined,
): Value {
  const table = new PyDict();
  const code = (character: string) => character.codePointAt(0)!;
  if (y === undefined) {
    if (!(x instanceof PyDict))
      throw typeError('if you give only one argument to maketrans it must be a dict');
    for (const [key, value] of x.entries()) table.set(translationKey(key), value);
    return table;
  }
  const part = (value: Value, place: number) =>
    strArgument(value, (type) => `maketrans() argument ${place} must be str, not ${type}`);
  const to = [...part(y, 2)];
  const removed = z === undefined ? [] : [...part(z, 3)];
  const from = [
    ...strArgument(x, () => 'first maketrans argument must be a string if there is a second argument'),
  ];
  if (from.length !== to.length) throw valueError('the first two maketrans arguments must have equal length');
  for (const [index, character] of from.entries()) table.set(code(character), code(to[index]!));
  for (const character of removed) table.set(code(character), null);
  return table;
}

function translationKey(key: Value): Value {
  const bare = plain(key);
  if (isInt(bare)) return bare;
  if (typeof bare !== 'string') throw typeError('keys in translate table must be strings or integers');
  if ([...bare].length !== 1) throw valueError('string keys in translate table must be of length 1');
  return bare.codePointAt(0)!;
}

/** `text * count` @throws MemoryError of Python */
export function repeatText(source: string, count: number): string {
  if (source.length * count > 100_000_000) throw raise('MemoryError');
  return source.repeat(count);
}

/** `expandtabs(size)`: blanks up to the next column that `size` divides. */
export function expandTabs(source: string, size: number): string {
  let column = 0;
  return source.replace(/[^\t]|\t/g, (character) => {
    if (character === '\n' || character === '\r') column = 0;
    else if (character !== '\t') column++;
    else {
      const blanks = size > 0 ? size - (column % size) : 0;
      column += blanks;
      return ' '.repeat(blanks);
    }
    return character;
  });
}
