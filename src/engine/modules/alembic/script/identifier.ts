/** Revision specifiers as Python gives them. */
import { revisionError } from '../../../alembic/script/errors.ts';
import type { Identifier } from '../../../alembic/script/revision-map.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';

/** Text and None stay; any other iterable becomes a list. */
export function asIdentifier(call: Interpreter, value: Value): Identifier {
  if (value === null || typeof value === 'string') return value;
  return [...call.iterate(value)] as (string | null)[];
}

/** The same for what a revision map is asked for. @throws RevisionError for what is no text, such as bytes of a driver */
export function specifier(call: Interpreter, value: Value): Identifier {
  if (value === null || typeof value === 'string') return value;
  const bytes = call.process.python.isInstance(value, 'builtins.bytes');
  const walked = !bytes && call.getAttribute(value, '__iter__') !== undefined;
  if (!walked || [...call.iterate(value)].some((one) => typeof one !== 'string')) {
    throw revisionError(
      `revision identifier ${call.repr(value)} is not a string; ensure database driver settings are correct`,
    );
  }
  return asIdentifier(call, value);
}
