/** The worker's side of the protocol: one request after the other on one workspace. */
import type { BootFiles } from '../database/boot.ts';
import type { ReportProgress } from '../database/fetch-boot-files.ts';
import { type Checkpoint, isWorthKeeping } from './checkpoint.ts';
import type { Engine } from './engine-port.ts';
import type { Journal, Step } from './journal.ts';
import { fulfilNeed } from './needs.ts';
import type { Answer, BootProgress, OutputPiece, Request } from './protocol.ts';
import { replay } from './replay.ts';
import { newServers } from './servers.ts';
import { MissingExtension, type Workspace, type WorkspaceHost } from './workspace.ts';

export interface ServeOptions {
  readonly engine: Engine;
  readonly bootFiles: (report: ReportProgress) => Promise<BootFiles | undefined>;
  readonly send: (answer: Answer) => void;
  /** Of the engine: what another one cached is not used. */
  readonly version: string;
}

const MOST_CHECKPOINTS = 6;
/** So long without a request, and there is time for a checkpoint. */
const IDLE = 500;

/** @returns what takes the page's requests. */
export function serve({ engine, bootFiles, send, version }: ServeOptions): (request: Request) => void {
  const progress = newProgress(send);
  // Fetching begins before the first request.
  const fetched = bootFiles(progress.download);
  fetched.catch(() => {});
  const servers = newServers(() => fetched);
  const extensions = new Set<string>();
  const output = newOutput(send);
  let checkpoints: Checkpoint[] = [];
  let workspace: Workspace | undefined;

  const host = (): WorkspaceHost => ({
    engine,
    fulfil: (need, machine) => fulfilNeed(need, { machine, dump: servers.dump }),
    onOutput: output.write,
  });

  async function open(request: Request & { kind: 'open' }): Promise<Answer> {
    const { id, position } = request;
    if (!(await moveAlong(request.journal, position))) {
      progress.start();
      if (request.checkpoint?.version === version) checkpoints.push(request.checkpoint);
      const onStep = (done: number) => progress.replay(done, position);
      workspace = await replay(request.journal, position, servers, host(), {
        extensions,
        checkpoints,
        onStep,
      });
    }
    output.forget();
    progress.ready();
    const { results, snapshot, shell } = opened();
    return { kind: 'opened', id, results, snapshot: snapshot(), shell: shell(), extensions: [...extensions] };
  }

  /** Gets there from where the workspace stands, where only written files must be taken back. */
  async function moveAlong(wanted: Journal, position: number): Promise<boolean> {
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
      if (!(error instanceof MissingExtension)) throw error;
      extensions.add(error.extension);
      return false;
    }
  }

  async function step({ id, step: one, replaces }: Request & { kind: 'step' }): Promise<Answer> {
    output.begin(id);
    let result: Awaited<ReturnType<Workspace['do']>>;
    try {
      result = await opened().do(one, replaces);
    } catch (error) {
      if (!(error instanceof MissingExtension)) throw error;
      result = await again(id, one, error.extension);
    }
    output.end();
    const { snapshot, shell } = opened();
    return { kind: 'stepped', id, result, snapshot: snapshot(), shell: shell(), extensions: [...extensions] };
  }

  /** Builds the workspace anew with the extension, then does the step once more. */
  async function again(
    id: number,
    one: Step,
    extension: string,
  ): Promise<Awaited<ReturnType<Workspace['do']>>> {
    output.forget();
    send({ kind: 'again', id, why: extension });
    extensions.add(extension);
    const done = opened().results.map((result) => result.step);
    const steps = [...done, one];
    output.begin(id, done.length);
    const journal = { ...opened().journal, steps };
    const { stepDone } = output;
    workspace = await replay(journal, steps.length, servers, host(), { extensions, onStep: stepDone });
    return workspace.results.at(-1)!;
  }

  /** Keeps a checkpoint where enough was done since the last. */
  async function keepCheckpoint(): Promise<void> {
    if (!workspace || !isWorthKeeping(checkpoints, workspace.journal, workspace.results)) return;
    const server = await servers.capture();
    if (!server) return;
    const one = { version, seed: workspace.journal.seed, workspace: workspace.state(), server };
    checkpoints = [...checkpoints, one].slice(-MOST_CHECKPOINTS);
    send({ kind: 'checkpoint', checkpoint: one });
  }

  async function prove({ id, revision }: Request & { kind: 'prove' }): Promise<Answer> {
    const copy = await servers.copy();
    if (!copy) throw new Error('the database cannot be copied here');
    try {
      return { kind: 'proof', id, proof: opened().prove(copy.server, revision) };
    } finally {
      await copy.close();
    }
  }

  function opened(): Workspace {
    if (!workspace) throw new Error('the workspace is not open');
    return workspace;
  }

  async function answer(request: Request): Promise<Answer> {
    switch (request.kind) {
      case 'open':
        return open(request);
      case 'step':
        return step(request);
      case 'query':
        return { kind: 'rows', id: request.id, ...opened().query(request.sql) };
      case 'complete':
        return { kind: 'completions', id: request.id, words: opened().complete(request.line) };
      case 'prove':
        return prove(request);
      case 'describe':
        return {
          kind: 'described',
          id: request.id,
          facts: opened().describe(request.ask, request.drafts),
        };
      case 'syntax':
        return { kind: 'judged', id: request.id, problem: opened().syntax(request.text, request.path) };
      case 'drift':
        return { kind: 'drift', id: request.id, drift: opened().drift(request.drafts, request.strays) };
    }
  }

  let last: Promise<void> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;
  /** A cache: what goes wrong with it is nobody's concern, and nobody waits for it. */
  const whenIdle = () => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      last = last.then(keepCheckpoint).catch(() => {});
    }, IDLE);
  };
  return (request) => {
    clearTimeout(idle);
    last = last.then(async () => {
      try {
        send(await answer(request));
        whenIdle();
      } catch (error) {
        output.forget();
        const { message, stack } =
          error instanceof Error ? error : { message: String(error), stack: undefined };
        send({ kind: 'failed', id: request.id, message, stack });
      }
    });
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const startsAlike = (a: Journal, b: Journal) =>
  a.seed === b.seed &&
  isSame(a.start, b.start) &&
  isSame({ ...a.machine, extensions: [] }, { ...b.machine, extensions: [] });

const IMMEDIATELY = 16;

/** Gathers small writes into one message every few milliseconds; a replay's output is dropped. */
function newOutput(send: (answer: Answer) => void) {
  let id: number | undefined;
  let silent = 0;
  let pieces: OutputPiece[] = [];
  let flushed = 0;
  const flush = () => {
    if (id !== undefined) for (const piece of pieces) send({ kind: 'output', id, piece });
    pieces = [];
    flushed = performance.now();
  };
  return {
    /** @param skip how many replayed steps come first. */
    begin(request: number, skip = 0) {
      id = request;
      silent = skip;
      pieces = [];
    },
    stepDone() {
      silent -= 1;
    },
    write(piece: OutputPiece) {
      if (id === undefined || silent > 0) return;
      const last = pieces.at(-1);
      if (last?.stream === piece.stream)
        pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
      else pieces.push(piece);
      if (performance.now() - flushed > IMMEDIATELY) flush();
    },
    end() {
      flush();
      id = undefined;
    },
    forget() {
      id = undefined;
      pieces = [];
    },
  };
}

function newProgress(send: (answer: Answer) => void) {
  let state: BootProgress = {
    phase: 'download',
    receivedBytes: 0,
    totalBytes: undefined,
    stepsDone: 0,
    stepsTotal: 0,
  };
  const say = (change: Partial<BootProgress>) => {
    state = { ...state, ...change };
    send({ kind: 'progress', progress: state });
  };
  return {
    download: (receivedBytes: number, totalBytes: number | undefined) => say({ receivedBytes, totalBytes }),
    start: () => say({ phase: 'start' }),
    replay: (stepsDone: number, stepsTotal: number) => say({ phase: 'replay', stepsDone, stepsTotal }),
    ready: () => say({ phase: 'ready' }),
  };
}
