/** Asks for the drift after every change, once the typing pauses: the panels show the last answer until the next one is there. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Drift } from '../../session/drift.ts';
import type { Step } from '../../session/journal.ts';
import type { Session, SessionState } from '../../session/session.ts';

const PAUSE = 180;
/** A dry run that takes long waits for a longer pause: what is typed into the terminal must not wait for it. */
const SHARE = 2;
/** With more revisions than this, running them all on an empty database is left for a quiet moment. */
const MANY_REVISIONS = 40;
const QUIET = 1500;

type Texts = Readonly<Record<string, string>>;

/** @param files as the learner sees them, with what is being typed. */
export function keepDrift(
  session: Session,
  state: ReadonlySignal<SessionState>,
  files: ReadonlySignal<Texts>,
  ready: ReadonlySignal<boolean>,
): ReadonlySignal<Drift | undefined> {
  const found = signal<Drift | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: { readonly texts: Texts; readonly deed: Step | undefined } | undefined;

  const ask = async (strays: boolean) => {
    const { snapshot } = state.peek();
    if (!snapshot) return;
    const now = files.peek();
    const drafts = Object.entries(now).filter(([path, text]) => snapshot.files[path] !== text);
    const answer = await session.drift(Object.fromEntries(drafts), strays);
    if (!answer) return;
    found.value = answer;
    if (answer.strays || answer.problem || strays) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(true), QUIET);
  };
  effect(() => {
    const { snapshot, phase } = state.value;
    const texts = files.value;
    if (!snapshot || !ready.value || phase !== 'ready') return;
    const deed = deedIn(state.peek());
    if (asked && asked.deed === deed && isSame(asked.texts, texts)) return;
    const typed = asked !== undefined && asked.deed === deed;
    asked = { texts, deed };
    clearTimeout(timer);
    const pause = typed ? Math.max(PAUSE, SHARE * (found.peek()?.milliseconds ?? 0)) : 0;
    const many = snapshot.revisions.files.length > MANY_REVISIONS;
    timer = setTimeout(() => void ask(!many), pause);
  });
  return found;
}

/** The last step in force that may have touched more than a file. */
const deedIn = ({ results }: SessionState) =>
  results.findLast(({ step }) => step.do === 'run' || step.do === 'sql')?.step;

const isSame = (a: Texts, b: Texts) => {
  const [one, other] = [Object.entries(a), Object.keys(b)];
  return one.length === other.length && one.every(([path, text]) => b[path] === text);
};
