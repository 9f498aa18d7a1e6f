/** How the class of an element is written. */
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeClassSpec } from '../../../python/values/native/spec.ts';
import { address } from '../../../python/values/text.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { columnElementClass } from '../bases.ts';

export const ELEMENTS = 'sqlalchemy.sql.elements';

/** A class over nodes of the expression language. @param kinds the kinds of nodes that are its objects */
export function kind(
  name: string,
  kinds: string | readonly string[],
  spec: Partial<NativeClassSpec> = {},
): PyClass {
  return nativeClass({ name, module: ELEMENTS, bases: [columnElementClass], kind: kinds, ...spec });
}

/** The `repr()` of an element that shows its name beside the address. */
export const named = (self: Value, name: string, module: string, cls: string): string =>
  `<${module}.${cls} at ${address(self)}; ${name}>`;
