/** The parts that `replace()` is given. */
import { typeError } from '../../python/values/exceptions.ts';
import type { Value } from '../../python/values/value.ts';
import { part } from './arguments.ts';
import { zone } from './timezone-class.ts';

/** The parts that `replace()` was given, those of a time zone apart. */
export function replaced(parts: ReadonlyMap<string, Value>, allowed: string): Record<string, unknown> {
  return Object.fromEntries(
    [...parts].map(([name, value]) => {
      if (!allowed.split(' ').includes(name))
        throw typeError(`'${name}' is an invalid keyword argument for replace()`);
      return [name, name === 'tzinfo' ? zone(value) : part(value)];
    }),
  );
}
