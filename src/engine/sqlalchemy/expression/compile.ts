/**
 * The compiler's entry points.
 * Answers to: sqlalchemy/sql/compiler.py, dialects/postgresql/base.py (PGCompiler).
 */
import type { Compiled, CompileOptions } from './compiled.ts';
import type { Element } from './elements.ts';
import type { Delete, Insert, Update } from './statements.ts';

export type Statement = Element | Insert | Update | Delete;

/**
 * Compiles a statement or an expression.
 * @throws Raise sqlalchemy.exc.CompileError and its kin
 */
export function compile(_statement: Statement, _options: CompileOptions = {}): Compiled {
  throw new Error('not yet');
}

/** The text of an expression inside DDL: literal values, columns without their table. */
export function ddlText(expression: Element, options: CompileOptions = {}): string {
  return compile(expression, { dialect: 'postgresql', literalBinds: true, includeTable: false, ...options })
    .sql;
}
