/** What `content/worlds/<world>.yaml` says: a project that the playground offers to start from, with errors in words for authors. */
import * as v from 'valibot';
import { type Action, actionSchema, actionsOf, parsed } from '../actions.ts';

export interface WorldPlan {
  readonly title: { readonly ko: string; readonly en: string };
  readonly description: { readonly ko: string; readonly en: string };
  readonly order: number;
  readonly clock: string;
  readonly seed: string;
  readonly setup: readonly Action[];
  readonly open: readonly string[];
  readonly chips: readonly string[];
}

/** What the page fetches for its workbench. */
export interface WorldData {
  readonly id: string;
  readonly plan: WorldPlan;
  readonly files: Readonly<Record<string, string>>;
}

const bothLanguages = v.strictObject({ ko: v.string(), en: v.string() });

const schema = v.strictObject({
  title: bothLanguages,
  description: bothLanguages,
  order: v.number(),
  clock: v.union([v.string(), v.date()]),
  seed: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'the seed has 32 hex digits')),
  setup: v.optional(v.array(actionSchema), []),
  open: v.array(v.string()),
  chips: v.optional(v.array(v.string()), []),
});

/** @throws Error in words for the author. */
export function readWorld(written: unknown, where: string): WorldPlan {
  const plan = parsed(schema, written, where);
  return {
    ...plan,
    clock: new Date(plan.clock).toISOString(),
    setup: actionsOf(plan.setup, `${where}: setup`),
  };
}
