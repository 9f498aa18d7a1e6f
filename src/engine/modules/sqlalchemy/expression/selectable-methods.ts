/** Methods that statements and selectables share. Answers to: sqlalchemy/sql/selectable.py. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import type { Value } from '../../../python/values/value.ts';
import type {
  CommonTableExpression,
  SelectSource,
} from '../../../sqlalchemy/expression/select/selectables.ts';

export const SELECTABLE = 'sqlalchemy.sql.selectable';

/** A method of statements and selectables, with the type of its code left to who writes it. */
export const method = <Self>(
  signature: string,
  code: (call: Interpreter, self: Self, ...bound: never[]) => unknown,
): NativeMethod => [signature, code as never];

/** A name, or None. */
export const nameOrNull = (name: Value): string | null => (name === null ? null : String(name));

export const addCtes = method<{ independentCtes: readonly CommonTableExpression[] }>(
  '*ctes, nest_here=False',
  (_call, self, ctes: CommonTableExpression[]) => ({
    ...self,
    independentCtes: [...self.independentCtes, ...ctes],
  }),
);

/** `.cte(name)` of statements. */
export const cteMethod = method<SelectSource>(
  'name=None, recursive=False, nesting=False',
  (_call, self, name: Value, recursive: Value, nesting: Value): CommonTableExpression => ({
    kind: 'cte',
    element: self,
    name: nameOrNull(name) ?? undefined,
    recursive: recursive === true,
    nesting: nesting === true,
    materialized: undefined,
  }),
);
