/** The learner's computer: one for all steps of a workspace, its clock and randomness set anew for each. */
import type { EngineEvent } from '../../engine/events.ts';
import { filesBelow, type KeptFile, memoryFiles } from '../../engine/files.ts';
import type { Database, Files, Machine, OperationTrace } from '../../engine/machine.ts';
import type { Journal, Step } from '../journal/journal.ts';
import { randomSource, revisionIdFrom } from './random.ts';

export const PROJECT = '/home/learner/app';
const STEP_BUDGET = 20_000_000;

const ENVIRONMENT = {
  HOME: '/home/learner',
  USER: 'learner',
  SHELL: '/bin/bash',
  LANG: 'C.UTF-8',
  VIRTUAL_ENV: '/home/learner/.venv',
  PATH: '/home/learner/.venv/bin:/usr/local/bin:/usr/bin:/bin',
} as const;

/** What a lesson's virtual environment holds; a journal's `machine.installed` adds to it. */
const INSTALLED = [
  'alembic',
  'sqlalchemy',
  'sqlacodegen',
  'psycopg2',
  'mako',
  'markupsafe',
  'greenlet',
  'typing_extensions',
  'inflect',
] as const;

/** Everything of a machine but its server, as plain data. */
export interface MachineState {
  readonly files: readonly KeptFile[];
  /** Folders that hold nothing. */
  readonly folders: readonly (readonly [path: string, modified: bigint])[];
  readonly cwd: string;
  readonly environment: readonly (readonly [name: string, value: string])[];
  readonly installed: readonly string[];
}

export interface SessionMachine extends Machine {
  readonly trace: OperationTrace;
  /** Sets clock and randomness for the step with this number. */
  beginStep(number: number, step: Step): void;
  state(): MachineState;
}

/** How a journal's computer stands before its first step. */
function startOf(journal: Journal): MachineState {
  return {
    files: Object.entries(journal.start).map(([path, text]) => [`${PROJECT}/${path}`, text]),
    folders: [[PROJECT, 0n]],
    cwd: PROJECT,
    environment: Object.entries({ ...ENVIRONMENT, ...journal.machine.environment }),
    installed: [...INSTALLED, ...(journal.machine.installed ?? [])],
  };
}

/**
 * @param emit gets every event of the engine.
 * @param from where it goes on; without it the journal's start.
 * @param language in which it speaks to the learner.
 */
export function sessionMachine(
  journal: Journal,
  database: Database,
  emit: (event: EngineEvent) => void,
  from: MachineState = startOf(journal),
  language: 'ko' | 'en' = 'en',
): SessionMachine {
  let microseconds = 0n;
  let random = randomSource(journal.seed, -1);
  const files = memoryFiles(from.files, () => microseconds);
  for (const [folder, time] of from.folders) {
    files.makeDirectory(folder);
    files.touch(folder, time);
  }
  return {
    files,
    database,
    environment: new Map(from.environment),
    cwd: from.cwd,
    installed: new Set(from.installed),
    // A step lasts no time, but no two looks at the clock are the same.
    now: () => microseconds++,
    randomBytes: (count) => random(count),
    revisionId: () => revisionIdFrom(random(6)),
    columns: 80,
    language,
    stepBudget: STEP_BUDGET,
    emit,
    trace: { count: 0, current: undefined },
    beginStep(number, step) {
      microseconds = BigInt(step.at) * 1000n;
      // What was there before the first step was written when that began.
      if (number === 0)
        for (const path of [PROJECT, ...filesBelow(files, '/')]) files.touch(path, microseconds);
      random = randomSource(journal.seed, number);
      this.trace.count = 0;
      this.trace.current = undefined;
    },
    state() {
      const paths = filesBelow(files, '/');
      return {
        files: paths.map((path) => [path, files.read(path) ?? '', files.modified(path)]),
        folders: emptyFolders(files, '/').map((path) => [path, files.modified(path) ?? 0n]),
        cwd: this.cwd,
        environment: [...this.environment],
        installed: [...this.installed],
      };
    },
  };
}

function emptyFolders(files: Files, folder: string): string[] {
  const names = files.list(folder) ?? [];
  if (names.length === 0) return [folder];
  const paths = names.map((name) => (folder === '/' ? `/${name}` : `${folder}/${name}`));
  return paths.filter((path) => files.isDirectory(path)).flatMap((path) => emptyFolders(files, path));
}
