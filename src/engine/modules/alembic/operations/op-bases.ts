import { addConstraintOf } from '../../../alembic/operations/constraints/constraint-operations.ts';
import { openAttributes } from '../../../python/values/attributes/attributes.ts';
import { frozensetClass } from '../../../python/values/classes/classes.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { type Constraint, ForeignKeyConstraint } from '../../../sqlalchemy/schema/index.ts';

export const MODULE = 'alembic.operations.ops';

const notImplemented = () => {
  throw raise('NotImplementedError');
};

/** The base of every operation; learners derive theirs from it. */
export const migrateOperationClass = nativeClass({
  name: 'MigrateOperation',
  module: MODULE,
  methods: { reverse: ['', notImplemented], to_diff_tuple: ['', notImplemented] },
  attributes: { _mutations: () => new PySet([], frozensetClass) },
  getters: {
    // Of a class of the learner's: a dictionary that is made when it is first asked for.
    info: (self: Value) => {
      const attributes = openAttributes(self)!;
      const known = attributes.get('info') ?? dict();
      attributes.set('info', known);
      return known;
    },
  },
});
/** A foreign key whose target is there. @throws NoReferencedTableError and its kin where it is not */
export function resolved(constraint: Constraint): Constraint {
  if (constraint instanceof ForeignKeyConstraint) void constraint.elements[0]?.column;
  return constraint;
}

export const addConstraintClass = nativeClass({
  name: 'AddConstraintOp',
  module: MODULE,
  bases: [migrateOperationClass],
  classMethods: {
    from_constraint: [
      'constraint',
      (_call, _cls: PyClass, one: Constraint) => addConstraintOf(resolved(one)) as Value,
    ],
  },
});
export const alterTableClass = nativeClass({
  name: 'AlterTableOp',
  module: MODULE,
  bases: [migrateOperationClass],
  methods: {
    // For classes that learners derive; the operations of this module are made from their records.
    __init__: [
      'table_name, *, schema=None',
      (call, self: Value, table: Value, schema: Value) => {
        call.setAttribute(self, 'table_name', table);
        call.setAttribute(self, 'schema', schema);
        return null;
      },
    ],
  },
});
