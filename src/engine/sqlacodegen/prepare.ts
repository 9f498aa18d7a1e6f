/** Makes reflected tables ready for writing. Answers to: sqlacodegen/generators.py (TablesGenerator.generate, fix_column_types). */
import { Raise } from '../machine.ts';
import { ddlText } from '../sqlalchemy/expression/compile.ts';
import type { TextClause } from '../sqlalchemy/expression/elements.ts';
import type { Column } from '../sqlalchemy/schema/columns/column.ts';
import { DefaultClause } from '../sqlalchemy/schema/columns/default.ts';
import { Sequence } from '../sqlalchemy/schema/columns/sequence.ts';
import type { CheckConstraint } from '../sqlalchemy/schema/constraints/constraint.ts';
import type { MetaData } from '../sqlalchemy/schema/metadata.ts';
import type { Table } from '../sqlalchemy/schema/table.ts';
import { adaptedType } from './adapt-type.ts';
import type { GeneratorOptions } from './options.ts';

/** Tables of migration tools. */
const IGNORED = new Set(['alembic_version', 'migrate_version']);

const MEMBERSHIP = /^(.*?) IN \((?:.+)\)/;
const NEXT_VALUE = /^nextval\('(?:(.+)\.)?(.+?)'::regclass/;

/**
 * Takes away what was not asked for, and says types and defaults in general words.
 * @throws KeyError for a check that holds " IN (" after something that is no column
 */
export function prepare(metadata: MetaData, options: GeneratorOptions): void {
  for (const table of [...metadata.tables.values()]) {
    if (IGNORED.has(table.name)) metadata.removeTable(table);
    else takeAway(table, options);
  }
  for (const table of metadata.tables.values()) {
    for (const constraint of options.constraints ? table.constraints : []) {
      if (constraint.kind === 'check-constraint') refuseMembership(table, constraint as CheckConstraint);
    }
    for (const column of table.columns) {
      column.type = adaptedType(column.type);
      namedSequence(table, column);
    }
  }
}

function takeAway(table: Table, options: GeneratorOptions): void {
  if (!options.indexes) table.indexes.clear();
  if (options.comments) return;
  table.comment = null;
  for (const column of table.columns) column.comment = null;
}

/** PostgreSQL itself writes membership as "= ANY", so that what stands before " IN (" is never a column's name. */
function refuseMembership(table: Table, constraint: CheckConstraint): void {
  const before = MEMBERSHIP.exec(ddlText(constraint.sqltext))?.[1];
  if (before === undefined) return;
  const name = before.replace(/^.*\./, '').replace(/^(["`])(.*)\1$/, '$2');
  if (!table.columns.has(name)) throw new Raise('builtins.KeyError', [name]);
}

/** The sequence of a serial column goes without saying; any other one is named. */
function namedSequence(table: Table, column: Column): void {
  const text = defaultText(column);
  const found = text === undefined ? null : NEXT_VALUE.exec(text);
  if (!found) return;
  column.serverDefault = null;
  const name = unquoted(found[2]!);
  if (name === `${table.name}_${column.name}_seq`) return;
  const schema = found[1] === undefined ? null : unquoted(found[1]);
  new Sequence(name, { schema }).attachTo(column);
}

const unquoted = (name: string): string => name.replace(/^"(.*)"$/, '$1');

/** The text of a server default; undefined where there is none. */
export function defaultText({ serverDefault }: Column): string | undefined {
  if (!(serverDefault instanceof DefaultClause)) return undefined;
  const { arg } = serverDefault;
  return typeof arg === 'string' ? arg : (arg as TextClause).sql;
}
