/** `ddl_if` and `execute_if`: for which database, and whether a learner's function agrees. Answers to: sqlalchemy/sql/ddl.py (DDLIf). */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import { dialectNamed } from '../../../sqlalchemy/engine/dialect.ts';
import type { DdlCondition } from '../../../sqlalchemy/schema/schema-item.ts';

/** What a function is told of an item that is written with its table. */
const WRITTEN: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['tables', null],
  ['checkfirst', false],
]);

/**
 * @param names a dialect's name, several of them, or None for all
 * @param callable called with (ddl, target, bind, …); None where there is none
 * @param ddl the statement, where it is one of the learner's
 */
export function ddlCondition(
  call: Interpreter,
  names: Value,
  callable: Value,
  state: Value,
  ddl: Value = null,
): DdlCondition {
  const wanted =
    names === null
      ? undefined
      : new Set(typeof names === 'string' ? [names] : [...call.iterate(names)].map((one) => call.str(one)));
  return (target, dialect, bind = null, told = WRITTEN) => {
    if (wanted && !wanted.has(dialect)) return false;
    if (callable === null) return true;
    const keywords = new Map<string, Value>([
      ['dialect', dialectNamed(dialect) as unknown as Value],
      ['compiler', null],
      ['state', state],
      ...(told as ReadonlyMap<string, Value>),
    ]);
    return call.truth(call.call(callable, [ddl ?? null, target as Value, bind as Value], keywords));
  };
}
