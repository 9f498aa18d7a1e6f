/** Sends what operations ask for to PostgreSQL, or prints it. Answers to: alembic/ddl/impl.py, ddl/postgresql.py. */

import { Raise } from '../../machine.ts';
import { argumentError, clauseOf } from '../../sqlalchemy/expression/coerce.ts';
import { isTrue } from '../../sqlalchemy/expression/given-text.ts';
import { host } from '../../sqlalchemy/expression/host.ts';
import type { DdlRunner } from '../../sqlalchemy/postgresql/ddl-runner.ts';
import { typesBeforeTable } from '../../sqlalchemy/postgresql/named-types.ts';
import type { Constraint, GivenName, Index, QuotedName, Table } from '../../sqlalchemy/schema/index.ts';
import { Column, Computed, FetchedValue, Identity } from '../../sqlalchemy/schema/index.ts';
import type { MigrationContext } from '../runtime/context.ts';
import { warnFrom } from '../script/warn.ts';
import * as alter from './alter.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { AddColumnOptions, ColumnChange, Impl } from './impl.ts';

type Name = string | QuotedName;

/** What listeners of a table are told when an operation makes or drops it. */
const DETAILS = { checkfirst: false, _ddl_runner: null };

export class PostgresqlImpl implements Impl {
  private readonly context: MigrationContext;
  /** Types that a table of this run has brought: each is created once, also where a later revision names it again. */
  private readonly typesDone = new Set<string>();

  constructor(context: MigrationContext) {
    this.context = context;
  }

  private send(construct: unknown): void {
    this.context.impl.exec(construct);
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
    this.send(
      alter.addColumn({ table, schema }, column, {
        ifNotExists: options.ifNotExists ?? false,
        inlineReferences: options.inlineReferences,
        inlinePrimaryKey: options.inlinePrimaryKey,
      }),
    );
  }

  dropColumn(table: Name, column: Column, schema: GivenName, ifExists: boolean): void {
    this.send(alter.dropColumn({ table, schema }, column.name, ifExists));
  }

  /** One statement for each change: type, NOT NULL, default, comment, name. */
  alterColumn(table: Name, column: Name, change: ColumnChange): void {
    const target = { table, schema: change.schema };
    const { python } = this.context.process;
    const using = change.kw.get('postgresql_using') ?? null;
    if (using !== null && change.type === null) {
      throw new Raise('alembic.util.exc.CommandError', [
        'postgresql_using must be used with the type_ parameter',
      ]);
    }
    if (change.type !== null) {
      const text = using !== null && python.truth(using) ? python.str(using) : null;
      this.send(alter.columnType(target, column, change.type, text));
    }
    this.warnAutoincrement(change);
    if (change.nullable !== null) this.send(alter.columnNullable(target, column, change.nullable));
    this.alterDefault(target, column, change);
    if (change.comment !== false) this.send(alter.columnComment(target, column, change.comment));
    if (change.name !== null) this.send(alter.renameColumn(target, column, change.name));
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

  private alterDefault(target: alter.Target, column: Name, change: ColumnChange): void {
    const { serverDefault: value, existingServerDefault: existing } = change;
    if (value === false) return;
    if (value instanceof Computed || existing instanceof Computed) this.send(alter.computedDefault());
    else if (value instanceof Identity || existing instanceof Identity)
      this.send(alter.identityDefault(target, column, { value, existing }, this.context.process.python));
    else {
      this.refuseNumber(value);
      this.send(alter.columnDefault(target, column, value));
    }
  }

  /** @throws ArgumentError for what is neither text nor SQL */
  private refuseNumber(value: unknown): void {
    if (value === null || typeof value === 'string' || value instanceof FetchedValue || clauseOf(value))
      return;
    const { python } = this.context.process;
    const expected = ['str', 'sqlalchemy.sql.elements.ClauseElement', 'sqlalchemy.sql.elements.TextClause'];
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Argument 'arg' is expected to be one of type ${expected.map((name) => `'<class '${name}'>'`).join(' or ')}, ` +
        `got '${python.repr(python.getAttribute(value, '__class__'))}'`,
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
    const bind = this.context.bind;
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
    table.listeners.fire('before_drop', table, this.context.bind, DETAILS);
    this.send({ kind: 'drop-table', element: table, ifExists });
    table.listeners.fire('after_drop', table, this.context.bind, DETAILS);
  }

  renameTable(from: Name, to: Name, schema: GivenName): void {
    this.send(alter.renameTable({ table: from, schema }, to));
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
