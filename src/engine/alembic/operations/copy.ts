/** Copies of columns and constraints for another table. Answers to: the `_copy` methods of sqlalchemy/sql/schema.py. */
import { host } from '../../sqlalchemy/expression/host.ts';
import { acceptOptions } from '../../sqlalchemy/schema/accept-options.ts';
import { copiedType } from '../../sqlalchemy/schema/copy.ts';
import {
  type CheckConstraint as Check,
  CheckConstraint,
  Column,
  type ColumnDefault,
  Computed,
  type Constraint,
  type ConstraintOptions,
  type ForeignKey,
  ForeignKeyConstraint,
  Identity,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from '../../sqlalchemy/schema/index.ts';
import { givenName, quotable } from './names.ts';

/**
 * The column without its table. Its foreign keys stay behind as soon as a table-level constraint stands for them.
 * @param flags whether `unique=` and `index=` come along
 */
export function copyColumn(column: Column, flags = true): Column {
  const items: unknown[] = [];
  for (const constraint of column.constraints) items.push(copyConstraint(constraint as Constraint));
  for (const key of column.foreignKeys) if (!key.constraint) items.push(key);
  const { serverDefault } = column;
  const generated = serverDefault instanceof Identity || serverDefault instanceof Computed;
  if (serverDefault instanceof Identity)
    items.push(
      new Identity({ always: serverDefault.always, onNull: serverDefault.onNull, ...serverDefault.options }),
    );
  if (serverDefault instanceof Computed)
    items.push(new Computed(serverDefault.sqltext, serverDefault.persisted));
  const own = host().ownColumn(column, () => ({
    type: copiedType(column.type),
    default: column.default,
    onupdate: column.onupdate,
    serverDefault: generated ? null : serverDefault,
    serverOnupdate: column.serverOnupdate instanceof Computed ? null : column.serverOnupdate,
    items,
  }));
  if (own) return own as Column;
  const copy = new Column([quotable(column.name, column.quote), copiedType(column.type), ...items], {
    key: column.key,
    primaryKey: column.primaryKey,
    ...(column.nullableGiven ? { nullable: column.nullable } : {}),
    unique: flags ? column.unique : null,
    index: flags ? column.index : null,
    system: column.system,
    autoincrement: column.autoincrement,
    default: column.default as ColumnDefault | null,
    serverDefault: generated ? null : serverDefault,
    onupdate: column.onupdate,
    serverOnupdate: column.serverOnupdate instanceof Computed ? null : column.serverOnupdate,
    doc: column.doc,
    comment: column.comment,
    info: column.info,
    dialectOptions: acceptOptions(column.dialectOptions, 'Column'),
  });
  // An annotation decides on NULL without `nullable=` being given.
  if (!column.nullableGiven) copy.nullable = column.nullable;
  copy.listeners.inherit(column.listeners);
  return copy;
}

/** The constraint over columns of the same names. @param intoTable for a table that is made of it at once */
export function copyConstraint(constraint: Constraint, intoTable = false): Constraint {
  const keys = constraint.columnKeys;
  const options: ConstraintOptions = {
    name: givenName(constraint),
    deferrable: constraint.deferrable,
    initially: constraint.initially,
    comment: constraint.comment,
    info: constraint.info,
    dialectOptions: constraint.dialectOptions,
  };
  switch (constraint.kind) {
    case 'primary-key-constraint':
      return new PrimaryKeyConstraint(keys, {
        ...options,
        implicit: (constraint as PrimaryKeyConstraint).implicit,
      });
    case 'unique-constraint':
      return new UniqueConstraint(keys, options);
    case 'check-constraint': {
      const copy = new CheckConstraint((constraint as Check).sqltext, options, []);
      copy.createRule = constraint.createRule;
      return copy;
    }
    case 'foreign-key-constraint':
      return copyForeignKey(constraint as ForeignKeyConstraint, options, intoTable);
    case 'own-constraint':
    case 'exclude-constraint':
      return (constraint as Constraint & { copy(): Constraint }).copy();
  }
}

function copyForeignKey(
  constraint: ForeignKeyConstraint,
  options: ConstraintOptions,
  intoTable: boolean,
): ForeignKeyConstraint {
  return new ForeignKeyConstraint(
    constraint.columnKeys,
    constraint.elements.map((element) => copiedTarget(element, intoTable)),
    {
      ...options,
      onupdate: constraint.onupdate,
      ondelete: constraint.ondelete,
      match: constraint.match,
      useAlter: constraint.useAlter,
      linkToName: constraint.linkToName,
    },
  );
}

/** As written: the metadata of an operation has no schema of its own to put before a name. */
function copiedTarget(element: ForeignKey, intoTable: boolean): string {
  if (typeof element.target !== 'string') return element.targetFullname;
  // Of a key to its own table, a target without a column names one that is called None.
  const isOwn = intoTable && element.targetTableKey === element.parent?.table?.key;
  return isOwn && element.targetColumnKey === null ? `${element.target}.None` : element.target;
}
