/** The modules of alembic.autogenerate.compare: single comparisons, for plugins that borrow them. Answers to: compare/{types,constraints,comments,server_defaults,tables,schema}.py. */
import { compareContext, populateScript, renderScript } from '../../../alembic/autogenerate/api.ts';
import type { ColumnPair } from '../../../alembic/autogenerate/compare/columns.ts';
import { compareColumnComment } from '../../../alembic/autogenerate/compare/comments.ts';
import { dispatch } from '../../../alembic/autogenerate/compare/comparators.ts';
import type { CompareContext } from '../../../alembic/autogenerate/compare/context.ts';
import { compareNullable } from '../../../alembic/autogenerate/compare/nullable.ts';
import {
  askAboutDefault,
  compareComputed,
  compareDefault,
  compareIdentity,
  setAutoincrement,
} from '../../../alembic/autogenerate/compare/server-defaults.ts';
import { compareTables } from '../../../alembic/autogenerate/compare/tables.ts';
import { askAboutType, compareColumnType } from '../../../alembic/autogenerate/compare/types.ts';
import type { AlterColumn } from '../../../alembic/operations/columns/alter-column.ts';
import { migrationScript } from '../../../alembic/operations/migration-script.ts';
import { downgradeOps, type UpgradeOps, upgradeOps } from '../../../alembic/operations/modify-table.ts';
import type { MigrationContext } from '../../../alembic/runtime/context.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Column } from '../../../sqlalchemy/schema/index.ts';
import { registryOf } from '../registry.ts';
import { inspectorOf } from './autogenerate-names.ts';
import { langhelpersModule } from './dispatchers.ts';

type Names = NativeModule['names'];

const PACKAGE = 'alembic.autogenerate.compare';

/** CONTINUE, or STOP where a comparison ends those of its subgroup. */
const answer = (call: Interpreter, stops: unknown): Value =>
  call.getAttribute(
    langhelpersModule.names.PriorityDispatchResult!(call),
    stops === true ? 'STOP' : 'CONTINUE',
  )!;

type OfColumn = (context: CompareContext, operation: AlterColumn, pair: ColumnPair) => unknown;

const ofColumn = (module: string, name: string, compare: OfColumn) =>
  nativeFunction(
    name,
    'autogen_context, alter_column_op, schema, tname, cname, conn_col, metadata_col',
    (
      call,
      context: CompareContext,
      operation: AlterColumn,
      schema: string | null,
      table: string,
      column: string,
      existing: Column,
      wanted: Column,
    ) => answer(call, compare(context, operation, { schema, table, name: column, existing, wanted })),
    `${PACKAGE}.${module}`,
  );

/** Comparisons of columns by module and name. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, OfColumn>>>> = {
  types: { _user_compare_type: askAboutType, _dialect_impl_compare_type: compareColumnType },
  constraints: { _compare_nullable: compareNullable },
  comments: { _compare_column_comment: compareColumnComment },
  server_defaults: {
    _user_compare_server_default: askAboutDefault,
    _compare_computed_default: compareComputed,
    _compare_identity_default: compareIdentity,
    _setup_autoincrement: setAutoincrement,
    _dialect_impl_compare_server_default: compareDefault,
  },
};

const produceNetChanges = nativeFunction(
  '_produce_net_changes',
  'autogen_context, upgrade_ops',
  (call, context: CompareContext, upgrade: UpgradeOps) => {
    dispatch(context.comparators, 'autogenerate', [context, upgrade]);
    return answer(call, false);
  },
  `${PACKAGE}.schema`,
);

const autogenForTables = nativeFunction(
  '_autogen_for_tables',
  'autogen_context, upgrade_ops, schemas',
  (call, context: CompareContext, upgrade: UpgradeOps, schemas: Value) => {
    compareTables(context, upgrade, [...call.iterate(schemas)] as (string | null)[]);
    return answer(call, false);
  },
  `${PACKAGE}.tables`,
);

const renderMigrationDiffs = nativeFunction(
  '_render_migration_diffs',
  'context, template_args',
  (call, migration: MigrationContext, names: Value) => {
    registryOf(call);
    const context = compareContext(migration, () => inspectorOf(call, migration), null);
    const script = migrationScript(null, [upgradeOps()], [downgradeOps()]);
    populateScript(context, script);
    const { upgrades, downgrades, imports } = renderScript(context, script);
    for (const [name, text] of [...upgrades, ...downgrades, ['imports', imports] as const])
      call.callMethod(names, '__setitem__', name, text);
    return null;
  },
  'alembic.autogenerate.api',
);

/** Names of alembic.autogenerate and its api that begin with an underscore. */
export const PRIVATE_NAMES: Names = {
  _produce_net_changes: () => produceNetChanges,
  _render_migration_diffs: () => renderMigrationDiffs,
};

/** The modules of the package by their names. */
export const COMPARE_MODULES: Readonly<Record<string, Names>> = {
  ...Object.fromEntries(
    Object.entries(COLUMNS).map(([module, table]) => [
      `${PACKAGE}.${module}`,
      Object.fromEntries(
        Object.entries(table).map(([name, compare]) => [name, () => ofColumn(module, name, compare)]),
      ),
    ]),
  ),
  [`${PACKAGE}.tables`]: { _autogen_for_tables: () => autogenForTables },
  [`${PACKAGE}.schema`]: { _produce_net_changes: () => produceNetChanges },
};
