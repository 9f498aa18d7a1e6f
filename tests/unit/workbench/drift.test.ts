import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/engine/snapshot.ts';
import { driftOf } from '../../../src/workbench/drift/drift.ts';

const MODEL = `class User(Base):
    __tablename__ = "users"

    id = Column(Integer, primary_key=True)
`;
const PHONE = '    phone = Column(String(20), nullable=True)\n';

function world(columns: string[], applied: boolean, withRevision: boolean): Snapshot {
  const column = (name: string, number: number) => ({
    name,
    type: 'integer',
    notNull: false,
    default: null,
    identity: '' as const,
    generated: '' as const,
    comment: null,
    number,
    filled: 0,
  });
  const revision = (id: string, down: string[], name: string, subject: string | undefined) => ({
    path: `migrations/versions/${id}.py`,
    revision: id,
    down,
    dependsOn: [],
    labels: [],
    message: '',
    problem: null,
    operations: [{ name, table: 'users', subject }],
  });
  const files = [
    revision('a', [], 'create_table', undefined),
    ...(withRevision ? [revision('b', ['a'], 'add_column', 'phone')] : []),
  ];
  return {
    files: {},
    database: {
      running: true,
      schemas: ['public'],
      tables: [
        {
          oid: 1,
          schema: 'public',
          name: 'users',
          comment: null,
          columns: columns.map(column),
          constraints: [],
          indexes: [],
          rowCount: 0,
          rows: [],
        },
      ],
      views: [],
      sequences: [],
      enums: [],
    },
    revisions: {
      files,
      heads: [withRevision ? 'b' : 'a'],
      current: [applied && withRevision ? 'b' : 'a'],
      problem: null,
    },
  };
}
const summary = (snapshot: Snapshot, model: string) => {
  const { toGenerate, pending } = driftOf(snapshot, { 'app/models/user.py': model });
  return { toGenerate: toGenerate.map(({ column }) => column), pending };
};

describe('what separates models, revisions and database', () => {
  it('is nothing at first', () => {
    expect(summary(world(['id'], false, false), MODEL)).toEqual({ toGenerate: [], pending: 0 });
  });

  it('is a column that only the model has: autogenerate comes next', () => {
    expect(summary(world(['id'], false, false), MODEL + PHONE)).toEqual({
      toGenerate: ['phone'],
      pending: 0,
    });
  });

  it('is a revision that waits: upgrade comes next', () => {
    expect(summary(world(['id'], false, true), MODEL + PHONE)).toEqual({ toGenerate: [], pending: 1 });
  });

  it('is nothing once it is applied, and its column is what the strip shows', () => {
    const one = world(['id', 'phone'], true, true);
    expect(summary(one, MODEL + PHONE)).toEqual({ toGenerate: [], pending: 0 });
    expect(driftOf(one, { 'a.py': MODEL + PHONE }).items.map(({ column }) => column)).toEqual(['phone']);
  });

  it('is a column that nobody declared', () => {
    expect(summary(world(['id', 'nickname'], false, false), MODEL)).toEqual({
      toGenerate: ['nickname'],
      pending: 0,
    });
  });
});
