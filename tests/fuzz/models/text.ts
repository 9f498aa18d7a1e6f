/** Small pieces of Python and SQL text. */

export const text = (value: string): string => JSON.stringify(value);

export const quoted = (name: string) =>
  /^[a-z_]+$/.test(name) && name !== 'user' && name !== 'when' ? name : `"${name}"`;

/** Families that a B-tree can hold. */
export const INDEXED = new Set([
  'integer',
  'text',
  'numeric',
  'time',
  'date',
  'clock',
  'span',
  'boolean',
  'uuid',
  'array',
  'bytes',
  'enum',
]);
