/** Methods of `str` that look for text: strip, find, split, partition and their kin. */

import { typeName } from '../../../python/values/classes/class-of.ts';
import { PyTuple, tuple } from '../../../python/values/containers/containers.ts';
import { hasSurrogates } from '../../../python/values/containers/iterate.ts';
import { typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import { BLANK } from '../../../stdlib/whitespace.ts';
import { searchBounds } from '../containers/sequence.ts';

/** The text of a `str`, or of an object of a subclass. */
export const text = (self: Value): string => plain(self) as string;

/** A str argument. @throws TypeError of Python */
export function strArgument(value: Value, message: (type: string) => string): string {
  const bare = plain(value);
  if (typeof bare === 'string') return bare;
  throw typeError(message(typeName(value)));
}

/** `strip`, `lstrip`, `rstrip`. @param kind the sides that are stripped */
export function strip(kind: 'both' | 'left' | 'right'): NativeMethod {
  return [
    'chars=None, /',
    (_call, self: Value, chars: Value) => {
      const source = text(self);
      const isStripped = stripTest(chars, kind);
      let start = 0;
      let end = source.length;
      if (kind !== 'right') while (start < end && isStripped(source[start]!)) start++;
      if (kind !== 'left') while (end > start && isStripped(source[end - 1]!)) end--;
      return source.slice(start, end);
    },
  ];
}

function stripTest(chars: Value, kind: string): (character: string) => boolean {
  if (chars === null) return (character) => SPACE.test(character);
  const name = kind === 'both' ? 'strip' : kind === 'left' ? 'lstrip' : 'rstrip';
  const set = strArgument(chars, () => `${name} arg must be None or str`);
  return (character) => set.includes(character);
}

const SPACE = /[\s\x1c-\x1f\x85]/;

/** The first argument of a method that counts it by itself. @throws TypeError of Python */
export function oneAtLeast(value: Value | undefined, name: string): Value {
  if (value === undefined) throw typeError(`${name}() takes at least 1 argument (0 given)`);
  return value;
}

/** Where a text stands in another one, in characters; -1 where it does not. */
function searched(
  source: string,
  sub: string,
  start: Value | undefined,
  end: Value | undefined,
  last: boolean,
): number {
  const wide = hasSurrogates(source);
  const all = wide ? [...source] : undefined;
  const [first, stop] = searchBounds(start, end, all?.length ?? source.length);
  const unit = (at: number) => (all ? all.slice(0, at).join('').length : at);
  const [from, to] = [unit(first), unit(stop)];
  const within = source.slice(0, to);
  const at = last ? within.lastIndexOf(sub) : within.indexOf(sub, from);
  if (at < from || first > (all?.length ?? source.length)) return -1;
  return wide ? [...source.slice(0, at)].length : at;
}

/** `find`, `index` and their kin from the right. @param kind `index` and `rindex` throw ValueError where nothing is found */
export function find(kind: 'find' | 'rfind' | 'index' | 'rindex'): NativeMethod {
  const last = kind.startsWith('r');
  return [
    'sub=..., start=..., end=..., /',
    (_call, self: Value, wanted?: Value, start?: Value, end?: Value) => {
      const source = text(self);
      const sub = strArgument(oneAtLeast(wanted, kind), (type) => `must be str, not ${type}`);
      const found = searched(source, sub, start, end, last);
      if (found < 0 && kind.endsWith('index')) throw valueError('substring not found');
      return found;
    },
  ];
}

/** `startswith` and `endswith`. */
export function affix(kind: 'startswith' | 'endswith'): NativeMethod {
  return [
    'prefix=..., start=..., end=..., /',
    (_call, self: Value, given?: Value, start?: Value, end?: Value) => {
      const source = text(self);
      const wanted = oneAtLeast(given, kind);
      const [from, to] = searchBounds(start, end, source.length);
      const part = from > source.length ? undefined : source.slice(from, to);
      const test = (each: Value) => {
        const affixText = strArgument(each, (type) =>
          wanted instanceof PyTuple
            ? `tuple for ${kind} must only contain str, not ${type}`
            : `${kind} first arg must be str or a tuple of str, not ${type}`,
        );
        return (
          part !== undefined &&
          (kind === 'startswith' ? part.startsWith(affixText) : part.endsWith(affixText))
        );
      };
      return wanted instanceof PyTuple ? wanted.items.some(test) : test(wanted);
    },
  ];
}

/** `split` and `rsplit`. @param limit how often at most; any number below 0 is no limit. @throws TypeError, ValueError */
export function splitText(source: string, separator: Value, limit: number, fromRight: boolean): string[] {
  if (separator === null) return splitBlank(source, limit, fromRight);
  const mark = strArgument(separator, (type) => `must be str or None, not ${type}`);
  if (mark === '') throw valueError('empty separator');
  const parts = source.split(mark);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  if (fromRight)
    return [parts.slice(0, parts.length - limit).join(mark), ...parts.slice(parts.length - limit)];
  return [...parts.slice(0, limit), parts.slice(limit).join(mark)];
}

function splitBlank(source: string, limit: number, fromRight: boolean): string[] {
  const words = [...source.matchAll(WORD)].map((found) => ({ text: found[0], start: found.index }));
  const texts = words.map(({ text }) => text);
  if (limit < 0 || words.length <= limit) return texts;
  if (fromRight) {
    const cut = words.length - limit;
    const last = words[cut - 1]!;
    // What is left keeps the blanks before it.
    return [source.slice(0, last.start + last.text.length), ...texts.slice(cut)];
  }
  return [...texts.slice(0, limit), source.slice(words[limit]!.start)];
}

const WORD = new RegExp(`[^${BLANK}]+`, 'gu');
const LINES = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

/** `splitlines`: cuts at every line end that Python knows. @param keep whether the ends stay */
export function splitLines(source: string, keep: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const match of source.matchAll(LINES)) {
    const end = match.index + match[0].length;
    lines.push(source.slice(start, keep ? end : match.index));
    start = end;
  }
  if (start < source.length) lines.push(source.slice(start));
  return lines;
}

/** `partition` and `rpartition`. */
export function partition(fromRight: boolean): NativeMethod {
  return [
    'sep, /',
    (_call, self: Value, separator: Value) => {
      const mark = strArgument(separator, (type) => `must be str, not ${type}`);
      if (mark === '') throw valueError('empty separator');
      const source = text(self);
      const at = fromRight ? source.lastIndexOf(mark) : source.indexOf(mark);
      if (at < 0) return tuple(fromRight ? ['', '', source] : [source, '', '']);
      return tuple([source.slice(0, at), mark, source.slice(at + mark.length)]);
    },
  ];
}
