/** The parser's front door. */
import type { Expression, Module } from './ast.ts';
import { CompilerOverflow } from './cursor.ts';
import { evalOf, moduleOf } from './grammar.ts';
import { PythonSyntaxError } from './syntax-error.ts';
import { normalised } from './tokenizer.ts';

export { CompilerOverflow } from './cursor.ts';
export { formatSyntaxError, PythonSyntaxError } from './syntax-error.ts';

/**
 * Parses a file.
 * @throws PythonSyntaxError as CPython 3.11's compiler raises it; CompilerOverflow where the program is nested too deeply.
 */
export function parseModule(source: string, filename: string): Module {
  const text = normalised(source);
  try {
    return moduleOf(text, filename);
  } catch (error) {
    throw explained(error, text, filename);
  }
}

/**
 * Parses what `eval` takes: one expression, blanks before it allowed.
 * @throws PythonSyntaxError, CompilerOverflow
 */
export function parseExpression(source: string, filename: string): Expression {
  const text = normalised(source.replace(/^[ \t]+/, ''));
  try {
    return { kind: 'Expression', body: evalOf(text, filename) };
  } catch (error) {
    throw explained(error, text, filename);
  }
}

function explained(error: unknown, text: string, filename: string): unknown {
  if (error instanceof CompilerOverflow || error instanceof PythonSyntaxError) return error;
  return new PythonSyntaxError('SyntaxError', 'invalid syntax', {
    filename,
    lineno: 1,
    offset: 1,
    endLineno: 1,
    endOffset: 1,
    text,
  });
}
