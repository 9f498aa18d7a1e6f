/** From a line to what it did and back, on steps that the real engine has done. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBootFiles } from '../../../src/database/read-boot-files.ts';
import { engine } from '../../../src/engine/index.ts';
import { worldFiles } from '../../../src/lessons/files/project-files.ts';
import type { Step } from '../../../src/session/journal/journal.ts';
import { replay } from '../../../src/session/workspace/replay.ts';
import { newServers, type Servers } from '../../../src/session/workspace/servers.ts';
import type { Workspace } from '../../../src/session/workspace/workspace.ts';
import { graphOf } from '../../../src/workbench/revisions/graph.ts';
import { originOf, traceAt } from '../../../src/workbench/trace/trace.ts';

const MODEL = 'app/models/user.py';
const SECOND = 'migrations/versions/0000000000b2_second.py';
const start = worldFiles(fileURLToPath(new URL('../../../', import.meta.url)), 'bookshop');
const REVISION = `"""second"""
from alembic import op
import sqlalchemy as sa

revision = '0000000000b2'
down_revision = 'abc123f0e1d2'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('users') as batch_op:
        batch_op.add_column(sa.Column('phone', sa.String(20)))
        batch_op.alter_column(
            'username', new_column_name='name')


def downgrade():
    pass
`;
const [ADD, RENAME] = [13, 15];

let servers: Servers;
beforeAll(() => {
  const files = readBootFiles();
  servers = newServers(() => files);
});

const at = 1_768_469_400_000;
const run = (line: string): Step => ({ do: 'run', at, line });
const sql = (text: string): Step => ({ do: 'sql', at, sql: text });
const play = (...steps: Step[]): Promise<Workspace> =>
  replay({ version: 1, seed: '0'.repeat(32), start, machine: {}, steps }, steps.length, servers, {
    engine,
    fulfil: () => Promise.reject(new Error('not here')),
  });
const FIRST = [run('alembic upgrade head'), sql("insert into users (username) values ('jiwoo')")];
const WRITE: Step = { do: 'write', at, path: SECOND, text: REVISION };

function traced(workspace: Workspace, line: number, path = SECOND) {
  const snapshot = workspace.snapshot();
  const order = graphOf(snapshot.revisions).nodes.map(({ id }) => id);
  const drift = workspace.drift({});
  const { files } = snapshot;
  return traceAt({ snapshot, files, results: workspace.results, drift, order }, { path, line });
}

describe('the trace', () => {
  it('tells what a line will send, before it runs', async () => {
    const workspace = await play(...FIRST, WRITE);
    expect(traced(workspace, ADD)).toMatchObject({
      status: 'next',
      direction: 'upgrade',
      sql: ['ALTER TABLE users ADD COLUMN phone VARCHAR(20)'],
    });
    expect(traced(workspace, 1)).toBeUndefined();
  });

  it('tells what each operation of a batch sent and changed, over all lines of its call', async () => {
    const workspace = await play(...FIRST, WRITE, run('alembic upgrade head'));
    expect(traced(workspace, ADD)).toMatchObject({
      status: 'done',
      effects: [{ change: 'added', name: 'users.phone' }],
      rows: { before: 1, after: 1 },
      lostCells: 0,
    });
    expect(traced(workspace, RENAME)).toMatchObject({
      sql: ['ALTER TABLE users RENAME username TO name'],
      effects: [{ change: 'changed', name: 'users.name', oldName: 'username' }],
    });
  });

  it("leads from a model's line to the operation that made its column", async () => {
    const workspace = await play(...FIRST);
    const line = start[MODEL]!.split('\n').findIndex((text) => text.includes('username')) + 1;
    expect(traced(workspace, line, MODEL)).toMatchObject({
      operation: { name: 'create_table', table: 'users' },
      status: 'done',
    });
  });
});

describe('where a column came from', () => {
  it('is a line of a revision, through renames; or a statement', async () => {
    const workspace = await play(
      ...FIRST,
      WRITE,
      run('alembic upgrade head'),
      sql('alter table users rename to people; alter table people add nickname text'),
    );
    const origin = (column: string) => originOf(workspace.results, 'people', column);
    expect(origin('phone')).toMatchObject({
      kind: 'operation',
      name: 'add_column',
      place: { path: SECOND, line: ADD },
    });
    expect(origin('name')).toMatchObject({ kind: 'operation', name: 'create_table', step: 0 });
    expect(origin('nickname')).toEqual({ kind: 'sql', step: 4 });
  });
});
