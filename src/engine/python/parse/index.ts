/** The parser's front door. */
import type { Expression, Module } from './ast.ts';
import { checkProgram } from './check/check.ts';
import type { CompileWarning } from './check/warnings.ts';
import { CompilerOverflow } from './cursor.ts';
import { diagnose, type StartRule } from './diagnose.ts';
import { evalOf, moduleOf } from './grammar.ts';
import { PythonSyntaxError } from './syntax-error.ts';
import { normalised } from './tokenizer.ts';

export type { CompileWarning } from './check/warnings.ts';
export { CompilerOverflow } from './cursor.ts';
export { formatSyntaxError, PythonSyntaxError } from './syntax-error.ts';

/** Whether the text comes from a file, as an import reads it, or from a string, as `exec` gets it. */
export type SourceKind = 'file' | 'string';

const kindOf = (filename: string): SourceKind => (filename.startsWith('<') ? 'string' : 'file');

/**
 * Parses a file.
 * @throws PythonSyntaxError as CPython 3.11's compiler raises it; CompilerOverflow where the program is nested too deeply.
 */
export const parseModule = (source: string, filename: string, from = kindOf(filename)): Module =>
  parseWithWarnings(source, filename, from).module;

/** A module, and what its compiler warns about; as parseModule. */
export function parseWithWarnings(
  source: string,
  filename: string,
  from = kindOf(filename),
): { readonly module: Module; readonly warnings: readonly CompileWarning[] } {
  refuseNull(source, filename);
  const text = normalised(source);
  let module: Module;
  try {
    module = moduleOf(text, filename);
  } catch (error) {
    throw explained(error, source, filename, 'file', from);
  }
  const warnings = checkProgram(module, { source, filename, fromFile: from === 'file' });
  return { module, warnings };
}

/**
 * Parses what `eval` takes: one expression, blanks before it allowed.
 * @throws PythonSyntaxError, CompilerOverflow
 */
export const parseExpression = (source: string, filename: string, from: SourceKind = 'string'): Expression =>
  expressionWithWarnings(source, filename, from).expression;

/** The same, and what its compiler warns about. */
export function expressionWithWarnings(
  source: string,
  filename: string,
  from: SourceKind = 'string',
): { readonly expression: Expression; readonly warnings: readonly CompileWarning[] } {
  refuseNull(source, filename);
  const text = normalised(source.replace(/^[ \t]+/, ''));
  let expression: Expression;
  try {
    expression = { kind: 'Expression', body: evalOf(text, filename) };
  } catch (error) {
    throw explained(error, source.replace(/^[ \t]+/, ''), filename, 'eval', from);
  }
  return { expression, warnings: checkProgram(expression, { source, filename, fromFile: false }) };
}

/** CPython's compiler takes no text with a NUL in it, and does not say where it stands. */
function refuseNull(source: string, filename: string): void {
  const at = source.indexOf('\0');
  if (at < 0) return;
  const lineno = source.slice(0, at).split('\n').length;
  const place = { filename, lineno, offset: 1, endLineno: lineno, endOffset: 1, text: null, placeless: true };
  throw new PythonSyntaxError('SyntaxError', 'source code string cannot contain null bytes', place);
}

function explained(
  error: unknown,
  source: string,
  filename: string,
  start: StartRule,
  from: SourceKind,
): unknown {
  if (error instanceof CompilerOverflow) return error;
  const bytes = from === 'file' && !ENCODING.test(source);
  const endAdded = !/[\r\n]$/.test(source);
  return diagnose(normalised(source), filename, start, { endAdded, bytes }) ?? error;
}

/** A byte order mark, or the comment that names an encoding in one of the first two lines. */
const ENCODING = /^(?:\ufeff|(?:[ \t\f]*(?:#.*)?\n)?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+))/;

/** The encoding that a file's comment names, if it has one. */
export const declaredEncoding = (source: string): string | undefined =>
  ENCODING.exec(source.replace(/^\ufeff/, ''))?.[1];
