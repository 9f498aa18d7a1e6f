/** Unique, primary key and check constraints in Python, and the list of all. Answers to: sqlalchemy/sql/schema.py. */
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyBoxed, type PyClass, type Value } from '../../../python/values/value.ts';
import { ddlExpressionOf } from '../../../sqlalchemy/expression/coerce.ts';
import {
  CheckConstraint,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from '../../../sqlalchemy/schema/constraints/constraint.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';
import {
  COMMON,
  collectionClass,
  columnArgument,
  commonOptions,
  constraintClass,
  spec,
} from './constraint-base-class.ts';
import { expressionArgument } from './default-class.ts';
import { foreignKeyConstraintClass } from './foreign-key-constraint-class.ts';
import { indexClass } from './index-class.ts';

const uniqueClass = nativeClass({
  ...spec('UniqueConstraint'),
  host: UniqueConstraint,
  signature: `*columns, ${COMMON}, _autoattach=True, _column_flag=False, _gather_expressions=None, **dialect_kw`,
  construct: (call, _cls, columns: Value[], ...bound: Value[]) =>
    new UniqueConstraint(
      columns.map((column) => columnArgument(call, column)),
      commonOptions(call, 'UniqueConstraint', bound, bound.at(-1) as unknown as Map<string, Value>),
    ),
});

const primaryKeyClass = nativeClass({
  ...spec('PrimaryKeyConstraint'),
  host: PrimaryKeyConstraint,
  signature: `*columns, ${COMMON}, _implicit_generated=False, **dialect_kw`,
  construct: (call, _cls, columns: Value[], ...bound: Value[]) =>
    new PrimaryKeyConstraint(
      columns.map((column) => columnArgument(call, column)),
      commonOptions(call, 'PrimaryKeyConstraint', bound, bound.at(-1) as unknown as Map<string, Value>),
    ),
});

const checkClass = nativeClass({
  ...spec('CheckConstraint'),
  host: CheckConstraint,
  signature:
    'sqltext, name=None, deferrable=None, initially=None, table=None, info=None, _create_rule=None, _autoattach=True, ' +
    '_type_bound=False, **dialect_kw',
  construct: (call, _cls, sqltext: Value, ...bound: Value[]) => {
    const [name, deferrable, initially, table, info] = bound;
    const keywords = bound.at(-1) as unknown as Map<string, Value>;
    const options = commonOptions(call, 'CheckConstraint', [name!, deferrable!, initially!, info!], keywords);
    const text = ddlExpressionOf(
      sqltext instanceof PyBoxed ? sqltext.value : expressionArgument(call, sqltext),
    );
    const constraint = new CheckConstraint(text, options);
    if (table !== null) (table as Table).appendConstraint(constraint);
    return constraint;
  },
  getters: { sqltext: (self: CheckConstraint) => self.sqltext },
});

/** The classes of this file by their names in sqlalchemy.schema. */
export const CONSTRAINT_CLASSES: Readonly<Record<string, PyClass>> = {
  Constraint: constraintClass,
  ColumnCollectionConstraint: collectionClass,
  UniqueConstraint: uniqueClass,
  PrimaryKeyConstraint: primaryKeyClass,
  CheckConstraint: checkClass,
  ForeignKeyConstraint: foreignKeyConstraintClass,
  Index: indexClass,
};
