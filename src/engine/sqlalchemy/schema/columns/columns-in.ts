/** The table columns that an expression speaks of. */

import type { Table } from '../table.ts';
import { Column } from './column.ts';

/** Properties that lead out of an expression. */
export const OUTSIDE = new Set(['type', 'types', 'table', 'value', 'binds', 'returnType']);

/** Columns of tables inside an expression, in order, each once. A string has none. */
export function columnsIn(expression: unknown): readonly Column[] {
  return namedIn(expression).filter((column) => column instanceof Column);
}

/** Columns inside an expression, of a table or of none (`column('x')`), in order, each once. */
export function namedIn(expression: unknown): readonly NamedColumn[] {
  const found = new Set<NamedColumn>();
  collect(expression, found);
  return [...found];
}

/** A column of a table, or of none. */
export interface NamedColumn {
  readonly name: string;
  readonly key?: string;
  readonly table?: Table | undefined;
}

/** The first column of an expression, of a table or of none (`column('x')`). */
export function firstName(expression: unknown): NamedColumn | undefined {
  if (expression instanceof Column) return expression;
  if (typeof expression !== 'object' || expression === null) return undefined;
  if (Array.isArray(expression)) return firstOf(expression);
  const node = expression as { readonly kind?: unknown };
  if (typeof node.kind !== 'string') return undefined;
  if (node.kind === 'column-clause') return node as NamedColumn;
  return firstOf(Object.entries(node).flatMap(([name, inner]) => (OUTSIDE.has(name) ? [] : [inner])));
}

function firstOf(values: readonly unknown[]): NamedColumn | undefined {
  for (const value of values) {
    const found = firstName(value);
    if (found) return found;
  }
  return undefined;
}

function collect(value: unknown, found: Set<NamedColumn>): void {
  if (value instanceof Column) found.add(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, found);
  else if (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { kind?: unknown }).kind === 'string'
  ) {
    if ((value as { kind: string }).kind === 'column-clause') found.add(value as NamedColumn);
    for (const [name, inner] of Object.entries(value)) if (!OUTSIDE.has(name)) collect(inner, found);
  }
}
