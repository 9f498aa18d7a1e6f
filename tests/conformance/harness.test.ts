/** The harness itself: it must see what differs, and only that. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { boot } from '../../src/database/boot.ts';
import { emptyServer } from '../../src/database/empty.ts';
import { openServer, type Server } from '../../src/database/server.ts';
import type { Case } from './cases.ts';
import { describe as describeDifference } from './compare.ts';
import { caseMachine } from './machine.ts';
import { normalise } from './normalise.ts';
import { playCase, type RunArgv } from './play.ts';
import { psycopg2Text } from './psycopg2-text.ts';

let server: Server;

beforeAll(async () => {
  server = openServer(await boot(undefined), {
    now: () => 0n,
    randomBytes: (count) => new Uint8Array(count),
  });
});

const BASE: Case = {
  id: 'own/one',
  files: { 'a.txt': 'one' },
  steps: [
    { do: 'sql', sql: 'create table t (a int); insert into t values (1), (null)' },
    {
      do: 'run',
      argv: ['alembic', 'x'],
      exit: 0,
      stdout: 'at 0x7f00\n',
      stderr: '',
      files: { 'b.txt': 'two', 'a.txt': null },
    },
    {
      do: 'query',
      sql: 'select a, a is null from t order by a',
      rows: [
        ['1', 'False'],
        [null, 'True'],
      ],
    },
    { do: 'query', sql: 'select * from nowhere', error: '42P01' },
    { do: 'schema', schema: { schemas: ['public'], tables: {}, views: {}, sequences: [], enums: {} } },
  ],
};

const engine: RunArgv = (machine, argv) => {
  machine.files.remove('/home/learner/app/a.txt');
  machine.files.write('/home/learner/app/b.txt', 'two');
  machine.files.write('/home/learner/app/__pycache__/c.pyc', '');
  return { exit: argv.length === 2 ? 0 : 3, stdout: 'at 0x1234\n', stderr: '' };
};

/** Cases of lines are played by the score's own run. */
const runLine = () => Promise.reject(new Error('no shell in this test'));

function play(one: Case) {
  emptyServer(server);
  const schemaSql = readFileSync(new URL('schema.sql', import.meta.url), 'utf8');
  return playCase(one, { machine: caseMachine(one, server), server, runArgv: engine, runLine, schemaSql });
}

const withRun = (change: object): Case => ({
  ...BASE,
  steps: BASE.steps.map((step) => (step.do === 'run' ? { ...step, ...change } : step)),
});

describe('playing a case', () => {
  it('finds no difference but the one that is there', async () => {
    const found = await play(BASE);
    expect(found.map(({ step, where }) => [step, where])).toEqual([[4, 'schema']]);
  });

  it('names exit code, streams and files that differ', async () => {
    const where = async (change: object) =>
      (await play(withRun(change))).filter((one) => one.step === 1).map((one) => one.where);
    expect(await where({ argv: ['alembic'] })).toEqual(['exit']);
    expect(await where({ stdout: '' })).toEqual(['stdout']);
    expect(await where({ files: { 'b.txt': true, 'a.txt': null } })).toEqual([]);
    expect(await where({ files: { 'b.txt': 'two' } })).toEqual(['files: a.txt']);
    expect(await where({ files: { 'b.txt': 'two', 'a.txt': null, 'c.txt': 'x' } })).toEqual(['files: c.txt']);
  });

  it('hands out revision ids and the clock as the recorder does', () => {
    const machine = caseMachine({ ...BASE, rev_ids: ['abc'] }, server);
    const start = machine.now();
    expect([machine.revisionId(), machine.now() - start]).toEqual(['abc', 0n]);
    expect([machine.revisionId(), machine.now() - start]).toEqual(['000000000002', 60_000_000n]);
  });

  it('shows the first line that differs', () => {
    const text = describeDifference({
      step: 1,
      what: 'x',
      where: 'stdout',
      expected: 'a\nb\nc',
      actual: 'a\nd',
    });
    expect(text).toBe('  step 1 (x) stdout, line 2\n    - b\n    + d');
  });
});

describe('normalising', () => {
  it('keeps the project, the exception and the last of a chain', () => {
    const frames = (file: string) => `  File "${file}", line 3, in f\n    x = 1\n        ^\n`;
    const one = `Traceback (most recent call last):\n${frames('/usr/lib/a.py')}KeyError: 1\n\nDuring handling:\n\n`;
    const two = `Traceback (most recent call last):\n${frames('/usr/lib/a.py')}${frames('/home/learner/app/b.py')}ValueError: <f at 0x7f12>\n`;
    expect(normalise(`INFO\n${one}${two}`)).toBe(
      'INFO\nTraceback (most recent call last):\n  File "/home/learner/app/b.py", line 3, in f\n    x = 1\nValueError: <f at 0x0>\n',
    );
  });

  it('takes path and source from warnings of libraries only', () => {
    expect(normalise('/usr/x.py:3: SAWarning: hm\n  code()\n')).toBe('SAWarning: hm\n');
    const own = '/home/learner/app/x.py:3: SAWarning: hm\n  code()\n';
    expect(normalise(own)).toBe(own);
  });
});

describe('str() of what psycopg2 returns', () => {
  const recorded = JSON.parse(
    readFileSync(new URL('psycopg2-text.json', import.meta.url), 'utf8'),
  ) as readonly (readonly [string, string | null])[];

  it.each(recorded)('%s', (expression, expected) => {
    const connection = server.administer();
    const result = connection.execute(`select ${expression}`)[0]!;
    connection.close();
    expect(psycopg2Text(result.rows[0]![0]!, result.fields[0]!.typeOid)).toBe(expected);
  });
});
