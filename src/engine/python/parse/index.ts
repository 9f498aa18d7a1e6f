/** The parser's front door. */
import type { Expression, Module } from './ast.ts';
import { CompilerOverflow } from './cursor.ts';
import { diagnose, type StartRule } from './diagnose.ts';
import { evalOf, moduleOf } from './grammar.ts';
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
    throw explained(error, text, filename, 'file');
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
    throw explained(error, text, filename, 'eval');
  }
}

function explained(error: unknown, text: string, filename: string, start: StartRule): unknown {
  if (error instanceof CompilerOverflow) return error;
  return diagnose(text, filename, start) ?? error;
}
