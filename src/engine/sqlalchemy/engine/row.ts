/** A row of a result: a tuple whose items have names. Answers to: sqlalchemy/engine/row.py. */
import type { Element } from '../expression/elements.ts';

/** What all rows of a result share. */
export interface RowShape {
  readonly keys: readonly string[];
  /** Place by name; names that stand twice have the last place, and are noted. */
  readonly byName: ReadonlyMap<string, number>;
  readonly ambiguous: ReadonlySet<string>;
  /** Place by column, label or other element of the statement. */
  readonly byElement: ReadonlyMap<Element, number>;
  /** Mapped classes by place, where a column gives instances. */
  readonly entities?: readonly unknown[];
  /** The rows were made of others: their errors name the key alone. */
  readonly isLoaded?: boolean;
}

export class Row {
  readonly shape: RowShape;
  readonly values: readonly unknown[];
  constructor(shape: RowShape, values: readonly unknown[]) {
    this.shape = shape;
    this.values = values;
  }
}

/** `row._mapping`, and the rows of `result.mappings()`. */
export class RowMapping {
  readonly row: Row;
  constructor(row: Row) {
    this.row = row;
  }
}

/** What rows of one result share: their names, and where each column's value stands. @param keys empty where a column has no name */
export function shapeOf(keys: readonly string[], elements: readonly (readonly Element[])[]): RowShape {
  const byName = new Map<string, number>();
  const ambiguous = new Set<string>();
  const byElement = new Map<Element, number>();
  keys.forEach((key, at) => {
    if (byName.has(key)) ambiguous.add(key);
    if (key !== '') byName.set(key, at);
    for (const element of elements[at] ?? []) byElement.set(element, at);
  });
  return { keys: keys.includes('') ? keys.filter((key) => key !== '') : keys, byName, ambiguous, byElement };
}
