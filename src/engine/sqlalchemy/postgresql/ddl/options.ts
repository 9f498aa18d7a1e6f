/** How DDL is written, and the small pieces that all of it uses. Answers to: sqlalchemy/sql/compiler.py (DDLCompiler). */
import type { PythonWorld } from '../../../machine.ts';
import { Raise } from '../../../machine.ts';
import { ddlText } from '../../expression/compile.ts';
import type { Element } from '../../expression/elements.ts';
import { host } from '../../expression/host.ts';
import { plainText } from '../../schema/names.ts';
import type { TypeDialect } from '../../types/implementation.ts';
import { plainRepr } from '../../types/repr.ts';
import { typeText } from '../../types/text-of.ts';
import type { SqlType } from '../../types/type.ts';
import { type Qualified, qualifiedName, quoteIdentifier, type SchemaMap } from '../identifiers.ts';
import { compileType } from '../type-compiler.ts';

export interface DdlOptions {
  /** pyformat: what psycopg2 is sent, with `%` doubled. named (offline mode): `%` as it is. */
  readonly paramstyle?: 'pyformat' | 'named';
  /** Without a connection nobody knows whether the server reads backslashes as escapes: they are doubled. */
  readonly backslashEscapes?: boolean;
  readonly dialect?: TypeDialect;
  readonly python?: PythonWorld;
  readonly schemaMap?: SchemaMap | undefined;
  /** For no database in particular, as `str()` shows a statement: what only PostgreSQL has is left out. */
  readonly generic?: boolean;
  /** A dialect of the learner's, for functions that are written for it. */
  readonly ownDialect?: { readonly name: string };
}

const doublesPercents = (options: DdlOptions) => (options.paramstyle ?? 'pyformat') === 'pyformat';

/** What quoting a name needs of these options. */
export const quoteOptions = (options: DdlOptions) => ({
  doublePercents: doublesPercents(options),
  dialect: options.dialect,
  schemaMap: options.schemaMap,
});

/** A type as a column or a sequence has it. @throws CompileError for one without DDL */
export const typeInDdl = (type: SqlType, options: DdlOptions): string =>
  options.generic ? typeText(type) : compileType(type, quoteOptions(options));

/** A name as SQL writes it. */
export const named = (
  item: { readonly name: string; readonly quote?: boolean | null },
  options: DdlOptions,
): string => quoteIdentifier(item.name, item.quote ?? null, quoteOptions(options));

/** `schema.name` of a table, sequence or type. */
export const qualified = (item: Qualified, options: DdlOptions): string =>
  qualifiedName(item, quoteOptions(options));

/** A bare name, quoted where it must be. */
export const quoted = (name: string, options: DdlOptions, quote: boolean | null = null): string =>
  quoteIdentifier(name, quote, quoteOptions(options));

/** Text in which psycopg2 would read a percent as a parameter. */
export const percentsDoubled = (text: string, options: DdlOptions): string =>
  doublesPercents(options) ? text.replaceAll('%', '%%') : text;

/** A string literal. @throws CompileError for what is no string */
export function stringLiteral(given: unknown, options: DdlOptions): string {
  const text = plainString(given);
  if (text === undefined) {
    throw new Raise('sqlalchemy.exc.CompileError', [
      `Could not render literal value "${host().repr(given)}" with datatype VARCHAR; see parent stack trace for more detail.`,
    ]);
  }
  const quotes = text.replaceAll("'", "''");
  const doubled = options.backslashEscapes ? quotes.replaceAll('\\', '\\\\') : quotes;
  return `'${percentsDoubled(doubled, options)}'`;
}

/** What a str holds, be it of a class of its own; undefined for any other value. */
function plainString(given: unknown): string | undefined {
  const value = plainText(given);
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || host().kind(value) !== 'str') return undefined;
  return host().evaluate('str.__str__(it)', value) as string;
}

/** An expression inside DDL: values written out, columns without their table. */
export const expressionText = (expression: Element, options: DdlOptions): string =>
  ddlText(expression, {
    paramstyle: options.paramstyle ?? 'pyformat',
    backslashEscapes: options.backslashEscapes ?? false,
    ...(options.python && { python: options.python }),
  });

/**
 * A phrase of SQL that is not quoted, such as an index method.
 * @param shown the pattern as Python prints it, where it differs from the one used
 * @throws CompileError where it does not look like one, TypeError where it is no text
 */
export function sqlPhrase(text: string, pattern: RegExp, shown: string = pattern.source): string {
  if (typeof text !== 'string')
    throw new Raise('builtins.TypeError', [
      `expected string or bytes-like object, got '${host().typeName(text)}'`,
    ]);
  if (pattern.test(text)) return text;
  throw new Raise('sqlalchemy.exc.CompileError', [
    `Unexpected SQL phrase: ${host().repr(text)} (matching against ${plainRepr(shown)})`,
  ]);
}
