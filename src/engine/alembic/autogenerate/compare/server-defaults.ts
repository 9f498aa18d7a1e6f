/** Changed server defaults. Answers to: alembic/autogenerate/compare/server_defaults.py, ddl/postgresql.py (compare_server_default). */
import { Raise } from '../../../machine.ts';
import { clauseOf, literalColumn } from '../../../sqlalchemy/expression/coerce.ts';
import { autoincrementColumn } from '../../../sqlalchemy/schema/autoincrement.ts';
import { Computed, DefaultClause, Identity } from '../../../sqlalchemy/schema/index.ts';
import { NUMERIC } from '../../../sqlalchemy/types/index.ts';
import { changedIdentityOptions } from '../../ddl/identity-options.ts';
import type { AlterColumn } from '../../operations/alter-column.ts';
import { expressionSql, renderExpression } from '../render/expression.ts';
import type { ColumnPair } from './columns.ts';
import type { CompareContext } from './context.ts';
import { defaultsEqual } from './equal-defaults.ts';

/** Compared only where env.py asks for it with `compare_server_default`; an existing default is noted in any case. */
export function compareServerDefault(
  context: CompareContext,
  operation: AlterColumn,
  pair: ColumnPair,
): void {
  const before = pair.existing.serverDefault;
  const after = pair.wanted.serverDefault;
  if (before === null && after === null) return;
  operation.existingServerDefault = before;
  if (!context.opts.compare_server_default) return;
  if (before instanceof Computed || after instanceof Computed) compareComputed(context, pair);
  else if (before instanceof Identity || after instanceof Identity) compareIdentity(context, operation, pair);
  else comparePlain(context, operation, pair);
}

/** A warning is all that Alembic has for generated columns. */
function compareComputed(context: CompareContext, pair: ColumnPair): void {
  const before = pair.existing.serverDefault;
  const after = pair.wanted.serverDefault;
  const sql = (value: unknown) =>
    value instanceof Computed ? normalised(renderExpression(value.sqltext, context, 'bare')) : undefined;
  if (before instanceof Computed && after instanceof Computed && sql(before) === sql(after)) return;
  context.migrationContext.process.warn(
    'builtins.UserWarning',
    `Computed default on ${pair.table}.${pair.name} cannot be modified`,
  );
}

/** Blanks, quotes and parentheses come and go. */
const normalised = (sql: string): string => sql.replace(/[ \\'"`[\]()\t\n\r]/g, '').toLowerCase();

/** @throws AssertionError where one side has another kind of default, as Alembic does */
function compareIdentity(context: CompareContext, operation: AlterColumn, pair: ColumnPair): void {
  const before = pair.existing.serverDefault;
  const after = pair.wanted.serverDefault;
  for (const side of [before, after])
    if (side !== null && !(side instanceof Identity)) throw new Raise('builtins.AssertionError', []);
  if (before instanceof Identity && after instanceof Identity) {
    const changed = changedIdentityOptions(after, before);
    if (changed.length === 0) return;
    const names = changed.map((name) => `'${name}'`).join(', ');
    context.log(
      'server_defaults',
      `Detected server default on column '${pair.table}.${pair.name}': identity options attributes [${names}]`,
    );
  }
  operation.modifyServerDefault = after;
  context.detected('modify_default', pair.table, pair.schema, pair.name);
}

function comparePlain(context: CompareContext, operation: AlterColumn, pair: ColumnPair): void {
  const before = renderedDefault(pair.existing.serverDefault, context);
  const after = renderedDefault(pair.wanted.serverDefault, context);
  const path = `'${pair.table}.${pair.name}'`;
  const own = askLearner(context, pair, before, after);
  const differs = own ?? defaultDiffers(context, pair, before, after);
  if (!differs) return;
  operation.modifyServerDefault = pair.wanted.serverDefault;
  const { python } = context;
  const who =
    own === undefined
      ? 'Dialect impl <alembic.ddl.postgresql.PostgresqlImpl object at 0x7f0000000000>'
      : `User defined function ${python.str(context.opts.compare_server_default)}`;
  context.log('server_defaults', `${who} detected server default on column ${path}`);
  context.detected('modify_default', pair.table, pair.schema, pair.name);
}

/** What `compare_server_default=function` says; undefined where there is none or it returns None. */
function askLearner(
  context: CompareContext,
  { existing, wanted }: ColumnPair,
  before: string | null,
  after: string | null,
): boolean | undefined {
  const hook = context.opts.compare_server_default;
  const { python, migrationContext } = context;
  if (!python.isCallable(hook)) return undefined;
  const args = [migrationContext, existing, wanted, before, wanted.serverDefault, after];
  const answer = python.call(hook, args);
  return answer === null ? undefined : python.truth(answer);
}

/** The SQL of a default; a string as it was given. null where there is none. */
function renderedDefault(value: unknown, context: CompareContext): string | null {
  if (!(value instanceof DefaultClause)) return null;
  const element = clauseOf(value.arg);
  return element ? expressionSql(element, context) : String(value.arg);
}

/** The server itself is asked whether both are the same value. */
function defaultDiffers(
  context: CompareContext,
  { existing, wanted }: ColumnPair,
  before: string | null,
  after: string | null,
): boolean {
  if (wanted.table && autoincrementColumn(wanted.table.primaryKey) === wanted) return false;
  if (before === null || after === null) return before !== after;
  if (before === after) return false;
  const element = clauseOf((wanted.serverDefault as DefaultClause).arg);
  const text = existing.type.is(NUMERIC) ? after : `'${after.replace(/^'|'$/g, '')}'`;
  return !defaultsEqual(context, before, element ?? literalColumn(text));
}
