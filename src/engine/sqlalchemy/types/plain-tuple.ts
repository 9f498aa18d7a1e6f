/** A tuple among values that were made plain: an array that is shown, and given back, as the tuple that it was. */
export class PlainTuple extends Array<unknown> {
  /** What is made of it is an array like any other. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  static holding(items: Iterable<unknown>): PlainTuple {
    const made = new PlainTuple();
    for (const item of items) made.push(item);
    return made;
  }
}

/** `[a, b]`, or `(a, b)` and `(a,)` for a tuple. @param texts how the items are shown */
export function sequenceText(value: readonly unknown[], texts: readonly string[]): string {
  const inner = texts.join(', ');
  if (!(value instanceof PlainTuple)) return `[${inner}]`;
  return texts.length === 1 ? `(${inner},)` : `(${inner})`;
}
