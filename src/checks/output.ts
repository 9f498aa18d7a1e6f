/** `output: {contains, of?, stream?, last?}`: text that a command printed. */
import * as v from 'valibot';
import { commandsFor } from './ran.ts';
import type { World } from './world.ts';

export const outputSchema = v.strictObject({
  contains: v.string(),
  /** A regular expression over the command line. */
  of: v.optional(v.string(), ''),
  stream: v.optional(v.picklist(['stdout', 'stderr', 'both']), 'both'),
  last: v.optional(v.boolean(), false),
});

/** @returns whether one of the commands, or the last one where `last` is set, printed the text. */
export function output(check: v.InferOutput<typeof outputSchema>, { facts }: World): boolean {
  return commandsFor(facts.commands, check.last).some((one) => {
    const text = { stdout: one.stdout, stderr: one.stderr, both: one.stdout + one.stderr }[check.stream];
    return new RegExp(check.of).test(one.line) && text.includes(check.contains);
  });
}
