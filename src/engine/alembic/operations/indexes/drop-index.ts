/** `op.drop_index`. Answers to: alembic/operations/ops.py (DropIndexOp), toimpl.py (drop_index). */
import type { Index } from '../../../sqlalchemy/schema/index.ts';
import { renderDialectOptions } from '../../autogenerate/render/dialect-options.ts';
import { quoted, renderName } from '../../autogenerate/render/text.ts';
import { plainKeywords, refuseTwice } from '../keywords.ts';
import { type GivenName, keywordsOf, type Name, type OperationDefinition } from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';
import type { CreateIndex } from './create-index.ts';

export interface DropIndex {
  readonly kind: 'drop_index';
  indexName: GivenName;
  tableName: Name | null;
  schema: GivenName;
  ifExists: boolean | null;
  kw: Map<string, unknown>;
  /** What brings the index back; null where it is not known. */
  reverse: CreateIndex | null;
  info?: unknown;
}

export const DROP_INDEX: OperationDefinition<DropIndex> = {
  kind: 'drop_index',
  className: 'DropIndexOp',
  signature: 'index_name, table_name=None, *, schema=None, if_exists=None, _reverse=None, **kw',
  create: (given, python) => ({
    kind: 'drop_index',
    indexName: given.index_name as GivenName,
    tableName: given.table_name as Name | null,
    schema: given.schema as GivenName,
    ifExists: (given.if_exists ?? null) as boolean | null,
    reverse: (given._reverse ?? null) as CreateIndex | null,
    kw: plainKeywords(keywordsOf(given), python),
  }),
  calls: [
    {
      on: 'op',
      name: 'drop_index',
      signature: 'index_name, table_name=None, *, schema=None, if_exists=None, **kw',
      make: (given, { python }) => DROP_INDEX.create(given, python),
    },
    {
      on: 'batch_op',
      name: 'drop_index',
      signature: 'index_name, **kw',
      make: (given, { batchTable, python }) => {
        const kw = keywordsOf(given);
        refuseTwice(kw, 'DropIndexOp', ['table_name', 'schema']);
        const if_exists = kw.get('if_exists') ?? null;
        kw.delete('if_exists');
        return DROP_INDEX.create({ ...given, ...batchTable(), if_exists, kw }, python);
      },
    },
  ],
  reverse: createAgain,
  describe: (operation, python) =>
    python.tuple(['remove_index', droppedIndex(operation, new SchemaObjects(null))]),
  apply: (operation, operations) => {
    operations.python.truth(operation.tableName);
    operations.impl.dropIndex(droppedIndex(operation, operations.schemaObjects), operation.ifExists);
    return null;
  },
  render: (operation, context) => {
    const parts = [renderName(operation.indexName, context)];
    if (!context.inBatch) {
      parts.push(`table_name=${operation.tableName === null ? 'None' : quoted(operation.tableName)}`);
      if (operation.schema) parts.push(`schema=${quoted(operation.schema)}`);
    }
    const options = new Map(operation.kw);
    options.delete('unique');
    parts.push(...renderDialectOptions(options, context));
    if (operation.ifExists !== null) parts.push(`if_exists=${context.repr(operation.ifExists)}`);
    return `${context.opPrefix}drop_index(${parts.join(', ')})`;
  },
};

/** The Index to drop. Where its columns are not known it has one named "x". */
export function droppedIndex(operation: DropIndex, objects: SchemaObjects): Index {
  const { indexName, tableName, schema, reverse } = operation;
  const kw = new Map(operation.kw);
  const unique = Boolean(kw.get('unique') ?? false);
  kw.delete('unique');
  return objects.index(indexName, tableName ?? 'no_table', reverse?.columns ?? ['x'], { schema, unique, kw });
}

/** What the operation says now counts, not what it said when it was made; the columns it knows from then only. */
function createAgain(operation: DropIndex): CreateIndex {
  const { indexName, tableName, schema, kw, reverse } = operation;
  const options = new Map(kw);
  const unique = Boolean(options.get('unique') ?? false);
  options.delete('unique');
  return {
    kind: 'create_index',
    indexName,
    tableName: tableName ?? 'no_table',
    columns: reverse?.columns ?? ['x'],
    schema,
    unique,
    ifNotExists: null,
    kw: options,
  };
}

/** The removal of what `create` made. */
export function dropIndexOf(
  create: CreateIndex,
  reverse: CreateIndex | null,
  unique: boolean = create.unique,
): DropIndex {
  const kw = new Map<string, unknown>([['unique', unique], ...create.kw]);
  return {
    kind: 'drop_index',
    indexName: create.indexName,
    tableName: create.tableName,
    schema: create.schema ?? null,
    ifExists: null,
    kw,
    reverse,
  };
}
