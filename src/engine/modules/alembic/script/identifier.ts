/** Revision specifiers as Python gives them. */
import { revisionError } from '../../../alembic/script/errors.ts';
import type { Identifier, RevisionMap } from '../../../alembic/script/revision-map.ts';
import { tuple } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { plain, type Value } from '../../../python/values/value.ts';

/** Text and None stay, text of a class of the learner's as plain text; any other iterable becomes a list. */
export function asIdentifier(call: Interpreter, given: Value): Identifier {
  const value = plain(given);
  if (value === null || typeof value === 'string') return value;
  return [...call.iterate(value)].map(plain) as (string | null)[];
}

/** The same for what a revision map is asked for. @throws RevisionError for what is no text, such as bytes of a driver */
export function specifier(call: Interpreter, given: Value): Identifier {
  const value = plain(given);
  if (value === null || typeof value === 'string') return value;
  const bytes = call.process.python.isInstance(value, 'builtins.bytes');
  const walked = !bytes && call.getAttribute(value, '__iter__') !== undefined;
  if (!walked || [...call.iterate(value)].some((one) => typeof plain(one) !== 'string')) {
    throw revisionError(
      `revision identifier ${call.repr(value)} is not a string; ensure database driver settings are correct`,
    );
  }
  return asIdentifier(call, value);
}

/** An identifier as Python has it: a tuple where a comma made it one. */
export function idValue(map: RevisionMap, id: string): Value {
  const parts = map.partsOf(id);
  return parts ? tuple([...parts]) : id;
}

/** What `as_revision_number` answers. */
export function idValues(map: RevisionMap, found: string | readonly string[] | null): Value {
  const value = (id: string) => idValue(map, id);
  return found === null ? null : typeof found === 'string' ? value(found) : tuple(found.map(value));
}
