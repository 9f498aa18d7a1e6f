/** What a learner gives where SQLAlchemy expects text: it is used as text would be, and fails as Python says. */
import { Raise } from '../../machine.ts';
import { QuotedName } from '../schema/names.ts';
import { host } from './host.ts';

/** `if value:` @throws TypeError for a clause */
export const isTrue = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'object' && value !== null
      ? host().evaluate('bool(it)', value) === true
      : Boolean(value);

/** A value that a method of text is called on. @throws AttributeError where it has none of that name */
export function textFor(method: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof QuotedName) return String(value);
  if (method === 'lower') refuseUnhashable(value);
  host().evaluate(`it.${method}`, value);
  return String(value);
}

/** A name that is looked up in a dictionary. @throws TypeError for a list or dictionary */
export function refuseUnhashable(value: unknown): void {
  if (Array.isArray(value) || value instanceof Map)
    throw new Raise('builtins.TypeError', [`unhashable type: '${host().typeName(value)}'`]);
}

/** A text that a value is added to: " name". @throws TypeError for what is none */
export function addedText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new Raise('builtins.TypeError', [
    `can only concatenate str (not "${host().typeName(value)}") to str`,
  ]);
}

/** `' '.join(values)` @throws TypeError for one that is no text */
export function joinedText(values: readonly unknown[]): string {
  const odd = values.findIndex((value) => typeof value !== 'string');
  if (odd < 0) return values.join(' ');
  throw new Raise('builtins.TypeError', [
    `sequence item ${odd}: expected str instance, ${host().typeName(values[odd])} found`,
  ]);
}
