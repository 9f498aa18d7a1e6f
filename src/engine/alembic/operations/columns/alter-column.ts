/** `op.alter_column`. Answers to: alembic/operations/ops.py (AlterColumnOp), toimpl.py (alter_column). */
import { Raise } from '../../../machine.ts';
import type { Constraint, GivenName } from '../../../sqlalchemy/schema/index.ts';
import { Column, plainText } from '../../../sqlalchemy/schema/index.ts';
import type { SqlType } from '../../../sqlalchemy/types/index.ts';
import { renderServerDefault } from '../../autogenerate/render/server-default.ts';
import { quoted } from '../../autogenerate/render/text.ts';
import { renderType } from '../../autogenerate/render/type.ts';
import { refuseTwice } from '../keywords.ts';
import { type Given, keywordsOf, type Name, type OperationDefinition, plainName } from '../operation.ts';
import type { Operations } from '../operations.ts';
import { knownType, typeOf } from './column-arguments.ts';

/** `false` in a default or comment means: not to be changed. */
export interface AlterColumn {
  readonly kind: 'alter_column';
  tableName: Name;
  columnName: Name;
  schema: GivenName;
  existingType: SqlType | null;
  existingServerDefault: unknown;
  existingNullable: boolean | null;
  existingComment: string | null;
  modifyNullable: boolean | null;
  modifyComment: string | null | false;
  modifyServerDefault: unknown;
  modifyName: Name | null;
  modifyType: SqlType | null;
  kw: Map<string, unknown>;
  info?: unknown;
}

const EXISTING =
  'existing_type=None, existing_server_default=False, existing_nullable=None, existing_comment=None';
const CHANGES = 'nullable=None, comment=False, server_default=False, new_column_name=None, type_=None';

const CHANGED = ['modify_name', 'modify_type', 'modify_server_default', 'modify_nullable', 'modify_comment'];

export const ALTER_COLUMN: OperationDefinition<AlterColumn> = {
  kind: 'alter_column',
  className: 'AlterColumnOp',
  signature: `table_name, column_name, *, schema=None, ${EXISTING}, modify_nullable=None, modify_comment=False, modify_server_default=False, modify_name=None, modify_type=None, **kw`,
  create: (given) => ({
    kind: 'alter_column',
    tableName: given.table_name as Name,
    columnName: given.column_name as Name,
    schema: given.schema as GivenName,
    existingType: given.existing_type as SqlType | null,
    existingServerDefault: given.existing_server_default,
    existingNullable: given.existing_nullable as boolean | null,
    existingComment: given.existing_comment as string | null,
    modifyNullable: given.modify_nullable as boolean | null,
    modifyComment: given.modify_comment as string | null | false,
    modifyServerDefault: given.modify_server_default,
    modifyName: given.modify_name as Name | null,
    modifyType: given.modify_type as SqlType | null,
    kw: keywordsOf(given),
  }),
  calls: [
    {
      on: 'op',
      name: 'alter_column',
      signature: `table_name, column_name, *, ${CHANGES}, ${EXISTING}, schema=None, **kw`,
      make: (given, { python }) => {
        refuseTwice(keywordsOf(given), 'AlterColumnOp', CHANGED);
        return ALTER_COLUMN.create(modifying(given), python);
      },
    },
    {
      on: 'batch_op',
      name: 'alter_column',
      signature: `column_name, *, ${CHANGES}, ${EXISTING}, insert_before=None, insert_after=None, **kw`,
      make: (given, { batchTable, python }) => {
        refuseTwice(keywordsOf(given), 'AlterColumnOp', ['schema', ...CHANGED], ['table_name']);
        const operation = ALTER_COLUMN.create(modifying({ ...given, ...batchTable() }), python);
        for (const place of ['insert_before', 'insert_after']) {
          if (given[place]) operation.kw.set(place, given[place]);
        }
        return operation;
      },
    },
  ],
  reverse: reverseAlter,
  describe: (operation, python) => {
    const { schema, tableName, columnName } = operation;
    return python.list(
      changesOf(operation).map(({ name, facts, from, to }) =>
        python.tuple([
          name,
          plainName(schema),
          plainName(tableName),
          plainName(columnName),
          python.dict(facts),
          from,
          to,
        ]),
      ),
    );
  },
  apply: applyAlter,
  render: (operation, context) => {
    const parts = context.inBatch ? [] : [quoted(operation.tableName)];
    parts.push(quoted(operation.columnName));
    let text = `${context.opPrefix}alter_column(${parts.join(', ')}`;
    const add = (name: string, value: string) => {
      text += `,\n${' '.repeat(11)}${name}=${value}`;
    };
    if (operation.existingType) add('existing_type', renderType(operation.existingType, context));
    if (operation.modifyServerDefault !== false)
      add('server_default', renderServerDefault(operation.modifyServerDefault, context));
    if (operation.modifyName !== null) add('new_column_name', quoted(operation.modifyName));
    if (operation.modifyType) add('type_', renderType(operation.modifyType, context));
    if (operation.modifyNullable !== null) add('nullable', context.repr(operation.modifyNullable));
    if (operation.modifyComment !== false) add('comment', context.repr(operation.modifyComment));
    if (operation.existingComment !== null) add('existing_comment', context.repr(operation.existingComment));
    if (operation.modifyNullable === null && operation.existingNullable !== null)
      add('existing_nullable', context.repr(operation.existingNullable));
    const autoincrement = operation.kw.get('autoincrement') ?? null;
    if (autoincrement !== null) add('autoincrement', context.repr(autoincrement));
    const existing = operation.existingServerDefault;
    if (operation.modifyServerDefault === false && existing !== false && context.python.truth(existing))
      add('existing_server_default', renderServerDefault(existing, context));
    if (operation.schema && !context.inBatch) add('schema', quoted(operation.schema));
    return `${text})`;
  },
};

/** The names of `op.alter_column`'s keywords, as the record has them. */
function modifying(given: Given): Given {
  return {
    ...given,
    modify_nullable: given.nullable,
    modify_comment: plainText(given.comment),
    modify_server_default: plainText(given.server_default),
    modify_name: given.new_column_name,
    modify_type: given.type_,
  };
}

interface Change {
  readonly name: string;
  readonly facts: readonly (readonly [string, unknown])[];
  readonly from: unknown;
  readonly to: unknown;
}

/** One entry for each thing that changes, in the order in which Alembic lists them. */
export function changesOf(operation: AlterColumn): Change[] {
  const nullable = ['existing_nullable', operation.existingNullable] as const;
  const type = ['existing_type', operation.existingType] as const;
  const serverDefault = ['existing_server_default', operation.existingServerDefault] as const;
  const comment = ['existing_comment', operation.existingComment] as const;
  const changes: Change[] = [];
  const add = (name: string, facts: Change['facts'], from: unknown, to: unknown) =>
    changes.push({ name, facts, from, to });
  if (operation.modifyType)
    add('modify_type', [nullable, serverDefault, comment], operation.existingType, operation.modifyType);
  if (operation.modifyNullable !== null)
    add(
      'modify_nullable',
      [type, serverDefault, comment],
      operation.existingNullable,
      operation.modifyNullable,
    );
  if (operation.modifyServerDefault !== false)
    add(
      'modify_default',
      [nullable, type, comment],
      operation.existingServerDefault,
      operation.modifyServerDefault,
    );
  if (operation.modifyComment !== false)
    add(
      'modify_comment',
      [nullable, type, serverDefault],
      operation.existingComment,
      operation.modifyComment,
    );
  return changes;
}

/** Whether the column changes at all, be it by name or by a dialect's option. */
export function hasChanges(operation: AlterColumn): boolean {
  return (
    changesOf(operation).length > 0 ||
    operation.modifyName !== null ||
    [...operation.kw.keys()].some((name) => name.startsWith('modify_'))
  );
}

function reverseAlter(operation: AlterColumn): AlterColumn {
  const back: AlterColumn = { ...operation, modifyName: null, kw: new Map(operation.kw) };
  if (operation.modifyType) {
    back.existingType = operation.modifyType;
    back.modifyType = operation.existingType;
  }
  if (operation.modifyNullable !== null) {
    back.existingNullable = operation.modifyNullable;
    back.modifyNullable = operation.existingNullable;
  }
  if (operation.modifyServerDefault !== false) {
    back.existingServerDefault = operation.modifyServerDefault;
    back.modifyServerDefault = operation.existingServerDefault;
  }
  if (operation.modifyComment !== false) {
    back.existingComment = operation.modifyComment;
    back.modifyComment = operation.existingComment;
  }
  for (const name of operation.kw.keys()) swapKeyword(back.kw, name);
  return back;
}

/** A dialect's own `modify_…` goes back to its `existing_…`. @throws KeyError where the old value is not said */
function swapKeyword(kw: AlterColumn['kw'], name: string): void {
  if (!name.startsWith('modify_')) return;
  const before = name.replace('modify_', 'existing_');
  if (!kw.has(before)) throw new Raise('builtins.KeyError', [before]);
  const swap = kw.get(before);
  kw.set(before, kw.get(name));
  kw.set(name, swap);
}

function applyAlter(operation: AlterColumn, operations: Operations): null {
  if (operation.kw.has('name')) {
    throw new Raise('builtins.TypeError', [
      "alembic.ddl.postgresql.PostgresqlImpl.alter_column() got multiple values for keyword argument 'name'",
    ]);
  }
  const { impl } = operations;
  const type = typeOf(operation.modifyType, operations.python);
  // What stands in the place of a type is looked at where it is needed, as SQLAlchemy looks.
  const existingType = type
    ? typeOf(operation.existingType, operations.python)
    : knownType(operation.existingType);
  if (existingType && type) {
    for (const constraint of typeConstraints(operation, existingType, operations))
      impl.dropConstraint(constraint, null);
  }
  if (operation.existingServerDefault === true || operation.modifyComment === (true as unknown))
    throw new Raise('builtins.AssertionError', []);
  impl.alterColumn(operation.tableName, operation.columnName, {
    schema: operation.schema,
    nullable: operation.modifyNullable,
    serverDefault: operation.modifyServerDefault,
    name: operation.modifyName,
    type,
    comment: operation.modifyComment,
    existingType,
    existingServerDefault: operation.existingServerDefault,
    existingNullable: operation.existingNullable,
    existingComment: operation.existingComment,
    kw: operation.kw,
  });
  if (type) {
    for (const constraint of typeConstraints(operation, type, operations)) impl.addConstraint(constraint);
  }
  return null;
}

/** The checks that a type brings with it, such as those of Enum(create_constraint=True). */
function typeConstraints(operation: AlterColumn, type: SqlType, operations: Operations): Constraint[] {
  const column = new Column([operation.columnName, type]);
  const table = operations.schemaObjects.table(operation.tableName, [column], { schema: operation.schema });
  return [...table.constraints].filter(
    (constraint) =>
      constraint.kind !== 'primary-key-constraint' && (constraint.createRule?.('postgresql') ?? true),
  );
}

/** A record in which nothing changes yet, as the comparison of a column begins. */
export function alterColumn(tableName: Name, columnName: Name, schema: GivenName): AlterColumn {
  return {
    kind: 'alter_column',
    tableName,
    columnName,
    schema: schema ?? null,
    existingType: null,
    existingServerDefault: false,
    existingNullable: null,
    existingComment: null,
    modifyNullable: null,
    modifyComment: false,
    modifyServerDefault: false,
    modifyName: null,
    modifyType: null,
    kw: new Map(),
  };
}
