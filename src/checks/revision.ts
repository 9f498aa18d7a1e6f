/** `revision: {matches?, has?, merges?, exists?}`: one revision file by its message, its operations, or because it joins branches. */
import * as v from 'valibot';
import { hasOperations, operationSchema } from './ops.ts';
import type { World } from './world.ts';

export const revisionSchema = v.strictObject({
  /** A regular expression over its message. */
  matches: v.optional(v.string()),
  /** Operations that its upgrade holds. */
  has: v.optional(v.array(operationSchema), []),
  merges: v.optional(v.boolean()),
  exists: v.optional(v.boolean(), true),
});

/** @returns whether one revision file fits all that the check names, or none does where `exists` is false. */
export function revision(check: v.InferOutput<typeof revisionSchema>, { snapshot }: World): boolean {
  const found = snapshot.revisions.files.some(
    (one) =>
      (check.matches === undefined || new RegExp(check.matches).test(one.message)) &&
      (check.merges === undefined || one.down.length > 1 === check.merges) &&
      hasOperations(one, check.has),
  );
  return found === check.exists;
}
