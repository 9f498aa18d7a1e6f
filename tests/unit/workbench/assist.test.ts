/** What the editor knows while a file is being typed: what stands at the cursor, where names lead, the ways out of slips. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readBootFiles } from '../../../src/database/read-boot-files.ts';
import { engine } from '../../../src/engine/index.ts';
import { worldFiles } from '../../../src/lessons/files/project-files.ts';
import { replay } from '../../../src/session/workspace/replay.ts';
import { newServers } from '../../../src/session/workspace/servers.ts';
import type { Workspace } from '../../../src/session/workspace/workspace.ts';
import { definitionOf } from '../../../src/workbench/editor/assist/definitions.ts';
import { fixesFor, forgottenModels, type Insertion } from '../../../src/workbench/editor/assist/fixes.ts';
import {
  callAround,
  importsOf,
  nameBefore,
  parametersOf,
} from '../../../src/workbench/editor/assist/names.ts';
import {
  callable,
  describedOwn,
  ownMembers,
  ownNameOf,
} from '../../../src/workbench/editor/assist/own-names.ts';

const ROOT = new URL('../../../', import.meta.url).pathname;
const TEAM = worldFiles(ROOT, 'team');

describe('what stands around the cursor', () => {
  it('finds names, calls and imports of half-typed files', () => {
    expect(nameBefore('    id = sa.Col')).toEqual({ whole: 'sa.Col', owner: 'sa' });
    expect(nameBefore('x = "sa.')).toBeUndefined();
    expect(nameBefore('# sa.')).toBeUndefined();
    expect(callAround('op.add_column("users", sa.Column("a", sa.String(5)), ')).toEqual({
      name: 'op.add_column',
      argument: 2,
      keyword: undefined,
    });
    expect(callAround('op.add_column("users", schema=')?.keyword).toBe('schema');
    expect(callAround('def upgrade(')).toBeUndefined();
    expect(importsOf('from a import (\n    B,  # why\n    C,\n)\nimport sqlalchemy as sa\nx = 1\n')).toEqual([
      'from a import B, C',
      'import sqlalchemy as sa',
    ]);
    expect(parametersOf("(a, *, b=('x', 1), c=None)")).toEqual(['a', '*', "b=('x', 1)", 'c=None']);
  });
});

describe('what a file defines itself', () => {
  const FILE = `from app.models.base import Base
import sqlalchemy as sa

LIMIT = 3


class Named(Base):
    name = sa.Column(sa.String(50))

    def __init__(self, name, *, loud=False):
        self.name = name
        self.loud = loud

    @property
    def label(self) -> str:
        return self.name

    def rename(self, to: str, times=LIMIT):
        old = self.name
        return old


class Book(Named):
    __tablename__ = "books"
    id = sa.Column(sa.Integer, primary_key=True)


def first(session: sa.Connection):
    book = Book("a")
    for copy in []:
        pass
    return book
`;
  const lines = FILE.split('\n');
  const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
  /** With the line replaced by what is being typed there. */
  const typing = (at: number, text: string) => lines.with(at - 1, text).join('\n');
  const visible = (at: number, typed: string) => engine.ownNames(typing(at, typed), at) ?? [];
  const names = (at: number, typed: string) => visible(at, typed).map(({ name }) => name);
  const asked: string[] = [];
  const about = async (name: string) => {
    asked.push(name);
    const member = { name: name === 'Base' ? 'metadata' : 'execute', kind: 'value' } as const;
    return { kind: 'class', from: name, signature: undefined, members: [member] } as const;
  };
  const members = async (owner: string, at: number, typed: string) =>
    (await ownMembers(owner, { names: visible(at, typed), about }))?.map(({ name }) => name);

  it('are the names that the line sees, in a file that is half typed', () => {
    const module = ['LIMIT', 'Named', 'Book', 'first'];
    expect(names(5, 'Bo')).toEqual(module);
    expect(names(5, 'x = (')).toEqual(module);
    expect(names(lineOf('old = '), '        sel')).toEqual([...module, 'self', 'to', 'times']);
    expect(names(lineOf('id = sa'), '    id = sa.')).toEqual([...module, '__tablename__']);
    expect(names(lineOf('return book'), '    boo.')).toEqual([...module, 'session', 'book', 'copy']);
    expect(engine.ownNames('class A(:\n    x = 1\ny.', 3)).toBeUndefined();
  });

  it('lead to members, their own and inherited ones', async () => {
    const last = lineOf('return book');
    expect(await members('Book', last, '    Book.')).toEqual([
      '__tablename__',
      'id',
      'name',
      '__init__',
      'label',
      'rename',
      'metadata',
    ]);
    expect(await members('book', last, '    book.')).toContain('loud');
    expect(await members('self', lineOf('old = '), '        self.')).toContain('loud');
    expect(await members('session', last, '    session.')).toEqual(['execute']);
    expect(await members('sa', last, '    sa.')).toBeUndefined();
    expect(asked).toContain('sa.Connection');
  });

  it('are described as they stand there, a method without what it is bound to', () => {
    const described = (whole: string) => {
      const found = ownNameOf(whole, visible(lineOf('return book'), '    x'));
      return found && describedOwn(found);
    };
    expect(described('Book')).toBe('class Book(Named)');
    expect(described('Named.rename')).toBe('def rename(self, to: str, times=LIMIT)');
    expect(described('first')).toBe('def first(session: sa.Connection)');
    expect(described('book')).toBe('book: Book');
    const named = ownNameOf('Named', visible(5, ''));
    expect(named && callable(named)).toBe('(name, *, loud=False)');
    const own = visible(lineOf('old = '), '        x');
    expect(callable(ownNameOf('self.rename', own)!)).toBe('(to: str, times=LIMIT)');
  });
});

describe('where a name leads', () => {
  const lead = (path: string, line: number, word: string) => {
    const found = definitionOf(TEAM, path, line, word);
    return found && `${found.path}:${TEAM[found.path]!.split('\n')[found.line - 1]!.trim()}`;
  };
  const versions = 'migrations/versions';
  const lineOf = (path: string, text: string) =>
    TEAM[path]!.split('\n').findIndex((one) => one.includes(text)) + 1;

  it('goes between models and migrations, to revisions and to imports', () => {
    const model = 'app/models/customer.py';
    expect(lead(model, lineOf(model, 'email'), 'email')).toContain("op.add_column('customers'");
    expect(lead(model, lineOf(model, '__tablename__'), 'customers')).toContain("op.create_table('customers'");
    expect(lead(model, lineOf(model, 'name = '), 'name')).toContain("sa.Column('name'");
    expect(lead(model, 3, 'Base')).toBe('app/models/base.py:class Base(DeclarativeBase):');
    const points = `${versions}/5d21ac7e9b60_add_points_to_customers.py`;
    expect(lead(points, lineOf(points, 'add_column'), 'points')).toContain(`${model}:points = Column`);
    expect(lead(points, lineOf(points, 'add_column'), 'customers')).toBe(`${model}:class Customer(Base):`);
    expect(lead(points, lineOf(points, 'down_revision'), 'c4f0e7d19a55')).toContain('c4f0e7d19a55_merge');
    expect(lead(model, 1, '.*')).toBeUndefined();
  });
});

describe('ways out of common slips', () => {
  const put = (text: string, { line, column, text: added }: Insertion) => {
    const lines = text.split('\n');
    lines[line - 1] = lines[line - 1]!.slice(0, column - 1) + added + lines[line - 1]!.slice(column - 1);
    return lines.join('\n');
  };
  /** Takes the first way out of what Python's compiler says, until there is nothing left to say. */
  const mended = (text: string): string => {
    const problem = engine.syntaxProblem(text, 'a.py');
    const [fix] = problem ? fixesFor(text, problem, new Set()) : [];
    return fix ? mended(put(text, fix.insertion)) : text;
  };

  it('inserts commas and colons where they belong', () => {
    expect(mended('x = (1 2)\n')).toBe('x = (1, 2)\n');
    expect(mended('x = [\n    f(1)\n    f(2),\n]\n')).toBe('x = [\n    f(1),\n    f(2),\n]\n');
    expect(mended('class A\n    pass\n')).toBe('class A:\n    pass\n');
    expect(mended('if x  # why\n    pass\n')).toBe('if x:  # why\n    pass\n');
  });

  it('imports what is missing', () => {
    const problem = (name: string) => ({
      message: `NameError: name '${name}' is not defined`,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
    });
    const fixed = (text: string, name: string) => {
      const [fix] = fixesFor(text, problem(name), new Set(['DateTime']));
      return fix && put(text, fix.insertion);
    };
    expect(fixed('from sqlalchemy import Column\n', 'DateTime')).toBe(
      'from sqlalchemy import Column, DateTime\n',
    );
    expect(fixed('"""Doc"""\nfrom alembic import op\n', 'sa')).toBe(
      '"""Doc"""\nimport sqlalchemy as sa\nfrom alembic import op\n',
    );
    expect(fixed('import os\n', 'Mapped')).toBe('from sqlalchemy.orm import Mapped\nimport os\n');
    expect(fixed('x\n', 'helper')).toBeUndefined();
  });

  it('finds models that env.py never imports', () => {
    const env = TEAM['migrations/env.py']!.replace(
      'import coupon, customer, order',
      'import customer, order',
    );
    const [found, ...more] = forgottenModels({ ...TEAM, 'migrations/env.py': env }, ['coupons']);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      table: 'coupons',
      path: 'app/models/coupon.py',
      envPath: 'migrations/env.py',
    });
    expect(put(env, found!.insertion)).toContain('import Base\nimport app.models.coupon\n');
  });
});

describe('what the engine says of a name', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    const servers = newServers(() => readBootFiles());
    const journal = { version: 1, seed: '0'.repeat(32), start: TEAM, machine: {}, steps: [] } as const;
    const fulfil = () => Promise.reject(new Error('nothing to fulfil'));
    workspace = await replay(journal, 0, servers, { engine, fulfil });
  });

  it('are its own signature and members, of libraries and of the project', () => {
    const about = (imports: string[], name: string) => workspace.describe({ imports, name }, {});
    expect(about(['from alembic import op'], 'op.drop_column')?.signature).toMatch(
      /^\(table_name, column_name/,
    );
    for (const [name, start] of [
      ['op.get_bind', '()'],
      ['op.f', '(name)'],
      ['op.batch_alter_table', '(table_name, schema=None'],
      ['op.execute', '(sqltext, '],
      ['context.configure', '(connection=None, url=None'],
      ['context.run_migrations', '(**kw)'],
    ] as const) {
      expect(about(['from alembic import context, op'], name)?.signature?.slice(0, start.length), name).toBe(
        start,
      );
    }
    expect(about(['import sqlalchemy as sa'], 'sa')?.members).toContainEqual({
      name: 'DateTime',
      kind: 'class',
    });
    expect(about(['from app.models.customer import Customer'], 'Customer')?.members).toContainEqual(
      expect.objectContaining({ name: 'email' }),
    );
    expect(about(['import nothing', 'import sqlalchemy as sa'], 'sa.Integer')?.kind).toBe('class');
    expect(about([], 'nothing')).toBeUndefined();
    expect(about([], '__import__("os")')).toBeUndefined();
    expect(workspace.snapshot().files['.what_is_it.py']).toBeUndefined();
  });
});
