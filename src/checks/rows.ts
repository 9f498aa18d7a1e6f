/** `rows: {table, count?, atLeast?, where?, filled?}`: rows of a table, as the snapshot holds its first ones. */
import * as v from 'valibot';
import { tableOf } from './table.ts';
import type { World } from './world.ts';

export const rowsSchema = v.strictObject({
  table: v.string(),
  schema: v.optional(v.string()),
  count: v.optional(v.number()),
  atLeast: v.optional(v.number()),
  /** Column to PostgreSQL's text; null for NULL. Only rows that have all of them count. */
  where: v.optional(v.record(v.string(), v.nullable(v.string())), {}),
  /** A column that must not be NULL in the rows that count. */
  filled: v.optional(v.string()),
});

/**
 * @returns whether that many rows fit; at least one where no number is given. False where the table is not there. With `where` or `filled` only
 * rows count that the snapshot holds.
 */
export function rows(check: v.InferOutput<typeof rowsSchema>, world: World): boolean {
  const table = tableOf(world, check.table, check.schema);
  if (!table) return false;
  const position = (name: string) => table.columns.findIndex((one) => one.name === name);
  const conditions = Object.entries(check.where);
  const plain = conditions.length === 0 && check.filled === undefined;
  const matching = table.rows.filter(
    (row) =>
      conditions.every(([name, value]) => row[position(name)] === value) &&
      (check.filled === undefined || (row[position(check.filled)] ?? null) !== null),
  );
  const count = plain ? table.rowCount : matching.length;
  return (
    (check.count === undefined || count === check.count) &&
    count >= (check.atLeast ?? (check.count === undefined ? 1 : 0))
  );
}
