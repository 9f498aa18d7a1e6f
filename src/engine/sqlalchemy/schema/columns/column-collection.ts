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
    if (sameName && !sameKey) this.delete(sameName);
    this.byKey.set(column.key, column);
  }

  private named(name: string): Column | undefined {
    for (const column of this.byKey.values()) if (column.name === name) return column;
    return undefined;
  }

  delete(column: Column): void {
    if (this.byKey.get(column.key) === column) this.byKey.delete(column.key);
  }
}
