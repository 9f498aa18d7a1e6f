/** What each class of operations has: its attributes, and what makes it from a schema and back. Answers to: alembic/operations/ops.py. */
import { type AddColumn, addColumn } from '../../../alembic/operations/columns/add-column.ts';
import { type AlterColumn, changesOf, hasChanges } from '../../../alembic/operations/columns/alter-column.ts';
import {
  type DropColumn,
  dropColumn,
  droppedColumn,
} from '../../../alembic/operations/columns/drop-column.ts';
import {
  constraintFrom,
  dropConstraintFor,
} from '../../../alembic/operations/constraints/constraint-operations.ts';
import {
  type DropConstraint,
  droppedConstraint,
} from '../../../alembic/operations/constraints/drop-constraint.ts';
import type { DEFINITIONS } from '../../../alembic/operations/index.ts';
import {
  type CreateIndex,
  createIndexOf,
  removeIndexOf,
  toIndex,
} from '../../../alembic/operations/indexes/create-index.ts';
import { type DropIndex, droppedIndex } from '../../../alembic/operations/indexes/drop-index.ts';
import { quotable } from '../../../alembic/operations/names.ts';
import type { OperationRecord } from '../../../alembic/operations/operation.ts';
import { SchemaObjects } from '../../../alembic/operations/schema-objects.ts';
import { type CreateTable, createTableOf, toTable } from '../../../alembic/operations/tables/create-table.ts';
import type { CreateTableComment } from '../../../alembic/operations/tables/create-table-comment.ts';
import { type DropTable, droppedTable, dropTableOf } from '../../../alembic/operations/tables/drop-table.ts';
import type { DropTableComment } from '../../../alembic/operations/tables/drop-table-comment.ts';
import type { MigrationContext } from '../../../alembic/runtime/context.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { NativeClassSpec } from '../../../python/values/native/spec.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import {
  type Column,
  type Constraint,
  type Index,
  MetaData,
  type Table,
} from '../../../sqlalchemy/schema/index.ts';
import { addConstraintClass, alterTableClass, resolved } from './op-bases.ts';

/** With the naming convention of a context's model, if one is given. */
const objects = (context: unknown) => {
  const target = (context as MigrationContext | null)?.opts.target_metadata;
  return new SchemaObjects(target instanceof MetaData ? target : null);
};

const columnParts: Partial<NativeClassSpec> = {
  classMethods: {
    from_column: [
      'col',
      (_call, _cls: PyClass, column: Column) => {
        const { table } = column;
        if (!table) throw raise('AttributeError', "'NoneType' object has no attribute 'name'");
        return addColumn(quotable(table.name, table.quote), column, table.schema) as Value;
      },
    ],
    from_column_and_tablename: [
      'schema, tname, col',
      (_call, _cls: PyClass, schema: string | null, table: string, column: Column) =>
        addColumn(table, column, schema) as Value,
    ],
  },
  methods: { to_column: ['', (_call, self: AddColumn) => self.column] },
};

const constraintParts: Partial<NativeClassSpec> = {
  methods: {
    to_constraint: [
      'migration_context=None',
      (_call, self: OperationRecord, context: Value) => constraintFrom(self, objects(context)) as Value,
    ],
  },
};

export interface Row {
  readonly fields: string;
  readonly base?: PyClass;
  readonly spec?: Partial<NativeClassSpec>;
}

/** By the kind of the operation. */
export const ROWS: Readonly<Record<keyof typeof DEFINITIONS, Row>> = {
  add_column: {
    fields: 'table_name schema column if_not_exists inline_references inline_primary_key kw',
    base: alterTableClass,
    spec: columnParts,
  },
  alter_column: {
    fields:
      'table_name schema column_name existing_type existing_server_default existing_nullable existing_comment ' +
      'modify_nullable modify_comment modify_server_default modify_name modify_type kw',
    base: alterTableClass,
    spec: {
      methods: {
        has_changes: ['', (_call, self: AlterColumn) => hasChanges(self) || changesOf(self).length > 0],
      },
    },
  },
  bulk_insert: { fields: 'table rows multiinsert' },
  create_check_constraint: {
    fields: 'constraint_name table_name condition schema kw',
    base: addConstraintClass,
    spec: { ...constraintParts, attributes: { constraint_type: () => 'check' } },
  },
  create_exclude_constraint: {
    fields: 'constraint_name table_name elements where schema kw',
    base: addConstraintClass,
    spec: { ...constraintParts, attributes: { constraint_type: () => 'exclude' } },
  },
  create_foreign_key: {
    fields: 'constraint_name source_table referent_table local_cols remote_cols kw',
    base: addConstraintClass,
    spec: { ...constraintParts, attributes: { constraint_type: () => 'foreignkey' } },
  },
  create_index: {
    fields: 'index_name table_name columns schema unique if_not_exists kw',
    spec: {
      classMethods: {
        from_index: ['index', (_call, _cls: PyClass, index: Index) => createIndexOf(index) as Value],
      },
      methods: {
        to_index: [
          'migration_context=None',
          (_call, self: CreateIndex, context: Value) => toIndex(self, objects(context)),
        ],
      },
    },
  },
  create_primary_key: {
    fields: 'constraint_name table_name columns schema kw',
    base: addConstraintClass,
    spec: { ...constraintParts, attributes: { constraint_type: () => 'primarykey' } },
  },
  create_table: {
    fields:
      'table_name columns schema if_not_exists comment prefixes kw _namespace_metadata _constraints_included',
    spec: {
      classMethods: {
        from_table: [
          'table, *, _namespace_metadata=None',
          (_call, _cls: PyClass, table: Table) => createTableOf(table) as Value,
        ],
      },
      methods: {
        to_table: [
          'migration_context=None',
          (_call, self: CreateTable, context: Value) => toTable(self, objects(context)),
        ],
      },
    },
  },
  create_table_comment: {
    fields: 'table_name comment existing_comment schema',
    base: alterTableClass,
    spec: {
      methods: {
        to_table: [
          'migration_context=None',
          (_call, self: CreateTableComment, context: Value) =>
            objects(context).table(self.tableName, [], { schema: self.schema, comment: self.comment }),
        ],
      },
    },
  },
  create_unique_constraint: {
    fields: 'constraint_name table_name columns schema kw',
    base: addConstraintClass,
    spec: { ...constraintParts, attributes: { constraint_type: () => 'unique' } },
  },
  drop_column: {
    fields: 'table_name schema column_name kw if_exists _reverse',
    base: alterTableClass,
    spec: {
      classMethods: {
        from_column_and_tablename: [
          'schema, tname, col',
          (_call, _cls: PyClass, schema: string | null, table: string, column: Column) =>
            dropColumn(table, column.name, schema, addColumn(table, column, schema)) as Value,
        ],
      },
      methods: {
        to_column: ['migration_context=None', (_call, self: DropColumn) => droppedColumn(self)],
      },
    },
  },
  drop_constraint: {
    fields: 'constraint_name table_name constraint_type schema if_exists _reverse',
    spec: {
      classMethods: {
        from_constraint: [
          'constraint',
          (_call, _cls: PyClass, one: Constraint) => dropConstraintFor(resolved(one)) as Value,
        ],
      },
      methods: {
        to_constraint: ['', (_call, self: DropConstraint) => droppedConstraint(self) as Value],
      },
    },
  },
  drop_index: {
    fields: 'index_name table_name schema if_exists _reverse kw',
    spec: {
      classMethods: {
        from_index: ['index', (_call, _cls: PyClass, index: Index) => removeIndexOf(index) as Value],
      },
      methods: {
        to_index: [
          'migration_context=None',
          (_call, self: DropIndex, context: Value) => droppedIndex(self, objects(context)),
        ],
      },
    },
  },
  drop_table: {
    fields: 'table_name schema if_exists table_kw comment prefixes _reverse',
    spec: {
      classMethods: {
        from_table: [
          'table, *, _namespace_metadata=None',
          (_call, _cls: PyClass, table: Table) => dropTableOf(createTableOf(table)) as Value,
        ],
      },
      methods: {
        to_table: [
          'migration_context=None',
          (_call, self: DropTable, context: Value) => droppedTable(self, objects(context)),
        ],
      },
    },
  },
  drop_table_comment: {
    fields: 'table_name existing_comment schema',
    base: alterTableClass,
    spec: {
      methods: {
        to_table: [
          'migration_context=None',
          (_call, self: DropTableComment, context: Value) =>
            objects(context).table(self.tableName, [], { schema: self.schema }),
        ],
      },
    },
  },
  execute_sql: { fields: 'sqltext execution_options' },
  rename_table: { fields: 'table_name schema new_table_name', base: alterTableClass },
};
