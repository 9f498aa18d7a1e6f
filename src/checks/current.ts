/** `current: head | base | <id or its beginning>`: where the database stands. */
import * as v from 'valibot';
import type { World } from './world.ts';

export const currentSchema = v.string();

/** @returns for `head`, whether the database stands at every head of the files and nowhere else. */
export function current(check: v.InferOutput<typeof currentSchema>, { snapshot }: World): boolean {
  const { heads, current: standing } = snapshot.revisions;
  if (check === 'base') return standing.length === 0;
  if (check !== 'head') return standing.length === 1 && standing[0]!.startsWith(check);
  return (
    heads.length > 0 && heads.length === standing.length && heads.every((head) => standing.includes(head))
  );
}
