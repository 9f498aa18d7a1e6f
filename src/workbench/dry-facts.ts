/** What dry runs have told of the workspace as it is now: for checks. What they told of an earlier state does not count. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Facts } from '../checks/index.ts';
import type { Step } from '../session/journal/journal.ts';
import type { Drift } from '../session/rehearsal/drift.ts';
import { outcomeOf, type RoundTrip } from '../session/rehearsal/round-trip.ts';
import type { Session, SessionState } from '../session/session.ts';

type Texts = Readonly<Record<string, string>>;

/** A state, as far as a dry run can tell it from another one. */
export interface Moment {
  readonly texts: Texts;
  /** The last step in force that may have touched more than a file. */
  readonly deed: Step | undefined;
}

/** What a dry run's answer holds for: these texts, after this last deed. */
export const momentOf = ({ results }: SessionState, texts: Texts): Moment => ({
  texts,
  deed: results.findLast(({ step }) => step.do === 'run' || step.do === 'sql')?.step,
});

/** Whether an answer still holds. */
export function isSameMoment(one: Moment, other: Moment): boolean {
  if (one.deed !== other.deed) return false;
  if (one.texts === other.texts) return true;
  const [texts, paths] = [Object.entries(one.texts), Object.keys(other.texts)];
  return texts.length === paths.length && texts.every(([path, text]) => other.texts[path] === text);
}

/** What a dry run said, and of which state. */
export interface Answered<T> {
  readonly moment: Moment;
  readonly answer: T;
}

type DryFacts = Pick<Facts, 'clean' | 'roundtrip'>;

interface Dry {
  readonly facts: ReadonlySignal<DryFacts>;
  /** As the session's; the answer is remembered for the facts. */
  prove(revision: string | undefined): Promise<RoundTrip | undefined>;
}

/** @param files as the learner sees them. @param drift the last answer, and of which state. */
export function keepDryFacts(
  session: Session,
  state: ReadonlySignal<SessionState>,
  files: ReadonlySignal<Texts>,
  drift: ReadonlySignal<Answered<Drift> | undefined>,
): Dry {
  const proof = signal<Answered<RoundTrip> | undefined>(undefined);
  const moment = computed(() => momentOf(state.value, files.value));
  const ifOfNow = <T>(said: Answered<T> | undefined) =>
    said && isSameMoment(said.moment, moment.value) ? said.answer : undefined;
  return {
    facts: computed(() => ({
      clean: cleanBy(ifOfNow(drift.value)),
      roundtrip: outcomeOf(ifOfNow(proof.value)),
    })),
    async prove(revision) {
      const of = moment.peek();
      const answer = await session.prove(revision);
      if (answer) proof.value = { moment: of, answer };
      return answer;
    },
  };
}

/** Autogenerate refuses where a revision waits: that is not clean either. */
function cleanBy(drift: Drift | undefined): boolean | undefined {
  if (!drift?.changes || drift.problem) return undefined;
  return drift.changes.length === 0 && drift.upgrade.revisions.length === 0;
}
