/** An error in the syntax as an exception. Answers to: CPython, Objects/exceptions.c (SyntaxError). */
import type { PythonSyntaxError } from '../parse/index.ts';
import { PyTuple } from '../values/containers/containers.ts';
import { type PyException, raise } from '../values/exceptions/exceptions.ts';
import type { Value } from '../values/value.ts';

/** The exception for an error in the syntax: SyntaxError or a subclass, with file, line, columns and text as attributes. */
export function syntaxException(error: PythonSyntaxError): PyException {
  if (error.placeless) return raise(error.type, error.message);
  const place = [error.filename, error.lineno, error.offset, error.text, error.endLineno, error.endOffset];
  const made = raise(error.type, error.message, new PyTuple(place));
  made.attrs = new Map<string, Value>([
    ['msg', error.message],
    ['filename', error.filename],
    ['lineno', error.lineno],
    ['offset', error.offset],
    ['text', error.text],
    ['end_lineno', error.endLineno],
    ['end_offset', error.endOffset],
    ['print_file_and_line', null],
  ]);
  return made;
}
