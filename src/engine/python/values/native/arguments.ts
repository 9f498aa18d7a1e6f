/** What native code wants its arguments to be, with the words of CPython for those that are something else. */
import { typeName } from '../classes/class-of.ts';
import { richCompare } from '../compare.ts';
import { typeError } from '../exceptions/exceptions.ts';
import { interpreter } from '../interpreter.ts';
import { toNumber } from '../numbers.ts';
import { plain, type Value } from '../value.ts';

/**
 * A text on which library code written in Python calls a method.
 * @throws AttributeError for anything that has no such method, as that code would
 */
export function textWith(value: Value, method: string): string {
  const bare = plain(value);
  if (typeof bare === 'string') return bare;
  if (interpreter().getAttribute(value, method) !== undefined) throw wantsText(value);
  throw interpreter().missingAttribute(value, method);
}

/** A text that library code searches with a pattern. @throws TypeError in the words of `re` */
export function textForPattern(value: Value): string {
  const bare = plain(value);
  if (typeof bare === 'string') return bare;
  throw wantsText(value);
}

const wantsText = (value: Value) =>
  value instanceof Uint8Array
    ? typeError('cannot use a string pattern on a bytes-like object')
    : typeError(`expected string or bytes-like object, got '${typeName(value)}'`);

/** How functions in C name the type of an argument that they refuse. */
export const argumentType = (value: Value): string => (value === null ? 'None' : typeName(value));

/** A str argument of a function in C. @throws TypeError: "f() argument 1 must be str, not int" */
export function strArgument(value: Value, name: string, place?: number | string): string {
  const bare = plain(value);
  if (typeof bare === 'string') return bare;
  const which = typeof place === 'string' ? ` '${place}'` : place === undefined ? '' : ` ${place}`;
  throw typeError(`${name}() argument${which} must be str, not ${argumentType(value)}`);
}

/** A number that library code first asks whether it is `<= other`. @throws TypeError of that comparison */
export function numberAtMost(value: Value, other: number): number {
  const number = toNumber(plain(value));
  if (number !== undefined) return number;
  richCompare('LtE', value, other);
  throw typeError(`unsupported operand type(s) for -: '${typeName(value)}' and 'int'`);
}
