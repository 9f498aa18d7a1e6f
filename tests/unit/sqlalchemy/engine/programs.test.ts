/** Programs that use an engine print what they print with the real SQLAlchemy and psycopg2; record.py writes what to expect. */
import { readdirSync, readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, it } from 'vitest';
import { openServer } from '../../../../src/database/server.ts';
import { createInterpreter } from '../../../../src/engine/modules/world.ts';
import { testMachine } from '../../../python/support.ts';

const folder = new URL('.', import.meta.url);
const programs = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));

const pg = await PGlite.create();
afterAll(() => pg.close());

function run(source: string): string {
  let clock = 1768469400123456n;
  const server = openServer(pg, { now: () => clock++, randomBytes: (count) => new Uint8Array(count) });
  const installed = ['sqlalchemy', 'psycopg2', 'asyncpg'];
  const machine = { ...testMachine({ 'program.py': source }, { installed }), database: server };
  let out = '';
  const { python } = createInterpreter({
    machine,
    argv: ['program.py'],
    environment: new Map(),
    cwd: machine.cwd,
    stdout: {
      write: (text: string) => {
        out += text;
      },
    },
    stderr: {
      write: (text: string) => {
        if (!/Warning/.test(text)) out += text;
      },
    },
  } as Parameters<typeof createInterpreter>[0]);
  python.path.push(machine.cwd);
  python.main(`${machine.cwd}/program.py`);
  server.endSessions();
  return out.replace(/0x[0-9a-f]+/g, '0x');
}

describe('programs print what they print with the real tools', () => {
  it.each(programs)('%s', (name) => {
    const read = (suffix: string) => readFileSync(new URL(`${name}${suffix}`, folder), 'utf8');
    expect(run(read('.py'))).toBe(read('.txt'));
  });
});
