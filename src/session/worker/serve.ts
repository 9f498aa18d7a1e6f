/** The worker's side of the protocol: one request after the other on one workspace. */
import type { Step } from '../journal/journal.ts';
import type { Answer, Request, StepResult } from '../protocol.ts';
import { isWorthKeeping } from '../storage/checkpoint.ts';
import { surely } from '../workspace/parts.ts';
import { replay } from '../workspace/replay.ts';
import { open } from './open.ts';
import { hostOf, makeUpFor, newServing, opened, type ServeOptions, type Serving } from './serving.ts';

const MOST_CHECKPOINTS = 6;
/** So long without a request, and there is time for a checkpoint. */
const IDLE = 500;

/** @returns what takes the page's requests. */
export function serve(options: ServeOptions): (request: Request) => void {
  const { send } = options;
  const serving = newServing(options);
  let last: Promise<void> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;
  /** Time for what nobody waits for: the rest of the engine, a cache. What goes wrong with it is nobody's concern. */
  const whenIdle = () => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      void serving.parts.all().catch(() => {});
      last = last.then(() => keepCheckpoint(serving)).catch(() => {});
    }, IDLE);
  };
  return (request) => {
    clearTimeout(idle);
    last = last.then(async () => {
      try {
        send(await answer(serving, request));
        whenIdle();
      } catch (error) {
        serving.output.forget();
        const { message, stack } =
          error instanceof Error ? error : { message: String(error), stack: undefined };
        send({ kind: 'failed', id: request.id, message, stack });
      }
    });
  };
}

async function answer(serving: Serving, request: Request): Promise<Answer> {
  switch (request.kind) {
    case 'open':
      return open(serving, request);
    case 'step':
      return step(serving, request);
    default:
      return surely(serving.parts, () => look(serving, request));
  }
}

async function step(serving: Serving, request: Request & { kind: 'step' }): Promise<Answer> {
  const { output, parts, extensions, options } = serving;
  const { id, step: one, replaces } = request;
  output.begin(id);
  let result: StepResult;
  try {
    result = await opened(serving).do(one, replaces);
  } catch (error) {
    await makeUpFor(serving, error);
    output.forget();
    options.send({ kind: 'again', id });
    result = await again(serving, id, one);
  }
  output.end();
  const snapshot = await surely(parts, () => opened(serving).snapshot());
  const shell = opened(serving).shell();
  return { kind: 'stepped', id, result, snapshot, shell, extensions: [...extensions] };
}

/** Builds the workspace anew, then does the step once more. */
async function again(serving: Serving, id: number, one: Step): Promise<StepResult> {
  const { output, servers, extensions } = serving;
  const done = opened(serving).results.map((result) => result.step);
  const steps = [...done, one];
  output.begin(id, done.length);
  const journal = { ...opened(serving).journal, steps };
  const from = { extensions, onStep: output.stepDone };
  serving.workspace = await replay(journal, steps.length, servers, hostOf(serving), from);
  return serving.workspace.results.at(-1)!;
}

/** What changes nothing. */
async function look(serving: Serving, request: Exclude<Request, { kind: 'open' | 'step' }>): Promise<Answer> {
  const { id } = request;
  const workspace = opened(serving);
  switch (request.kind) {
    case 'query':
      return { kind: 'rows', id, ...workspace.query(request.sql) };
    case 'complete':
      return { kind: 'completions', id, words: workspace.complete(request.line) };
    case 'prove':
      return prove(serving, request);
    case 'describe':
      return { kind: 'described', id, facts: workspace.describe(request.ask, request.drafts) };
    case 'syntax':
      return { kind: 'judged', id, problem: workspace.syntax(request.text, request.path) };
    case 'model-diff':
      return { kind: 'model-diff', id, diff: workspace.modelDiff(request.path, request.drafts) };
    case 'own-names':
      return { kind: 'own-names', id, names: workspace.ownNames(request.text, request.line) };
    case 'drift':
      return { kind: 'drift', id, drift: workspace.drift(request.drafts, request.strays) };
  }
}

async function prove(serving: Serving, request: Request & { kind: 'prove' }): Promise<Answer> {
  const copy = await serving.servers.copy();
  if (!copy) throw new Error('the database cannot be copied here');
  try {
    return { kind: 'proof', id: request.id, proof: opened(serving).prove(copy.server, request.revision) };
  } finally {
    await copy.close();
  }
}

/** Keeps a checkpoint where enough was done since the last. */
async function keepCheckpoint(serving: Serving): Promise<void> {
  const { workspace, checkpoints, servers, options } = serving;
  if (!workspace || !isWorthKeeping(checkpoints, workspace.journal, workspace.results)) return;
  const server = await servers.capture();
  if (!server) return;
  const { version, send } = options;
  const one = { version, seed: workspace.journal.seed, workspace: workspace.state(), server };
  serving.checkpoints = [...serving.checkpoints, one].slice(-MOST_CHECKPOINTS);
  send({ kind: 'checkpoint', checkpoint: one });
}
