/** `re`. */
import { classOf } from '../../python/values/classes/class-of.ts';
import { tuple } from '../../python/values/containers/containers.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { NativeIterator } from '../../python/values/native/iterator.ts';
import { lazyModule, type NativeModule, nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { matchClass, patternClass } from './classes.ts';
import { compile, errorClass, isBytes, subjectOf } from './errors.ts';
import { FLAGS, flag, flagClass } from './flags.ts';
import { find, findall, matches, split, substitute } from './match.ts';

export type How = 'match' | 'fullmatch' | 'search';

type Names = NativeModule['names'];

const fn = (
  name: string,
  signature: string,
  code: (call: Interpreter, ...args: never[]) => Value,
): Names => ({
  [name]: () => nativeFunction(name, signature, code, 're'),
});

const SPECIAL = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g;

const functions: Names = {
  ...fn('compile', 'pattern, flags=0', (call, pattern: Value, flags: Value) => compile(call, pattern, flags)),
  ...Object.assign(
    {},
    ...(['match', 'fullmatch', 'search'] as const).map((how) =>
      fn(how, 'pattern, string, flags=0', (call, pattern: Value, string: Value, flags: Value) =>
        find(compile(call, pattern, flags), how, string),
      ),
    ),
  ),
  ...fn('findall', 'pattern, string, flags=0', (call, pattern: Value, string: Value, flags: Value) =>
    findall(compile(call, pattern, flags), string),
  ),
  ...fn(
    'finditer',
    'pattern, string, flags=0',
    (call, pattern: Value, string: Value, flags: Value) =>
      new NativeIterator(matches(compile(call, pattern, flags), string)),
  ),
  ...fn(
    'split',
    'pattern, string, maxsplit=0, flags=0',
    (call, pattern: Value, string: Value, maxsplit: Value, flags: Value) =>
      split(compile(call, pattern, flags), string, maxsplit),
  ),
  ...fn(
    'sub',
    'pattern, repl, string, count=0, flags=0',
    (call, pattern: Value, replacement: Value, string: Value, count: Value, flags: Value) =>
      substitute(call, compile(call, pattern, flags), replacement, string, count)[0],
  ),
  ...fn(
    'subn',
    'pattern, repl, string, count=0, flags=0',
    (call, pattern: Value, replacement: Value, string: Value, count: Value, flags: Value) =>
      tuple(substitute(call, compile(call, pattern, flags), replacement, string, count)),
  ),
  ...fn('escape', 'pattern', (_call, pattern: Value) => {
    const text = subjectOf(pattern);
    if (text === undefined)
      throw typeError(`expected string or bytes-like object, got '${classOf(pattern).name}'`);
    const escaped = text.replace(SPECIAL, (character) => `\\${character}`);
    return isBytes(pattern) ? Uint8Array.from(escaped, (character) => character.charCodeAt(0)) : escaped;
  }),
  ...fn('purge', '', () => null),
};

export const reModule = lazyModule('re', {
  ...functions,
  error: () => errorClass,
  RegexFlag: () => flagClass,
  Pattern: () => patternClass,
  Match: () => matchClass,
  ...Object.fromEntries(
    FLAGS.flatMap(([short, long, value]) => [
      [short, () => flag(value)],
      [long, () => flag(value)],
    ]),
  ),
});
