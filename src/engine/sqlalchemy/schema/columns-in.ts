/** The table columns that an expression speaks of. */
import { Column } from './column.ts';

/** Properties that lead out of an expression. */
const OUTSIDE = new Set(['type', 'types', 'table', 'value', 'binds', 'returnType']);

/** Columns of tables inside an expression, in order, each once. A string has none. */
export function columnsIn(expression: unknown): readonly Column[] {
  const found = new Set<Column>();
  collect(expression, found);
  return [...found];
}

function collect(value: unknown, found: Set<Column>): void {
  if (value instanceof Column) found.add(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, found);
  else if (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { kind?: unknown }).kind === 'string'
  ) {
    for (const [name, inner] of Object.entries(value)) if (!OUTSIDE.has(name)) collect(inner, found);
  }
}
