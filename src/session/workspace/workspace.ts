/**
 * A workspace at work: a machine, a server and a terminal, and the steps done so far. Knows nothing of threads, pages and storage;
 * the worker, lesson checks and grading all stand on it.
 */

import { databaseSnapshot } from '../../database/catalog.ts';
import type { Server } from '../../database/server.ts';
import type { EngineEvent } from '../../engine/events.ts';
import type { OwnName, SyntaxProblem } from '../../engine/index.ts';
import type { DatabaseSnapshot, Snapshot } from '../../engine/snapshot.ts';
import { compareDatabases } from '../compare/database-diff.ts';
import type { Journal, RunStep, Step } from '../journal/journal.ts';
import type { OutputPiece, ShellState, StepResult } from '../protocol.ts';
import { type Ask, describeName, type NameFacts } from '../rehearsal/assist.ts';
import { type Drift, findDrift, newDriftMemory } from '../rehearsal/drift.ts';
import { compareWithModels, type ModelDiff } from '../rehearsal/model-diff.ts';
import { proveRoundTrip, type RoundTrip } from '../rehearsal/round-trip.ts';
import { type Parts, sure } from '../worker/parts.ts';
import { consoleSql, readOnly, type SqlAnswer } from './console-sql.ts';
import type { Engine, Need, Terminal } from './engine-port.ts';
import { type MachineState, PROJECT, type SessionMachine, sessionMachine } from './machine.ts';
import { fileChanges, missingFolders, projectTexts, restore } from './project-texts.ts';

export interface WorkspaceHost {
  readonly engine: Engine;
  /** In which the machine speaks to the learner; English where nobody says. */
  readonly language?: 'ko' | 'en';
  /** Does what the engine cannot do synchronously; the answer goes back into the command. */
  fulfil(need: Need, machine: SessionMachine): Promise<unknown>;
  /** Of the engine, where it is not whole. */
  readonly parts?: Parts;
  /** A piece of output, as soon as it is written. */
  onOutput?(piece: OutputPiece): void;
}

/** The command asked for an extension that is not loaded: build the workspace again with it. */
export class MissingExtension extends Error {
  readonly extension: string;
  constructor(extension: string) {
    super(`extension ${extension} is not loaded`);
    this.name = 'MissingExtension';
    this.extension = extension;
  }
}

export interface Workspace {
  /** What it was made from; its steps are those of `results`. */
  readonly journal: Journal;
  readonly results: readonly StepResult[];
  /**
   * @param replaces the step takes the last one's place: both write the same file.
   * @throws MissingExtension, PartMissing; the workspace is of no use afterwards.
   */
  do(step: Step, replaces?: boolean): Promise<StepResult>;
  /** Takes back steps that only wrote or removed files, down to the first `position`; false where there is another one among them. */
  rewind(position: number): boolean;
  snapshot(): Snapshot;
  shell(): ShellState;
  query(sql: string): SqlAnswer;
  complete(line: string): readonly string[];
  /**
   * @param drafts files as the editor has them.
   * @param strays whether to look for them where that takes long.
   */
  drift(drafts: Readonly<Record<string, string>>, strays?: boolean): Drift;
  /** @param copy a server with the same data. @param revision without it those that wait, or the last ones applied. */
  prove(copy: Server, revision: string | undefined): RoundTrip;
  describe(ask: Ask, drafts: Readonly<Record<string, string>>): NameFacts | undefined;
  syntax(text: string, path: string): SyntaxProblem | undefined;
  /** A revision file beside what the models say now. */
  modelDiff(path: string, drafts: Readonly<Record<string, string>>): ModelDiff | undefined;
  ownNames(text: string, line: number): readonly OwnName[] | undefined;
  /** Everything but the server, so that a new workspace can go on from here. */
  state(): WorkspaceState;
}

/** A workspace as plain data; the server's part is kept beside it. */
export interface WorkspaceState {
  readonly machine: MachineState;
  readonly terminal: unknown;
  readonly results: readonly StepResult[];
  /** Folders that came into being with each step. */
  readonly made: readonly (readonly string[])[];
  readonly databaseRunning: boolean;
}

/**
 * A workspace, before its first step or going on from a state.
 * @param server empty, or as it was when `from` was taken.
 * @param bind gets the machine whose clock and bytes the server must read.
 * @param from where to go on; without it the journal's start.
 */
export function newWorkspace(
  journal: Journal,
  server: Server,
  host: WorkspaceHost,
  bind: (machine: SessionMachine) => void,
  from?: WorkspaceState,
): Workspace {
  const results: StepResult[] = [...(from?.results ?? [])];
  let events: EngineEvent[] = [];
  const emit = (event: EngineEvent) => {
    events.push(event);
    if (event.kind === 'database') event.state === 'started' ? server.start() : server.stop();
  };
  const machine = sessionMachine(journal, server, emit, from?.machine, host.language);
  bind(machine);
  if (!(from?.databaseRunning ?? !journal.machine.databaseStopped)) server.stop();
  const terminal = sure(() => host.engine.openTerminal(machine, from?.terminal));
  let texts = projectTexts(machine.files);
  let database = look(server);
  let seen = server.activity;
  const drifts = newDriftMemory();
  const made: (readonly string[])[] = [...(from?.made ?? [])];

  function rewind(position: number): boolean {
    const undone = results.slice(position);
    if (undone.some((result) => result.step.do !== 'write' && result.step.do !== 'delete')) return false;
    for (const result of undone.reverse()) {
      for (const change of result.files) restore(machine.files, change);
      for (const folder of made.pop()!.toReversed()) machine.files.remove(folder);
      results.pop();
    }
    texts = projectTexts(machine.files);
    return true;
  }

  async function perform(step: Step): Promise<Pick<StepResult, 'exit' | 'output' | 'sql'>> {
    switch (step.do) {
      case 'write':
        machine.files.write(`${PROJECT}/${step.path}`, step.text);
        return { exit: 0, output: [] };
      case 'delete':
        machine.files.remove(`${PROJECT}/${step.path}`);
        return { exit: 0, output: [] };
      case 'sql':
        return { exit: 0, output: [], sql: consoleSql(server, step.sql) };
      case 'run':
        return runLine(step, terminal, host, machine);
    }
  }

  const world = () => ({
    engine: host.engine,
    machine,
    server,
    database,
    current: currentRevisions(database),
  });

  /** @throws PartMissing also where something in the step caught it */
  async function performed(step: Step): ReturnType<typeof perform> {
    try {
      const outcome = await perform(step);
      return sure(() => outcome);
    } catch (error) {
      return sure(() => {
        throw error;
      });
    }
  }

  return {
    journal,
    results,
    rewind,
    async do(step, replaces = false) {
      if (replaces) rewind(results.length - 1);
      const started = performance.now();
      const cwd = machine.cwd;
      const prompt = terminal.prompt?.();
      const [textsBefore, databaseBefore] = [texts, database];
      events = [];
      if (step.do === 'run') await host.parts?.prepare(step.line, texts.values());
      machine.beginStep(results.length, step);
      made.push(step.do === 'write' ? missingFolders(machine.files, step.path) : []);
      const outcome = await performed(step);
      server.endSessions();
      const missing = server.takeMissingExtension();
      if (missing !== undefined && server.couldLoad(missing)) throw new MissingExtension(missing);
      texts = projectTexts(machine.files);
      if (server.activity !== seen || server.running !== database.running) database = look(server);
      seen = server.activity;
      const result: StepResult = {
        step,
        cwd,
        ...(prompt === undefined ? {} : { prompt }),
        ...outcome,
        events,
        files: fileChanges(textsBefore, texts),
        database: compareDatabases(databaseBefore, database),
        milliseconds: performance.now() - started,
      };
      results.push(result);
      return result;
    },
    snapshot: () => ({
      files: Object.fromEntries(texts),
      database,
      revisions: sure(() => host.engine.revisions(machine, currentRevisions(database))),
    }),
    shell: () => ({
      cwd: machine.cwd,
      prompt: terminal.prompt?.(),
      databaseRunning: server.running,
      installed: [...machine.installed].sort(),
    }),
    query: (sql) => readOnly(server, sql),
    complete: (line) => sure(() => terminal.complete(line)),
    prove: (copy, revision) =>
      sure(() => proveRoundTrip(host.engine, machine, copy, currentRevisions(database), revision)),
    describe: (ask, drafts) => sure(() => describeName(host.engine, machine, drafts, ask)),
    syntax: (text, path) => sure(() => host.engine.syntaxProblem(text, `${PROJECT}/${path}`)),
    modelDiff: (path, drafts) => sure(() => compareWithModels(world(), path, drafts)),
    ownNames: (text, line) => sure(() => host.engine.ownNames(text, line)),
    drift(drafts, strays = true) {
      // What a look with a missing part found is not remembered.
      const memory = { ...drifts };
      const drift = sure(() => findDrift(world(), drafts, { memory, strays }));
      Object.assign(drifts, memory);
      return drift;
    },
    state: () => ({
      machine: machine.state(),
      terminal: terminal.state(),
      results: [...results],
      made: [...made],
      databaseRunning: server.running,
    }),
  };
}

async function runLine(
  step: RunStep,
  terminal: Terminal,
  host: WorkspaceHost,
  machine: SessionMachine,
): Promise<Pick<StepResult, 'exit' | 'output'>> {
  const output: OutputPiece[] = [];
  const stream = (name: OutputPiece['stream']) => ({
    write: (text: string) => {
      if (text === '') return;
      const piece: OutputPiece = { stream: name, text };
      output.push(piece);
      host.onOutput?.(piece);
    },
  });
  const streams = { stdout: stream('stdout'), stderr: stream('stderr'), input: step.input };
  const running = terminal.run(step.line, streams);
  let next = running.next();
  while (!next.done) next = running.next(await host.fulfil(next.value, machine));
  return { exit: next.value, output };
}

function look(server: Server): DatabaseSnapshot {
  const connection = server.administer();
  try {
    return databaseSnapshot(connection, server.running);
  } finally {
    connection.close();
  }
}

/** Rows of Alembic's own table, under its usual name. */
function currentRevisions(database: DatabaseSnapshot): readonly string[] {
  const table = database.tables.find((one) => one.name === 'alembic_version' && one.schema === 'public');
  return table?.rows.flatMap((row) => row.slice(0, 1)).filter((cell) => cell !== null) ?? [];
}
