/** Types that a program adds to those that reflection knows: `dialect.ischema_names["vector"] = Vector`. */
import type { PythonWorld } from '../../machine.ts';
import { SqlType } from '../types/type.ts';
import type { Dialect } from './dialect.ts';

/** The type of this name with these arguments of the database; undefined where nobody added one. */
export function addedType(
  python: PythonWorld,
  dialect: Dialect,
  name: string,
  args: readonly string[],
): SqlType | undefined {
  const names = python.getAttribute(dialect, 'ischema_names');
  const found = python.call(python.getAttribute(names, 'get'), [name.toLowerCase()]) ?? null;
  if (found === null) return undefined;
  const [first, ...rest] = args;
  const length = Number(first);
  const made = python.call(found, first !== undefined && Number.isInteger(length) ? [length, ...rest] : args);
  return made instanceof SqlType ? made : undefined;
}
