/** `read: {path?, has?}`: a file that was looked at, opened in the editor or printed with cat. `has` picks a revision by its operations. */
import * as v from 'valibot';
import { hasOperations, operationSchema } from './ops.ts';
import type { World } from './world.ts';

export const readSchema = v.strictObject({
  path: v.optional(v.string()),
  has: v.optional(v.array(operationSchema)),
});

/** @returns whether the file, or one of the revisions that hold the operations, was opened or printed. */
export function read(check: v.InferOutput<typeof readSchema>, world: World): boolean {
  const paths = check.path === undefined ? [] : [check.path];
  if (check.has) {
    const wanted = check.has;
    paths.push(
      ...world.snapshot.revisions.files.filter((one) => hasOperations(one, wanted)).map((one) => one.path),
    );
  }
  return paths.some((path) => world.facts.opened.includes(path) || printed(path, world));
}

/** cat and its kin with the file's name, or a pattern that its folder matches, and the file's text in what they printed. */
function printed(path: string, { snapshot, facts }: World): boolean {
  const text = snapshot.files[path]?.trim();
  return facts.commands.some(
    (one) =>
      /^(cat|less|more|head|tail|bat)\b/.test(one.line.trim()) && Boolean(text) && one.stdout.includes(text!),
  );
}
