/** `re.error`, and compiling with it. */
import { hashValue } from '../../python/values/containers/hash.ts';
import {
  exceptionClass,
  PyException,
  typeError,
  valueError,
} from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { type PyClass, plain, type Value } from '../../python/values/value.ts';
import { Pattern } from './pattern.ts';
import { PatternError } from './pattern-error.ts';

export const errorClass: PyClass = nativeClass({
  name: 'error',
  module: 're',
  bases: [exceptionClass('Exception')],
});

/** The `re.error` for what went wrong with a pattern; anything else as it is. */
export function patternError(error: unknown, pattern: string): unknown {
  if (!(error instanceof PatternError)) {
    return error instanceof SyntaxError ? patternError(new PatternError(error.message, 0), pattern) : error;
  }
  const { message, position } = error;
  if (position === undefined) {
    const unplaced = new PyException(errorClass, [message]);
    const places = ['pos', 'lineno', 'colno'].map((name) => [name, null] as const);
    unplaced.attrs = new Map<string, Value>([['msg', message], ['pattern', null], ...places]);
    return unplaced;
  }
  const before = pattern.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  const place = `${message} at position ${position}${pattern.includes('\n') ? ` (line ${line}, column ${column})` : ''}`;
  const made = new PyException(errorClass, [place]);
  made.attrs = new Map<string, Value>([
    ['msg', message],
    ['pattern', pattern],
    ['pos', position],
    ['lineno', line],
    ['colno', column],
  ]);
  return made;
}

/** Text, or bytes as Latin-1 text. */
export function subjectOf(value: Value): string | undefined {
  const bare = plain(value);
  if (typeof bare === 'string') return bare;
  return bare instanceof Uint8Array
    ? Array.from(bare, (byte) => String.fromCharCode(byte)).join('')
    : undefined;
}

/** Whether a value is bytes, so that patterns and subjects of one kind meet. */
export const isBytes = (value: Value) => plain(value) instanceof Uint8Array;

/** `re.compile(pattern, flags)`; a pattern that is compiled already is itself. @throws re.error, TypeError, ValueError */
export function compile(call: Interpreter, pattern: Value, flags: Value): Pattern {
  if (pattern instanceof Pattern) {
    if (flags !== 0) throw valueError('cannot process flags argument with a compiled pattern');
    return pattern;
  }
  const text = subjectOf(pattern);
  // The cache is asked first, so what cannot be a key of it is told as that.
  if (text === undefined) hashValue(pattern);
  if (text === undefined) throw typeError('first argument must be string or compiled pattern');
  try {
    return Pattern.of(text, Number(call.getAttribute(flags, 'value') ?? flags), isBytes(pattern));
  } catch (error) {
    throw patternError(error, text);
  }
}
