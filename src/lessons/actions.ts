/** Something done to a workspace, as authors write it in YAML: `write:` with `text:`, `delete:`, `run:` (with `input:`), `sql:`. */
import * as v from 'valibot';
import type { Step } from '../session/journal/journal.ts';

export type Action =
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'delete'; readonly path: string }
  | { readonly do: 'run'; readonly line: string; readonly input?: string }
  | { readonly do: 'sql'; readonly sql: string };

/** What a solution may do beside actions: press the round trip. It leaves the workspace as it is and is no step of a journal. */
export type Deed = Action | { readonly do: 'prove' };

/** Whether a deed is a step of the journal; a round trip is none. */
export const isAction = (deed: Deed): deed is Action => deed.do !== 'prove';

export const actionFields = {
  write: v.optional(v.string()),
  text: v.optional(v.string()),
  delete: v.optional(v.string()),
  run: v.optional(v.string()),
  input: v.optional(v.string()),
  sql: v.optional(v.string()),
};
export const actionSchema = v.strictObject(actionFields);

/** @throws Error in words for the author. */
export function actionOf(written: v.InferOutput<typeof actionSchema>, where: string): Action {
  const { write, text, run, input, sql } = written;
  if (write !== undefined && text !== undefined) return { do: 'write', path: write, text };
  if (written.delete !== undefined) return { do: 'delete', path: written.delete };
  if (run !== undefined) return { do: 'run', line: run, ...(input === undefined ? {} : { input }) };
  if (sql !== undefined) return { do: 'sql', sql };
  throw new Error(`${where}: says neither write with text, nor delete, run or sql`);
}

/** Actions as authors wrote them. @param where what a message names. @throws Error in words for authors */
export function actionsOf(
  written: readonly v.InferOutput<typeof actionSchema>[],
  where: string,
): readonly Action[] {
  return written.map((one, index) => actionOf(one, `${where}[${index}]`));
}

export const deedFields = { ...actionFields, prove: v.optional(v.literal(true)) };

/** As `actionOf`, with `prove: true` beside. @throws Error in words for the author. */
export function deedOf({ prove, ...written }: v.InferOutput<typeof deedSchema>, where: string): Deed {
  return prove ? { do: 'prove' } : actionOf(written, where);
}
export const deedSchema = v.strictObject(deedFields);

/** Actions as steps of a journal, a second apart from `clock` on. */
export function stepsFrom(actions: readonly Action[], clock: string): Step[] {
  const start = Date.parse(clock);
  return actions.map((action, index) =>
    // In the order in which a journal is read back: what was stored is compared as text.
    Object.assign({ do: action.do, at: start + index * 1000 }, action),
  );
}

/** Validates what an author wrote. @throws Error that says where and what, in words for the author. */
export function parsed<S extends v.GenericSchema>(
  schema: S,
  written: unknown,
  where: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, written);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = v.getDotPath(issue);
  throw new Error(`${where}: ${path === null ? '' : `${path}: `}${issue.message}`);
}
