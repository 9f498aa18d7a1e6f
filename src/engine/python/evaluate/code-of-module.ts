/** The code of a file that is executed as a module. Answers to: how CPython's tokenizer reads a program and a module. */
import { PythonSyntaxError } from '../parse/index.ts';
import { codeOf } from './code-cache.ts';

/**
 * A program's own file is read line by line, and what is wrong at its very end has no column.
 * @param program the file is run as a program, not imported
 * @throws as codeOf
 */
export function codeOfModule(path: string, source: string, program: boolean): ReturnType<typeof codeOf> {
  try {
    return codeOf(path, source);
  } catch (error) {
    const atEnd =
      error instanceof PythonSyntaxError &&
      (error.endOffset ?? 0) <= 0 &&
      /^expected (?:an indented block|'except' or 'finally')/.test(error.message) &&
      !/^[^\S\n]*[^\s#]/m.test(source.split('\n').slice(error.lineno).join('\n'));
    if (!atEnd || !program) throw error;
    throw new PythonSyntaxError(error.type, error.message, { ...error, offset: 0, endOffset: 0 });
  }
}
