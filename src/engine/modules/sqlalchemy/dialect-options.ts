/** `postgresql_…=` and its kin on schema objects. Answers to: sqlalchemy/sql/base.py (DialectKWArgs). */
import { Raise } from '../../machine.ts';
import { dict } from '../../python/values/dict.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native.ts';
import type { Value } from '../../python/values/value.ts';
import { type DialectOptions, refuseUnknownOption } from '../../sqlalchemy/schema/schema-item.ts';
import { toPlain, toPython } from './convert.ts';

/** Options by dialect and class; '*' takes any. A class that a dialect does not list takes none of it. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  postgresql: {
    Index: 'concurrently include nulls_not_distinct ops tablespace using where with',
    Table: 'ignore_search_path inherits on_commit partition_by tablespace using with_oids',
    CheckConstraint: 'not_valid',
    ForeignKeyConstraint: 'not_valid',
    ForeignKey: 'not_valid',
    PrimaryKeyConstraint: 'include',
    UniqueConstraint: 'include nulls_not_distinct',
  },
  sqlite: {
    Table: 'autoincrement strict with_rowid',
    Index: 'where',
    Column: 'on_conflict_not_null on_conflict_primary_key on_conflict_unique',
    PrimaryKeyConstraint: 'on_conflict',
    UniqueConstraint: 'on_conflict',
    CheckConstraint: 'on_conflict',
  },
  mysql: { Table: '*', PrimaryKeyConstraint: 'using', Index: 'length prefix using with_parser' },
  mariadb: { Table: '*', PrimaryKeyConstraint: 'using', Index: 'length prefix using with_parser' },
  mssql: {
    PrimaryKeyConstraint: 'clustered',
    UniqueConstraint: 'clustered',
    Index: 'clustered columnstore include where',
    Column: 'identity_increment identity_start',
  },
  oracle: {
    Table: 'compress on_commit resolve_synonyms tablespace',
    Index: 'bitmap compress',
    Sequence: 'order',
    Identity: 'on_null order',
  },
};

/**
 * Checks and keeps options of dialects.
 * @param cls the class that takes them, such as "Index"
 * @throws TypeError, ArgumentError as SQLAlchemy does
 */
export function dialectOptions(
  call: Interpreter,
  cls: string,
  keywords: ReadonlyMap<string, Value>,
): DialectOptions {
  const options = new Map<string, unknown>();
  for (const [name, value] of keywords) {
    const match = /^(.+?)_(.+)$/.exec(name);
    if (!match) refuseUnknownOption(name);
    check(call, cls, name, match[1]!, match[2]!);
    options.set(name, toPlain(value));
  }
  return options;
}

function check(call: Interpreter, cls: string, name: string, dialect: string, option: string): void {
  const known = KNOWN[dialect];
  if (!known) {
    call.process.warn(
      'sqlalchemy.exc.SAWarning',
      `Can't validate argument '${name}'; can't locate any SQLAlchemy dialect named '${dialect}'`,
    );
    return;
  }
  // SQLAlchemy loads the dialect to ask it: from here on `sa.dialects.mysql` is there without an import.
  if (dialect !== 'postgresql')
    call.importModule(`sqlalchemy.dialects.${dialect === 'mariadb' ? 'mysql' : dialect}`);
  const taken = known[cls] ?? '';
  if (taken === '*' || taken.split(' ').includes(option)) return;
  const module = cls === 'ExcludeConstraint' ? 'sqlalchemy.dialects.postgresql.ext' : 'sqlalchemy.sql.schema';
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `Argument '${name}' is not accepted by dialect '${dialect}' on behalf of <class '${module}.${cls}'>`,
  ]);
}

interface HasOptions {
  dialectOptions: DialectOptions;
}

const asDict = (self: HasOptions): Value =>
  dict([...self.dialectOptions].map(([name, value]) => [name, toPython(value)] as const));

/** `item.dialect_options['postgresql']['where']` */
function byDialect(self: HasOptions): Value {
  const dialects = new Map<string, Map<string, unknown>>([['postgresql', new Map()]]);
  for (const [name, value] of self.dialectOptions) {
    const [, dialect, option] = /^(.+?)_(.+)$/.exec(name)!;
    const options = dialects.get(dialect!) ?? new Map<string, unknown>();
    dialects.set(dialect!, options.set(option!, value));
  }
  return toPython(dialects);
}

export const dialectKwargsClass = nativeClass({
  name: 'DialectKWArgs',
  module: 'sqlalchemy.sql.base',
  getters: { dialect_kwargs: asDict, kwargs: asDict, dialect_options: byDialect },
});
