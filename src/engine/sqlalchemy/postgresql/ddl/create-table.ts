/** CREATE TABLE. Answers to: sqlalchemy/sql/compiler.py (visit_create_table), dialects/postgresql/base.py (post_create_table). */
import { Raise } from '../../../machine.ts';
import { isTrue, joinedText, textFor } from '../../expression/given-text.ts';
import { host } from '../../expression/host.ts';
import type { Column } from '../../schema/columns/column.ts';
import type { Constraint } from '../../schema/constraints/constraint.ts';
import type { ForeignKeyConstraint } from '../../schema/constraints/foreign-key.ts';
import type { Table } from '../../schema/table.ts';
import { columnText } from './column-text.ts';
import { constraintText } from './constraint-text.ts';
import { type DdlOptions, qualified, quoted } from './options.ts';

const COMPILER = '/home/learner/.venv/lib/python3.11/site-packages/sqlalchemy/sql/compiler.py';

/** Where a traceback says that a column could not be written. */
const COMPILING = [
  { file: COMPILER, line: 6852, name: 'visit_create_table' },
  { file: COMPILER, line: 948, name: 'process' },
  { file: COMPILER, line: 7504, name: 'visit_null' },
];

export interface CreateTableOptions extends DdlOptions {
  readonly ifNotExists?: boolean;
  /** The foreign keys to write; all of them where it is undefined. */
  readonly foreignKeys?: ReadonlySet<ForeignKeyConstraint> | undefined;
}

/** @throws CompileError with the table's and column's name in front */
export function createTableText(table: Table, options: CreateTableOptions): string {
  const prefixes = table.prefixes.length > 0 ? `${joinedText(table.prefixes)} ` : '';
  const exists = options.ifNotExists ? 'IF NOT EXISTS ' : '';
  const parts = [...table.columns]
    .filter((column) => !column.system)
    .map((column) => columnWithChecks(column, table, options))
    // A function of the learner's may leave a column out.
    .filter((text) => text !== '');
  parts.push(...tableConstraints(table, options));
  const body = parts.length > 0 ? `\n\t${parts.join(', \n\t')}` : '';
  return `\nCREATE ${prefixes}TABLE ${exists}${qualified(table, options)} (${body}\n)${afterTable(table, options)}\n\n`;
}

function columnWithChecks(column: Column, table: Table, options: DdlOptions): string {
  try {
    const created = { kind: 'create-column', element: column } as const;
    const plain = () => createColumnText(column, options);
    return host().ddlText(created, plain, options) ?? plain();
  } catch (error) {
    if (!(error instanceof Raise) || !/\.(CompileError|UnsupportedCompilationError)$/.test(error.type))
      throw error;
    const message = `(in table '${table.name}', column '${column.name}'): ${String(error.args[0])}`;
    const cause = new Raise(error.type, error.args, { ...error.options, frames: COMPILING });
    throw new Raise('sqlalchemy.exc.CompileError', [message], { cause });
  }
}

/** A column and the checks given to it. */
export function createColumnText(column: Column, options: DdlOptions): string {
  const checks = [...column.constraints].map((one) => constraintText(one as Constraint, options)).join(' ');
  return checks === '' ? columnText(column, options) : `${columnText(column, options)} ${checks}`;
}

/** The primary key first, then the others as they were made. */
function tableConstraints(table: Table, options: CreateTableOptions): string[] {
  const inColumns = new Set([...table.columns].flatMap((column) => [...column.constraints] as Constraint[]));
  const others = [...table.constraints]
    .filter(
      (one) => one !== table.primaryKey && (one.foundTable || !inColumns.has(one)) && wanted(one, options),
    )
    .sort((a, b) => a.creation - b.creation);
  return [table.primaryKey, ...others]
    .map((constraint) => constraintText(constraint, options))
    .filter((text) => text !== undefined);
}

function wanted(constraint: Constraint, options: CreateTableOptions): boolean {
  const dialect = options.generic ? 'default' : 'postgresql';
  if (constraint.ddlIf?.(constraint, dialect) === false) return false;
  if (constraint.createRule && !constraint.createRule('postgresql')) return false;
  if (constraint.kind !== 'foreign-key-constraint') return true;
  const key = constraint as ForeignKeyConstraint;
  return !key.useAlter && (!options.foreignKeys || options.foreignKeys.has(key));
}

/** INHERITS, PARTITION BY and the other options that follow the list. */
function afterTable(table: Table, options: DdlOptions): string {
  if (options.generic) return '';
  const option = (name: string) => table.dialectOptions.get(`postgresql_${name}`) ?? null;
  const parts: string[] = [];
  const inherits = option('inherits');
  if (inherits !== null) {
    const parents = Array.isArray(inherits) ? inherits : [inherits];
    parts.push(
      `\n INHERITS ( ${parents.map((name) => quoted(textFor('lower', name), options)).join(', ')} )`,
    );
  }
  if (isTrue(option('partition_by'))) parts.push(`\n PARTITION BY ${option('partition_by')}`);
  if (isTrue(option('using'))) parts.push(`\n USING ${option('using')}`);
  if (option('with_oids') === true) parts.push('\n WITH OIDS');
  if (option('with_oids') === false) parts.push('\n WITHOUT OIDS');
  const onCommit = option('on_commit');
  if (isTrue(onCommit))
    parts.push(`\n ON COMMIT ${textFor('replace', onCommit).replaceAll('_', ' ').toUpperCase()}`);
  const tablespace = option('tablespace');
  if (isTrue(tablespace)) parts.push(`\n TABLESPACE ${quoted(textFor('lower', tablespace), options)}`);
  return parts.join('');
}
