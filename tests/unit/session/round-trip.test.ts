/** The round trip of revisions on a copy: honest downgrades, and those that are not. */
import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/session/journal/journal.ts';
import { play, run, servers, sql, write } from './bookshop.ts';

/** A revision after the first, with these two bodies. */
const revision = (up: string, down: string): Step =>
  write(
    'migrations/versions/0000000000b2_second.py',
    `"""second"""
from alembic import op
import sqlalchemy as sa

revision = '0000000000b2'
down_revision = 'abc123f0e1d2'
branch_labels = None
depends_on = None


def upgrade():
    ${up}


def downgrade():
    ${down}
`,
  );
const USERS = sql("INSERT INTO users (username) VALUES ('jiwoo'), ('minseo')");
const FIRST = run('alembic upgrade head');
const ADD = 'op.add_column("users", sa.Column("phone", sa.String(20)))';
const DROP = 'op.drop_column("users", "phone")';

async function prove(...steps: Step[]) {
  const workspace = await play(...steps);
  const before = JSON.stringify(workspace.snapshot());
  const copy = (await servers.copy())!;
  const { revisions } = workspace.prove(copy.server, undefined);
  await copy.close();
  expect(JSON.stringify(workspace.snapshot())).toBe(before);
  await workspace.do(sql("insert into users (username) values ('later')"));
  const users = workspace.snapshot().database.tables.find(({ name }) => name === 'users');
  expect(users?.rows.at(-1)?.[0]).toBe('3');
  return revisions.map(({ revision: id, honest, failure, left, again, values }) => ({
    id,
    honest,
    failure: failure && [failure.during, failure.path?.split('/').at(-1), failure.line],
    left: left?.tables.flatMap((table) => [
      ...table.columns.map((one) => `${one.change} ${table.name}.${one.name}`),
      ...table.indexes.map((one) => `${one.change} ${one.name}`),
    ]),
    lost: again?.lostCells,
    values: values.map((one) => `${one.column} of ${one.key}: ${one.before} -> ${one.after}`),
  }));
}

describe('the round trip', () => {
  it('is honest where everything comes back', async () => {
    expect(await prove(FIRST, USERS, revision(ADD, DROP))).toEqual([
      { id: '0000000000b2', honest: true, failure: undefined, left: [], lost: 0, values: [] },
    ]);
  });

  it('tells the values that a downgrade drops, where the revision is applied', async () => {
    const proof = await prove(
      FIRST,
      USERS,
      revision(ADD, DROP),
      FIRST,
      sql("update users set phone = '010-1' where id = 2"),
    );
    expect(proof).toEqual([
      {
        id: '0000000000b2',
        honest: false,
        failure: undefined,
        left: [],
        lost: 1,
        values: ['phone of 2: 010-1 -> null'],
      },
    ]);
  });

  it('tells the column that does not come back as it was, with its values', async () => {
    const [proof] = await prove(
      FIRST,
      USERS,
      revision(
        'op.drop_column("users", "username")',
        'op.add_column("users", sa.Column("username", sa.Text()))',
      ),
    );
    expect(proof).toMatchObject({ honest: false, left: ['changed users.username'] });
    expect(proof?.values).toContain('username of 1: jiwoo -> null');
  });

  it('tells the index that a downgrade forgets, and that the revision cannot be applied again', async () => {
    const [proof] = await prove(
      FIRST,
      USERS,
      revision('op.create_index("ix_name", "users", ["username"])', 'pass'),
    );
    expect(proof).toMatchObject({ honest: false, left: ['added ix_name'] });
    expect(proof?.failure).toEqual(['again', '0000000000b2_second.py', 12]);
  });

  it('runs what cannot run inside a transaction', async () => {
    const index = (what: string) =>
      `with op.get_context().autocommit_block():\n        op.${what}, postgresql_concurrently=True)`;
    const [proof] = await prove(
      FIRST,
      USERS,
      revision(
        index('create_index("ix_name", "users", ["username"]'),
        index('drop_index("ix_name", table_name="users"'),
      ),
    );
    expect(proof).toMatchObject({ honest: true, failure: undefined });
  });
});
