/** Which options of which dialect a schema object takes. Answers to: sqlalchemy/sql/base.py (DialectKWArgs). */
import { Raise } from '../../machine.ts';
import { host } from '../expression/host.ts';
import { plainRepr } from '../types/repr.ts';
import { type DialectOptions, refuseUnknownOption } from './schema-item.ts';

type Accepted = Readonly<Record<string, string>>;

/** By dialect and class, the names without the dialect; `*` takes any. */
const ACCEPTED: Readonly<Record<string, Accepted>> = {
  postgresql: {
    Index: 'using include where ops concurrently with tablespace nulls_not_distinct',
    Table: 'ignore_search_path tablespace partition_by with_oids on_commit inherits using',
    CheckConstraint: 'not_valid',
    ForeignKey: 'not_valid',
    ForeignKeyConstraint: 'not_valid',
    PrimaryKeyConstraint: 'include',
    UniqueConstraint: 'include nulls_not_distinct',
  },
  mysql: { Table: '*', PrimaryKeyConstraint: 'using', Index: 'length prefix using with_parser' },
  sqlite: {
    Table: 'autoincrement strict with_rowid',
    Index: 'where',
    Column: 'on_conflict_not_null on_conflict_primary_key on_conflict_unique',
    PrimaryKeyConstraint: 'on_conflict',
    UniqueConstraint: 'on_conflict',
    CheckConstraint: 'on_conflict',
    ForeignKeyConstraint: 'on_conflict',
  },
  mssql: {
    PrimaryKeyConstraint: 'clustered',
    UniqueConstraint: 'clustered',
    Index: 'clustered columnstore include where',
    Column: 'identity_increment identity_start',
  },
  oracle: {
    Table: 'compress on_commit resolve_synonyms tablespace',
    Index: 'bitmap compress vector',
    Sequence: 'order',
    Identity: 'on_null order',
  },
};
/** What options of PostgreSQL's are where they were not given, unless it is None. */
const NOT_GIVEN: Readonly<Record<string, unknown>> = {
  'Index using': false,
  'Index concurrently': false,
  'Index ops': new Map(),
  'Index with': new Map(),
  'Table ignore_search_path': false,
  'CheckConstraint not_valid': false,
  'ForeignKeyConstraint not_valid': false,
};

/** The options of PostgreSQL's that a class takes, with what they are where they were not given. @param classes the names of the class and its bases, innermost first */
export function postgresqlDefaults(classes: readonly string[]): ReadonlyMap<string, unknown> {
  const accepted = ACCEPTED.postgresql!;
  const owner = classes.find((name) => name in accepted);
  const names = owner === undefined || owner === 'ForeignKey' ? [] : accepted[owner]!.split(' ');
  return new Map(names.map((name) => [name, NOT_GIVEN[`${owner} ${name}`] ?? null]));
}

const SAME_AS: Readonly<Record<string, string>> = { mariadb: 'mysql' };

/**
 * The options, once they have been looked at.
 * @param owner the class in Python: "Index"
 * @throws TypeError for a name without a dialect, ArgumentError for one that the dialect does not know
 */
export function acceptOptions(options: Iterable<readonly [string, unknown]>, owner: string): DialectOptions {
  const accepted = new Map(options);
  for (const name of accepted.keys()) checkOption(name, owner);
  return accepted;
}

function checkOption(name: string, owner: string): void {
  const match = /^(.+?)_(.+)$/.exec(name);
  if (!match) refuseUnknownOption(name);
  const [, dialect, option] = match as unknown as [string, string, string];
  const table = ACCEPTED[SAME_AS[dialect] ?? dialect];
  if (!table) {
    const message = `Can't validate argument ${plainRepr(name)}; can't locate any SQLAlchemy dialect named ${plainRepr(dialect)}`;
    host().warn('sqlalchemy.exc.SAWarning', message);
    return;
  }
  host().loadDialect(SAME_AS[dialect] ?? dialect);
  const names = (table[owner] ?? '').split(' ');
  if (names.includes(option) || names.includes('*')) return;
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `Argument '${name}' is not accepted by dialect '${dialect}' on behalf of <class '${pythonClass(owner)}'>`,
  ]);
}

const pythonClass = (owner: string): string =>
  owner === 'ExcludeConstraint'
    ? 'sqlalchemy.dialects.postgresql.ext.ExcludeConstraint'
    : `sqlalchemy.sql.schema.${owner}`;
