/** The columns of a table by key, in order. Answers to: sqlalchemy/sql/base.py (ColumnCollection). */
import { Raise } from '../../../machine.ts';
import type { Column } from './column.ts';

export class ColumnCollection implements Iterable<Column> {
  private byKey = new Map<string, Column>();

  get size(): number {
    return this.byKey.size;
  }

  get(key: string): Column | undefined {
    return this.byKey.get(key);
  }

  has(key: string): boolean {
    return this.byKey.has(key);
  }

  keys(): IterableIterator<string> {
    return this.byKey.keys();
  }

  [Symbol.iterator](): IterableIterator<Column> {
    return this.byKey.values();
  }

  /** @throws DuplicateColumnError where the key is taken and may not be replaced */
  add(column: Column, table: string, replace: boolean): void {
    const sameKey = this.byKey.get(column.key);
    const sameName = sameKey ?? this.named(column.name);
    if (sameName && sameName !== column && !replace) {
      const what = sameKey && column.key !== column.name ? 'key' : 'name';
      throw new Raise('sqlalchemy.exc.DuplicateColumnError', [
        `A column with ${what} '${column[what]}' is already present in table '${table}'.`,
      ]);
    }
    if (sameName && !sameKey) this.replace(sameName, column);
    else this.byKey.set(column.key, column);
  }

  /** A column of another key takes the place of the one of its name. */
  private replace(old: Column, column: Column): void {
    this.byKey = new Map(
      [...this.byKey].map(([key, one]) => (one === old ? [column.key, column] : [key, one])),
    );
  }

  private named(name: string): Column | undefined {
    for (const column of this.byKey.values()) if (column.name === name) return column;
    return undefined;
  }

  delete(column: Column): void {
    if (this.byKey.get(column.key) === column) this.byKey.delete(column.key);
  }
}
