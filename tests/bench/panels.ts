/** What panels wait for after a command: the snapshot of a project with 50 tables and 200 revisions. */
import { readBootFiles } from '../../src/database/read-boot-files.ts';
import { engine } from '../../src/engine/index.ts';
import type { Step } from '../../src/session/journal.ts';
import { replay } from '../../src/session/replay.ts';
import { newServers } from '../../src/session/servers.ts';
import { median, milliseconds, printTable, timed } from './measure.ts';
import { benchPanelsInBrowser } from './panels-browser.ts';
import { revisionsProject } from './projects.ts';

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
  const step: number[] = [];
  const snapshot: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    await workspace.do({ do: 'sql', at: round, sql: `alter table t${round} drop column b` });
    step.push(performance.now() - begin);
    snapshot.push(timed(() => workspace.snapshot()).milliseconds);
  }
  printTable(
    `After a command, ${TABLES} tables and 200 revisions (medians of ${ROUNDS}; wanted: 100 ms)`,
    ['', 'time'],
    [
      ['step with the look at the database', milliseconds(median(step))],
      ['snapshot with the revision files', milliseconds(median(snapshot))],
    ],
  );
  const drift = [
    timed(() => workspace.drift({}, true)),
    ...Array.from({ length: ROUNDS }, () => timed(() => workspace.drift({}, false))),
  ];
  console.log(
    `drift: ${milliseconds(drift[0]!.milliseconds)} with every revision run on an empty database, then ${milliseconds(median(drift.slice(1).map((one) => one.milliseconds)))} a look`,
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
