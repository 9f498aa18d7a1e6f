/** Revision specifiers as Python gives them. */
import type { Identifier } from '../../alembic/script/revision-map.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';

/** Text and None stay; any other iterable becomes a list. */
export function asIdentifier(call: Interpreter, value: Value): Identifier {
  if (value === null || typeof value === 'string') return value;
  return [...call.iterate(value)] as (string | null)[];
}
