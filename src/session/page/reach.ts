/** How a session reaches its worker: brings it to the workspace, asks it, and makes up for one that is lost. */
import type { Answer, StepResult } from '../protocol.ts';
import { change, type Held, inTurn, say } from './held.ts';
import { sameParts } from './same-parts.ts';
import { bug, wordOf } from './words.ts';
import { linkWorker, type Question, type WorkerLink, WorkerLost } from './worker-link.ts';

const TIME_LIMIT = 20_000;
/** A replay does many steps; the server's download comes before it and does not count. */
const OPEN_LIMIT = 120_000;
const MOST_DEATHS = 3;

type Opened = Answer & { kind: 'opened' };
/** What comes back when the workspace stands somewhere else than before. */
export type Done = Opened | (Answer & { kind: 'stepped' });

/** Asks the worker, which is started where there is none. @throws RequestFailed, WorkerLost */
export const ask = (
  held: Held,
  question: Question,
  limit = held.options.timeLimit ?? TIME_LIMIT,
): Promise<Answer> => worker(held).ask(question, limit);

function worker(held: Held): WorkerLink {
  held.link ??= linkWorker(
    held.platform.startWorker,
    (answer) => onSide(held, answer),
    (loss) => void inTurn(held, () => recover(held, new WorkerLost(loss), '')),
  );
  return held.link;
}

/** What the worker says unasked. */
function onSide(held: Held, answer: Answer): void {
  if (answer.kind === 'progress') change(held, { boot: answer.progress });
  if (answer.kind === 'checkpoint' && held.state.storage === 'kept') {
    void held.platform.storage.saveCheckpoint(held.key, answer.checkpoint);
  }
  const { running } = held.state;
  if (!running) return;
  if (answer.kind === 'again') change(held, { running: { ...running, output: [] } });
  if (answer.kind === 'output') {
    change(held, { running: { ...running, output: [...running.output, answer.piece] } });
  }
}

/** Brings the worker to the workspace as it is stored. A second failure in a row is final. */
export async function rebuild(held: Held, attempt = 1): Promise<void> {
  change(held, { phase: held.state.snapshot ? 'replaying' : 'starting', running: undefined });
  try {
    const answer = await open(held);
    accept(held, answer, [...answer.results]);
  } catch (error) {
    if (held.closed) return;
    held.link?.end({ kind: 'died', reason: String(error) });
    held.link = undefined;
    say(held, error instanceof WorkerLost ? wordOf(error.loss, '') : bug(error));
    if (attempt < 2) return rebuild(held, attempt + 1);
    change(held, { phase: 'failed' });
  }
}

async function open(held: Held): Promise<Opened> {
  const { journal, position } = held.stored;
  const { language } = held.options;
  // Only a new worker knows none of its own.
  const checkpoint = held.link ? undefined : await held.platform.storage.loadCheckpoint(held.key);
  const question: Question = {
    kind: 'open',
    journal,
    position,
    ...(language ? { language } : {}),
    ...(checkpoint ? { checkpoint } : {}),
  };
  return (await ask(held, question, OPEN_LIMIT)) as Opened;
}

/** Shows where the workspace stands now. */
export function accept(held: Held, answer: Done, results: readonly StepResult[]): void {
  noteExtensions(held, answer.extensions);
  const snapshot = sameParts(held.state.snapshot, answer.snapshot);
  const { shell } = answer;
  held.seen.note(held.stored.journal, held.stored.position, { snapshot, shell }, results);
  change(held, { ...held.stored, phase: 'ready', running: undefined, snapshot, shell, results });
}

/** The journal says which extensions its steps asked for: the next opening loads them at once. */
export function noteExtensions(held: Held, extensions: readonly string[]): void {
  const { stored } = held;
  const { machine } = stored.journal;
  if (extensions.length <= (machine.extensions?.length ?? 0)) return;
  held.stored = { ...stored, journal: { ...stored.journal, machine: { ...machine, extensions } } };
}

/** What was asked for did not happen: back to where everything stood before it. @param shown the command, for what is said */
export async function recover(held: Held, error: unknown, shown: string): Promise<void> {
  if (held.closed) return;
  if (error instanceof WorkerLost) held.link = undefined;
  held.deaths += error instanceof WorkerLost && error.loss.kind === 'died' ? 1 : 0;
  if (held.deaths > MOST_DEATHS) {
    change(held, { phase: 'failed', running: undefined });
    return;
  }
  await rebuild(held);
  say(held, error instanceof WorkerLost ? wordOf(error.loss, shown) : bug(error));
}

/** A question that changes nothing; a worker that is lost over it is replaced. */
export const look = <A extends Answer, T>(
  held: Held,
  question: Question,
  read: (answer: A) => T,
  otherwise: T,
  isWanted: () => boolean = () => true,
): Promise<T> =>
  inTurn(held, async () => {
    if (held.state.phase !== 'ready' || !isWanted()) return otherwise;
    try {
      return read((await ask(held, question)) as A);
    } catch (error) {
      if (error instanceof WorkerLost) await recover(held, error, '');
      else say(held, bug(error));
      return otherwise;
    }
  });
