/** Tools that work on the whole machine: packages, the database's container, dumps, the prompt of psql; all of it in the journal. */
import { describe, expect, it } from 'vitest';
import { readBootFiles } from '../../../src/database/read-boot-files.ts';
import { engine } from '../../../src/engine/index.ts';
import type { Journal, Step } from '../../../src/session/journal/journal.ts';
import { fulfilNeed } from '../../../src/session/workspace/needs.ts';
import { replay } from '../../../src/session/workspace/replay.ts';
import { newServers } from '../../../src/session/workspace/servers.ts';
import type { WorkspaceHost } from '../../../src/session/workspace/work.ts';
import type { Workspace } from '../../../src/session/workspace/workspace.ts';

const boot = readBootFiles();
const servers = newServers(() => boot);
const host: WorkspaceHost = {
  engine,
  fulfil: (need, machine) => fulfilNeed(need, { machine, dump: servers.dump }),
};
const START = {
  'docker-compose.yml': 'services:\n  db:\n    image: postgres:18\n    ports:\n      - "5432:5432"\n',
  'seed.sql':
    "create table users (id serial primary key, name text, note text);\ninsert into users (name, note) values ('홍길동', E'a\\tb'), (null, E'x\\ny');\n",
};

const journalOf = (steps: readonly Step[]): Journal => ({
  version: 1,
  seed: '0123456789abcdef0123456789abcdef',
  start: START,
  machine: {},
  steps,
});

const open = (steps: readonly Step[] = []): Promise<Workspace> =>
  replay(journalOf(steps), steps.length, servers, host);

async function say(
  workspace: Workspace,
  line: string,
  input?: string,
): Promise<{ exit: number; out: string }> {
  const at = 1_768_469_400_123;
  const step: Step = { do: 'run', at, line, ...(input === undefined ? {} : { input }) };
  const { exit, output } = await workspace.do(step);
  return { exit, out: output.map(({ text }) => text).join('') };
}

const REFUSED =
  'connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?\n';

describe('the database as a container', () => {
  it('refuses connections while it is stopped, and keeps its data', async () => {
    const workspace = await open();
    await say(workspace, 'psql app -q -f seed.sql');
    expect((await say(workspace, 'docker compose stop')).out).toBe(
      ' Container app-db-1  Stopping\n Container app-db-1  Stopped\n',
    );
    expect(await say(workspace, 'psql app -c "select 1"')).toEqual({
      exit: 2,
      out: `psql: error: ${REFUSED}`,
    });
    expect((await say(workspace, 'pg_dump app')).out).toBe(`pg_dump: error: ${REFUSED}`);
    expect(workspace.shell().databaseRunning).toBe(false);
    expect((await say(workspace, 'docker-compose up -d')).exit).toBe(0);
    expect((await say(workspace, 'psql app -Atc "select count(*) from users"')).out).toBe('2\n');
  });

  it('has one database, and says in the words of the clients what cannot be', async () => {
    const workspace = await open();
    expect((await say(workspace, 'createdb app')).out).toBe(
      'createdb: error: database creation failed: ERROR:  database "app" already exists\n',
    );
    expect((await say(workspace, 'createdb other')).out).toBe(
      'createdb: the server of this page has one database, app\n',
    );
    await say(workspace, 'pg_dump app > backup.sql');
    expect((await say(workspace, 'pg_restore -d app backup.sql')).out).toBe(
      'pg_restore: error: input file appears to be a text format dump. Please use psql.\n',
    );
    await say(workspace, 'docker compose stop');
    expect((await say(workspace, 'dropdb app')).out).toBe(`dropdb: error: ${REFUSED}`);
  });

  it('needs a file that describes it', async () => {
    const workspace = await open();
    expect(await say(workspace, 'cd / && docker compose up -d')).toEqual({
      exit: 1,
      out: 'no configuration file provided: not found\n',
    });
  });
});

describe('a dump', () => {
  it('brings back what was there', async () => {
    const workspace = await open();
    await say(workspace, 'psql app -q -f seed.sql && pg_dump --restrict-key=k app > backup.sql');
    await say(workspace, 'psql app -qc "drop table users"');
    expect((await say(workspace, 'psql app -q -v ON_ERROR_STOP=1 < backup.sql > log.txt; echo $?')).out).toBe(
      '0\n',
    );
    await say(workspace, 'pg_dump --restrict-key=k app > again.sql');
    expect((await say(workspace, 'diff backup.sql again.sql && wc -l < again.sql')).out).toMatch(/^\d+\n$/);
    expect((await say(workspace, 'psql app -Atc "select note from users order by id"')).out).toBe(
      'a\tb\nx\ny\n',
    );
  });
});

describe('packages', () => {
  it('are what can be imported', async () => {
    const workspace = await open();
    const importing = async () => (await say(workspace, 'python -c "import asyncpg"')).out;
    expect(await importing()).toContain("ModuleNotFoundError: No module named 'asyncpg'");
    expect((await say(workspace, 'pip install asyncpg')).out).toContain(
      'Successfully installed asyncpg-0.32.0\n',
    );
    expect(await importing()).toBe('');
    expect((await say(workspace, 'pip install asyncpg')).out).toMatch(
      /^Requirement already satisfied: asyncpg in /,
    );
    await say(workspace, 'pip uninstall -y asyncpg');
    expect(await importing()).toContain('ModuleNotFoundError');
    expect((await say(workspace, 'pip install nopackage')).exit).toBe(1);
  });

  it('stand in pyproject.toml', async () => {
    const workspace = await open();
    expect((await say(workspace, 'poetry add asyncpg')).out).toContain('could not find a pyproject.toml');
    await say(workspace, 'poetry init -n');
    expect((await say(workspace, 'poetry add asyncpg "sqlacodegen>=3.0,<3.1"')).exit).toBe(0);
    const text = () => workspace.snapshot().files['pyproject.toml'];
    expect(text()).toContain('    "asyncpg (>=0.32.0,<0.33.0)",\n    "sqlacodegen (>=3.0,<3.1)"\n]');
    await say(workspace, 'poetry remove asyncpg');
    expect(text()).not.toContain('asyncpg');
    await say(workspace, 'pip uninstall -y alembic');
    expect(await say(workspace, 'alembic current')).toEqual({
      exit: 127,
      out: 'bash: alembic: command not found\n',
    });
    await say(workspace, 'poetry add alembic');
    expect((await say(workspace, 'poetry run alembic --version')).out).toContain('1.19.1');
  });
});

describe('the prompt of psql', () => {
  it('stays open from step to step, with its transaction, until \\q', async () => {
    const workspace = await open();
    await say(workspace, 'psql app -q -f seed.sql');
    await say(workspace, 'psql app');
    expect(workspace.shell().prompt).toBe('app=# ');
    await say(workspace, 'begin;');
    expect(workspace.shell().prompt).toBe('app=*# ');
    await say(workspace, 'delete from users;');
    await say(workspace, 'select count(*)');
    expect(workspace.shell().prompt).toBe('app-*# ');
    expect((await say(workspace, 'from users;')).out).toBe(' count \n-------\n     0\n(1 row)\n\n');
    await say(workspace, 'rollback;');
    expect((await say(workspace, 'select count(*) from users;')).out).toContain('     2\n');
    const steps = workspace.results.map(({ step }) => step);
    const again = await open(steps);
    expect(again.results.map(({ output }) => output)).toEqual(workspace.results.map(({ output }) => output));
    await say(again, '\\q');
    expect(again.shell().prompt).toBeUndefined();
    expect((await say(again, 'echo back')).out).toBe('back\n');
  });

  it('takes a whole conversation from the journal', async () => {
    const workspace = await open();
    expect((await say(workspace, 'psql', "select 'a\nb';\n\\q")).out).toBe(
      "psql (18.3)\nType \"help\" for help.\n\napp=# select 'a\napp'# b';\n ?column? \n----------\n a       +\n b\n(1 row)\n\napp=# \\q\n",
    );
  });
});

describe('a team with two branches', () => {
  it('merges two migrations into two heads, alike in every replay', async () => {
    const revision = (id: string, down: string) =>
      `revision = '${id}'\ndown_revision = ${down}\ndef upgrade():\n    pass\ndef downgrade():\n    pass\n`;
    const workspace = await open();
    const write = (path: string, text: string) =>
      workspace.do({ do: 'write', at: 1_768_469_400_123, path, text });
    await say(workspace, 'alembic init migrations');
    await write('migrations/versions/aaa1_start.py', revision('aaa1', 'None'));
    await say(workspace, 'git init && git add . && git commit -m start && git switch -c phone');
    await write('migrations/versions/bbb2_phone.py', revision('bbb2', "'aaa1'"));
    await say(workspace, 'git add . && git commit -m phone && git switch main');
    expect(workspace.snapshot().revisions.heads).toEqual(['aaa1']);
    await write('migrations/versions/ccc3_birthday.py', revision('ccc3', "'aaa1'"));
    await say(workspace, 'git add . && git commit -m birthday');
    expect((await say(workspace, 'git merge phone')).out).toMatch(/^Merge made by the 'ort' strategy\.\n/);
    expect((await say(workspace, 'alembic heads')).out).toBe('bbb2 (head)\nccc3 (head)\n');
    expect(Object.keys(workspace.snapshot().files).some((path) => path.includes('.git'))).toBe(false);
    const again = await open(workspace.results.map(({ step }) => step));
    const log = 'git log --oneline';
    expect((await say(again, log)).out).toBe((await say(workspace, log)).out);
  });
});
