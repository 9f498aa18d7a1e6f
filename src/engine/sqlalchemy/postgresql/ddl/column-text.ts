/** A column inside CREATE TABLE or ADD COLUMN. Answers to: dialects/postgresql/base.py (PGDDLCompiler.get_column_specification). */
import { Raise } from '../../../machine.ts';
import type { Element } from '../../expression/elements.ts';
import { autoincrementColumn } from '../../schema/columns/autoincrement.ts';
import type { Column } from '../../schema/columns/column.ts';
import type { Computed } from '../../schema/columns/computed.ts';
import { DefaultClause } from '../../schema/columns/default.ts';
import type { Identity } from '../../schema/columns/identity.ts';
import { type IdentityOptions, Sequence } from '../../schema/columns/sequence.ts';
import { BIG_INTEGER, SMALL_INTEGER } from '../../types/number.ts';
import { postgresType } from '../type-compiler.ts';
import { type DdlOptions, expressionText, named, stringLiteral, typeInDdl } from './options.ts';

/** Name, type or SERIAL, default, generation, NOT NULL. @throws CompileError for a type without DDL */
export function columnText(column: Column, options: DdlOptions): string {
  const { identity } = column;
  let text = named(column, options);
  if (!options.generic && isSerial(column)) text += ` ${serialName(column, options)}`;
  else {
    text += ` ${typeInDdl(column.type, options)}`;
    const fallback = columnDefault(column, options);
    if (fallback !== undefined) text += ` DEFAULT ${fallback}`;
  }
  if (column.computed) text += ` ${computedText(column.computed, options)}`;
  if (identity) text += ` ${identityText(identity)}`;
  if (!column.nullable && !identity) return `${text} NOT NULL`;
  return column.nullable && identity && !options.generic ? `${text} NULL` : text;
}

/** A primary key of one integer column counts by itself, unless something else gives its values. */
function isSerial(column: Column): boolean {
  if (!column.primaryKey || column.identity || !column.table) return false;
  const given = column.default;
  if (given !== null && !(given instanceof Sequence && given.optional)) return false;
  return autoincrementColumn(column.table.primaryKey) === column;
}

function serialName(column: Column, options: DdlOptions): string {
  const type = postgresType(column.type, options.dialect);
  if (type.is(BIG_INTEGER)) return 'BIGSERIAL';
  return type.is(SMALL_INTEGER) ? 'SMALLSERIAL' : 'SERIAL';
}

/** What follows DEFAULT; undefined where the column has no server default that is written. */
export function columnDefault(column: Column, options: DdlOptions): string | undefined {
  const { serverDefault } = column;
  return serverDefault instanceof DefaultClause ? defaultText(serverDefault.arg, options) : undefined;
}

/** A default given as text is a string literal; anything else is an expression. */
export function defaultText(argument: unknown, options: DdlOptions): string {
  return typeof argument === 'string'
    ? stringLiteral(argument, options)
    : expressionText(argument as Element, options);
}

/** @throws CompileError for a virtual column */
function computedText(computed: Computed, options: DdlOptions): string {
  const generated = `GENERATED ALWAYS AS (${expressionText(computed.sqltext as Element, options)})`;
  if (options.generic) {
    const kept = computed.persisted === null ? '' : computed.persisted ? ' STORED' : ' VIRTUAL';
    return generated + kept;
  }
  if (computed.persisted === false) {
    throw new Raise('sqlalchemy.exc.CompileError', [
      "PostrgreSQL computed columns do not support 'virtual' persistence; set the 'persisted' flag to None or True for PostgreSQL support.",
    ]);
  }
  return `${generated} STORED`;
}

/** `GENERATED … AS IDENTITY (…)` */
export function identityText(identity: Identity): string {
  const sequence = sequenceOptions(identity.options);
  return `GENERATED ${identity.always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${sequence ? ` (${sequence})` : ''}`;
}

/** INCREMENT BY, START WITH and so on, separated by blanks. */
export function sequenceOptions(options: IdentityOptions): string {
  const parts: string[] = [];
  if (options.increment !== null) parts.push(`INCREMENT BY ${options.increment}`);
  if (options.start !== null) parts.push(`START WITH ${options.start}`);
  if (options.minvalue !== null) parts.push(`MINVALUE ${options.minvalue}`);
  if (options.maxvalue !== null) parts.push(`MAXVALUE ${options.maxvalue}`);
  if (options.nominvalue !== null) parts.push('NO MINVALUE');
  if (options.nomaxvalue !== null) parts.push('NO MAXVALUE');
  if (options.cache !== null) parts.push(`CACHE ${options.cache}`);
  if (options.cycle !== null) parts.push(options.cycle ? 'CYCLE' : 'NO CYCLE');
  return parts.join(' ');
}
