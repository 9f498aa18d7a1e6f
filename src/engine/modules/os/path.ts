/** `os.path`: names of files, taken apart and put together. */

import { classOf } from '../../python/values/classes/class-of.ts';
import { raise } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';
import { relativePath } from '../../stdlib/posix-path.ts';

export const HOME = '/home/learner';

/** A path that has to be text. @throws TypeError */
export function text(value: Value): string {
  if (typeof value !== 'string') throw raise('TypeError', `str expected, not ${classOf(value).name}`);
  return value;
}

/** A path argument: text, bytes or anything with `__fspath__`. @param wrong the start of the message for anything else */
export function fspath(
  call: Interpreter,
  value: Value,
  wrong = 'expected str, bytes or os.PathLike object',
): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  const method = value === null ? undefined : call.getAttribute(value, '__fspath__');
  if (method !== undefined) return call.call(method) as string;
  throw raise('TypeError', `${wrong}, not ${classOf(value).name}`);
}

/** An absolute path without `.` and `..`. */
export function absolutePath(call: Interpreter, path: string): string {
  return normalised(path.startsWith('/') ? path : `${call.process.cwd}/${path}`);
}

/** `os.path.normpath` */
export function normalised(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part === '..' && !rooted) parts.push(part);
    else if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return (rooted ? '/' : '') + parts.join('/') || (rooted ? '/' : '.');
}

/** A later argument of `join`. @throws TypeError of Python, which names `join` here */
export function joinPart(call: Interpreter, value: Value): string {
  if (typeof value === 'string') return value;
  const known =
    value instanceof Uint8Array || (value !== null && call.getAttribute(value, '__fspath__') !== undefined);
  if (known) return fspath(call, value);
  throw raise(
    'TypeError',
    `join() argument must be str, bytes, or os.PathLike object, not '${classOf(value).name}'`,
  );
}

/** `os.path.join`: an absolute part begins anew. */
export function joined(parts: readonly string[]): string {
  return parts.reduce((path, part) => {
    if (part.startsWith('/')) return part;
    return path === '' || path.endsWith('/') ? path + part : `${path}/${part}`;
  });
}

/** `os.path.split`: folder and last name. */
export const splitAt = (path: string): [string, string] => {
  const at = path.lastIndexOf('/') + 1;
  const head = path.slice(0, at);
  return [/^\/+$/.test(head) ? head : head.replace(/\/+$/, ''), path.slice(at)];
};

/** `os.path.splitext`: the dots that a name begins with are no extension. */
export function splitExtension(path: string): [string, string] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const at = name.replace(/^\.+/, (dots) => ' '.repeat(dots.length)).lastIndexOf('.');
  if (at <= 0) return [path, ''];
  const cut = path.length - name.length + at;
  return [path.slice(0, cut), path.slice(cut)];
}

/** `os.path.relpath(path, start)` */
export function relative(call: Interpreter, path: string, start: string): string {
  return relativePath(absolutePath(call, path), absolutePath(call, start));
}
