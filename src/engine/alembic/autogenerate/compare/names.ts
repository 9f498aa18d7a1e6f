/** Names as Python would show and sort them. */
import { reprString } from '../../../stdlib/repr.ts';

/** `str(tuple)` of names: `('a', 'b')`, `('a',)`, `()`. */
export function tupleText(names: readonly (string | null)[]): string {
  const parts = names.map((name) => (name === null ? 'None' : reprString(name)));
  return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`;
}

/** A schema and a table's name, as they key what is compared. */
export interface TableKey {
  readonly schema: string | null;
  readonly name: string;
}

/** A table's schema and name, as Python shows the pair. */
export const keyText = ({ schema, name }: TableKey): string => tupleText([schema, name]);

/** "schema.table", or the name alone. */
export const qualified = (schema: string | null, name: string): string =>
  schema ? `${schema}.${name}` : name;

/** Python's order of strings: by code points. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
