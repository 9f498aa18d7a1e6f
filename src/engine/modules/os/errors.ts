/** The errors of `os`, with their numbers. */

import { callValue } from '../../python/values/callable.ts';
import { exceptionClass, type PyException } from '../../python/values/exceptions/exceptions.ts';
import type { Value } from '../../python/values/value.ts';

/** An OSError that knows its file, so that its text has it. */
export const osError = (
  name: string,
  code: number,
  text: string,
  path: string,
  ...more: Value[]
): PyException => callValue(exceptionClass(name), [code, text, path, ...more]) as PyException;

/** FileNotFoundError for a path. */
export const noFile = (path: string): PyException =>
  callValue(exceptionClass('FileNotFoundError'), [2, 'No such file or directory', path]) as PyException;

export const ERRORS = new Map([
  [1, 'Operation not permitted'],
  [2, 'No such file or directory'],
  [13, 'Permission denied'],
  [17, 'File exists'],
  [20, 'Not a directory'],
  [21, 'Is a directory'],
  [22, 'Invalid argument'],
  [39, 'Directory not empty'],
]);
