/** Opens a workspace at a place of its journal: from where it stands, from a checkpoint, or from the beginning. */
import type { Journal } from '../journal/journal.ts';
import type { Answer, Request } from '../protocol.ts';
import { surely } from '../workspace/parts.ts';
import { replay } from '../workspace/replay.ts';
import { hostOf, makeUpFor, opened, type Serving } from './serving.ts';

/** @throws what a step of the journal throws that cannot be made up for */
export async function open(serving: Serving, request: Request & { kind: 'open' }): Promise<Answer> {
  const { progress, output, parts, checkpoints, extensions, options } = serving;
  const { id, journal, position } = request;
  serving.language = request.language;
  if (!(await moveAlong(serving, journal, position))) {
    progress.start();
    if (request.checkpoint?.version === options.version) checkpoints.push(request.checkpoint);
    // What was done before may have used anything. It comes while the server's files come, which are many times as large.
    if (position > 0) await Promise.all([serving.fetched, parts.bring('seldom')]);
    const onStep = (done: number) => progress.replay(done, position);
    const from = { extensions, checkpoints, onStep };
    serving.workspace = await replay(journal, position, serving.servers, hostOf(serving), from);
  }
  output.forget();
  progress.ready();
  const snapshot = await surely(parts, () => opened(serving).snapshot());
  const { results, shell } = opened(serving);
  return { kind: 'opened', id, results, snapshot, shell: shell(), extensions: [...extensions] };
}

/** Gets there from where the workspace stands, where only written files must be taken back. */
async function moveAlong(serving: Serving, wanted: Journal, position: number): Promise<boolean> {
  const { workspace } = serving;
  if (!workspace || !startsAlike(wanted, workspace.journal)) return false;
  const steps = wanted.steps.slice(0, position);
  const { results } = workspace;
  let common = 0;
  while (common < Math.min(steps.length, results.length) && isSame(steps[common]!, results[common]!.step))
    common += 1;
  if (!workspace.rewind(common)) return false;
  try {
    for (const one of steps.slice(common)) await workspace.do(one);
    return true;
  } catch (error) {
    await makeUpFor(serving, error);
    return false;
  }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const startsAlike = (a: Journal, b: Journal) =>
  a.seed === b.seed &&
  isSame(a.start, b.start) &&
  isSame({ ...a.machine, extensions: [] }, { ...b.machine, extensions: [] });
