/** `server: running | stopped`: whether the database answers. */
import * as v from 'valibot';
import type { World } from './world.ts';

export const serverSchema = v.picklist(['running', 'stopped']);

export function server(check: v.InferOutput<typeof serverSchema>, { snapshot }: World): boolean {
  return snapshot.database.running === (check === 'running');
}
