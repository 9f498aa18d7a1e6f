/** `ops: {has: [{name, table?, subject?}], only?}`: one revision file whose upgrade holds all of these operations. */
import * as v from 'valibot';
import type { RevisionFileSnapshot } from '../engine/snapshot.ts';
import type { World } from './world.ts';

export const operationSchema = v.strictObject({
  name: v.string(),
  table: v.optional(v.string()),
  subject: v.optional(v.string()),
});

export const opsSchema = v.strictObject({
  has: v.array(operationSchema),
  /** No other operation may stand in the file. */
  only: v.optional(v.boolean(), false),
});

/** @returns whether one revision file holds all of the operations; those of several files do not add up. */
export function ops(check: v.InferOutput<typeof opsSchema>, { snapshot }: World): boolean {
  return snapshot.revisions.files.some(
    (one) => hasOperations(one, check.has) && (!check.only || one.operations.length === check.has.length),
  );
}

/** Whether a revision's upgrade holds all of the operations. */
export function hasOperations(
  revision: RevisionFileSnapshot,
  wanted: readonly v.InferOutput<typeof operationSchema>[],
): boolean {
  return wanted.every((want) =>
    revision.operations.some(
      (one) =>
        one.name === want.name &&
        (want.table === undefined || one.table === want.table) &&
        (want.subject === undefined || one.subject === want.subject),
    ),
  );
}
