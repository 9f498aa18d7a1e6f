/** `ddl_if` and `execute_if`: for which database, and whether a learner's function agrees. Answers to: sqlalchemy/sql/ddl.py (DDLIf). */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import { dialectNamed } from '../../../sqlalchemy/engine/dialect.ts';
import type { DdlCondition } from '../../../sqlalchemy/schema/schema-item.ts';

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
  return (target, dialect, bind = null) => {
    if (wanted && !wanted.has(dialect)) return false;
    if (callable === null) return true;
    const keywords = new Map<string, Value>([
      ['dialect', dialectValue(call, dialect)],
      ['compiler', null],
      ['state', state],
    ]);
    return call.truth(call.call(callable, [ddl ?? null, target as Value, bind as Value], keywords));
  };
}

/** The dialect by its name; `default` is that of `str()`. */
const dialectValue = (call: Interpreter, name: string): Value =>
  name === 'default'
    ? call.call(call.importName('sqlalchemy.engine.default.DefaultDialect'))
    : (dialectNamed(name) as unknown as Value);
