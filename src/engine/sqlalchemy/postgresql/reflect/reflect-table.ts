/** A Table from the database. Answers to: sqlalchemy/engine/reflection.py (Inspector.reflect_table). */
import { Raise } from '../../../machine.ts';
import { modified, text } from '../../expression/build.ts';
import type { Element } from '../../expression/elements.ts';
import { host } from '../../expression/host.ts';
import { Column } from '../../schema/columns/column.ts';
import { Computed } from '../../schema/columns/computed.ts';
import { DefaultClause } from '../../schema/columns/default.ts';
import { Identity } from '../../schema/columns/identity.ts';
import { CheckConstraint, UniqueConstraint } from '../../schema/constraints/constraint.ts';
import { ForeignKeyConstraint } from '../../schema/constraints/foreign-key.ts';
import { Index } from '../../schema/constraints/table-index.ts';
import { Table } from '../../schema/table.ts';
import type { Inspector } from './inspector.ts';
import type { ReflectedColumn, ReflectedForeignKey, ReflectedIndex, ReflectedRelation } from './reflected.ts';

export interface ReflectOptions {
  /** Only these columns. */
  readonly includeColumns?: ReadonlySet<string> | undefined;
  readonly excludeColumns?: ReadonlySet<string> | undefined;
  /** Tables that foreign keys lead to are reflected too. */
  readonly resolveForeignKeys?: boolean;
  /** `column_reflect` listeners: they may change what is known of a column. */
  readonly onColumn?: ((table: Table, column: ReflectedColumn) => ReflectedColumn) | undefined;
}

/** Calls the `column_reflect` listeners of an inspector's tables. */
type ColumnListener = (inspector: Inspector) => NonNullable<ReflectOptions['onColumn']>;

let columnListener: ColumnListener = () => (_, column) => column;

/** Called once by the room that knows Python, whose listeners they are. */
export function useColumnListener(listener: ColumnListener): void {
  columnListener = listener;
}

/** A column after its listeners, also those of the class `Table`. */
export const heardColumn = (inspector: Inspector, table: Table, column: ReflectedColumn): ReflectedColumn =>
  columnListener(inspector)(table, column);

/**
 * Fills a table of the metadata with what the database has under its name.
 * @throws NoSuchTableError with the name alone, unlike the inspector's
 */
export function reflectTable(inspector: Inspector, table: Table, options: ReflectOptions = {}): void {
  const relation = inspector.find(table.name, inspector.placed(table.schema));
  if (!relation) throw new Raise('sqlalchemy.exc.NoSuchTableError', [table.name]);
  const columns = new Map<string, Column>();
  for (const found of relation.columns) addColumn(table, found, columns, options);
  addPrimaryKey(table, relation, columns, options);
  for (const found of relation.foreignKeys) addForeignKey(inspector, table, found, columns, options);
  for (const found of relation.indexes) addIndex(table, found, columns, options);
  addUniques(table, relation, columns, options);
  for (const { name, sqltext, comment, dialect_options: more } of relation.checks) {
    if (more) {
      host().warn(
        'sqlalchemy.exc.SAWarning',
        "Can't validate argument 'dialect_options'; can't locate any SQLAlchemy dialect named 'dialect'",
      );
    }
    table.appendConstraint(new CheckConstraint(sqltext, { name, comment }, []));
  }
  if (relation.comment !== null) table.comment = relation.comment;
}

function addColumn(
  table: Table,
  found: ReflectedColumn,
  columns: Map<string, Column>,
  options: ReflectOptions,
): void {
  const wanted = options.onColumn?.(table, found) ?? found;
  if (options.includeColumns && !options.includeColumns.has(found.name)) return;
  if (options.excludeColumns?.has(found.name)) return;
  const items: unknown[] = [];
  if (wanted.default !== null) {
    const given: unknown = wanted.default;
    items.push(typeof given === 'string' ? new DefaultClause(text(given), false, true) : given);
  }
  if (wanted.computed) items.push(new Computed(wanted.computed.sqltext, wanted.computed.persisted));
  if (wanted.identity) items.push(new Identity(wanted.identity));
  const { key, info, quote } = wanted as { key?: string; info?: unknown; quote?: boolean };
  const column = new Column([wanted.name, wanted.type, ...items], {
    nullable: wanted.nullable,
    autoincrement: wanted.autoincrement,
    comment: wanted.comment,
    ...(key !== undefined && { key }),
    ...(info !== undefined && { info }),
    ...(quote !== undefined && { quote }),
  });
  if (table.primaryKey.columns.some((one) => one.key === column.key)) column.primaryKey = true;
  columns.set(found.name, column);
  table.appendColumn(column, true);
}

function addPrimaryKey(
  table: Table,
  { primaryKey }: ReflectedRelation,
  columns: ReadonlyMap<string, Column>,
  options: ReflectOptions,
): void {
  const key = table.primaryKey;
  const kept = [...key.columns].filter((column) => options.excludeColumns?.has(column.name));
  const found = primaryKey.constrained_columns
    .map((name) => columns.get(name))
    .filter((column) => column !== undefined);
  key.name = primaryKey.name;
  key.conv = false;
  key.comment = primaryKey.comment ?? null;
  key.reload([...kept, ...found]);
}

function addForeignKey(
  inspector: Inspector,
  table: Table,
  found: ReflectedForeignKey,
  columns: ReadonlyMap<string, Column>,
  options: ReflectOptions,
): void {
  if (found.constrained_columns.some((name) => options.excludeColumns?.has(name))) return;
  const constrained = found.constrained_columns.map((name) => columns.get(name)?.key ?? name);
  const { referred_schema: schema, referred_table: name } = found;
  const key = schema === null ? name : `${schema}.${name}`;
  if (options.resolveForeignKeys !== false) ensureTable(inspector, table, name, schema, options);
  table.appendConstraint(
    new ForeignKeyConstraint(
      constrained,
      found.referred_columns.map((column) => `${key}.${column}`),
      { ...found.options, name: found.name, comment: found.comment, linkToName: true },
    ),
  );
}

function ensureTable(
  inspector: Inspector,
  from: Table,
  name: string,
  schema: string | null,
  { onColumn }: ReflectOptions,
): void {
  const key = schema === null ? name : `${schema}.${name}`;
  if (from.metadata.tables.has(key)) return;
  const table = new Table(name, from.metadata, { schema: schema ?? false });
  from.metadata.addTable(table);
  reflectTable(inspector, table, { onColumn });
}

function addIndex(
  table: Table,
  found: ReflectedIndex,
  columns: ReadonlyMap<string, Column>,
  { includeColumns }: ReflectOptions,
): void {
  if (found.duplicates_constraint !== undefined) return;
  if (includeColumns && found.column_names.some((name) => name !== null && !includeColumns.has(name))) return;
  const expressions: unknown[] = [];
  found.column_names.forEach((name, at) => {
    if (name === null) {
      expressions.push(text(found.expressions![at]!));
      return;
    }
    const column = columns.get(name) ?? table.columns.get(name);
    if (!column) {
      warnMissing('index', name, table);
      return;
    }
    expressions.push(sorted(column as Element, found.column_sorting?.[name] ?? []));
  });
  new Index(found.name, expressions, {
    unique: found.unique,
    table,
    dialectOptions: new Map(Object.entries(found.dialect_options).map(([key, value]) => [key, asMap(value)])),
  });
}

/** Records of storage parameters and operator classes are mappings, as a learner would have given them. */
const asMap = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : value;

function sorted(element: Element, order: readonly string[]): Element {
  return order.reduce<Element>(
    (inner, word) => modified(word.replace('_', '-') as 'desc' | 'nulls-first' | 'nulls-last', inner),
    element,
  );
}

function addUniques(
  table: Table,
  relation: ReflectedRelation,
  columns: ReadonlyMap<string, Column>,
  { includeColumns }: ReflectOptions,
): void {
  for (const found of relation.uniques) {
    if (includeColumns && found.column_names.some((name) => !includeColumns.has(name))) continue;
    const present: Column[] = [];
    for (const name of found.column_names) {
      const column = columns.get(name) ?? table.columns.get(name);
      if (column) present.push(column);
      else warnMissing('unique constraint', name, table);
    }
    const dialectOptions = new Map(Object.entries(found.dialect_options));
    table.appendConstraint(
      new UniqueConstraint(
        present.map((column) => column.key),
        {
          name: found.name,
          comment: found.comment,
          dialectOptions,
        },
      ),
    );
  }
}

function warnMissing(what: string, name: string, table: Table): void {
  host().warn(
    'sqlalchemy.exc.SAWarning',
    `${what} key '${name}' was not located in columns for table '${table.name}'`,
  );
}
