/** `query.update(…)` and `query.delete()`. Answers to: sqlalchemy/orm/query.py (BulkUD). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { Result } from '../../../../sqlalchemy/engine/result.ts';
import { deleteFrom, update, withValues } from '../../../../sqlalchemy/expression/dml/dml-build.ts';
import type { Delete, Update } from '../../../../sqlalchemy/expression/dml/statements.ts';
import { where } from '../../../../sqlalchemy/expression/select/select-build.ts';
import { assignedKey } from '../../expression/dml.ts';
import { executeDml } from '../session/orm-dml.ts';
import type { Query } from './query.ts';

/** @throws InvalidRequestError where the query is more than a condition */
function requirePlain(self: Query): void {
  const { limit, offset, orderBy, groupBy, distinct, from, joins } = self.select;
  const called = [
    [limit, 'limit()'],
    [offset, 'offset()'],
    [orderBy.length > 0, 'order_by()'],
    [groupBy.length > 0, 'group_by()'],
    [distinct, 'distinct()'],
    [from.length > 0 || joins.length > 0, 'join(), outerjoin(), select_from(), or from_self()'],
  ].find(([is]) => is);
  if (!called) return;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    `Can't call Query.update() or Query.delete() when ${called[1]} has been called`,
  ]);
}

/** UPDATE or DELETE of every row that the criteria leave. */
export function bulk(
  call: Interpreter,
  self: Query,
  name: 'update' | 'delete',
  values: Value,
  synchronize: Value,
): Value {
  const { session } = self;
  requirePlain(self);
  session!.flushForQuery(call);
  const target = self.select.entities[0]!;
  const criteria = self.select.where;
  let statement: Update | Delete = name === 'update' ? update(target) : deleteFrom(target);
  if (statement.kind === 'update') {
    const entries = [...call.iterate(call.callMethod(values, 'items'))].map((item) => {
      const [key, value] = [...call.iterate(item)];
      return [assignedKey(key!), value!] as const;
    });
    statement = withValues(statement, entries);
  }
  statement = where(statement, criteria);
  const options = { synchronize_session: synchronize };
  const sent = { ...statement, executionOptions: options } as unknown as Value;
  const result = session!.executing(call, sent, null, {}, (given, parameters) =>
    executeDml(call, session!, given as unknown as Update | Delete, parameters),
  );
  return (result as unknown as Result).facts.rowcount;
}
