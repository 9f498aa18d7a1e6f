/** `column: {table, name, exists?, type?, nullable?, default?}`: a column of the database. */
import * as v from 'valibot';
import { tableOf } from './table.ts';
import type { World } from './world.ts';

export const columnSchema = v.strictObject({
  table: v.string(),
  name: v.string(),
  schema: v.optional(v.string()),
  exists: v.optional(v.boolean(), true),
  /** PostgreSQL's name for the type, "character varying(20)", or its beginning. */
  type: v.optional(v.string()),
  /** Whether NULL is allowed. */
  nullable: v.optional(v.boolean()),
  /** Whether it has a default in the database. */
  default: v.optional(v.boolean()),
});

/** @returns whether the column is there, or is not where `exists` is false; what else the check names must hold, too. */
export function column(check: v.InferOutput<typeof columnSchema>, world: World): boolean {
  const found = tableOf(world, check.table, check.schema)?.columns.find((one) => one.name === check.name);
  if (!found || !check.exists) return !found && !check.exists;
  return (
    (check.type === undefined || found.type.startsWith(check.type)) &&
    (check.nullable === undefined || found.notNull !== check.nullable) &&
    (check.default === undefined || (found.default !== null) === check.default)
  );
}
