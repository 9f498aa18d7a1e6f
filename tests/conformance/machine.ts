/** The computer that a case runs on: its files, clock and revision ids, as the recorder had them. */

import { memoryFiles } from '../../src/engine/files.ts';
import type { Database, Files, Machine } from '../../src/engine/machine.ts';
import type { Case } from './cases.ts';
import { ROOT } from './normalise.ts';

const DEFAULT_CLOCK = '2026-01-15T09:30:00.123456';
const MINUTE = 60_000_000n;
const STEP_BUDGET = 20_000_000;
const INSTALLED = [
  'alembic',
  'sqlalchemy',
  'sqlacodegen',
  'psycopg2',
  'asyncpg',
  'mako',
  'markupsafe',
  'greenlet',
  'typing_extensions',
  'inflect',
];

export function caseMachine(one: Case, database: Database): Machine {
  const clock = microsecondsOf(one.clock ?? DEFAULT_CLOCK);
  let used = 0;
  let random = 0x2545f491;
  const files: Files = memoryFiles(
    Object.entries(one.files ?? {}).map(([path, text]) => [`${ROOT}/${path}`, text]),
    () => clock,
  );
  files.makeDirectory(ROOT);
  return {
    files,
    database,
    environment: new Map([
      ['HOME', '/home/learner'],
      ['USER', 'learner'],
      ['PATH', '/home/learner/.venv/bin:/usr/local/bin:/usr/bin:/bin'],
      ['COLUMNS', '80'],
    ]),
    cwd: ROOT,
    installed: new Set([...INSTALLED, ...(one.installed ?? [])]),
    // The recorder imports these before it runs a command: `sa.orm` is there without an import.
    preloaded: ['sqlalchemy.orm', 'sqlalchemy.ext.asyncio'],
    // Create Date is the clock plus a minute for each revision id used before.
    now: () => clock + MINUTE * BigInt(Math.max(0, used - 1)),
    randomBytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
        return random >>> 24;
      }),
    revisionId: () => {
      used += 1;
      return one.rev_ids?.[used - 1] ?? used.toString(16).padStart(12, '0');
    },
    columns: 80,
    stepBudget: STEP_BUDGET,
    emit: () => {},
  };
}

function microsecondsOf(iso: string): bigint {
  const [seconds, fraction = ''] = iso.split('.');
  return BigInt(Date.parse(`${seconds}Z`)) * 1000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
}
