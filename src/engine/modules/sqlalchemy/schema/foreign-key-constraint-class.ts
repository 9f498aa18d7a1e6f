/** `ForeignKeyConstraint` in Python. Answers to: sqlalchemy/sql/schema.py. */
import { list, PyList, PyTuple } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { ForeignKeyConstraint } from '../../../sqlalchemy/schema/constraints/foreign-key.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';
import { columnArgument, commonOptions, spec } from './constraint-base-class.ts';
import { read, same } from './schema-base.ts';

/** The items of a list, a tuple or anything that can be walked. */
function listArgument(call: Interpreter, value: Value): Value[] {
  return value instanceof PyList || value instanceof PyTuple ? [...value.items] : [...call.iterate(value)];
}

export const foreignKeyConstraintClass = nativeClass({
  ...spec('ForeignKeyConstraint'),
  host: ForeignKeyConstraint,
  adopted: (self: ForeignKeyConstraint, made: ForeignKeyConstraint) => {
    for (const key of self.elements) if (key.constraint === made) key.constraint = self;
    self.listeners.moveTo(self);
  },
  signature:
    'columns, refcolumns, name=None, onupdate=None, ondelete=None, deferrable=None, initially=None, use_alter=False, ' +
    'link_to_name=False, match=None, table=None, info=None, comment=None, **dialect_kw',
  construct: (call, _cls, columns: Value, refcolumns: Value, ...bound: Value[]) => {
    const [
      name,
      onupdate,
      ondelete,
      deferrable,
      initially,
      useAlter,
      linkToName,
      match,
      table,
      info,
      comment,
    ] = bound;
    const keywords = bound.at(-1) as unknown as Map<string, Value>;
    const constraint = new ForeignKeyConstraint(
      listArgument(call, columns).map((column) => columnArgument(call, column)),
      listArgument(call, refcolumns).map((column) => columnArgument(call, column)),
      {
        ...commonOptions(call, 'ForeignKeyConstraint', [name!, deferrable!, initially!, info!], keywords),
        onupdate: onupdate as string | null,
        ondelete: ondelete as string | null,
        useAlter: call.truth(useAlter!),
        linkToName: call.truth(linkToName!),
        match: match as string | null,
        comment: comment as string | null,
      },
    );
    if (table !== null) (table as Table).appendConstraint(constraint);
    return constraint;
  },
  getters: {
    ...read(same('onupdate', 'ondelete', 'match')),
    use_alter: (self: ForeignKeyConstraint) => self.useAlter,
    link_to_name: (self: ForeignKeyConstraint) => self.linkToName,
    elements: (self: ForeignKeyConstraint) => list([...self.elements]),
    referred_table: (self: ForeignKeyConstraint) => self.referredTable,
  },
});
