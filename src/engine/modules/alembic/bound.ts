/** Arguments by parameter name, for functions whose many keywords travel on as a record. */
import { parseSignature } from '../../stdlib/signature.ts';

/** Names the bound values of a signature; `**kw` is spread into the record. */
export function named(signature: string, bound: readonly unknown[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  parseSignature(signature).parameters.forEach((parameter, at) => {
    const value = bound[at];
    if (parameter.kind === 'var-keyword')
      Object.assign(record, Object.fromEntries(value as Map<string, unknown>));
    else record[parameter.name] = value === undefined ? null : value;
  });
  return record;
}

/** What a Python function gives that returns nothing. */
export const nothing = (_done: unknown): null => null;
