/** Calls as text. */
import type { Column } from './schema.ts';

/** Arguments in one line, or one a line where they are long. */
export function call(name: string, parts: readonly string[], indent: string): string {
  const one = `${name}(${parts.join(', ')})`;
  return one.length < 100
    ? one
    : `${name}(\n${parts.map((part) => `${indent}    ${part},\n`).join('')}${indent})`;
}

/** What stands in `Column(…)` after the name. @param typed whether the type is said */
export function columnParts(column: Column, typed = true): string[] {
  const { nullable, primaryKey, items, keywords, type } = column;
  const parts = type === '' || !typed ? [...items] : [type, ...items];
  if (primaryKey) parts.push('primary_key=True');
  if (nullable !== undefined) parts.push(`nullable=${nullable ? 'True' : 'False'}`);
  for (const [name, value] of Object.entries(keywords)) parts.push(`${name}=${value}`);
  return parts;
}
