/** `op.create_table`. Answers to: alembic/operations/ops.py (CreateTableOp), toimpl.py (create_table). */
import type { PythonWorld } from '../../../machine.ts';
import { OwnConstraint } from '../../../sqlalchemy/schema/constraints/own-constraint.ts';
import {
  Column,
  ForeignKeyConstraint,
  type MetaData,
  PrimaryKeyConstraint,
  type Table,
} from '../../../sqlalchemy/schema/index.ts';
import { renderTableBody } from '../../autogenerate/render/table.ts';
import { quoted } from '../../autogenerate/render/text.ts';
import { plainKeywords, refuseTwice } from '../keywords.ts';
import { quotable } from '../names.ts';
import {
  type Given,
  type GivenName,
  itemsOf,
  keywordsOf,
  type Name,
  type OperationDefinition,
} from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';
import { dropTableOf } from './drop-table.ts';

export interface CreateTable {
  readonly kind: 'create_table';
  tableName: Name;
  /** Columns, constraints, indexes; anything else is passed over, as Alembic does. */
  columns: unknown[];
  schema: GivenName;
  ifNotExists: boolean | null;
  comment: string | null;
  /** Table's `info=`, a Python dictionary or null. */
  info?: unknown;
  prefixes: readonly string[];
  kw: Map<string, unknown>;
  /** Gives the naming convention where the operation comes from a table of the model. */
  namespaceMetadata: MetaData | null;
  /** The columns' `unique` and `index` flags are already among the constraints. */
  constraintsIncluded: boolean;
}

export const CREATE_TABLE: OperationDefinition<CreateTable> = {
  kind: 'create_table',
  className: 'CreateTableOp',
  signature:
    'table_name, columns, *, schema=None, if_not_exists=None, _namespace_metadata=None, _constraints_included=False, **kw',
  create: (given, python) => fromGiven(given, itemsOf(given.columns, python), python),
  calls: [
    {
      on: 'op',
      name: 'create_table',
      signature: 'table_name, *columns, if_not_exists=None, **kw',
      make: (given, { python }) => {
        refuseTwice(keywordsOf(given), 'CreateTableOp', [], ['columns']);
        return fromGiven(given, given.columns as unknown[], python);
      },
    },
  ],
  reverse: (operation) => {
    // The real tool makes the table here as well, which warns of its options and keys and copies its constraints.
    const noticed =
      operation.kw.size > 0 ||
      operation.columns.some((item) => isOwn(item) || lacksTargetColumn(item) || hasOptions(item)) ||
      hasOtherKey(operation);
    if (noticed) toTable(operation, new SchemaObjects(null));
    return dropTableOf(operation);
  },
  describe: (operation, python) => python.tuple(['add_table', toTable(operation, new SchemaObjects(null))]),
  apply: (operation, operations) => {
    const table = toTable(operation, operations.schemaObjects);
    operations.impl.createTable(table, Boolean(operation.ifNotExists));
    return table;
  },
  render: (operation, context) => {
    const table = toTable(operation, new SchemaObjects(null));
    const lines: string[] = [];
    if (operation.schema) lines.push(`schema=${quoted(operation.schema)}`);
    if (table.comment) lines.push(`comment=${quoted(table.comment)}`);
    if (hasInfo(operation, context.python)) lines.push(`info=${context.repr(operation.info)}`);
    for (const [name, value] of [...operation.kw].sort(([a], [b]) => (a < b ? -1 : 1)))
      lines.push(`${name}=${context.repr(value)}`);
    if (operation.prefixes.length > 0)
      lines.push(`prefixes=[${operation.prefixes.map((prefix) => quoted(prefix)).join(', ')}]`);
    if (operation.ifNotExists !== null) lines.push(`if_not_exists=${context.repr(operation.ifNotExists)}`);
    const tail = lines.map((line) => `,\n${line}`).join('');
    return `${context.opPrefix}create_table(${quoted(table.name)},\n${renderTableBody(table, context, operation.namespaceMetadata)}${tail}\n)`;
  },
};

const isOwn = (item: unknown): boolean => item instanceof OwnConstraint;

const hasOptions = (item: unknown): boolean => item instanceof Column && item.dialectOptions.size > 0;

const lacksTargetColumn = (item: unknown): boolean =>
  item instanceof ForeignKeyConstraint &&
  item.elements.some(({ targetColumnKey }) => targetColumnKey === null);

/** Are columns marked as primary key that its constraint leaves out? */
function hasOtherKey({ columns }: CreateTable): boolean {
  const key = columns.find((item) => item instanceof PrimaryKeyConstraint);
  if (!key || key.columns.length === 0) return false;
  return columns.some((item) => item instanceof Column && item.primaryKey && !key.columns.includes(item));
}

const hasInfo = ({ info }: CreateTable, python: { truth(value: unknown): boolean }): boolean =>
  info !== undefined && info !== null && python.truth(info);

function fromGiven(given: Given, columns: unknown[], python: PythonWorld): CreateTable {
  const kw = keywordsOf(given);
  const taken = (name: string): unknown => {
    const value = kw.get(name) ?? null;
    kw.delete(name);
    return value;
  };
  const prefixes = taken('prefixes');
  return {
    kind: 'create_table',
    tableName: given.table_name as Name,
    columns,
    schema: (given.schema ?? taken('schema')) as GivenName,
    ifNotExists: given.if_not_exists as boolean | null,
    comment: taken('comment') as string | null,
    info: taken('info'),
    prefixes: prefixes === null ? [] : (itemsOf(prefixes, python) as string[]),
    kw: plainKeywords(kw, python),
    namespaceMetadata: (given._namespace_metadata ?? null) as MetaData | null,
    constraintsIncluded: Boolean(given._constraints_included),
  };
}

/** The Table that the operation means. @throws as Table does */
export function toTable(operation: CreateTable, objects: SchemaObjects): Table {
  const { namespaceMetadata } = operation;
  const makers = namespaceMetadata ? new SchemaObjects(namespaceMetadata) : objects;
  return makers.table(operation.tableName, operation.columns, {
    schema: operation.schema,
    comment: operation.comment,
    info: operation.info,
    prefixes: operation.prefixes,
    kw: operation.kw,
    constraintsIncluded: operation.constraintsIncluded,
  });
}

/** What `CreateTableOp.from_table(table)` gives. */
export function createTableOf(table: Table): CreateTable {
  // A check given to a column goes with the column.
  const ofColumns = new Set([...table.columns].flatMap((column) => [...column.constraints]));
  const constraints = [...table.constraints].filter((constraint) => !ofColumns.has(constraint));
  return {
    kind: 'create_table',
    tableName: quotable(table.name, table.quote),
    columns: [...table.columns, ...constraints],
    schema: table.schema === null ? null : quotable(table.schema, table.quoteSchema),
    ifNotExists: null,
    comment: table.comment,
    info: table.info,
    prefixes: table.prefixes,
    kw: new Map(table.dialectOptions),
    namespaceMetadata: table.metadata,
    constraintsIncluded: true,
  };
}
