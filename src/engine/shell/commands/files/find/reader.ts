/** What a walk finds, what is asked of it, and the words of the command line that say so. */
import type { Invocation, Need } from '../../../program.ts';

/** Something that was found: as it is shown, where it is, how deep. */
export interface Entry {
  readonly shown: string;
  readonly path: string;
  readonly depth: number;
}

/** A walk through folders, and what tests have said of it. */
export interface Walk {
  readonly call: Invocation;
  prune: boolean;
  quit: boolean;
  failed: boolean;
}

/** A test or an action: whether it holds. Actions that run programs take their time. */
export type Test = (entry: Entry, walk: Walk) => Generator<Need, boolean, unknown>;

/** The words of the expression, and the place among them. */
export interface Reader {
  readonly words: readonly string[];
  at: number;
  most: number;
  least: number;
  acts: boolean;
  depthFirst: boolean;
  /** What `-exec … +` gathers until the end. */
  readonly gathered: { readonly words: readonly string[]; readonly paths: string[] }[];
}

/** find does not understand its arguments; the message stands behind `find: `. */
export class FindError extends Error {}

/** `-true`, and the options that stand among the tests: nothing is asked. */
// biome-ignore lint/correctness/useYield: tests that run nothing share the form of those that do
export const always: Test = function* () {
  return true;
};

/** A test that runs no program. */
export const plain = (holds: (entry: Entry, walk: Walk) => boolean): Test =>
  // biome-ignore lint/correctness/useYield: tests that run nothing share the form of those that do
  function* (entry, walk) {
    return holds(entry, walk);
  };
