/** The steps of a workspace: what they find, what they do to machine and server, and what is told of them. */
import { databaseSnapshot } from '../../database/catalog.ts';
import type { Server } from '../../database/server.ts';
import type { EngineEvent } from '../../engine/events.ts';
import type { DatabaseSnapshot } from '../../engine/snapshot.ts';
import { compareDatabases } from '../compare/database-diff.ts';
import type { Journal, RunStep, Step } from '../journal/journal.ts';
import type { OutputPiece, StepResult } from '../protocol.ts';
import { type DriftMemory, newDriftMemory } from '../rehearsal/drift.ts';
import { consoleSql } from './console-sql.ts';
import type { Engine, Need, Terminal } from './engine-port.ts';
import { type MachineState, PROJECT, type SessionMachine, sessionMachine } from './machine.ts';
import { type Parts, sure } from './parts.ts';
import { fileChanges, missingFolders, projectTexts, restore } from './project-texts.ts';

/** What a workspace needs of whoever holds it. */
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

/** A workspace as plain data; the server's part is kept beside it. */
export interface WorkspaceState {
  readonly machine: MachineState;
  readonly terminal: unknown;
  readonly results: readonly StepResult[];
  /** Folders that came into being with each step. */
  readonly made: readonly (readonly string[])[];
  readonly databaseRunning: boolean;
}

/** What a workspace holds while it is at work. */
export interface Work {
  readonly host: WorkspaceHost;
  readonly server: Server;
  readonly machine: SessionMachine;
  readonly terminal: Terminal;
  readonly results: StepResult[];
  /** Folders that came into being with each step. */
  readonly made: (readonly string[])[];
  /** What the step that runs has told. */
  readonly events: { now: EngineEvent[] };
  readonly drifts: DriftMemory;
  /** Files and database as the last step left them. */
  texts: ReadonlyMap<string, string>;
  database: DatabaseSnapshot;
  /** The server's activity when the database was last looked at. */
  seen: number;
}

/** A machine, a server and a terminal, as the journal or the state wants them. */
export function beginWork(
  journal: Journal,
  server: Server,
  host: WorkspaceHost,
  bind: (machine: SessionMachine) => void,
  from: WorkspaceState | undefined,
): Work {
  const events: Work['events'] = { now: [] };
  const emit = (event: EngineEvent) => {
    events.now.push(event);
    if (event.kind === 'database') event.state === 'started' ? server.start() : server.stop();
  };
  const machine = sessionMachine(journal, server, emit, from?.machine, host.language);
  bind(machine);
  if (!(from?.databaseRunning ?? !journal.machine.databaseStopped)) server.stop();
  return {
    host,
    server,
    machine,
    terminal: sure(() => host.engine.openTerminal(machine, from?.terminal)),
    results: [...(from?.results ?? [])],
    made: [...(from?.made ?? [])],
    events,
    drifts: newDriftMemory(),
    texts: projectTexts(machine.files),
    database: look(server),
    seen: server.activity,
  };
}

/** The workspace as a rehearsal finds it. */
export const worldOf = ({ host, machine, server, database }: Work) => ({
  engine: host.engine,
  machine,
  server,
  database,
  current: currentRevisions(database),
});

/** Takes back steps that only wrote or removed files; false where there is another one among them. */
export function rewind(work: Work, position: number): boolean {
  const { results, machine, made } = work;
  const undone = results.slice(position);
  if (undone.some((result) => result.step.do !== 'write' && result.step.do !== 'delete')) return false;
  for (const result of undone.reverse()) {
    for (const change of result.files) restore(machine.files, change);
    for (const folder of made.pop()!.toReversed()) machine.files.remove(folder);
    results.pop();
  }
  work.texts = projectTexts(machine.files);
  return true;
}

/** Does a step. @param replaces the last one, which wrote the same file. @throws MissingExtension, PartMissing */
export async function doStep(work: Work, step: Step, replaces: boolean): Promise<StepResult> {
  const { machine, server, terminal, results, events } = work;
  if (replaces) rewind(work, results.length - 1);
  const started = performance.now();
  const cwd = machine.cwd;
  const prompt = terminal.prompt?.();
  const { texts, database } = work;
  events.now = [];
  if (step.do === 'run') await work.host.parts?.prepare(step.line, texts.values());
  machine.beginStep(results.length, step);
  work.made.push(step.do === 'write' ? missingFolders(machine.files, step.path) : []);
  const outcome = await performed(work, step);
  server.endSessions();
  const missing = server.takeMissingExtension();
  if (missing !== undefined && server.couldLoad(missing)) throw new MissingExtension(missing);
  lookAgain(work);
  const result: StepResult = {
    step,
    cwd,
    ...(prompt === undefined ? {} : { prompt }),
    ...outcome,
    events: events.now,
    files: fileChanges(texts, work.texts),
    database: compareDatabases(database, work.database),
    milliseconds: performance.now() - started,
  };
  results.push(result);
  return result;
}

/** Takes in what a step did to files and database; the latter only where it did something at all. */
function lookAgain(work: Work): void {
  const { machine, server } = work;
  work.texts = projectTexts(machine.files);
  if (server.activity !== work.seen || server.running !== work.database.running) work.database = look(server);
  work.seen = server.activity;
}

type Outcome = Pick<StepResult, 'exit' | 'output' | 'sql'>;

/** @throws PartMissing also where something in the step caught it */
async function performed(work: Work, step: Step): Promise<Outcome> {
  try {
    const outcome = await perform(work, step);
    return sure(() => outcome);
  } catch (error) {
    return sure(() => {
      throw error;
    });
  }
}

async function perform({ machine, server, terminal, host }: Work, step: Step): Promise<Outcome> {
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
export function currentRevisions(database: DatabaseSnapshot): readonly string[] {
  const table = database.tables.find((one) => one.name === 'alembic_version' && one.schema === 'public');
  return table?.rows.flatMap((row) => row.slice(0, 1)).filter((cell) => cell !== null) ?? [];
}
