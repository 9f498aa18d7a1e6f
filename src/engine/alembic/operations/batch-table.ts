/** "Move and copy": a new table with the changes, the old rows, the old name. Answers to: alembic/operations/batch.py (ApplyBatchImpl). */
import { Raise } from '../../machine.ts';
import { cast } from '../../sqlalchemy/expression/build.ts';
import { fromSelect, insert } from '../../sqlalchemy/expression/dml-build.ts';
import { select } from '../../sqlalchemy/expression/select-build.ts';
import {
  Column,
  type Constraint,
  DefaultClause,
  FetchedValue,
  type GivenName,
  Index,
  MetaData,
  Table,
} from '../../sqlalchemy/schema/index.ts';
import { typeAffinity } from '../../sqlalchemy/types/implementation.ts';
import type { ColumnChange, Impl } from '../ddl/impl.ts';
import type { BatchOptions, Request } from './batch.ts';
import { copyColumn, copyConstraint } from './copy.ts';
import type { Operations } from './operations.ts';

export class BatchTable {
  private readonly operations: Operations;
  private readonly impl: Impl;
  private readonly existing: Table;
  private readonly schema: GivenName;
  private readonly options: BatchOptions;
  /** By their old names; a renamed column keeps its place. */
  private readonly columns = new Map<string, Column>();
  /** Expressions for the copied rows; columns that are new have none. */
  private readonly sources = new Map<string, Column>();
  private readonly constraints: Constraint[] = [];
  private readonly indexes = new Map<string, Index>();
  private readonly newIndexes: Index[] = [];

  constructor(operations: Operations, existing: Table, schema: GivenName, options: BatchOptions) {
    this.operations = operations;
    this.impl = operations.impl;
    this.existing = existing;
    this.schema = schema;
    this.options = options;
    for (const column of existing.columns) {
      this.columns.set(column.name, copyColumn(column, false));
      this.sources.set(column.name, column);
    }
    for (const constraint of existing.constraints)
      if (!constraint.typeBound) this.constraints.push(constraint);
    for (const index of existing.indexes) this.indexes.set(String(index.name), index);
  }

  /** Applies the requests to the new table, makes it, and puts it in the place of the old one. */
  recreate(requests: readonly Request[]): void {
    const after: Request[] = [];
    for (const request of requests) if (!this.apply(request)) after.push(request);
    for (const constraint of this.existing.constraints) {
      const named = constraint.name !== null && this.constraints.includes(constraint);
      if (named) this.impl.dropConstraint(constraint, null);
    }
    const made = this.newTable();
    this.impl.createTable(made, false);
    this.copyRows(made);
    this.impl.dropTable(this.existing, false);
    this.impl.renameTable(made.name, this.existing.name, this.schema);
    this.createIndexes();
    for (const request of after) {
      const method = this.impl[request.method] as (...args: unknown[]) => void;
      method.apply(this.impl, request.args);
    }
  }

  /** @returns false for requests that follow on the finished table */
  private apply(request: Request): boolean {
    switch (request.method) {
      case 'addColumn': {
        const [, column, , { insertBefore, insertAfter }] = request.args;
        this.place(copyColumn(column, false), insertBefore, insertAfter);
        return true;
      }
      case 'dropColumn':
        this.dropColumn(request.args[1].name);
        return true;
      case 'alterColumn':
        this.alterColumn(String(request.args[1]), request.args[2]);
        return true;
      case 'addConstraint':
        this.constraints.push(request.args[0]);
        return true;
      case 'dropConstraint':
        this.dropConstraint(request.args[0]);
        return true;
      case 'createIndex':
        this.newIndexes.push(request.args[0]);
        return true;
      case 'dropIndex':
        this.dropIndex(request.args[0]);
        return true;
      default:
        return false;
    }
  }

  private place(column: Column, before: unknown, after: unknown): void {
    const others = [...this.columns];
    const anchor = (before ?? after ?? null) as string | null;
    const found = others.findIndex(([name]) => name === anchor);
    const at = found < 0 ? others.length : before ? found : found + 1;
    others.splice(at, 0, [column.name, column]);
    this.columns.clear();
    for (const [name, one] of others) this.columns.set(name, one);
  }

  /** @throws KeyError where there is no such column */
  private dropColumn(name: string): void {
    if (!this.columns.delete(name)) throw new Raise('builtins.KeyError', [name]);
    this.sources.delete(name);
    const uses = (constraint: Constraint) => constraint.columns.some((column) => column.name === name);
    const kept = this.constraints.filter((one) => one.kind === 'primary-key-constraint' || !uses(one));
    this.constraints.splice(0, this.constraints.length, ...kept);
  }

  private alterColumn(name: string, change: ColumnChange): void {
    const column = this.columns.get(name);
    if (!column) throw new Raise('builtins.KeyError', [name]);
    if (change.nullable !== null) column.nullable = change.nullable;
    if (change.type !== null) column.type = change.type;
    if (change.comment !== false) column.comment = change.comment;
    if (change.serverDefault !== false) this.setDefault(column, change.serverDefault);
    if (change.name !== null) {
      column.name = String(change.name);
      column.key = column.name;
    }
  }

  private setDefault(column: Column, value: unknown): void {
    column.serverDefault = null;
    column.identity = null;
    column.computed = null;
    if (value === null) return;
    (value instanceof FetchedValue ? value : new DefaultClause(value)).attachTo(column);
  }

  /** @throws ValueError where there is no constraint of this name */
  private dropConstraint(constraint: Constraint): void {
    if (constraint.name === null) {
      throw new Raise('builtins.ValueError', ['Constraint must have a name']);
    }
    const at = this.constraints.findIndex((one) => one.name === constraint.name);
    if (at < 0) throw new Raise('builtins.ValueError', [`No such constraint: '${constraint.name}'`]);
    this.constraints.splice(at, 1);
  }

  /** @throws ValueError where there is no index of this name */
  private dropIndex(index: Index): void {
    if (this.indexes.delete(String(index.name))) return;
    throw new Raise('builtins.ValueError', [`No such index: '${index.name}'`]);
  }

  private newTable(): Table {
    const convention = this.options.namingConvention;
    const metadata = new MetaData(convention ? { namingConvention: convention } : {});
    const table = new Table(`_alembic_tmp_${this.existing.name}`.slice(0, 50), metadata, {
      schema: this.existing.schema,
      comment: this.existing.comment,
      prefixes: this.existing.prefixes,
      dialectOptions: new Map([...this.existing.dialectOptions, ...this.options.tableKwargs]),
    });
    metadata.addTable(table);
    for (const column of this.columns.values()) table.appendColumn(column);
    for (const constraint of this.constraints) this.addConstraint(constraint, table);
    table.addItems(this.options.tableArgs);
    return table;
  }

  /** Its columns may have other names now, or be gone. */
  private addConstraint(constraint: Constraint, table: Table): void {
    const names = constraint.columns.map((column) => this.columns.get(column.name)?.name);
    if (constraint.kind === 'primary-key-constraint' && names.every((name) => name === undefined)) return;
    const copy = copyConstraint(constraint);
    const renamed = names.filter((name) => name !== undefined);
    (copy as unknown as { pending: readonly string[] }).pending = renamed;
    table.appendConstraint(copy);
  }

  private copyRows(made: Table): void {
    const names: string[] = [];
    const values: unknown[] = [];
    for (const [old, source] of this.sources) {
      const column = this.columns.get(old)!;
      if (column.computed) continue;
      names.push(column.name);
      const same = typeAffinity(source.type) === typeAffinity(column.type);
      values.push(same ? source : cast(source, column.type));
    }
    const statement = fromSelect(insert(made), names, select(values), false);
    this.operations.migrationContext.impl.exec(statement);
  }

  private createIndexes(): void {
    const table = new Table(this.existing.name, new MetaData(), { schema: this.existing.schema });
    for (const column of this.columns.values()) table.appendColumn(copyColumn(column, false));
    for (const index of this.indexes.values()) {
      const kept = index.columns.every((column) => this.columns.has(column.name));
      if (kept) this.impl.createIndex(this.moved(index, table), null);
    }
    for (const index of this.newIndexes) this.impl.createIndex(this.moved(index, table), null);
  }

  private moved(index: Index, table: Table): Index {
    const expressions = index.expressions.map((one) =>
      one instanceof Column ? (this.columns.get(one.name)?.name ?? one.name) : one,
    );
    const { unique, quote, dialectOptions } = index;
    return new Index(index.name, expressions, { unique, quote, dialectOptions, table });
  }
}
