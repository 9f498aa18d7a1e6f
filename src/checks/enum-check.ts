/** `enum: {name, has?, lacks?, exists?}`: an enum type of the database and its labels. */
import * as v from 'valibot';
import type { World } from './world.ts';

export const enumSchema = v.strictObject({
  name: v.string(),
  schema: v.optional(v.string(), 'public'),
  /** Labels that it must have. */
  has: v.optional(v.array(v.string()), []),
  /** Labels that it must not have. */
  lacks: v.optional(v.array(v.string()), []),
  exists: v.optional(v.boolean(), true),
});

/** @returns whether the type is there with the labels, or is not there where `exists` is false. */
export function enumCheck(check: v.InferOutput<typeof enumSchema>, { snapshot }: World): boolean {
  const found = snapshot.database.enums.find((one) => one.name === `${check.schema}.${check.name}`);
  if (!found || !check.exists) return !found && !check.exists;
  return (
    check.has.every((label) => found.labels.includes(label)) &&
    !check.lacks.some((label) => found.labels.includes(label))
  );
}
