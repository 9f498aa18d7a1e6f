/** `enum.create(bind)`, `domain.drop(bind)`. Answers to: dialects/postgresql/named_types.py (NamedTypeGenerator, NamedTypeDropper). */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import { createType, dropType } from '../../../sqlalchemy/postgresql/named-types.ts';
import type { SqlType } from '../../../sqlalchemy/types/type.ts';
import { asksFirst, withConnection } from './ddl-runner.ts';

/** `type.create(bind, checkfirst)`. @throws what CREATE TYPE throws */
export function createNamedType(call: Interpreter, type: SqlType, bind: Value, checkFirst: boolean): Value {
  const check = asksFirst(call, bind, checkFirst);
  withConnection(call, bind, (runner) => createType(type, runner, check));
  return null;
}

/** `type.drop(bind, checkfirst)`. @throws what DROP TYPE throws */
export function dropNamedType(call: Interpreter, type: SqlType, bind: Value, checkFirst: boolean): Value {
  const check = asksFirst(call, bind, checkFirst);
  withConnection(call, bind, (runner) => dropType(type, runner, check));
  return null;
}
