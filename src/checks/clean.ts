/** `clean: true`: autogenerate would find nothing, by a dry run or by `alembic check` as the last command. */
import * as v from 'valibot';
import type { World } from './world.ts';

export const cleanSchema = v.boolean();

/** A dry run that was made counts before the last command; where neither looked, models and database count as different. */
export function clean(check: v.InferOutput<typeof cleanSchema>, { facts }: World): boolean {
  const last = facts.commands.at(-1);
  const checked =
    last !== undefined && /^alembic\s.*\bcheck\b/.test(last.line.trim()) ? last.exit === 0 : false;
  return (facts.clean ?? checked) === check;
}
