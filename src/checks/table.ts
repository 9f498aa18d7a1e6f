/** `table: {name, schema?, exists?}`: a table of the database. */
import * as v from 'valibot';
import type { TableSnapshot } from '../engine/snapshot.ts';
import type { World } from './world.ts';

export const tableSchema = v.strictObject({
  name: v.string(),
  schema: v.optional(v.string(), 'public'),
  exists: v.optional(v.boolean(), true),
});

/** @returns whether the table is there, or is not where `exists` is false. */
export function table(check: v.InferOutput<typeof tableSchema>, world: World): boolean {
  return (tableOf(world, check.name, check.schema) !== undefined) === check.exists;
}

/** A table of the snapshot by name and schema. */
export function tableOf({ snapshot }: World, name: string, schema = 'public'): TableSnapshot | undefined {
  return snapshot.database.tables.find((one) => one.name === name && one.schema === schema);
}
