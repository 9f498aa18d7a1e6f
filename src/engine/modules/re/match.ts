/** What a pattern finds in a text. */

import { typeName } from '../../python/values/classes/class-of.ts';
import { list, tuple } from '../../python/values/containers/containers.ts';
import { hashValue } from '../../python/values/containers/hash.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';
import { isCallable } from '../builtins/functions/class-functions.ts';
import { isBytes, subjectOf } from './errors.ts';
import type { How } from './module.ts';
import type { Match, Pattern } from './pattern.ts';
import { checkTemplate, expand } from './template.ts';

function subject(pattern: Pattern, value: Value): string {
  const text = subjectOf(value);
  if (text === undefined) throw typeError(`expected string or bytes-like object, got '${typeName(value)}'`);
  if (isBytes(value) && !pattern.bytes) throw typeError('cannot use a string pattern on a bytes-like object');
  if (!isBytes(value) && pattern.bytes) throw typeError('cannot use a bytes pattern on a string-like object');
  return text;
}

/** A piece of a subject as the learner sees it. */
export function shown(pattern: Pattern, text: string | undefined): Value {
  if (text === undefined) return null;
  return pattern.bytes ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : text;
}

/** Positions are counted in characters outside, in UTF-16 units inside. */
const inside = (text: string, at: number): number =>
  /[\ud800-\udbff]/.test(text) ? [...text].slice(0, at).join('').length : at;

/** A place in our text (UTF-16) as Python counts it (code points). */
export const outside = (text: string, at: number): number =>
  at > 0 && /[\ud800-\udbff]/.test(text) ? [...text.slice(0, at)].length : at;

function range(text: string, from: Value, to: Value): readonly [number, number] {
  const end = to === null ? text.length : Math.min(inside(text, Math.max(0, Number(to))), text.length);
  return [inside(text, Math.max(0, Number(from ?? 0))), end];
}

/** `search`, `match`, `fullmatch`. @returns the match, or None */
export function find(pattern: Pattern, how: How, string: Value, from: Value = 0, to: Value = null): Value {
  const text = subject(pattern, string);
  return pattern.find(how, text, ...range(text, from, to)) ?? null;
}

/** Every match, from left to right, none overlapping another one. */
export function* matches(
  pattern: Pattern,
  string: Value,
  from: Value = 0,
  to: Value = null,
): Iterable<Match> {
  const text = subject(pattern, string);
  yield* pattern.all(text, ...range(text, from, to));
}

/** An item of `findall`: the match, its only group, or all its groups. */
function found(match: Match): Value {
  const { pattern } = match;
  const group = (number: number) => shown(pattern, match.group(number) ?? '');
  if (pattern.groups === 0) return group(0);
  if (pattern.groups === 1) return group(1);
  return tuple(Array.from({ length: pattern.groups }, (_, index) => group(index + 1)));
}

/** `findall`: the texts of the groups, or of the whole where there is none. */
export const findall = (pattern: Pattern, string: Value, from?: Value, to?: Value): Value =>
  list([...matches(pattern, string, from, to)].map(found));

/** `split`: the text between the matches, and the groups of each. */
export function split(pattern: Pattern, string: Value, maxsplit: Value): Value {
  const text = subject(pattern, string);
  const parts: Value[] = [];
  let at = 0;
  for (const match of pattern.all(text)) {
    if (Number(maxsplit) > 0 && parts.length >= Number(maxsplit) * (pattern.groups + 1)) break;
    const [start, end] = match.spans[0]!;
    parts.push(shown(pattern, text.slice(at, start)));
    for (let number = 1; number <= pattern.groups; number++) parts.push(shown(pattern, match.group(number)));
    at = end;
  }
  parts.push(shown(pattern, text.slice(at)));
  return list(parts);
}

/** A template's text; undefined for a function. It is compiled, and kept, before the subject is looked at. @throws error, TypeError */
function templateOf(pattern: Pattern, replacement: Value): string | undefined {
  if (isCallable(replacement)) return undefined;
  const template = subjectOf(replacement);
  if (template === undefined) {
    hashValue(replacement);
    throw typeError(`decoding to str: need a bytes-like object, ${typeName(replacement)} found`);
  }
  checkTemplate(pattern, template);
  return template;
}

/** What is put in must be of the subject's kind, as all is joined in the end. */
function refuseStranger(pattern: Pattern, given: Value, at: number): void {
  if (subjectOf(given) !== undefined && isBytes(given) === pattern.bytes) return;
  const wanted = pattern.bytes ? 'a bytes-like object' : 'str instance';
  throw typeError(`sequence item ${at}: expected ${wanted}, ${typeName(given)} found`);
}

/** `sub`, `subn`. @param replacement a template or a function of the match. @returns the text, and how many were replaced */
export function substitute(
  call: Interpreter,
  pattern: Pattern,
  replacement: Value,
  string: Value,
  count: Value,
): [Value, number] {
  const template = templateOf(pattern, replacement);
  const text = subject(pattern, string);
  let out = '';
  let at = 0;
  let made = 0;
  let pieces = 0;
  for (const match of pattern.all(text)) {
    if (Number(count) > 0 && made >= Number(count)) break;
    const [start, end] = match.spans[0]!;
    const given = template === undefined ? call.call(replacement, [match]) : replacement;
    if (start > at) pieces++;
    if (given !== null) refuseStranger(pattern, given, pieces++);
    out += text.slice(at, start);
    if (given !== null) out += template === undefined ? subjectOf(given) : expand(match, template);
    at = end;
    made++;
  }
  return [shown(pattern, out + text.slice(at)), made];
}
