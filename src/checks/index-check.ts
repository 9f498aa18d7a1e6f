/** `index: {table, columns?, name?, unique?, exists?}`: an index of the database. */
import * as v from 'valibot';
import { tableOf } from './table.ts';
import type { World } from './world.ts';

export const indexSchema = v.strictObject({
  table: v.string(),
  schema: v.optional(v.string()),
  name: v.optional(v.string()),
  columns: v.optional(v.array(v.string())),
  unique: v.optional(v.boolean()),
  exists: v.optional(v.boolean(), true),
});

/** @returns whether one index fits all that the check names, its columns in that order, or none does where `exists` is false. */
export function indexCheck(check: v.InferOutput<typeof indexSchema>, world: World): boolean {
  const indexes = tableOf(world, check.table, check.schema)?.indexes ?? [];
  const found = indexes.some(
    (one) =>
      (check.name === undefined || one.name === check.name) &&
      (check.unique === undefined || one.unique === check.unique) &&
      (check.columns === undefined || one.definition.includes(`(${check.columns.join(', ')})`)),
  );
  return found === check.exists;
}
