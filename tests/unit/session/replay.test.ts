/** A journal replayed gives the same workspace: files, rows, variables, packages, whatever checkpoints there are. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readBootFiles } from '../../../src/database/read-boot-files.ts';
import type { Journal, Step } from '../../../src/session/journal/journal.ts';
import type { StepResult } from '../../../src/session/protocol.ts';
import { replay } from '../../../src/session/workspace/replay.ts';
import { newServers, type Servers } from '../../../src/session/workspace/servers.ts';
import type { Workspace } from '../../../src/session/workspace/workspace.ts';
import { smallEngine } from './small-engine.ts';

let servers: Servers;
let at = 1_768_469_400_000;

const tick = () => {
  at += 1000;
  return at;
};

beforeAll(() => {
  const files = readBootFiles();
  servers = newServers(() => files);
});

const host = {
  engine: smallEngine,
  fulfil: (need: { readonly args: readonly string[] }) => servers.dump(need.args),
};

const run = (line: string, input?: string): Step => ({
  do: 'run',
  at: tick(),
  line,
  ...(input === undefined ? {} : { input }),
});

const journalOf = (...steps: Step[]): Journal => ({
  version: 1,
  seed: '0123456789abcdef0123456789abcdef',
  start: { 'alembic.ini': '[alembic]\n', 'app/models.py': '' },
  machine: {},
  steps,
});

const play = (journal: Journal, extensions = new Set<string>()): Promise<Workspace> =>
  replay(journal, journal.steps.length, servers, host, { extensions });

/** Everything but how long it took and the server's own numbers, which go on counting. */
function comparable(workspace: Workspace) {
  const drop = (key: string, value: unknown) => (['milliseconds', 'oid'].includes(key) ? undefined : value);
  return JSON.parse(
    JSON.stringify([workspace.snapshot(), workspace.shell(), workspace.results], drop),
  ) as unknown;
}

const said = (result: StepResult | undefined) => result?.output.map((piece) => piece.text).join('');

describe('replaying a journal', () => {
  it('gives the same files, rows and schema twice', async () => {
    const journal = journalOf(
      run(
        'sql create table t (id serial primary key, at timestamptz default now(), u uuid default gen_random_uuid(), r float8 default random())',
      ),
      run('sql insert into t default values; insert into t default values'),
      run('revision'),
      { do: 'write', at: tick(), path: 'app/new/deep.py', text: 'x = 1\n' },
      run('revision'),
      { do: 'delete', at: tick(), path: 'app/models.py' },
      { do: 'sql', at: tick(), sql: 'insert into t default values; select count(*) from t' },
    );
    const first = await play(journal);
    const one = comparable(first);
    const again = await play(journal);
    expect(comparable(again)).toEqual(one);
    expect(first.results.at(-1)?.sql?.results.at(-1)?.rows).toEqual([['3']]);
    const [rows] = first.snapshot().database.tables;
    expect(new Set(rows?.rows.map((row) => row[2])).size).toBe(3);
    // The same with a server of its own, and in another process's memory.
    const others = newServers(readBootFiles);
    const elsewhere = await replay(journal, journal.steps.length, others, host);
    expect(comparable(elsewhere)).toEqual(one);
  });

  it('rebuilds folder, variables, packages and a stopped server', async () => {
    const workspace = await play(
      journalOf(
        run('cd /home/learner/app/app'),
        run('export NAME=x'),
        run('install asyncpg'),
        run('server stop'),
        run('env'),
        run('sql select 1'),
      ),
    );
    expect(said(workspace.results[4])).toBe('/home/learner/app/app x true\n');
    expect(said(workspace.results[5])).toContain('Connection refused');
    expect(workspace.shell()).toMatchObject({ cwd: '/home/learner/app/app', databaseRunning: false });
    expect(workspace.snapshot().database.running).toBe(false);
  });

  it('says what each step changed', async () => {
    const { results } = await play(
      journalOf(
        run('sql create table users (id int, phone text); insert into users values (1, 2)'),
        { do: 'write', at: tick(), path: 'app/models.py', text: 'new' },
        { do: 'sql', at: tick(), sql: 'alter table users drop column phone' },
        { do: 'sql', at: tick(), sql: 'select nope' },
        {
          do: 'sql',
          at: tick(),
          sql: "create table keyed (id int primary key, name text); insert into keyed values (1, 'a'), (2, 'b')",
        },
        { do: 'sql', at: tick(), sql: "insert into keyed values (3, 'c'); delete from keyed where id = 1" },
      ),
    );
    expect(results[0]?.database.tables).toMatchObject([{ name: 'users', change: 'added' }]);
    expect(results[1]?.files).toEqual([{ path: 'app/models.py', change: 'changed', before: '' }]);
    expect(results[1]?.database.tables).toEqual([]);
    expect(results[2]?.database.lostCells).toBe(1);
    expect(results[5]?.database.lostCells).toBe(2);
    expect(results[3]?.sql?.error).toMatchObject({ code: '42703', position: 8 });
  });

  it('rolls back what a command left open', async () => {
    const { results } = await play(
      journalOf(run('sql begin; create table gone (x int)'), run("sql select to_regclass('gone')")),
    );
    expect(said(results[1])).toContain('[[null]]');
  });

  it('starts anew with an extension that a step asks for', async () => {
    const extensions = new Set<string>();
    const journal = journalOf(
      run('sql create table t (x int)'),
      run('sql create extension hstore'),
      run("sql select 'a=>1'::hstore"),
    );
    const { results } = await play(journal, extensions);
    expect([...extensions]).toEqual(['hstore']);
    expect(results.map((result) => result.exit)).toEqual([0, 0, 0]);
    const { results: others } = await play(journalOf(run('sql create extension nowhere')), extensions);
    expect(others[0]?.exit).toBe(1);
  });

  it('fetches the data of ICU for a collation, and has one database', async () => {
    const extensions = new Set<string>();
    const { results } = await play(
      journalOf(
        run("sql create collation own (provider = icu, locale = 'und')"),
        run("sql select 'a' < 'B' collate own"),
        run('sql create database shop'),
      ),
      extensions,
    );
    expect([...extensions]).toEqual(['icu']);
    expect(said(results[1])).toContain('[["t"]]');
    expect(said(results[2])).toContain('has one database');
  });

  it('does for a command what cannot be done synchronously, and the session stays clean', async () => {
    const { results } = await play(
      journalOf(
        run('sql create table dumped (x int)'),
        run('dump'),
        run('sql create table later (x int)'),
        run('echo a', '-b'),
      ),
    );
    expect(said(results[1])).toContain('CREATE TABLE public.dumped');
    expect(results[2]?.exit).toBe(0);
    expect(said(results[3])).toBe('a-b\n');
  });

  it('goes on from a checkpoint as if it had replayed', async () => {
    const journal = journalOf(
      run(
        'sql create table t (id serial primary key, u uuid default gen_random_uuid(), r float8 default random())',
      ),
      run('sql insert into t default values'),
      run('cd /home/learner/app/app'),
      { do: 'write', at: tick(), path: 'a/b.py', text: '' },
      run('sql insert into t default values'),
      run('revision'),
    );
    const whole = await play(journal);
    const half = await replay(journal, 4, servers, host);
    // A cost that makes it worth its while.
    const slow = { ...half.results[0]!, milliseconds: 10_000 };
    const state = { ...half.state(), results: [slow, ...half.results.slice(1)] };
    const server = (await servers.capture())!;
    const checkpoint = structuredClone({ version: '', seed: journal.seed, workspace: state, server });
    const steps: number[] = [];
    const rest = await replay(journal, 6, servers, host, {
      checkpoints: [checkpoint],
      onStep: (done) => steps.push(done),
    });
    expect(steps).toEqual([5, 6]);
    expect(comparable(rest)).toEqual(comparable(whole));
    expect(rest.rewind(5)).toBe(false);
    // Damaged, or of another way: the journal counts.
    const bad = { ...checkpoint, server: { changed: new Blob(['x']), removed: [] } };
    expect(comparable(await replay(journal, 6, servers, host, { checkpoints: [bad] }))).toEqual(
      comparable(whole),
    );
  });

  it('tells drift in a dry run that leaves no trace', async () => {
    const workspace = await play(journalOf(run('revision'), run('sql create table t (id serial)')));
    const before = comparable(workspace);
    expect(workspace.drift({}).changes).toEqual([]);
    expect(
      workspace.drift({ 'app/models.py': 'add_table\nadd_column' }).changes?.map((one) => one.change),
    ).toEqual(['add_table', 'add_column']);
    expect(workspace.drift({ 'app/models.py': 'broken' }).problem?.text).toMatch(/^at [0-9a-f]{12}$/);
    expect(comparable(workspace)).toEqual(before);
    expect(
      (await workspace.do(run("sql select to_regclass('trace'), to_regclass('alembic_version')"))).output[0]
        ?.text,
    ).toContain('[[null,null]]');
  });

  it('takes back written files without a replay, and only those', async () => {
    const base = journalOf(run('sql create table t (x int)'));
    const workspace = await play(base);
    const before = comparable(workspace);
    await workspace.do({ do: 'write', at, path: 'a/b/c.py', text: 'one' });
    await workspace.do({ do: 'write', at, path: 'a/b/c.py', text: 'two' }, true);
    expect(workspace.results.at(-1)?.files).toEqual([
      { path: 'a/b/c.py', change: 'created', before: undefined },
    ]);
    await workspace.do({ do: 'delete', at, path: 'alembic.ini' });
    expect(workspace.rewind(1)).toBe(true);
    expect(comparable(workspace)).toEqual(before);
    expect(workspace.rewind(0)).toBe(false);
  });
});
