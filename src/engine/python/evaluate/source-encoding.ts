/** What a file says with the encoding that it names. Answers to: decoding_fgets of CPython's tokenizer (PEP 263). */
import { declaredEncoding, PythonSyntaxError } from '../parse/index.ts';
import { isException } from '../values/exceptions/exceptions.ts';
import type { Interpreter } from '../values/interpreter.ts';
import { str } from '../values/text.ts';

const UTF_8 = /^utf[-_]?8(?:$|[-_])/i;

/**
 * The text of a file: its bytes, which are UTF-8 here, read as the comment in one of its first two lines says.
 * @throws PythonSyntaxError for an encoding that is not known, and for bytes that are none of it
 */
export function decoded(python: Interpreter, path: string, source: string): string {
  const encoding = declaredEncoding(source);
  if (encoding === undefined || UTF_8.test(encoding)) return source;
  const wrong = (message: string) =>
    new PythonSyntaxError('SyntaxError', message, {
      ...{ filename: path, lineno: 0, offset: 0, endLineno: 0, endOffset: 0, text: null },
    });
  if (source.startsWith('\ufeff')) throw wrong(`encoding problem: ${encoding} with BOM`);
  try {
    return str(python.callMethod(python.callMethod(source, 'encode'), 'decode', encoding));
  } catch (error) {
    const thrown = python.toException(error);
    if (isException(thrown, 'LookupError') || isException(thrown, 'UnicodeDecodeError'))
      throw wrong(python.str(thrown));
    throw error;
  }
}
