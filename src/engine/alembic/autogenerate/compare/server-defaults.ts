/** Changed server defaults. Answers to: alembic/autogenerate/compare/server_defaults.py, ddl/postgresql.py (compare_server_default). */
import { Raise } from '../../../machine.ts';
import { clauseOf, literalColumn } from '../../../sqlalchemy/expression/coerce.ts';
import { autoincrementColumn } from '../../../sqlalchemy/schema/columns/autoincrement.ts';
import { Computed, DefaultClause, Identity } from '../../../sqlalchemy/schema/index.ts';
import { NUMERIC } from '../../../sqlalchemy/types/index.ts';
import { changedIdentityOptions, givenIdentityOptions } from '../../ddl/identity-options.ts';
import type { AlterColumn } from '../../operations/columns/alter-column.ts';
import { warnFrom } from '../../script/warn.ts';
import { expressionSql, renderExpression } from '../render/expression.ts';
import type { ColumnPair } from './columns.ts';
import type { CompareContext } from './context.ts';
import { defaultsEqual } from './equal-defaults.ts';

/**
 * Notes the default that is there, and asks `compare_server_default=function`. False ends the comparison, as
 * `compare_server_default=False` does, which is what there is where env.py says nothing.
 */
export function askAboutDefault(context: CompareContext, operation: AlterColumn, pair: ColumnPair): boolean {
  const { existing, wanted } = pair;
  if (existing.serverDefault === null && wanted.serverDefault === null) return false;
  operation.existingServerDefault = existing.serverDefault;
  const hook = context.opts.compare_server_default ?? false;
  if (hook === false) return true;
  const { python, migrationContext } = context;
  if (!python.isCallable(hook)) return false;
  const after = renderedDefault(wanted.serverDefault, context);
  const before = existingText(existing.serverDefault, context);
  const answer = python.call(hook, [migrationContext, existing, wanted, before, wanted.serverDefault, after]);
  if (!python.truth(answer)) return answer === false;
  changeDefault(context, operation, pair, `User defined function ${python.str(hook)}`);
  return true;
}

/** @throws AttributeError for a generated column, as Alembic does */
function existingText(value: unknown, context: CompareContext): string | null {
  if (value !== null && !(value instanceof DefaultClause))
    context.python.evaluate('it.arg', new Map([['it', value]]));
  return reflectedDefault(value);
}

/** A warning is all that Alembic has for generated columns. */
export function compareComputed(context: CompareContext, _operation: AlterColumn, pair: ColumnPair): boolean {
  const before = pair.existing.serverDefault;
  const after = pair.wanted.serverDefault;
  if (!(before instanceof Computed || after instanceof Computed)) return false;
  const sql = (value: unknown) =>
    value instanceof Computed ? normalised(renderExpression(value.sqltext, context, 'bare')) : undefined;
  if (!(before instanceof Computed && after instanceof Computed && sql(before) === sql(after))) {
    warnFrom(
      context.migrationContext.process,
      'autogenerate/compare/server_defaults.py:118',
      `Computed default on ${pair.table}.${pair.name} cannot be modified`,
      'util.warn("Computed default on %s.%s cannot be modified" % (tname, cname))',
    );
  }
  return true;
}

/** Blanks, quotes and parentheses come and go. */
const normalised = (sql: string): string => sql.replace(/[ \\'"`[\]()\t\n\r]/g, '').toLowerCase();

/** @throws AssertionError where one side has another kind of default, as Alembic does */
export function compareIdentity(context: CompareContext, operation: AlterColumn, pair: ColumnPair): boolean {
  const before = pair.existing.serverDefault;
  const after = pair.wanted.serverDefault;
  if (!(before instanceof Identity || after instanceof Identity)) return false;
  for (const side of [before, after])
    if (side !== null && !(side instanceof Identity)) throw new Raise('builtins.AssertionError', []);
  const both = before instanceof Identity && after instanceof Identity;
  const changed = both
    ? changedIdentityOptions(after, before)
    : [...givenIdentityOptions(after as Identity | null), ...alwaysOf(before)];
  if (both && changed.length === 0) return false;
  if (changed.length > 0) {
    const names = changed.map((name) => `'${name}'`).join(', ');
    context.log(
      'server_defaults',
      `Detected server default on column '${pair.table}.${pair.name}': identity options attributes [${names}]`,
    );
  }
  operation.modifyServerDefault = after;
  context.detected('modify_default', pair.table, pair.schema, pair.name);
  return changed.length > 0;
}

/** Where an IDENTITY goes, `always` alone counts as an option that differs. */
const alwaysOf = (before: unknown): string[] =>
  before instanceof Identity && before.always ? ['always'] : [];

/** MySQL needs to know; it is rendered for every database. */
export function setAutoincrement(
  _context: CompareContext,
  operation: AlterColumn,
  { wanted }: ColumnPair,
): void {
  const { table, autoincrement } = wanted;
  if (table && autoincrementColumn(table.primaryKey) === wanted) operation.kw.set('autoincrement', true);
  else if (typeof autoincrement === 'boolean') operation.kw.set('autoincrement', autoincrement);
}

/** Compares what is neither generated nor an identity. */
export function compareDefault(context: CompareContext, operation: AlterColumn, pair: ColumnPair): boolean {
  const sides = [pair.existing.serverDefault, pair.wanted.serverDefault];
  if (sides.every((side) => side === null)) return false;
  operation.existingServerDefault = pair.existing.serverDefault;
  if (!sides.every((side) => side === null || side instanceof DefaultClause)) return false;
  const before = reflectedDefault(pair.existing.serverDefault);
  const after = renderedDefault(pair.wanted.serverDefault, context);
  if (!implSaysDefaultDiffers(context, pair, before, after)) return false;
  changeDefault(context, operation, pair, `Dialect impl ${implText(context)}`);
  return true;
}

/** `str(impl)` */
function implText({ migrationContext: { impl }, python }: CompareContext): string {
  return impl?.own ? python.str(impl) : '<alembic.ddl.postgresql.PostgresqlImpl object at 0x7f0000000000>';
}

function changeDefault(context: CompareContext, operation: AlterColumn, pair: ColumnPair, who: string): void {
  operation.modifyServerDefault = pair.wanted.serverDefault;
  context.log('server_defaults', `${who} detected server default on column '${pair.table}.${pair.name}'`);
  context.detected('modify_default', pair.table, pair.schema, pair.name);
}

/** The database's own words, as they are. */
const reflectedDefault = (value: unknown): string | null =>
  value instanceof DefaultClause ? (value.arg as { readonly sql: string }).sql : null;

/** The SQL of a default; a string as it was given. null where there is none. */
function renderedDefault(value: unknown, context: CompareContext): string | null {
  if (!(value instanceof DefaultClause)) return null;
  const element = clauseOf(value.arg);
  return element ? expressionSql(element, context) : String(value.arg);
}

const NEXTVAL = /^nextval\('.+?'::regclass\)/;

/** `impl.compare_server_default`, which a learner's class may have */
function implSaysDefaultDiffers(
  context: CompareContext,
  pair: ColumnPair,
  before: string | null,
  after: string | null,
): boolean {
  const { impl } = context.migrationContext;
  if (!impl?.own?.overrides('compare_server_default')) return defaultDiffers(context, pair, before, after);
  return context.python.truth(
    impl.own.call(impl, 'compare_server_default', [pair.existing, pair.wanted, after, before]),
  );
}

/** The server itself is asked whether both are the same value. */
export function defaultDiffers(
  context: Pick<CompareContext, 'migrationContext' | 'python'>,
  { existing, wanted }: Pick<ColumnPair, 'existing' | 'wanted'>,
  before: string | null,
  after: string | null,
): boolean {
  if (wanted.table && autoincrementColumn(wanted.table.primaryKey) === wanted) return false;
  const existingSql = before !== null && NEXTVAL.test(before) ? before.replaceAll('::regclass', '') : before;
  if (existingSql === null || after === null) return existingSql !== after;
  if (existingSql === after) return false;
  const element = clauseOf((wanted.serverDefault as DefaultClause).arg);
  const text = existing.type.is(NUMERIC) ? after : `'${after.replace(/^'|'$/g, '')}'`;
  return !defaultsEqual(context, existingSql, element ?? literalColumn(text));
}
