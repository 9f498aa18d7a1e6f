/** `graph: {heads?, revisions?, merges?}`: how many heads, files and merges the revisions have. */
import * as v from 'valibot';
import type { World } from './world.ts';

export const graphSchema = v.strictObject({
  heads: v.optional(v.number()),
  revisions: v.optional(v.number()),
  merges: v.optional(v.number()),
});

/** @returns whether each of the numbers that the check names is exactly that of the revision files. */
export function graph(check: v.InferOutput<typeof graphSchema>, { snapshot }: World): boolean {
  const { files, heads } = snapshot.revisions;
  const merges = files.filter((one) => one.down.length > 1).length;
  return (
    (check.heads === undefined || heads.length === check.heads) &&
    (check.revisions === undefined || files.length === check.revisions) &&
    (check.merges === undefined || merges === check.merges)
  );
}
