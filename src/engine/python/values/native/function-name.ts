/** How CPython's messages name what is called: "module.function()". */
import { findAttribute } from '../attributes/attributes.ts';
import { typeName } from '../classes/class-of.ts';
import { str } from '../text.ts';
import type { Value } from '../value.ts';

/** The qualified name with parentheses, with its module unless that is builtins. */
export function functionName(callable: Value): string {
  const qualname = findAttribute(callable, '__qualname__');
  if (qualname === undefined) return `${typeName(callable)} object`;
  const module = findAttribute(callable, '__module__');
  const prefix = typeof module === 'string' && module !== 'builtins' ? `${module}.` : '';
  return `${prefix}${str(qualname)}()`;
}
