/** The worker's side of the protocol: one request after the other on one workspace. */
import type { BootFiles } from '../../database/boot.ts';
import type { ReportProgress } from '../../database/fetch-boot-files.ts';
import { PartMissing, type PartName } from '../../engine/parts.ts';
import type { Journal, Step } from '../journal/journal.ts';
import type { Answer, BootProgress, OutputPiece, Request } from '../protocol.ts';
import { type Checkpoint, isWorthKeeping } from '../storage/checkpoint.ts';
import type { Engine } from '../workspace/engine-port.ts';
import { replay } from '../workspace/replay.ts';
import { MissingExtension, type Workspace, type WorkspaceHost } from '../workspace/workspace.ts';
import { fulfilNeed } from './needs.ts';
import { newParts, surely } from './parts.ts';
import { newServers } from './servers.ts';

export interface ServeOptions {
  readonly engine: Engine;
  readonly bootFiles: (report: ReportProgress) => Promise<BootFiles | undefined>;
  readonly send: (answer: Answer) => void;
  /** How the parts of the engine come that are not here from the beginning. */
  readonly parts?: Readonly<Record<PartName, () => Promise<unknown>>>;
  /** Of the engine: what another one cached is not used. */
  readonly version: string;
}

const MOST_CHECKPOINTS = 6;
/** So long without a request, and there is time for a checkpoint. */
const IDLE = 500;

/** @returns what takes the page's requests. */
export function serve({
  engine,
  bootFiles,
  send,
  version,
  parts: sources,
}: ServeOptions): (request: Request) => void {
  const progress = newProgress(send);
  // Fetching begins before the first request.
  const fetched = bootFiles(progress.download);
  fetched.catch(() => {});
  const output = newOutput(send);
  const servers = newServers(() => fetched);
  // Waiting for the network is no work: the command's time begins anew.
  const parts = newParts(sources, () => output.rearm());
  const extensions = new Set<string>();
  let checkpoints: Checkpoint[] = [];
  let workspace: Workspace | undefined;
  let language: 'ko' | 'en' | undefined;

  const host = (): WorkspaceHost => ({
    engine,
    parts,
    ...(language ? { language } : {}),
    fulfil: (need, machine) => fulfilNeed(need, { machine, dump: servers.dump }),
    onOutput: output.write,
  });

  async function open(request: Request & { kind: 'open' }): Promise<Answer> {
    const { id, position } = request;
    language = request.language;
    if (!(await moveAlong(request.journal, position))) {
      progress.start();
      if (request.checkpoint?.version === version) checkpoints.push(request.checkpoint);
      // What was done before may have used anything. It comes while the server's files come, which are many times as large.
      if (position > 0) await Promise.all([fetched, parts.bring('seldom')]);
      const onStep = (done: number) => progress.replay(done, position);
      workspace = await replay(request.journal, position, servers, host(), {
        extensions,
        checkpoints,
        onStep,
      });
    }
    output.forget();
    progress.ready();
    const snapshot = await surely(parts, () => opened().snapshot());
    const { results, shell } = opened();
    return { kind: 'opened', id, results, snapshot, shell: shell(), extensions: [...extensions] };
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
      await makeUpFor(error);
      return false;
    }
  }

  async function step({ id, step: one, replaces }: Request & { kind: 'step' }): Promise<Answer> {
    output.begin(id);
    let result: Awaited<ReturnType<Workspace['do']>>;
    try {
      result = await opened().do(one, replaces);
    } catch (error) {
      await makeUpFor(error);
      output.forget();
      send({ kind: 'again', id });
      result = await again(id, one);
    }
    output.end();
    const snapshot = await surely(parts, () => opened().snapshot());
    const shell = opened().shell();
    return { kind: 'stepped', id, result, snapshot, shell, extensions: [...extensions] };
  }

  /** Gets what a step lacked. @throws an error that says nothing of the kind */
  async function makeUpFor(error: unknown): Promise<void> {
    if (error instanceof MissingExtension) extensions.add(error.extension);
    else if (error instanceof PartMissing) await parts.all();
    else throw error;
  }

  /** Builds the workspace anew, then does the step once more. */
  async function again(id: number, one: Step): Promise<Awaited<ReturnType<Workspace['do']>>> {
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
      default:
        return surely(parts, () => look(request));
    }
  }

  /** What changes nothing. */
  async function look(request: Exclude<Request, { kind: 'open' | 'step' }>): Promise<Answer> {
    switch (request.kind) {
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
      case 'model-diff':
        return { kind: 'model-diff', id: request.id, diff: opened().modelDiff(request.path, request.drafts) };
      case 'own-names':
        return { kind: 'own-names', id: request.id, names: opened().ownNames(request.text, request.line) };
      case 'drift':
        return { kind: 'drift', id: request.id, drift: opened().drift(request.drafts, request.strays) };
    }
  }

  let last: Promise<void> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;
  /** Time for what nobody waits for: the rest of the engine, a cache. What goes wrong with it is nobody's concern. */
  const whenIdle = () => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      void parts.all().catch(() => {});
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
    rearm() {
      if (id !== undefined) send({ kind: 'again', id });
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
