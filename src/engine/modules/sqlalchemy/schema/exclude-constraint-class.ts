/** `ExcludeConstraint` in Python. Answers to: sqlalchemy/dialects/postgresql/ext.py. */
import { dict } from '../../../python/values/containers/dict.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { ExcludeConstraint } from '../../../sqlalchemy/schema/constraints/exclude-constraint.ts';
import { toPlain } from '../convert.ts';
import { commonOptions, spec } from './constraint-base-class.ts';
import { expressionArgument } from './default-class.ts';

const excludeClass = nativeClass({
  ...spec('ExcludeConstraint', 'sqlalchemy.dialects.postgresql.ext'),
  host: ExcludeConstraint,
  signature: '*elements, **kw',
  construct: (call, _cls, elements: Value[], keywords: Map<string, Value>) => {
    const [name, deferrable, initially, info] = ['name', 'deferrable', 'initially', 'info'].map(
      (option) => keywords.get(option) ?? null,
    );
    const [where, using, ops] = ['where', 'using', 'ops'].map((option) => keywords.get(option));
    // What else is given is not looked at.
    return new ExcludeConstraint(elements, {
      ...commonOptions(call, 'ExcludeConstraint', [name!, deferrable!, initially!, info!], new Map()),
      where: expressionArgument(call, where ?? null),
      ...(using !== undefined && { using }),
      ...(ops !== undefined && { ops: toPlain(ops) }),
    });
  },
  getters: {
    operators: (self: ExcludeConstraint) =>
      dict(
        self.operators.flatMap(([name, operator]) => (name === undefined ? [] : [[name, operator as Value]])),
      ),
    ops: (self: ExcludeConstraint) => (self.ops instanceof Map ? dict(self.ops) : (self.ops as Value)),
    where: (self: ExcludeConstraint) => self.where,
    using: (self: ExcludeConstraint) => self.using as Value,
  },
});

export const excludeConstraintClass = excludeClass;
