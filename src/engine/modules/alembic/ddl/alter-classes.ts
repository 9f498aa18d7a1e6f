/** The classes of Alembic's ALTER statements, for `@compiles` and for statements of one's own. Answers to: alembic/ddl/base.py, ddl/postgresql.py. */
import { type AlterKind, alterStatement } from '../../../alembic/ddl/alter-statement.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { DDL_CLASSES } from '../../sqlalchemy/schema/ddl-class.ts';
import { named } from '../bound.ts';
import { fromRecord, intoArgument } from '../operations/operation-values.ts';
import { camel, recordClass } from '../operations/record-class.ts';

const BASE = 'alembic.ddl.base';

/** Sets what it is given as attributes: for the classes that only a learner's derive from. */
const initial = (signature: string): Readonly<Record<string, readonly [string, never]>> => ({
  __init__: [
    signature,
    ((call: Interpreter, self: Value, ...bound: Value[]) => {
      const { name: table, ...given } = named(signature, bound);
      // The table comes first, as the base's constructor runs first.
      const { schema, table_name: bare = table, ...rest } = given;
      for (const [label, value] of Object.entries({ table_name: bare, schema, ...rest }))
        call.setAttribute(self, label, value as Value);
      return null;
    }) as never,
  ],
});

const EXISTING =
  'existing_type=None, existing_nullable=None, existing_server_default=None, existing_comment=None';
const COLUMN = `schema=None, ${EXISTING}`;

const alterTableClass = nativeClass({
  name: 'AlterTable',
  module: BASE,
  bases: [DDL_CLASSES.DDLElement!],
  methods: initial('table_name, schema=None'),
});
const alterColumnClass = nativeClass({
  name: 'AlterColumn',
  module: BASE,
  bases: [alterTableClass],
  methods: initial(`name, column_name, ${COLUMN}`),
});

/** A class of types stands for the type without arguments, as everywhere. */
const typeGiven = (call: Interpreter, value: unknown): unknown =>
  value instanceof PyClass ? call.call(value) : value;

interface Row {
  readonly kind: AlterKind;
  /** What the constructor takes before what all of its kin take. */
  readonly signature: string;
  /** Attributes of the class alone. */
  readonly fields: string;
  readonly module?: string;
}

function alterClass(name: string, row: Row, base: PyClass, all: string, inherited: string): PyClass {
  const signature = `${row.signature}, ${all}`;
  const withType = row.signature.includes('type_');
  return recordClass({
    name,
    module: row.module ?? BASE,
    bases: [base],
    kind: row.kind,
    signature,
    construct: (call, _cls, ...bound: unknown[]) => {
      const { name: table, old_table_name: old, ...given } = named(signature, bound);
      const fields = Object.entries(given).map(
        ([key, value]) => [camel(key).replace(/_$/, ''), intoArgument(call, value)] as const,
      );
      const record = { ...Object.fromEntries(fields), tableName: intoArgument(call, table ?? old) };
      for (const key of ['type', 'existingType'] as const)
        if (key in record) (record as Record<string, unknown>)[key] = typeGiven(call, record[key as never]);
      return alterStatement({ ...record, kind: row.kind, python: call.process.python } as never) as Value;
    },
    fields: `${inherited} ${row.fields}`,
    ...(withType && { getters: { type_: (self: { type: unknown }) => fromRecord(self.type) } }),
  } as Parameters<typeof recordClass>[0]);
}

const onTable = (name: string, row: Row, flags: string): PyClass =>
  alterClass(name, row, alterTableClass, `schema=None${flags}`, 'table_name schema');

const onColumn = (name: string, row: Row): PyClass =>
  alterClass(
    name,
    row,
    alterColumnClass,
    `*, ${COLUMN}`,
    'table_name schema column_name existing_type existing_nullable existing_server_default existing_comment',
  );

const FLAGS = ', if_not_exists=None, inline_references=None, inline_primary_key=None';
const PLACE = 'name, column_name';

/** Those of alembic.ddl.base. */
export const ALTER_CLASSES: Readonly<Record<string, PyClass>> = {
  AlterTable: alterTableClass,
  AlterColumn: alterColumnClass,
  RenameTable: onTable(
    'RenameTable',
    { kind: 'alter rename-table', signature: 'old_table_name, new_table_name', fields: 'new_table_name' },
    '',
  ),
  AddColumn: onTable(
    'AddColumn',
    {
      kind: 'alter add-column',
      signature: 'name, column',
      fields: 'column if_not_exists inline_references inline_primary_key',
    },
    FLAGS,
  ),
  DropColumn: onTable(
    'DropColumn',
    { kind: 'alter drop-column', signature: 'name, column', fields: 'column if_exists' },
    ', if_exists=None',
  ),
  ColumnNullable: onColumn('ColumnNullable', {
    kind: 'alter column-nullable',
    signature: `${PLACE}, nullable`,
    fields: 'nullable',
  }),
  ColumnType: onColumn('ColumnType', {
    kind: 'alter column-type',
    signature: `${PLACE}, type_`,
    fields: '',
  }),
  ColumnName: onColumn('ColumnName', {
    kind: 'alter column-name',
    signature: `${PLACE}, newname`,
    fields: 'newname',
  }),
  ColumnDefault: onColumn('ColumnDefault', {
    kind: 'alter column-default',
    signature: `${PLACE}, default`,
    fields: 'default',
  }),
  ComputedColumnDefault: onColumn('ComputedColumnDefault', {
    kind: 'alter computed-default',
    signature: `${PLACE}, default`,
    fields: 'default',
  }),
  IdentityColumnDefault: onColumn('IdentityColumnDefault', {
    kind: 'alter identity-default',
    signature: `${PLACE}, default, impl`,
    fields: 'default impl',
  }),
  ColumnComment: onColumn('ColumnComment', {
    kind: 'alter column-comment',
    signature: `${PLACE}, comment`,
    fields: 'comment',
  }),
};

/** `USING` is PostgreSQL's. */
export const postgresqlColumnTypeClass: PyClass = onColumn('PostgresqlColumnType', {
  kind: 'alter postgresql-column-type',
  signature: `${PLACE}, type_, using=None`,
  fields: 'using',
  module: 'alembic.ddl.postgresql',
});

/** The functions of alembic.ddl.base that write one of these as Alembic does. */
export const VISITORS: readonly string[] = [
  'visit_rename_table',
  'visit_add_column',
  'visit_drop_column',
  'visit_column_nullable',
  'visit_column_type',
  'visit_column_name',
  'visit_column_default',
  'visit_computed_column',
  'visit_identity_column',
];
