/** The checks of lessons over one snapshot, what is said of one that is written wrongly, and the page that documents them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Facts, NO_FACTS, passes, readCheck, SCHEMAS } from '../../../src/checks/index.ts';
import { classesOf } from '../../../src/checks/python-classes.ts';
import type { Snapshot } from '../../../src/engine/snapshot.ts';

const SNAPSHOT: Snapshot = {
  files: {
    'app/models/user.py': 'class User(Base):\n    __tablename__ = "users"\n    phone = Column(String(20))\n',
  },
  database: {
    running: true,
    schemas: ['public'],
    tables: [
      {
        oid: 1,
        schema: 'public',
        name: 'users',
        comment: null,
        columns: [
          {
            name: 'id',
            type: 'integer',
            notNull: true,
            default: null,
            identity: '',
            generated: '',
            comment: null,
            number: 1,
            filled: 2,
          },
          {
            name: 'phone',
            type: 'character varying(20)',
            notNull: false,
            default: null,
            identity: '',
            generated: '',
            comment: null,
            number: 2,
            filled: 1,
          },
        ],
        constraints: [
          { name: 'users_pkey', kind: 'primary-key', definition: 'PRIMARY KEY (id)', columns: ['id'] },
        ],
        indexes: [
          {
            name: 'ix_phone',
            unique: true,
            definition: 'CREATE UNIQUE INDEX ix_phone ON public.users USING btree (phone)',
          },
        ],
        rowCount: 2,
        rows: [
          ['1', '010'],
          ['2', null],
        ],
      },
    ],
    views: [],
    sequences: [],
    enums: [{ name: 'public.status', labels: ['new', 'paid'] }],
  },
  revisions: {
    files: [
      {
        path: 'migrations/versions/a.py',
        revision: 'abc123',
        down: [],
        dependsOn: [],
        labels: [],
        message: 'Add phone',
        problem: null,
        operations: [{ name: 'add_column', table: 'users', subject: 'phone', line: 1, endLine: 1 }],
        undoing: [],
      },
    ],
    heads: ['abc123'],
    current: ['abc123'],
    problem: null,
  },
};
const FACTS: Facts = {
  commands: [
    { line: 'alembic upgrade head', exit: 0, stdout: '', stderr: 'Running upgrade' },
    { line: 'alembic check', exit: 255, stdout: 'FAILED', stderr: '' },
  ],
  opened: ['migrations/versions/a.py'],
};
const holds = (written: unknown, facts = FACTS) =>
  passes(readCheck(written, 'test'), { snapshot: SNAPSHOT, facts });

describe('checks', () => {
  it.each([
    [{ file: { path: 'app/models/user.py', contains: 'phone' } }, true],
    [{ file: { path: 'nowhere.py' } }, false],
    [{ file: { path: 'nowhere.py', exists: false } }, true],
    [{ model: { table: 'users', column: 'phone', contains: 'String(20)' } }, true],
    [{ model: { table: 'users', column: 'birth_date' } }, false],
    [{ ops: { has: [{ name: 'add_column', subject: 'phone' }], only: true } }, true],
    [{ ops: { has: [{ name: 'drop_column' }] } }, false],
    [{ graph: { heads: 1, revisions: 1, merges: 0 } }, true],
    [{ current: 'head' }, true],
    [{ current: 'base' }, false],
    [{ current: 'abc' }, true],
    [{ table: { name: 'users' } }, true],
    [{ table: { name: 'orders', exists: false } }, true],
    [
      {
        column: { table: 'users', name: 'phone', type: 'character varying', nullable: true, default: false },
      },
      true,
    ],
    [{ column: { table: 'users', name: 'birth_date', exists: false } }, true],
    [{ column: { table: 'users', name: 'phone', nullable: false } }, false],
    [{ index: { table: 'users', columns: ['phone'], unique: true } }, true],
    [{ constraint: { table: 'users', kind: 'primary-key', columns: ['id'] } }, true],
    [{ constraint: { table: 'users', kind: 'check', exists: false } }, true],
    [{ rows: { table: 'users', count: 2 } }, true],
    [{ rows: { table: 'users', filled: 'phone', count: 1 } }, true],
    [{ rows: { table: 'users', where: { phone: null }, count: 1 } }, true],
    [{ rows: { table: 'users', where: { phone: '011' } } }, false],
    [{ ran: { matches: '^alembic upgrade' } }, true],
    [{ ran: { matches: '^alembic upgrade', last: true } }, false],
    [{ output: { contains: 'FAILED', of: 'check' } }, true],
    [{ read: { has: [{ name: 'add_column', subject: 'phone' }] } }, true],
    [{ clean: false }, true],
    [{ enum: { name: 'status', has: ['paid'], lacks: ['sent'] } }, true],
    [{ enum: { name: 'status', has: ['sent'] } }, false],
    [{ enum: { name: 'kind', exists: false } }, true],
    [{ revision: { matches: '^Add', has: [{ name: 'add_column' }], merges: false } }, true],
    [{ revision: { matches: 'update' } }, false],
    [{ revision: { merges: true, exists: false } }, true],
    [{ server: 'running' }, true],
    [{ server: 'stopped' }, false],
    [{ all: [{ current: 'head' }, { not: { current: 'base' } }] }, true],
    [{ any: [{ current: 'base' }, { table: { name: 'orders' } }] }, false],
  ])('%j is %s', (written, expected) => {
    expect(holds(written)).toBe(expected);
  });

  it('a roundtrip holds only where one was made', () => {
    expect(holds({ roundtrip: 'honest' }, NO_FACTS)).toBe(false);
    expect(holds({ roundtrip: 'honest' }, { ...NO_FACTS, roundtrip: 'honest' })).toBe(true);
  });

  it('reading counts in the terminal too', () => {
    const stdout = 'the text';
    const world = {
      snapshot: { ...SNAPSHOT, files: { 'migrations/versions/a.py': 'the text\n' } },
      facts: { commands: [{ line: 'cat migrations/versions/*', exit: 0, stdout, stderr: '' }], opened: [] },
    };
    expect(passes(readCheck({ read: { path: 'migrations/versions/a.py' } }, 'test'), world)).toBe(true);
  });

  it('says in words what is wrong with a check', () => {
    expect(() => readCheck({ colum: {} }, 'step "x"')).toThrow('step "x": there is no check "colum"');
    expect(() => readCheck({ column: { table: 'users' } }, 'step "x"')).toThrow(/step "x"\.column/);
    expect(() => readCheck({ a: 1, b: 2 }, 'step "x"')).toThrow('a check is a mapping with one key');
  });
});

describe('docs/checks.md', () => {
  const text = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(
    ([, block]) => parse(block!) as Record<string, unknown>[],
  );

  it.each(examples)('%j is a check', (example) => {
    expect(() => readCheck(example, 'docs')).not.toThrow();
  });

  it('has an example of each kind', () => {
    const shown = new Set(examples.flatMap((example) => Object.keys(example)));
    expect([...Object.keys(SCHEMAS), 'all', 'any', 'not'].filter((kind) => !shown.has(kind))).toEqual([]);
  });
});

describe('reading the classes of a model file', () => {
  it('knows every way to declare a column, over several lines and with comments', () => {
    const text = `class User(Base):  # people
    __tablename__ = 'users'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    phone = sa.Column(
        "phone_number",  # a name of its own
        String(20),
    )
    note = "Column(String)"

class Order(Base):
    __tablename__ = "orders"
    total = Column(Numeric)
`;
    expect(classesOf(text).map(({ table, columns }) => [table, columns.map(({ name }) => name)])).toEqual([
      ['users', ['id', 'name', 'phone_number']],
      ['orders', ['total']],
    ]);
  });
});
