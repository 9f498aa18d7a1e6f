/** What a command hands over to a run: which steps it takes, once the applied revisions are known. */
import type { MigrationStep } from '../script/migration-step.ts';
import type { MigrationContext } from './migration-context.ts';

/** The function that a command hands over for its steps, as Python sees it among the options. */
export class StepsFunction {
  readonly qualname: string;
  readonly steps: StepsOf;

  constructor(qualname: string, steps: StepsOf) {
    this.qualname = qualname;
    this.steps = steps;
  }
}

/** The steps of a command, once the applied revisions are known. */
export type StepsOf = (heads: readonly string[], context: MigrationContext) => readonly MigrationStep[];
