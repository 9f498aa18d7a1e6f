/** The parts of a comparison that `autogenerate_plugins` turns on and off. Answers to: alembic/runtime/plugins.py, autogenerate/compare/__init__.py. */
import { Raise } from '../../../machine.ts';
import type { AlterColumn } from '../../operations/columns/alter-column.ts';
import type { ModifyTable } from '../../operations/modify-table.ts';
import type { MigrationContext } from '../../runtime/context.ts';
import { ownPlugins } from '../own.ts';
import { compareCheckConstraints } from './check-constraints.ts';
import type { ColumnPair } from './columns.ts';
import { compareColumnComment, compareTableComment } from './comments.ts';
import { type Comparator, comparator, type Priority } from './comparators.ts';
import type { CompareContext } from './context.ts';
import { compareForeignKeys } from './foreign-keys.ts';
import { compareIndexesAndUniques } from './indexes.ts';
import { compareNullable } from './nullable.ts';
import { compareSchemas } from './schemas.ts';
import {
  askAboutDefault,
  compareComputed,
  compareDefault,
  compareIdentity,
  setAutoincrement,
} from './server-defaults.ts';
import { compareTables, type TablePair } from './tables.ts';
import { askAboutType, compareColumnType } from './types.ts';

/** A set of comparators under one name. */
export interface Plugin {
  readonly name: string;
  readonly comparators: readonly Comparator[];
}

type ForTable = (context: CompareContext, ops: ModifyTable, pair: TablePair) => unknown;
type ForColumn = (context: CompareContext, operation: AlterColumn, pair: ColumnPair) => unknown;

const ofTable = (subgroup: string, compare: ForTable): Comparator =>
  comparator(
    'table',
    subgroup,
    (
      context: CompareContext,
      ops: ModifyTable,
      schema: string | null,
      name: string,
      existing: TablePair['existing'],
      wanted: TablePair['wanted'],
    ) => compare(context, ops, { schema, name, existing, wanted }),
  );

const ofColumn = (subgroup: string, compare: ForColumn, priority?: Priority): Comparator =>
  comparator(
    'column',
    subgroup,
    (
      context: CompareContext,
      operation: AlterColumn,
      schema: string | null,
      table: string,
      name: string,
      existing: ColumnPair['existing'],
      wanted: ColumnPair['wanted'],
    ) => compare(context, operation, { schema, table, name, existing, wanted }),
    priority,
  );

/** In the order in which they are set up. */
const BUILT_IN: Readonly<Record<string, () => readonly Comparator[]>> = {
  schemas: () => [comparator('autogenerate', null, compareSchemas)],
  tables: () => [comparator('schema', 'tables', compareTables)],
  types: () => [ofColumn('types', askAboutType, 'FIRST'), ofColumn('types', compareColumnType, 'LAST')],
  constraints: () => [
    ofTable('indexes', compareIndexesAndUniques),
    ofTable('foreignkeys', compareForeignKeys),
    ofColumn('nullable', compareNullable),
  ],
  defaults: () => [
    ofColumn('server_default', askAboutDefault, 'FIRST'),
    ofColumn('server_default', compareComputed),
    ofColumn('server_default', compareIdentity),
    ofColumn('server_default', setAutoincrement),
    ofColumn('server_default', compareDefault, 'LAST'),
  ],
  comments: () => [ofColumn('comments', compareColumnComment), ofTable('comments', compareTableComment)],
  checkconstraint_byname: () => [ofTable('checkconstraints', compareCheckConstraints)],
};

const nameOf = (builtIn: string): string => `alembic.autogenerate.${builtIn}`;

/** The names of Alembic's own plugins. */
export const builtInNames = (): string[] => Object.keys(BUILT_IN).map(nameOf);

const builtIn = (): Plugin[] =>
  Object.entries(BUILT_IN).map(([name, comparators]) => ({
    name: nameOf(name),
    comparators: comparators(),
  }));

/**
 * The comparators of those plugins that the patterns name; `~` in front takes away. Each plugin is announced in the log.
 * @throws CommandError where a pattern fits none
 * @throws ValueError for what is no pattern
 */
export function chooseComparators(context: MigrationContext): readonly Comparator[] {
  const { python } = context.process;
  const given = context.opts.autogenerate_plugins;
  const patterns =
    given === undefined || given === null
      ? ['alembic.autogenerate.*']
      : [...python.iterate(given)].map((pattern) => python.str(pattern));
  const excluded = patterns
    .filter((one) => one.startsWith('~'))
    .map((one) => pluginPattern(one.slice(1), python));
  const included = new Map(
    patterns.filter((one) => !one.startsWith('~')).map((one) => [one, pluginPattern(one, python)]),
  );
  const own = ownPlugins(context.process);
  const chosen = [...own.comparators];
  const matched = new Set<string>();
  for (const plugin of [...builtIn(), ...own.plugins]) {
    if (excluded.some((pattern) => pattern.test(plugin.name))) continue;
    const fitting = [...included.keys()].filter((one) => included.get(one)!.test(plugin.name));
    if (fitting.length === 0) continue;
    for (const one of fitting) matched.add(one);
    context.process.log('alembic.runtime.plugins', 'INFO', `setting up autogenerate plugin ${plugin.name}`);
    chosen.push(...plugin.comparators);
  }
  const missing = [...included.keys()].filter((one) => !matched.has(one)).sort();
  if (missing.length > 0)
    throw new Raise('alembic.util.exc.CommandError', [`Did not locate plugins: ${missing.join(', ')}`]);
  return chosen;
}

/** `*` stands for one part or several. @throws ValueError */
export function pluginPattern(text: string, python: { repr(value: unknown): string }): RegExp {
  const parts = text.split('.').map((part) => {
    if (part === '*') return '\\..+?';
    if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(part)) return `\\.${part}`;
    throw new Raise('builtins.ValueError', [`Invalid plugin expression ${python.repr(text)}`]);
  });
  return new RegExp(`^${parts.join('').slice(2)}$`, 'u');
}
