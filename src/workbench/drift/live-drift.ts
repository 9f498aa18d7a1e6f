/** Asks for the drift after every change, once the typing pauses: the panels show the last answer until the next one is there. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Drift } from '../../session/rehearsal/drift.ts';
import type { Session, SessionState } from '../../session/session.ts';
import { type Answered, isSameMoment, type Moment, momentOf } from '../dry-facts.ts';

const PAUSE = 180;
/** A dry run that takes long waits for a longer pause: what is typed into the terminal must not wait for it. */
const SHARE = 2;
/** With more revisions than this, running them all on an empty database is left for a quiet moment. */
const MANY_REVISIONS = 40;
const QUIET = 1500;

type Texts = Readonly<Record<string, string>>;

/**
 * @param files as the learner sees them, with what is being typed.
 * @returns the last answer, with the state that it speaks of.
 */
export function keepDrift(
  session: Session,
  state: ReadonlySignal<SessionState>,
  files: ReadonlySignal<Texts>,
  ready: ReadonlySignal<boolean>,
): ReadonlySignal<Answered<Drift> | undefined> {
  const found = signal<Answered<Drift> | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: Moment | undefined;

  const ask = async (strays: boolean) => {
    const { snapshot } = state.peek();
    if (!snapshot) return;
    const moment = momentOf(state.peek(), files.peek());
    const drafts = Object.entries(moment.texts).filter(([path, text]) => snapshot.files[path] !== text);
    const answer = await session.drift(Object.fromEntries(drafts), strays);
    if (!answer) return;
    found.value = { moment, answer };
    if (answer.strays || answer.problem || strays) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(true), QUIET);
  };
  effect(() => {
    const { snapshot, phase } = state.value;
    const texts = files.value;
    if (!snapshot || !ready.value || phase !== 'ready') return;
    const moment = momentOf(state.peek(), texts);
    if (asked && isSameMoment(asked, moment)) return;
    const typed = asked !== undefined && asked.deed === moment.deed;
    asked = moment;
    clearTimeout(timer);
    const pause = typed ? Math.max(PAUSE, SHARE * (found.peek()?.answer.milliseconds ?? 0)) : 0;
    const many = snapshot.revisions.files.length > MANY_REVISIONS;
    timer = setTimeout(() => void ask(!many), pause);
  });
  return found;
}
