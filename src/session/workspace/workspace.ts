/**
 * A workspace at work: a machine, a server and a terminal, and the steps done so far. Knows nothing of threads, pages and storage;
 * the worker, lesson checks and grading all stand on it.
 */

import type { Server } from '../../database/server.ts';
import type { OwnName, SyntaxProblem } from '../../engine/index.ts';
import type { Snapshot } from '../../engine/snapshot.ts';
import type { Journal, Step } from '../journal/journal.ts';
import type { ShellState, StepResult } from '../protocol.ts';
import { type Ask, describeName, type NameFacts } from '../rehearsal/assist.ts';
import { type Drift, findDrift } from '../rehearsal/drift.ts';
import { compareWithModels, type ModelDiff } from '../rehearsal/model-diff.ts';
import { proveRoundTrip, type RoundTrip } from '../rehearsal/round-trip.ts';
import { readOnly, type SqlAnswer } from './console-sql.ts';
import { PROJECT, type SessionMachine } from './machine.ts';
import { sure } from './parts.ts';
import {
  beginWork,
  currentRevisions,
  doStep,
  rewind,
  type WorkspaceHost,
  type WorkspaceState,
  worldOf,
} from './work.ts';

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
  const work = beginWork(journal, server, host, bind, from);
  const { machine, terminal, results } = work;
  return {
    journal,
    results,
    rewind: (position) => rewind(work, position),
    do: (step, replaces = false) => doStep(work, step, replaces),
    snapshot: () => ({
      files: Object.fromEntries(work.texts),
      database: work.database,
      revisions: sure(() => host.engine.revisions(machine, currentRevisions(work.database))),
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
      sure(() => proveRoundTrip(host.engine, machine, copy, currentRevisions(work.database), revision)),
    describe: (ask, drafts) => sure(() => describeName(host.engine, machine, drafts, ask)),
    syntax: (text, path) => sure(() => host.engine.syntaxProblem(text, `${PROJECT}/${path}`)),
    modelDiff: (path, drafts) => sure(() => compareWithModels(worldOf(work), path, drafts)),
    ownNames: (text, line) => sure(() => host.engine.ownNames(text, line)),
    drift(drafts, strays = true) {
      // What a look with a missing part found is not remembered.
      const memory = { ...work.drifts };
      const drift = sure(() => findDrift(worldOf(work), drafts, { memory, strays }));
      Object.assign(work.drifts, memory);
      return drift;
    },
    state: () => ({
      machine: machine.state(),
      terminal: terminal.state(),
      results: [...results],
      made: [...work.made],
      databaseRunning: server.running,
    }),
  };
}
