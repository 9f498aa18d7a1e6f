/** The learner's computer: one for all steps of a workspace, its clock and randomness set anew for each. */
import type { EngineEvent } from '../engine/events.ts';
import { memoryFiles } from '../engine/files.ts';
import type { Database, Machine } from '../engine/machine.ts';
import type { Journal, Step } from './journal.ts';
import { randomSource, revisionIdFrom } from './random.ts';

export const PROJECT = '/home/learner/app';
export const STEP_BUDGET = 20_000_000;

const ENVIRONMENT = {
  HOME: '/home/learner',
  USER: 'learner',
  SHELL: '/bin/bash',
  LANG: 'C.UTF-8',
  VIRTUAL_ENV: '/home/learner/.venv',
  PATH: '/home/learner/.venv/bin:/usr/local/bin:/usr/bin:/bin',
} as const;

/** What a lesson's virtual environment holds; a journal's `machine.installed` adds to it. */
export const INSTALLED = [
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

export interface SessionMachine extends Machine {
  /** Sets clock and randomness for the step with this number. */
  beginStep(number: number, step: Step): void;
}

/** @param emit gets every event of the engine. */
export function sessionMachine(
  journal: Journal,
  database: Database,
  emit: (event: EngineEvent) => void,
): SessionMachine {
  let microseconds = 0n;
  let random = randomSource(journal.seed, -1);
  const files = memoryFiles(
    Object.entries(journal.start).map(([path, text]) => [`${PROJECT}/${path}`, text]),
  );
  files.makeDirectory(PROJECT);
  return {
    files,
    database,
    environment: new Map(Object.entries({ ...ENVIRONMENT, ...journal.machine.environment })),
    cwd: PROJECT,
    installed: new Set([...INSTALLED, ...(journal.machine.installed ?? [])]),
    // A step lasts no time, but no two looks at the clock are the same.
    now: () => microseconds++,
    randomBytes: (count) => random(count),
    revisionId: () => revisionIdFrom(random(6)),
    columns: 80,
    stepBudget: STEP_BUDGET,
    emit,
    beginStep(number, step) {
      microseconds = BigInt(step.at) * 1000n;
      random = randomSource(journal.seed, number);
    },
  };
}
