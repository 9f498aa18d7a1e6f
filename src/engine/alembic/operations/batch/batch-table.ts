/** The parts of a table while a batch changes them. Answers to: alembic/operations/batch.py (ApplyBatchImpl). */
import { Raise } from '../../../machine.ts';
import { cast } from '../../../sqlalchemy/expression/build.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import {
  type Column,
  type Constraint,
  DefaultClause,
  FetchedValue,
  type Index,
  type Table,
} from '../../../sqlalchemy/schema/index.ts';
import { typeAffinity } from '../../../sqlalchemy/types/implementation.ts';
import { BOOLEAN, ENUM, type SqlType } from '../../../sqlalchemy/types/index.ts';
import type { ColumnChange } from '../../ddl/impl.ts';
import { copyColumn } from '../copy.ts';
import type { Request } from './batch.ts';
import { ColumnOrder } from './column-order.ts';

export class BatchTable {
  readonly existing: Table;
  /** By their old names; a renamed column keeps its place and its key. */
  readonly columns = new Map<string, Column>();
  /** What fills a column; undefined for new ones. */
  readonly sources = new Map<string, unknown>();
  readonly named = new Map<string, Constraint>();
  readonly unnamed: Constraint[] = [];
  readonly indexes = new Map<string | null, Index>();
  readonly newIndexes = new Map<string | null, Index>();
  /** Columns that do not count in the old primary key any more. */
  readonly keyless = new Set<string>();
  readonly order: ColumnOrder;
  /** Named constraints that stand inside a column, with the column. */
  private readonly inColumns = new Map<string, readonly [Column, Constraint]>();

  /** @param reflected the table was read from the database and not given as `copy_from` */
  constructor(existing: Table, reflected: boolean, partialReordering: readonly (readonly string[])[]) {
    this.existing = existing;
    for (const column of existing.columns) {
      this.columns.set(column.name, copyColumn(column, false));
      this.sources.set(column.name, column);
    }
    this.order = new ColumnOrder([...this.columns.keys()], partialReordering);
    const inColumns = new Set<unknown>([...existing.columns].flatMap((column) => [...column.constraints]));
    for (const constraint of existing.constraints) {
      if (constraint.typeBound || inColumns.has(constraint)) continue;
      if (constraint.name !== null) this.named.set(constraint.name, constraint);
      else if (!reflected || constraint.kind !== 'check-constraint') this.unnamed.push(constraint);
    }
    for (const column of reflected ? [] : existing.columns) {
      for (const item of column.constraints) {
        const constraint = item as Constraint;
        if (constraint.name) this.inColumns.set(constraint.name, [column, constraint]);
      }
    }
    for (const index of existing.indexes) this.indexes.set(index.name, index);
  }

  /** Takes a request over. @returns false for what a new table cannot be asked */
  apply(request: Request): boolean {
    switch (request.method) {
      case 'addColumn': {
        const [, column, , { insertBefore, insertAfter }] = request.args;
        this.order.add(column.name, insertBefore as string | null, insertAfter as string | null);
        this.columns.set(column.name, copyColumn(column));
        this.sources.set(column.name, undefined);
        return true;
      }
      case 'dropColumn':
        this.dropColumn(request.args[1].name, request.args[4] ?? null);
        return true;
      case 'alterColumn':
        this.alterColumn(String(request.args[1]), request.args[2]);
        return true;
      case 'addConstraint':
        this.addConstraint(request.args[0]);
        return true;
      case 'dropConstraint':
        this.dropConstraint(request.args[0]);
        return true;
      case 'createIndex':
        this.newIndexes.set(request.args[0].name, request.args[0]);
        return true;
      case 'dropIndex':
        this.dropIndex(request.args[0]);
        return true;
      case 'createTableComment':
      case 'dropTableComment':
      case 'createColumnComment':
        // The comment of a column travels with it; that of a table is lost.
        return true;
      default:
        return false;
    }
  }

  /** @throws KeyError where there is no such column */
  private dropColumn(name: string, existingType: SqlType | null): void {
    this.keyless.add(name);
    if (!this.columns.delete(name)) throw new Raise('builtins.KeyError', [name]);
    this.sources.delete(name);
    this.order.drop(name);
    this.forgetTypeName(existingType);
  }

  /** A named check of Boolean or Enum goes with its column. */
  private forgetTypeName(type: SqlType | null): void {
    const name = type && (type.is(BOOLEAN) || type.is(ENUM)) ? host().name(type.options.name) : null;
    if (name !== null && name !== undefined) this.named.delete(String(name));
  }

  /** @throws KeyError where there is no such column */
  private alterColumn(name: string, change: ColumnChange): void {
    const column = this.columns.get(name);
    if (!column) throw new Raise('builtins.KeyError', [name]);
    if (change.name !== null && String(change.name) !== name) {
      column.name = String(change.name);
      this.forgetTypeName(change.existingType);
    }
    if (change.type !== null) this.changeType(name, column, change.type);
    if (change.nullable !== null) column.nullable = change.nullable;
    if (change.serverDefault !== false) setDefault(column, change.serverDefault);
    const autoincrement = change.kw.get('autoincrement') ?? null;
    if (autoincrement !== null) column.autoincrement = Boolean(autoincrement);
    if (change.comment !== false) column.comment = change.comment;
  }

  private changeType(name: string, column: Column, type: SqlType): void {
    const source = this.sources.get(name);
    if (source !== undefined && typeAffinity(column.type) !== typeAffinity(type))
      this.sources.set(name, cast(source, type));
    column.type = type;
    column.typeEvents = false;
  }

  /** @throws ValueError where it has no name */
  private addConstraint(constraint: Constraint): void {
    if (constraint.name === null && !constraint.typeBound) throw nameless();
    if (constraint.kind === 'primary-key-constraint') {
      const at = this.unnamed.indexOf(this.existing.primaryKey);
      if (at >= 0) this.unnamed.splice(at, 1);
    }
    if (constraint.name === null) this.unnamed.push(constraint);
    else this.named.set(constraint.name, constraint);
  }

  /** @throws ValueError where there is no constraint of this name */
  private dropConstraint(constraint: Constraint): void {
    const { name } = constraint;
    if (name === null) {
      if (!constraint.typeBound) throw nameless();
      return;
    }
    const inside = this.inColumns.get(name);
    if (inside) {
      this.inColumns.delete(name);
      const copies = this.columns.get(inside[0].name)?.constraints;
      for (const copy of [...(copies ?? [])]) if ((copy as Constraint).name === name) copies!.delete(copy);
      return;
    }
    const found = this.named.get(name);
    if (!found && !constraint.typeBound)
      throw new Raise('builtins.ValueError', [`No such constraint: '${name}'`]);
    this.named.delete(name);
    if (found?.kind !== 'primary-key-constraint') return;
    for (const column of found.columns) {
      const copy = this.columns.get(column.name);
      if (!copy) throw new Raise('builtins.KeyError', [column.name]);
      copy.primaryKey = false;
    }
  }

  /** @throws ValueError where there is no index of this name */
  private dropIndex(index: Index): void {
    if (this.indexes.delete(index.name)) return;
    throw new Raise('builtins.ValueError', [`No such index: '${index.name}'`]);
  }
}

const nameless = () => new Raise('builtins.ValueError', ['Constraint must have a name']);

function setDefault(column: Column, value: unknown): void {
  column.serverDefault = null;
  column.identity = null;
  column.computed = null;
  if (value === null) return;
  (value instanceof FetchedValue ? value : new DefaultClause(value)).attachTo(column);
}
