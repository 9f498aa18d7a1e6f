/** `table.c`: columns by name and place. Answers to: sqlalchemy/sql/base.py (ReadOnlyColumnCollection). */
import { Raise } from '../../../machine.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import { keyError, raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import type { SelectLike } from '../../../sqlalchemy/expression/elements.ts';
import { columnsOf, isSelect } from '../../../sqlalchemy/expression/select/columns.ts';
import { selectedColumns } from '../../../sqlalchemy/expression/select/select-build.ts';
import type { FromClause } from '../../../sqlalchemy/expression/select/selectables.ts';
import { tableColumnsIn } from '../schema/table-columns.ts';

/** Columns with their keys, in order. */
export class ColumnList {
  readonly entries: readonly (readonly [string, Value])[];
  constructor(entries: readonly (readonly [string, Value])[]) {
    this.entries = entries;
  }
  find(key: string): Value | undefined {
    return this.entries.find(([name]) => name === key)?.[1];
  }
}

/** `select(table.c["a", "b"])`: a collection stands for its columns. */
export const spreadColumns = (value: Value): readonly Value[] =>
  tableColumnsIn(value) ??
  (value instanceof ColumnList ? value.entries.map(([, column]) => column) : [value]);

/** The columns of a FROM element or SELECT. */
export const columnListOf = (from: FromClause | SelectLike, selected = false): ColumnList =>
  new ColumnList(
    selected && isSelect(from)
      ? (selectedColumns(from) as readonly (readonly [string, Value])[])
      : columnsOf(from).map((column) => [column.key, column as Value] as const),
  );

nativeClass({
  name: 'ReadOnlyColumnCollection',
  module: 'sqlalchemy.sql.base',
  host: ColumnList,
  methods: {
    keys: ['', (_call: Interpreter, self: ColumnList) => list(self.entries.map(([key]) => key))],
    values: ['', (_call: Interpreter, self: ColumnList) => list(self.entries.map(([, column]) => column))],
    items: [
      '',
      (_call: Interpreter, self: ColumnList) =>
        list(self.entries.map(([key, column]) => tuple([key, column]))),
    ],
    get: [
      'key, default=None',
      (_call: Interpreter, self: ColumnList, key: string, fallback: Value) => self.find(key) ?? fallback,
    ],
    contains_column: [
      'col',
      (_call: Interpreter, self: ColumnList, column: Value) => self.entries.some(([, one]) => one === column),
    ],
    as_readonly: ['', (_call: Interpreter, self: ColumnList) => self],
  },
  len: (self: ColumnList) => self.entries.length,
  iterate: (self: ColumnList) => self.entries.map(([, column]) => column),
  contains: (self: ColumnList, key: Value) => {
    if (typeof key !== 'string')
      throw new Raise('sqlalchemy.exc.ArgumentError', ['__contains__ requires a string argument']);
    return self.find(key) !== undefined;
  },
  getItem: (self: ColumnList, key: Value) => {
    if (typeof key === 'number') {
      const column = self.entries.at(key)?.[1];
      if (column === undefined) throw raise('IndexError', key);
      return column;
    }
    const found = self.find(String(key));
    if (found === undefined) throw keyError(key);
    return found;
  },
  getattr: (self: ColumnList, name) => {
    const found = self.find(name);
    if (found === undefined) throw raise('AttributeError', name);
    return found;
  },
  repr: (self: ColumnList) => defaultRepr(self),
});
