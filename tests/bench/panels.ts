/** What panels wait for after a command: the snapshot of a project with 50 tables and 200 revisions. */
import { fileURLToPath } from 'node:url';
import { readBootFiles } from '../../src/database/read-boot-files.ts';
import { engine } from '../../src/engine/index.ts';
import { worldFiles } from '../../src/lessons/files/project-files.ts';
import type { Step } from '../../src/session/journal/journal.ts';
import { replay } from '../../src/session/workspace/replay.ts';
import { newServers } from '../../src/session/workspace/servers.ts';
import { type Cost, costOf, costRow, printTable } from './measure.ts';
import { benchPanelsInBrowser } from './panels-browser.ts';
import { revisionsProject } from './projects.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TABLES = 50;
const ROUNDS = 5;

export async function benchPanels(): Promise<void> {
  const servers = newServers(readBootFiles);
  const host = { engine, fulfil: () => Promise.reject(new Error('not here')) };
  const sql = Array.from(
    { length: TABLES },
    (_, i) =>
      `create table t${i} (id serial primary key, a text, b int, c date, d numeric); insert into t${i} (a) select 'x' from generate_series(1, 100)`,
  );
  const steps: Step[] = [{ do: 'sql', at: 0, sql: sql.join(';') }];
  const seed = '0'.repeat(32);
  const journal = { version: 1, seed, start: revisionsProject(200), machine: {}, steps } as const;
  const workspace = await replay(journal, 1, servers, host);
  const step: Cost[] = [];
  const snapshot: Cost[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const sql = `alter table t${round} drop column b`;
    step.push(await costOf(() => workspace.do({ do: 'sql', at: round, sql })));
    snapshot.push(await costOf(() => workspace.snapshot()));
  }
  const all = await costOf(() => workspace.drift({}, true));
  const looks: Cost[] = [];
  for (let round = 0; round < ROUNDS; round++) looks.push(await costOf(() => workspace.drift({}, false)));
  printTable(
    `${TABLES} tables and 200 revisions (medians of ${ROUNDS})`,
    ['', 'time', 'processor', 'wanted'],
    [
      costRow('a statement with the look at the database', step, '100 ms'),
      costRow('snapshot with the revision files', snapshot, ''),
      costRow('drift, with every revision run on an empty database', [all], ''),
      costRow('drift after that', looks, ''),
      costRow("drift in a lesson's project, while typing", await lessonDrift(), '50 ms'),
    ],
  );
  const [first] = steps;
  const stamped: Step = { do: 'run', at: 1, line: 'alembic stamp head' };
  await benchPanelsInBrowser({ ...journal, steps: [first!, stamped] }, [
    'alembic current',
    'alembic downgrade -1 --sql',
    'alembic stamp head~1',
    'alembic history -r -3:',
    'alembic stamp head',
  ]);
}

/** Dry runs in the project of most lessons, a column more with each: two columns, and a revision that waits. */
async function lessonDrift(): Promise<Cost[]> {
  const servers = newServers(readBootFiles);
  const host = { engine, fulfil: () => Promise.reject(new Error('not here')) };
  const start = worldFiles(ROOT, 'bookshop');
  const model = 'app/models/user.py';
  const typed = (columns: number) =>
    `${start[model]}${Array.from({ length: columns }, (_, i) => `    phone${i} = Column(String(20))\n`).join('')}`;
  const steps: Step[] = [
    { do: 'run', at: 0, line: 'alembic upgrade head' },
    { do: 'write', at: 1, path: model, text: typed(2) },
    { do: 'run', at: 2, line: 'alembic revision --autogenerate -m "phones"' },
  ];
  const journal = { version: 1, seed: '0'.repeat(32), start, machine: {}, steps } as const;
  const workspace = await replay(journal, steps.length, servers, host);
  const costs: Cost[] = [];
  for (let round = 0; round < 4 * ROUNDS; round++)
    costs.push(await costOf(() => workspace.drift({ [model]: typed(3 + round) })));
  return costs;
}
