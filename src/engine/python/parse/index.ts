/** The parser's front door. */
import type { Expression, Module } from './ast.ts';
import { PythonSyntaxError } from './syntax-error.ts';

export { formatSyntaxError, PythonSyntaxError } from './syntax-error.ts';

/**
 * Parses a file.
 * @throws PythonSyntaxError as CPython 3.11's compiler raises it.
 */
export function parseModule(source: string, filename: string): Module {
  throw notYet(source, filename);
}

/**
 * Parses what `eval` takes: one expression, blanks around it allowed.
 * @throws PythonSyntaxError
 */
export function parseExpression(source: string, filename: string): Expression {
  throw notYet(source, filename);
}

const notYet = (source: string, filename: string) =>
  new PythonSyntaxError('SyntaxError', 'invalid syntax', {
    filename,
    lineno: 1,
    offset: 1,
    endLineno: 1,
    endOffset: 1,
    text: source,
  });
