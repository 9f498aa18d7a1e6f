/** A revision file beside what the models say, as autogenerate would write it in its place on the bookshop's project. */
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/session/workspace/workspace.ts';
import { MODEL, play, run, start, write } from './bookshop.ts';

const withColumns = (...lines: string[]) =>
  `${start[MODEL]!.trimEnd()}\n${lines.map((line) => `    ${line}\n`).join('')}`;
const PHONE = 'phone = Column(String(20))';
const UP = run('alembic upgrade head');
const REVISION = run('alembic revision --autogenerate -m "Add phone"');

const revisions = (workspace: Workspace) =>
  Object.keys(workspace.snapshot().files).filter((path) => /versions\/.*\.py$/.test(path));
const newest = (workspace: Workspace) => revisions(workspace).find((path) => path.includes('add_phone'))!;

function told(workspace: Workspace, path: string, drafts: Record<string, string> = {}) {
  const diff = workspace.modelDiff(path, drafts);
  return diff?.parts.map(({ name, items }) =>
    [
      name,
      ...items.map(
        (one) => `${one.kind} ${one.name} ${one.table}.${one.subject ?? ''}${one.later ? ' later' : ''}`,
      ),
    ].join(' | '),
  );
}

describe('a revision file beside the models', () => {
  it('does what they say, before it is applied and after', async () => {
    const same = ['upgrade | same add_column users.phone', 'downgrade | same drop_column users.phone'];
    const waiting = await play(UP, write(MODEL, withColumns(PHONE)), REVISION);
    expect(told(waiting, newest(waiting))).toEqual(same);
    const applied = await play(UP, write(MODEL, withColumns(PHONE)), REVISION, UP);
    expect(told(applied, newest(applied))).toEqual(same);
    expect(applied.drift({}).changes).toEqual([]);
    expect(applied.snapshot().files[newest(applied)]).toBeDefined();
  });

  it('is compared by what it says, not by how it is written', async () => {
    const workspace = await play(UP, write(MODEL, withColumns(PHONE)), REVISION);
    const path = newest(workspace);
    const text = workspace.snapshot().files[path]!;
    const rewritten = text.replace(
      /op\.add_column\(.*\)\n/,
      'op.add_column(\n        "users",  # why\n        sa.Column("phone", sa.String(length=20), nullable=True),\n    )\n',
    );
    expect(rewritten).not.toBe(text);
    expect(told(workspace, path, { [path]: rewritten })).toEqual(told(workspace, path));
  });

  it('differs where either was changed, and where lines were written by hand', async () => {
    const workspace = await play(UP, write(MODEL, withColumns(PHONE)), REVISION);
    const path = newest(workspace);
    const text = workspace.snapshot().files[path]!;
    expect(
      told(workspace, path, { [MODEL]: withColumns('phone = Column(String(30))', 'age = Column(Integer)') }),
    ).toEqual([
      'upgrade | changed add_column users.phone | models add_column users.age',
      'downgrade | models drop_column users.age | same drop_column users.phone',
    ]);
    expect(told(workspace, path, { [MODEL]: start[MODEL]! })).toEqual([
      'upgrade | file add_column users.phone',
      'downgrade | file drop_column users.phone',
    ]);
    const byHand = text.replace('def downgrade', "    op.execute('select 1')\n\n\ndef downgrade");
    expect(told(workspace, path, { [path]: byHand })?.[0]).toBe(
      'upgrade | same add_column users.phone | hand execute undefined.',
    );
    const [upgrade] = workspace.modelDiff(path, {
      [MODEL]: withColumns('phone = Column(String(30))'),
    })!.parts;
    expect(upgrade!.items[0]!.models!.text).toBe(
      "op.add_column('users', sa.Column('phone', sa.String(length=30), nullable=True))",
    );
    expect(upgrade!.items[0]!.file!.text).toContain('length=20');
  });

  it('leaves to the revisions after it what they do', async () => {
    const workspace = await play(UP, write(MODEL, withColumns(PHONE)), REVISION);
    const first = revisions(workspace).find((path) => !path.includes('add_phone'))!;
    expect(workspace.modelDiff(first, {})).toMatchObject({ later: 1, problem: undefined });
    expect(told(workspace, first)?.[0]).toMatch(/^upgrade \| changed create_table users\. later/);
  });

  it('says why where it cannot tell', async () => {
    const workspace = await play(UP, write(MODEL, withColumns(PHONE)), REVISION);
    const path = newest(workspace);
    const problem = (drafts: Record<string, string>) => workspace.modelDiff(path, drafts)?.problem;
    expect(problem({ [path]: 'x = (' })).toMatchObject({ during: 'file' });
    expect(problem({ [MODEL]: withColumns('phone = Thing(1)') })).toMatchObject({
      during: 'generate',
      path: MODEL,
      text: "NameError: name 'Thing' is not defined",
    });
    expect(workspace.modelDiff(MODEL, {})).toBeUndefined();
  });
});
