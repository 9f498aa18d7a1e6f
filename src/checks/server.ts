/** `server: running | stopped`: whether the database answers. */
import * as v from 'valibot';
import type { World } from './world.ts';

export const serverSchema = v.picklist(['running', 'stopped']);

/** @returns whether the database answers, or does not, as the check has it. */
export function server(check: v.InferOutput<typeof serverSchema>, { snapshot }: World): boolean {
  return snapshot.database.running === (check === 'running');
}
