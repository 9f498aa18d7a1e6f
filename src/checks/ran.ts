/** `ran: {matches, exit?, last?}`: a command line that was run; `last` asks for the most recent one. */
import * as v from 'valibot';
import type { CommandFact, World } from './world.ts';

export const ranSchema = v.strictObject({
  /** A regular expression over the line as typed, its outer white space removed. */
  matches: v.string(),
  /** The exit code; `any` where it does not matter. */
  exit: v.optional(v.union([v.number(), v.literal('any')]), 0),
  last: v.optional(v.boolean(), false),
});

/** @returns whether a command, or the last one where `last` is set, has that line and ended with that exit code. */
export function ran(check: v.InferOutput<typeof ranSchema>, { facts }: World): boolean {
  return commandsFor(facts.commands, check.last).some(
    (one) =>
      (check.exit === 'any' || one.exit === check.exit) && new RegExp(check.matches).test(one.line.trim()),
  );
}

/** The commands that a check looks at. @param last only the most recent one */
export function commandsFor(commands: readonly CommandFact[], last: boolean): readonly CommandFact[] {
  return last ? commands.slice(-1) : commands;
}
