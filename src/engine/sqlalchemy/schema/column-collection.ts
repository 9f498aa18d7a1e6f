/** The columns of a table by key, in order. Answers to: sqlalchemy/sql/base.py (ColumnCollection). */
import { Raise } from '../../machine.ts';
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
    const existing = this.byKey.get(column.key);
    if (existing && existing !== column && !replace) {
      const what = column.key === column.name ? 'name' : 'key';
      throw new Raise('sqlalchemy.exc.DuplicateColumnError', [
        `A column with ${what} '${column.key}' is already present in table '${table}'.`,
      ]);
    }
    this.byKey.set(column.key, column);
  }

  delete(column: Column): void {
    if (this.byKey.get(column.key) === column) this.byKey.delete(column.key);
  }
}
