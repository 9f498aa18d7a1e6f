/** `repr()` of values inside types and schema objects. */
import { Float, reprFloat } from '../../stdlib/float.ts';
import { reprBytes, reprString } from '../../stdlib/repr.ts';
import { sequenceText } from './plain-tuple.ts';

/** Python's `repr`; the room that knows Python passes its own, which also knows the learner's values. */
export type PythonRepr = (value: unknown) => string;

/** An object of this room that knows its `repr()`. */
export interface Representable {
  repr(python: PythonRepr): string;
}

/** `repr()` of the values that need no Python: None, booleans, numbers, strings, bytes and this room's own objects. */
export function plainRepr(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return reprString(value);
  if (value instanceof Float) return reprFloat(value.value);
  if (value instanceof Uint8Array) return reprBytes(value);
  if (Array.isArray(value)) return sequenceText(value, value.map(plainRepr));
  if (isRepresentable(value)) return value.repr(plainRepr);
  const items = (value as { items?: unknown }).items;
  if (Array.isArray(items)) return `[${items.map(plainRepr).join(', ')}]`;
  return String(value);
}

function isRepresentable(value: unknown): value is Representable {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Representable>).repr === 'function'
  );
}
