/** `table.c` in Python. Answers to: sqlalchemy/sql/base.py (ColumnCollection). */
import { Raise } from '../../../machine.ts';
import { list, PySlice, PyTuple, tuple } from '../../../python/values/containers/containers.ts';
import { getItem } from '../../../python/values/containers/iterate.ts';
import { pythonHash } from '../../../python/values/containers/python-hash.ts';
import { attributeError, indexError, keyError } from '../../../python/values/exceptions/exceptions.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Column } from '../../../sqlalchemy/schema/columns/column.ts';
import { ColumnCollection } from '../../../sqlalchemy/schema/columns/column-collection.ts';
import type { Constraint } from '../../../sqlalchemy/schema/constraints/constraint.ts';
import { namedColumns } from '../../../sqlalchemy/schema/constraints/naming.ts';
import type { Index } from '../../../sqlalchemy/schema/constraints/table-index.ts';

/** Columns of a constraint or index, which are not a table's own collection. */
class ColumnList {
  readonly columns: readonly Column[];
  constructor(columns: readonly Column[]) {
    this.columns = columns;
  }
  get size(): number {
    return this.columns.length;
  }
  get(key: string): Column | undefined {
    return this.columns.find((column) => column.key === key);
  }
  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
  [Symbol.iterator](): IterableIterator<Column> {
    return this.columns[Symbol.iterator]();
  }
}

type Columns = ColumnCollection | ColumnList;

/** The columns where a value is a collection of a table's; undefined otherwise. */
export const tableColumnsIn = (value: Value): readonly Value[] | undefined =>
  value instanceof ColumnCollection || value instanceof ColumnList ? [...value] : undefined;

/** A read-only collection of Python over these columns. */
export const columnsValue = (columns: readonly Column[]): Value => new ColumnList(columns);

/** `item.columns`, once it has its table: also columns of none (`column('x')`) that an expression of it names. */
export const columnsOf = (item: Constraint | Index): readonly Column[] =>
  item.table ? (namedColumns(item) as readonly Column[]) : [];

/** Keys and places in one subscript, or a slice, give a collection again. */
function item(self: Columns, key: Value): Value {
  if (key instanceof PyTuple) return columnsValue(key.items.map((each) => item(self, each) as Column));
  if (key instanceof PySlice) {
    return columnsValue((getItem(tuple([...self]), key) as PyTuple).items as readonly Column[]);
  }
  if (typeof key === 'number') {
    const all = [...self];
    const found = all.at(key);
    if (found) return found;
    throw indexError(String(key));
  }
  const found = typeof key === 'string' ? self.get(key) : undefined;
  if (found) return found;
  pythonHash(key);
  throw keyError(key);
}

const keys = (self: Columns) => list([...self].map((column) => column.key));

nativeClass({
  name: 'ReadOnlyColumnCollection',
  module: 'sqlalchemy.sql.base',
  host: [ColumnCollection, ColumnList],
  iterate: (self: Columns) => self,
  len: (self: Columns) => self.size,
  contains: (self: Columns, key: Value) => {
    if (typeof key === 'string') return self.has(key);
    throw new Raise('sqlalchemy.exc.ArgumentError', ['__contains__ requires a string argument']);
  },
  getItem: item,
  getattr: (self: Columns, name) => {
    const found = self.get(name);
    if (found || name.startsWith('__')) return found;
    throw attributeError(name, self, name);
  },
  methods: {
    keys: ['', (_call, self: Columns) => keys(self)],
    values: ['', (_call, self: Columns) => list([...self])],
    items: ['', (_call, self: Columns) => list([...self].map((column) => tuple([column.key, column])))],
    get: [
      'key, default=None',
      (_call, self: Columns, key: Value, fallback: Value) => self.get(String(key)) ?? fallback,
    ],
    contains_column: ['col', (_call, self: Columns, column: Column) => [...self].includes(column)],
    as_readonly: ['', (_call, self: Columns) => self],
  },
  str: (self: Columns) => `ReadOnlyColumnCollection(${[...self].join(', ')})`,
});
