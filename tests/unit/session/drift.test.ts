/** What separates models, revisions and database, as the real engine says in a dry run on the bookshop's project. */
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/session/workspace/workspace.ts';
import { MODEL, play, run, sql, start, write } from './bookshop.ts';

const withPhone = `${start[MODEL]!.trimEnd()}\n    phone = Column(String(20))\n`;
const UP = run('alembic upgrade head');
const REVISION = run('alembic revision --autogenerate -m "Add phone"');

function told(workspace: Workspace, drafts: Record<string, string> = {}) {
  const { changes, upgrade, strays, problem } = workspace.drift(drafts);
  return {
    changes: changes?.map((one) => `${one.change} ${one.table}.${one.subject ?? ''}`),
    upgrade: upgrade.operations.map((one) => `${one.name} ${one.table}.${one.subject ?? ''}`),
    strays: strays?.map((one) => `${one.change} ${one.table}.${one.column ?? ''}`),
    problem: problem && [problem.during, problem.path, problem.line, problem.text],
  };
}

const NOTHING = { changes: [], upgrade: [], strays: [], problem: null };

describe('drift', () => {
  it('is nothing where the three places agree', async () => {
    expect(told(await play(UP))).toEqual(NOTHING);
  });

  it('is what autogenerate would find next, while it is typed', async () => {
    const workspace = await play(UP);
    expect(told(workspace, { [MODEL]: withPhone })).toEqual({
      ...NOTHING,
      changes: ['add_column users.phone'],
    });
    const [found] = workspace.drift({ [MODEL]: withPhone }).changes!;
    expect(found?.wanted).toBe('String(length=20)');
    expect(told(workspace)).toEqual(NOTHING);
  });

  it('is what upgrade would run next, and then autogenerate finds nothing', async () => {
    const workspace = await play(UP, write(MODEL, withPhone), REVISION);
    expect(told(workspace)).toEqual({ ...NOTHING, upgrade: ['add_column users.phone'] });
    const { upgrade } = workspace.drift({});
    expect(upgrade.sql.filter(({ operation }) => operation === 1).map((one) => one.sql)).toEqual([
      'ALTER TABLE users ADD COLUMN phone VARCHAR(20)',
    ]);
    expect(told(await play())).toMatchObject({ upgrade: ['create_table users.'], changes: [] });
  });

  it('is what the database has that no one declared, and what somebody took from it', async () => {
    const workspace = await play(
      UP,
      sql(
        'alter table users add nickname text; create table notes (id int); alter table users drop username',
      ),
    );
    expect(told(workspace)).toMatchObject({
      strays: ['added notes.', 'added users.nickname', 'dropped users.username'],
      changes: ['remove_table notes.', 'add_column users.username', 'remove_column users.nickname'],
    });
  });

  it('is not known where env.py, the models or a revision are broken: the line is told', async () => {
    const workspace = await play(UP);
    const env = start['migrations/env.py']!;
    expect(told(workspace, { [MODEL]: withPhone.replace('(String(20))', '(Strin(20))') }).problem).toEqual([
      'check',
      MODEL,
      withPhone.trimEnd().split('\n').length,
      "NameError: name 'Strin' is not defined. Did you mean: 'String'?",
    ]);
    expect(told(workspace, { 'migrations/env.py': `${env}\n1 / 0\n` }).problem).toMatchObject({
      0: 'check',
      1: 'migrations/env.py',
      3: 'ZeroDivisionError: division by zero',
    });
    const bad = await play(UP, write(MODEL, withPhone), REVISION, sql('alter table users add phone text'));
    expect(told(bad).changes).toBeUndefined();
    expect(told(bad).problem?.join(' ')).toMatch(
      /^upgrade .*_add_phone\.py \d+ sqlalchemy\.exc\.ProgrammingError: .*DuplicateColumn.* already exists$/,
    );
  });

  it('leaves no trace: not in rows, not in what sequences give out', async () => {
    const seeded = `${start['migrations/versions/abc123f0e1d2_create_users.py']!.replace(
      '# ### end Alembic commands ###',
      `op.execute("INSERT INTO users (username) VALUES ('first')")`,
    )}`;
    const workspace = await play(
      UP,
      write(
        'migrations/versions/000000000001_more.py',
        seeded
          .replaceAll('abc123f0e1d2', '000000000001')
          .replace('= None\nbranch', "= 'abc123f0e1d2'\nbranch")
          .replace(/op\.create_table\([\s\S]*?\n {4}\)\n/, ''),
      ),
    );
    expect(told(workspace)).toMatchObject({ upgrade: ['execute undefined.'], problem: null });
    await workspace.do(sql("insert into users (username) values ('mine')"));
    expect(workspace.snapshot().database.tables.find(({ name }) => name === 'users')?.rows).toEqual([
      ['1', 'mine'],
    ]);
  });

  it('takes under 50 ms a keystroke in a lesson', async () => {
    const workspace = await play(UP, write(MODEL, withPhone), REVISION, UP);
    const times = Array.from(
      { length: 15 },
      (_, i) => workspace.drift({ [MODEL]: `${withPhone}    more_${i} = Column(String(9))\n` }).milliseconds,
    ).sort((a, b) => a - b);
    expect(times[0]).toBeLessThan(50);
  });
});
