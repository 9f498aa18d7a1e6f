/** `op.create_index`. Answers to: alembic/operations/ops.py (CreateIndexOp), toimpl.py (create_index). */
import { Raise } from '../../../machine.ts';
import type { GivenName, Index } from '../../../sqlalchemy/schema/index.ts';
import { renderDialectOptions } from '../../autogenerate/render/dialect-options.ts';
import { renderExpression } from '../../autogenerate/render/expression.ts';
import { quoted, renderName } from '../../autogenerate/render/text.ts';
import { isColumn } from '../columns/column-arguments.ts';
import { plainKeywords, refuseTwice, splitTableKeywords } from '../keywords.ts';
import { givenName, nameText, quotable } from '../names.ts';
import { itemsOf, keywordsOf, type Name, type OperationDefinition } from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';
import { dropIndexOf } from './drop-index.ts';

export interface CreateIndex {
  readonly kind: 'create_index';
  indexName: GivenName;
  tableName: Name;
  /** Names, columns or expressions. */
  columns: unknown[];
  schema: GivenName;
  unique: boolean;
  ifNotExists: boolean | null;
  kw: Map<string, unknown>;
  info?: unknown;
}

export const CREATE_INDEX: OperationDefinition<CreateIndex> = {
  kind: 'create_index',
  className: 'CreateIndexOp',
  signature: 'index_name, table_name, columns, *, schema=None, unique=False, if_not_exists=None, **kw',
  create: (given, python) => ({
    kind: 'create_index',
    indexName: given.index_name as GivenName,
    tableName: given.table_name as Name,
    columns: itemsOf(given.columns, python),
    schema: given.schema as GivenName,
    unique: Boolean(given.unique),
    ifNotExists: given.if_not_exists as boolean | null,
    kw: plainKeywords(keywordsOf(given), python),
  }),
  calls: [
    {
      on: 'op',
      name: 'create_index',
      signature: 'index_name, table_name, columns, *, schema=None, unique=False, if_not_exists=None, **kw',
      make: (given, { python }) => CREATE_INDEX.create(given, python),
    },
    {
      on: 'batch_op',
      name: 'create_index',
      signature: 'index_name, columns, **kw',
      make: (given, { batchTable, python }) => {
        const kw = keywordsOf(given);
        refuseTwice(kw, 'CreateIndexOp', ['schema'], ['table_name']);
        const taken = (name: string) => {
          const value = kw.get(name) ?? null;
          kw.delete(name);
          return value;
        };
        const flags = { unique: taken('unique'), if_not_exists: taken('if_not_exists') };
        return CREATE_INDEX.create({ ...given, ...batchTable(), ...flags, kw }, python);
      },
    },
  ],
  reverse: (operation) => removeIndexOf(toIndex(operation, new SchemaObjects(null))),
  describe: (operation, python) => python.tuple(['add_index', toIndex(operation, new SchemaObjects(null))]),
  apply: (operation, operations) => {
    // An index may be without a table: the name is asked whether it is one.
    operations.python.truth(operation.tableName);
    operations.impl.createIndex(toIndex(operation, operations.schemaObjects), operation.ifNotExists);
    return null;
  },
  render: (operation, context) => {
    const index = toIndex(operation, new SchemaObjects(null));
    const parts = [renderName(givenName(index), context)];
    if (!context.inBatch) parts.push(quoted(operation.tableName));
    const columns = index.expressions.map((expression) =>
      isColumn(expression)
        ? quoted(expression.name)
        : renderExpression(expression, context, 'literal_column'),
    );
    parts.push(`[${columns.join(', ')}]`, `unique=${context.repr(operation.unique)}`);
    if (operation.schema && !context.inBatch) parts.push(`schema=${quoted(nameText(operation.schema))}`);
    parts.push(...renderDialectOptions(splitTableKeywords(operation.kw).options, context));
    if (operation.ifNotExists !== null) parts.push(`if_not_exists=${context.repr(operation.ifNotExists)}`);
    return `${context.opPrefix}create_index(${parts.join(', ')})`;
  },
};

/** The Index that the operation means. @throws as Index does */
export function toIndex(operation: CreateIndex, objects: SchemaObjects): Index {
  const { indexName, tableName, columns, schema, unique, kw } = operation;
  return objects.index(indexName, tableName, columns, { schema, unique, kw });
}

/** The operation that creates this index. @throws AssertionError for an index without a table. Answers to: `from_index`. */
export function createIndexOf(index: Index): CreateIndex {
  const { table } = index;
  if (!table) throw new Raise('builtins.AssertionError', []);
  return {
    kind: 'create_index',
    indexName: givenName(index),
    tableName: quotable(table.name, table.quote),
    columns: [...index.expressions],
    schema: table.schema === null ? null : quotable(table.schema, table.quoteSchema),
    unique: index.unique,
    ifNotExists: null,
    kw: new Map(index.dialectOptions),
  };
}

/** What `DropIndexOp.from_index(index)` gives. */
export const removeIndexOf = (index: Index) => {
  const create = createIndexOf(index);
  return dropIndexOf(create, create, index.unique);
};
