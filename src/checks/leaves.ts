/** What a check asks for, part by part, and which parts hold: for a learner who is stuck. */
import { type Check, passes, type World } from './index.ts';

type Leaf = Exclude<Check, { readonly kind: 'all' | 'any' | 'not' }>;

export interface Part {
  readonly check: Leaf;
  /** The check must not hold. */
  readonly negated: boolean;
  readonly holds: boolean;
}

/** The parts of a check; of `any`, where one of them holds, only that one. */
export function partsOf(check: Check, world: World, negated = false): Part[] {
  switch (check.kind) {
    case 'all':
      return check.of.flatMap((one) => partsOf(one, world, negated));
    case 'any': {
      const held = check.of.find((one) => passes(one, world));
      return (held ? [held] : check.of).flatMap((one) => partsOf(one, world, negated));
    }
    case 'not':
      return partsOf(check.of, world, !negated);
    default:
      return [{ check, negated, holds: passes(check, world) !== negated }];
  }
}
