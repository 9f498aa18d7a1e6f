/** `op.create_foreign_key`. Answers to: alembic/operations/ops.py (CreateForeignKeyOp). */
import { type ForeignKeyConstraint, QuotedName } from '../../../sqlalchemy/schema/index.ts';
import { renderDialectOptions } from '../../autogenerate/render/dialect-options.ts';
import { FOREIGN_KEY_OPTIONS } from '../../autogenerate/render/foreign-key.ts';
import { quoted, renderName } from '../../autogenerate/render/text.ts';
import { refuseTwice } from '../keywords.ts';
import { givenName, quotable } from '../names.ts';
import {
  type Given,
  type GivenName,
  itemsOf,
  keywordsOf,
  type Name,
  type OperationDefinition,
} from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';
import { constraintKeywords } from './constraint-keywords.ts';
import { dropConstraintOf } from './drop-constraint.ts';

export interface CreateForeignKey {
  readonly kind: 'create_foreign_key';
  constraintName: GivenName;
  sourceTable: Name;
  referentTable: Name;
  localCols: Name[];
  remoteCols: Name[];
  /** ondelete, source_schema and so on, under Python's names. */
  kw: Map<string, unknown>;
  info?: unknown;
}

const OPTIONS = 'onupdate=None, ondelete=None, deferrable=None, initially=None, match=None';

export const CREATE_FOREIGN_KEY: OperationDefinition<CreateForeignKey> = {
  kind: 'create_foreign_key',
  className: 'CreateForeignKeyOp',
  signature: 'constraint_name, source_table, referent_table, local_cols, remote_cols, **kw',
  create: (given, python) => ({
    kind: 'create_foreign_key',
    constraintName: given.constraint_name as GivenName,
    sourceTable: given.source_table as Name,
    referentTable: given.referent_table as Name,
    localCols: itemsOf(given.local_cols, python) as Name[],
    remoteCols: itemsOf(given.remote_cols, python) as Name[],
    kw: keywordsOf(given),
  }),
  calls: [
    {
      on: 'op',
      name: 'create_foreign_key',
      signature: `constraint_name, source_table, referent_table, local_cols, remote_cols, *, ${OPTIONS}, source_schema=None, referent_schema=None, **dialect_kw`,
      make: (given, { python }) => CREATE_FOREIGN_KEY.create(withOptions(given), python),
    },
    {
      on: 'batch_op',
      name: 'create_foreign_key',
      signature: `constraint_name, referent_table, local_cols, remote_cols, *, referent_schema=None, ${OPTIONS}, **dialect_kw`,
      make: (given, { batchTable, python }) => {
        const { table_name, schema } = batchTable();
        refuseTwice(
          keywordsOf(given, 'dialect_kw'),
          'CreateForeignKeyOp',
          ['source_schema'],
          ['source_table'],
        );
        return CREATE_FOREIGN_KEY.create(
          withOptions({ ...given, source_table: table_name, source_schema: schema }),
          python,
        );
      },
    },
  ],
  reverse: (operation) =>
    dropConstraintOf(
      {
        ...operation,
        tableName: operation.sourceTable,
        schema: (operation.kw.get('source_schema') ?? null) as GivenName,
      },
      'foreignkey',
      operation,
    ),
  describe: (operation, python) => python.tuple(['add_fk', toForeignKey(operation, new SchemaObjects(null))]),
  apply: (operation, operations) => {
    operations.impl.addConstraint(toForeignKey(operation, operations.schemaObjects));
    return null;
  },
  render: (operation, context) => {
    const { kw } = operation;
    const parts = [renderName(operation.constraintName, context)];
    if (!context.inBatch) parts.push(quoted(operation.sourceTable));
    parts.push(quoted(operation.referentTable));
    for (const columns of [operation.localCols, operation.remoteCols])
      parts.push(`[${columns.map(quoted).join(', ')}]`);
    const shown = ['referent_schema', ...FOREIGN_KEY_OPTIONS];
    if (!context.inBatch) shown.unshift('source_schema');
    for (const name of shown) {
      const value = kw.get(name) ?? null;
      if (value !== null)
        parts.push(`${name}=${value instanceof QuotedName ? quoted(value) : context.repr(value)}`);
    }
    const options = [...kw].filter(([name]) => !shown.includes(name) && name !== 'source_schema');
    parts.push(...renderDialectOptions(new Map(options), context));
    return `${context.opPrefix}create_foreign_key(${parts.join(', ')})`;
  },
};

/** The named options of the call join the dialect's. */
function withOptions(given: Given): Given {
  const kw = new Map<string, unknown>();
  for (const name of [
    'source_schema',
    'referent_schema',
    'onupdate',
    'ondelete',
    'deferrable',
    'initially',
    'match',
  ])
    kw.set(name, given[name] ?? null);
  for (const [name, value] of keywordsOf(given, 'dialect_kw')) kw.set(name, value);
  return { ...given, kw };
}

/** The constraint that the operation creates, between tables of these names. Answers to: `to_constraint`. */
export function toForeignKey(operation: CreateForeignKey, objects: SchemaObjects): ForeignKeyConstraint {
  const { constraintName, sourceTable, referentTable, localCols, remoteCols, kw } = operation;
  return objects.foreignKey(constraintName, sourceTable, referentTable, localCols, remoteCols, kw);
}

/** The operation that creates this constraint. Answers to: `from_constraint`. */
export function createForeignKeyOf(constraint: ForeignKeyConstraint): CreateForeignKey {
  const table = constraint.table!;
  const target = targetFacts(constraint);
  const kw = constraintKeywords(constraint);
  kw.set('source_schema', table.schema === null ? null : quotable(table.schema, table.quoteSchema));
  kw.set('referent_schema', target.schema);
  return {
    kind: 'create_foreign_key',
    constraintName: givenName(constraint),
    sourceTable: quotable(table.name, table.quote),
    referentTable: target.table,
    localCols: constraint.columns.map((column) => column.name),
    remoteCols: [...target.columns],
    kw,
  };
}

/** What a foreign key refers to, before the target need exist. Column names are names, not keys, where the target is known. */
export function targetFacts(constraint: ForeignKeyConstraint): {
  readonly schema: string | null;
  readonly table: string;
  readonly columns: readonly string[];
} {
  const key = constraint.referredTableKey;
  const dot = key.lastIndexOf('.');
  return {
    schema: dot < 0 ? null : key.slice(0, dot),
    table: key.slice(dot + 1),
    columns: constraint.elements.map(
      (element) => element.resolved()?.name ?? String(element.targetColumnKey ?? 'None'),
    ),
  };
}
