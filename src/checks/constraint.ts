/** `constraint: {table, kind?, name?, columns?, contains?, exists?}`: a constraint of the database. */
import * as v from 'valibot';
import { tableOf } from './table.ts';
import type { World } from './world.ts';

export const constraintSchema = v.strictObject({
  table: v.string(),
  schema: v.optional(v.string()),
  kind: v.optional(v.picklist(['primary-key', 'foreign-key', 'unique', 'check', 'exclude'])),
  name: v.optional(v.string()),
  columns: v.optional(v.array(v.string())),
  /** Text of PostgreSQL's definition. */
  contains: v.optional(v.string()),
  exists: v.optional(v.boolean(), true),
});

/** @returns whether one constraint of the table fits all that the check names, or none does where `exists` is false. */
export function constraint(check: v.InferOutput<typeof constraintSchema>, world: World): boolean {
  const constraints = tableOf(world, check.table, check.schema)?.constraints ?? [];
  const found = constraints.some(
    (one) =>
      (check.kind === undefined || one.kind === check.kind) &&
      (check.name === undefined || one.name === check.name) &&
      (check.columns === undefined || one.columns.join() === check.columns.join()) &&
      (check.contains === undefined || one.definition.includes(check.contains)),
  );
  return found === check.exists;
}
