/** The table of a class. Answers to: sqlalchemy/orm/decl_base.py (_setup_table). */
import { Raise } from '../../../../machine.ts';
import { PyTuple } from '../../../../python/values/containers/containers.ts';
import { keywordsOf, PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import { appendColumn } from '../../../../sqlalchemy/schema/columns/append-column.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { Table } from '../../../../sqlalchemy/schema/table.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { ColumnProperty } from '../mapper/property.ts';
import type { Declaration } from './declaration.ts';
import type { Registry } from './registry.ts';
import type { Scan } from './scan.ts';

/** The table of a mapped class: its `__table__`, a new one from `__tablename__` and its columns, or its parent's. @throws ArgumentError */
export function tableFor(
  call: Interpreter,
  registry: Registry,
  cls: PyClass,
  scan: Scan,
  declaration: Declaration,
  inherits: Mapper | undefined,
  args: ReadonlyMap<string, Value>,
): Table {
  const given = call.getAttribute(cls, '__table__');
  if (given instanceof Table && (cls.own.has('__table__') || given !== inherits?.table)) {
    return givenTable(given, declaration);
  }
  const columns = [...declaration.columns].sort((a, b) => a.order - b.order).map(({ column }) => column);
  if (scan.tablename !== null && scan.tablename !== undefined) {
    // The metadata looks for it among its tables: a list cannot be looked for.
    if (typeof scan.tablename !== 'string') call.call(call.builtins.get('hash')!, [scan.tablename as Value]);
    warnOfDoubled(call, cls, columns, declaration);
    return makeTable(call, registry, cls, scan, columns);
  }
  if (inherits && args.get('concrete') !== true) return singleTable(cls, scan, declaration, inherits);
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    `Class <class '${cls.module}.${cls.qualname}'> does not have a __table__ or __tablename__ specified and does not ` +
      'inherit from an existing table-mapped class.',
  ]);
}

/** Warns of every name that several attributes give a column; the table refuses two columns of one name afterwards. */
function warnOfDoubled(
  call: Interpreter,
  cls: PyClass,
  columns: readonly Column[],
  declaration: Declaration,
): void {
  const keys = new Map<string, string[]>();
  for (const { column, key } of declaration.columns) {
    if (key === undefined || !columns.includes(column)) continue;
    keys.set(column.name, [...(keys.get(column.name) ?? []), key]);
  }
  for (const [name, several] of keys) {
    if (several.length < 2) continue;
    call.process.warn(
      'sqlalchemy.exc.SAWarning',
      `On class '${cls.name}', Column object '${name}' named directly multiple times, only one will be used: ` +
        `${several.sort().join(', ')}. Consider using orm.synonym instead`,
    );
  }
}

function givenTable(table: Table, declaration: Declaration): Table {
  for (const { column } of declaration.columns) {
    const existing = table.columns.get(column.key);
    if (existing === column) continue;
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Can't add additional column '${column.key}' when specifying __table__`,
    ]);
  }
  return table;
}

function makeTable(
  call: Interpreter,
  registry: Registry,
  cls: PyClass,
  scan: Scan,
  columns: readonly Column[],
): Table {
  const { items, keywords } = tableArguments(scan.tableArgs);
  const own = call.getAttribute(cls, 'metadata');
  const metadata = own === undefined || own === null ? registry.metadata : own;
  const maker = call.getAttribute(cls, '__table_cls__') ?? call.importName('sqlalchemy.Table');
  const table = call.call(maker, [scan.tablename, metadata, ...columns, ...items], keywords);
  cls.setOwn('__table__', table);
  return table as Table;
}

function tableArguments(args: Value): { items: readonly Value[]; keywords: Map<string, Value> } {
  if (args instanceof PyDict) return { items: [], keywords: keywordsOf(args) };
  if (!(args instanceof PyTuple)) return { items: [], keywords: new Map() };
  const last = args.items.at(-1);
  if (last instanceof PyDict) return { items: args.items.slice(0, -1), keywords: keywordsOf(last) };
  return { items: args.items, keywords: new Map() };
}

/** A subclass without a table of its own adds its columns to its parent's. */
function singleTable(cls: PyClass, scan: Scan, declaration: Declaration, inherits: Mapper): Table {
  const { table } = inherits;
  if (scan.tableArgs !== null && cls.own.has('__table_args__')) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      "Can't place __table_args__ on an inherited class with no table.",
    ]);
  }
  for (const { column, mapped } of declaration.columns) {
    const existing = table.columns.get(column.name);
    if (existing && mapped?.useExisting) {
      declaration.properties.set(column.key, new ColumnProperty([existing]));
      continue;
    }
    if (existing === column) continue;
    if (existing) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        `Column '${column}' on class ${cls.name} conflicts with existing column '${existing}'.  ` +
          'If using Declarative, consider using the use_existing_column parameter of mapped_column() to resolve conflicts.',
      ]);
    }
    if (column.primaryKey) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        "Can't place primary key columns on an inherited class with no table.",
      ]);
    }
    appendColumn(table, column);
  }
  return table;
}
