/**
 * Errors that CPython's compiler finds in a program that its grammar accepts. Answers to: future.c, symtable.c, compile.c.
 */
import type { Expression, Module, Position } from '../ast.ts';
import { PythonSyntaxError } from '../syntax-error.ts';
import { utf8Length } from '../utf8.ts';
import { CheckContext } from './context.ts';
import { checkExpression } from './expressions.ts';
import { futuresOf } from './future.ts';
import { Names } from './names.ts';
import { numberWarnings } from './number-warnings.ts';
import { checkBody } from './statements.ts';
import type { CompileWarning } from './warnings.ts';

/** Where the program came from. */
export interface CheckedSource {
  readonly source: string;
  readonly filename: string;
  /** The compiler shows lines of files only. */
  readonly fromFile: boolean;
}

/**
 * @returns what the compiler only warns about
 * @throws PythonSyntaxError, CompilerOverflow
 */
export function checkProgram(program: Module | Expression, from: CheckedSource): readonly CompileWarning[] {
  const place = (at: Position) => placeOf(at, from);
  const futures = program.kind === 'Module' ? futuresOf(program) : { annotations: false, problem: undefined };
  if (futures.problem) {
    const { at, message, ranged } = futures.problem;
    const where = ranged ? place(at) : { ...place(at), offset: 1, endLineno: at.lineno, endOffset: null };
    throw new PythonSyntaxError('SyntaxError', message, where);
  }
  const tracked = /\b(?:global|nonlocal)\b|:=/.test(from.source);
  const context = new CheckContext(new Names('module', undefined, tracked), futures.annotations, place);
  if (program.kind === 'Module') checkBody(context, program.body);
  else checkExpression(context, program.body);
  context.finish();
  return [...numberWarnings(program, from.source), ...context.warnings];
}

function placeOf(at: Position, { source, filename, fromFile }: CheckedSource) {
  const lines = source.replace(/^\ufeff/, '').split(/(?<=\r\n|\n|\r(?!\n))/);
  const line = (number: number) => (lines[number - 1] ?? '').replace(/\r\n?$/, '\n');
  const column = (number: number, col: number) => utf8Length([...line(number)].slice(0, col).join('')) + 1;
  return {
    filename,
    lineno: at.lineno,
    offset: column(at.lineno, at.col_offset),
    endLineno: at.end_lineno,
    endOffset: column(at.end_lineno, at.end_col_offset),
    text: fromFile ? line(at.lineno) : null,
  };
}
