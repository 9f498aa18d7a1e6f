/** The parts that `replace()` is given. */
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Value } from '../../python/values/value.ts';
import { part } from './arguments.ts';
import { zone } from './timezone-class.ts';

/**
 * The parts that `replace()` was given, by place or by name; `fold` has no place.
 * @throws TypeError of Python for what is given twice, too often or under another name
 */
export function replaced(
  places: readonly Value[],
  named: ReadonlyMap<string, Value>,
  allowed: string,
): Record<string, unknown> {
  const names = allowed.split(' ');
  const placed = names.filter((name) => name !== 'fold');
  const count = places.length + named.size;
  if (count > names.length)
    throw typeError(`replace() takes at most ${names.length} arguments (${count} given)`);
  if (places.length > placed.length)
    throw typeError(`replace() takes at most ${placed.length} positional arguments (${places.length} given)`);
  const parts = new Map(places.map((value, at) => [placed[at]!, value]));
  for (const [name, value] of named) {
    if (parts.has(name))
      throw typeError(
        `argument for replace() given by name ('${name}') and position (${placed.indexOf(name) + 1})`,
      );
    if (!names.includes(name)) throw typeError(`'${name}' is an invalid keyword argument for replace()`);
    parts.set(name, value);
  }
  return Object.fromEntries(
    [...parts].map(([name, value]) => [name, name === 'tzinfo' ? zone(value) : part(value)]),
  );
}
