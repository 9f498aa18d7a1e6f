/** Sends what operations ask for to PostgreSQL, or prints it. Answers to: alembic/ddl/impl.py, ddl/postgresql.py. */

import { Raise } from '../../machine.ts';
import { argumentError, clauseOf } from '../../sqlalchemy/expression/coerce.ts';
import { isTrue } from '../../sqlalchemy/expression/given-text.ts';
import { host } from '../../sqlalchemy/expression/host.ts';
import type { DdlRunner } from '../../sqlalchemy/postgresql/ddl-runner.ts';
import { typesBeforeTable } from '../../sqlalchemy/postgresql/named-types.ts';
import type { Constraint, GivenName, Index, Table } from '../../sqlalchemy/schema/index.ts';
import { Column, Computed, DefaultClause, FetchedValue, Identity } from '../../sqlalchemy/schema/index.ts';
import type { MigrationContext } from '../runtime/context.ts';
import { assertionError } from '../script/errors.ts';
import { warnFrom } from '../script/warn.ts';
import { type AlterRecord, alterStatement, type Name, type OnColumn } from './alter-statement.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { AddColumnOptions, ColumnChange, Impl } from './impl.ts';

/** What listeners of a table are told when an operation makes or drops it. */
const DETAILS = { checkfirst: false, _ddl_runner: null };

export class PostgresqlImpl implements Impl {
  private readonly context: MigrationContext;
  /** Types that a table of this run has brought: each is created once, also where a later revision names it again. */
  private readonly typesDone = new Set<string>();

  constructor(context: MigrationContext) {
    this.context = context;
  }

  /** What listeners get as the connection: offline, one that prints. */
  private get bind(): unknown {
    return this.context.process.python.getAttribute(this.context, 'bind');
  }

  private send(construct: unknown): void {
    this.context.impl.exec(construct);
  }

  private alter(record: AlterRecord): void {
    this.send(alterStatement(record));
  }

  /** Creates types without looking whether they are there, as `op.create_table` does. */
  private runner(): DdlRunner {
    return {
      execute: (ddl) => this.send(ddl),
      query: () => [],
      warn: (category, message) => this.context.process.warn(category, message),
      memo: this.typesDone,
    };
  }

  addColumn(table: Name, column: Column, schema: GivenName, options: AddColumnOptions): void {
    const { ifNotExists, inlineReferences, inlinePrimaryKey } = options;
    const flags = { ifNotExists, inlineReferences, inlinePrimaryKey };
    this.alter({ kind: 'alter add-column', tableName: table, schema, column, ...flags });
  }

  dropColumn(table: Name, column: Column, schema: GivenName, ifExists: boolean): void {
    this.alter({ kind: 'alter drop-column', tableName: table, schema, column, ifExists });
  }

  /** One statement for each change: type, NOT NULL, default, comment, name. */
  alterColumn(table: Name, column: Name, change: ColumnChange): void {
    const on: OnColumn = {
      tableName: table,
      schema: change.schema,
      columnName: column,
      existingType: change.existingType,
      existingNullable: change.existingNullable,
      existingServerDefault: change.existingServerDefault,
      existingComment: change.existingComment,
    };
    const ofPostgresql = this.context.impl.own?.ofPostgresql ?? true;
    if (ofPostgresql) this.alterType(on, change);
    this.warnAutoincrement(change);
    if (change.nullable !== null)
      this.alter({ kind: 'alter column-nullable', ...on, nullable: change.nullable });
    this.alterDefault(on, change.serverDefault);
    if (!ofPostgresql && change.type !== null)
      this.alter({ kind: 'alter column-type', ...on, type: change.type });
    if (change.comment !== false)
      this.alter({ kind: 'alter column-comment', ...on, comment: change.comment });
    if (change.name !== null) this.alter({ kind: 'alter column-name', ...on, newname: change.name });
  }

  private alterType(on: OnColumn, { type, kw }: ColumnChange): void {
    const { python } = this.context.process;
    const using = kw.get('postgresql_using') ?? null;
    if (using !== null && type === null) {
      throw new Raise('alembic.util.exc.CommandError', [
        'postgresql_using must be used with the type_ parameter',
      ]);
    }
    if (type === null) return;
    const text = using !== null && python.truth(using) ? python.str(using) : null;
    this.alter({ kind: 'alter postgresql-column-type', ...on, type, using: text });
  }

  private warnAutoincrement({ kw }: ColumnChange): void {
    const given = [kw.get('autoincrement'), kw.get('existing_autoincrement')];
    if (given.every((value) => value === undefined || value === null)) return;
    warnFrom(
      this.context.process,
      'ddl/impl.py:281',
      'autoincrement and existing_autoincrement only make sense for MySQL',
    );
  }

  private alterDefault(on: OnColumn, value: unknown): void {
    const existing = on.existingServerDefault;
    if (value === false) return;
    const { python } = this.context.process;
    if (value instanceof Computed || existing instanceof Computed)
      this.alter({ kind: 'alter computed-default', ...on, default: value });
    else if (value instanceof Identity || existing instanceof Identity)
      this.alter({
        kind: 'alter identity-default',
        ...on,
        default: value,
        impl: this.context.impl,
        python,
      });
    else {
      this.refuseNumber(value);
      this.alter({ kind: 'alter column-default', ...on, default: value });
    }
  }

  /** @throws ArgumentError for what is neither text nor SQL, AssertionError for a default that the server has already */
  private refuseNumber(value: unknown): void {
    if (value instanceof FetchedValue && !(value instanceof DefaultClause)) throw assertionError();
    if (value === null || typeof value === 'string' || value instanceof FetchedValue || clauseOf(value))
      return;
    const expected = ['str', 'sqlalchemy.sql.elements.ClauseElement', 'sqlalchemy.sql.elements.TextClause'];
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Argument 'arg' is expected to be one of type ${expected.map((name) => `'<class '${name}'>'`).join(' or ')}, ` +
        `got '${String(host().evaluate('repr(it.__class__)', value))}'`,
    ]);
  }

  addConstraint(constraint: Constraint): void {
    if (constraint.createRule && !constraint.createRule('postgresql')) return;
    this.send({ kind: 'add-constraint', element: constraint });
  }

  dropConstraint(constraint: Constraint, ifExists: boolean | null): void {
    this.send({ kind: 'drop-constraint', element: constraint, ifExists: ifExists ?? false });
  }

  /** Columns of INCLUDE need not be among those of the operation. */
  createIndex(index: Index, ifNotExists: boolean | null): void {
    const included = index.dialectOptions.get('postgresql_include') ?? null;
    for (const name of isTrue(included) ? includedIn(included) : []) {
      if (typeof name !== 'string') throw argumentError('__contains__ requires a string argument');
      if (index.table && !index.table.columns.has(name)) index.table.appendColumn(new Column([name]));
    }
    this.send({ kind: 'create-index', element: index, ifNotExists: ifNotExists ?? false });
  }

  dropIndex(index: Index, ifExists: boolean | null): void {
    this.send({ kind: 'drop-index', element: index, ifExists: ifExists ?? false });
  }

  /** The types first, then the table, its indexes and comments. */
  createTable(table: Table, ifNotExists: boolean): void {
    const bind = this.bind;
    table.listeners.fire('before_create', table, bind, DETAILS);
    typesBeforeTable(table, this.runner(), { checkFirst: false, ofMetadata: false });
    this.send({ kind: 'create-table', element: table, ifNotExists });
    table.listeners.fire('after_create', table, bind, DETAILS);
    for (const index of table.indexes)
      if (index.ddlIf?.(index, 'postgresql') !== false) this.send({ kind: 'create-index', element: index });
    if (isTrue(table.comment)) this.createTableComment(table);
    for (const column of table.columns) if (isTrue(column.comment)) this.createColumnComment(column);
  }

  dropTable(table: Table, ifExists: boolean): void {
    table.listeners.fire('before_drop', table, this.bind, DETAILS);
    this.send({ kind: 'drop-table', element: table, ifExists });
    table.listeners.fire('after_drop', table, this.bind, DETAILS);
  }

  renameTable(from: Name, to: Name, schema: GivenName): void {
    this.alter({ kind: 'alter rename-table', tableName: from, schema, newTableName: to });
  }

  createTableComment(table: Table): void {
    this.send({ kind: 'set-table-comment', element: table });
  }

  dropTableComment(table: Table): void {
    this.send({ kind: 'drop-table-comment', element: table });
  }

  createColumnComment(column: Column): void {
    this.send({ kind: 'set-column-comment', element: column });
  }

  bulkInsert(table: unknown, rows: unknown, multiinsert: boolean): void {
    bulkInsert(this.context, table, rows, multiinsert);
  }
}

/** The columns of INCLUDE; those of a text are its letters. @throws TypeError for what has no items */
function includedIn(given: unknown): readonly unknown[] {
  const items = typeof given === 'string' ? [...given] : host().items(given);
  if (items) return items;
  throw new Raise('builtins.TypeError', [`'${host().typeName(given)}' object is not iterable`]);
}
