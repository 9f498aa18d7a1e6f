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

/** The class of a table: `user_groups` is `UserGroups`. */
export const className = (table: string): string =>
  table
    .split('_')
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join('');
