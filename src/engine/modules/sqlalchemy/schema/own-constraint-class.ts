/** Classes that a learner derives from Constraint or ColumnCollectionConstraint. Answers to: their `_copy` in sqlalchemy/sql/schema.py. */
import { Raise } from '../../../machine.ts';
import { classOf } from '../../../python/values/classes/class-of.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import type { Constraint } from '../../../sqlalchemy/schema/constraints/constraint.ts';
import type { OwnClass, OwnConstraint } from '../../../sqlalchemy/schema/constraints/own-constraint.ts';
import { nameValue } from '../names.ts';

/** What SQLAlchemy's side asks of the class, which an instance has once it is made. */
export const ownClass = (call: Interpreter): OwnClass => ({
  name: (constraint) => classOf(constraint as unknown as Value).name,
  shown: (constraint) => call.repr(classOf(constraint as unknown as Value)),
  copy: (constraint) => copied(call, classOf(constraint as unknown as Value), constraint),
});

/** The learner's own `_copy`, or an instance over columns of the same names. */
function copied(call: Interpreter, cls: PyClass, constraint: OwnConstraint): Constraint {
  const own = cls.mro.find((one) => one.own.has('_copy'));
  if (own && !own.native)
    return call.callMethod(constraint as unknown as Value, '_copy') as unknown as Constraint;
  if (!constraint.overColumns) throw new Raise('builtins.NotImplementedError', []);
  const keywords = new Map<string, Value>([
    ['name', nameValue(constraint.name, constraint.conv)],
    ['deferrable', constraint.deferrable],
    ['initially', constraint.initially],
    ['comment', constraint.comment],
  ]);
  return call.call(cls, [...constraint.columnKeys], keywords) as unknown as Constraint;
}
