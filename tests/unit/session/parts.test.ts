/** The engine cut into parts does what the whole one does. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Parse, planParts } from '../../../src/build/parts/plan.ts';
import { usesOf } from '../../../src/build/parts/references.ts';
import type { Node } from '../../../src/build/parts/tree.ts';
import { readBootFiles } from '../../../src/database/read-boot-files.ts';
import { engine } from '../../../src/engine/index.ts';
import type { Snapshot } from '../../../src/engine/snapshot.ts';
import type { Journal, Step } from '../../../src/session/journal/journal.ts';
import { fulfilNeed } from '../../../src/session/workspace/needs.ts';
import { replay } from '../../../src/session/workspace/replay.ts';
import { newServers } from '../../../src/session/workspace/servers.ts';
import { firstLoadSize, WANTED } from '../../bench/size.ts';
import { ROOT as FOLDER, startLesson } from '../../lessons/play.ts';
import { type CutRun, cutEngine } from './parts/cut-engine.ts';

const ROOT = FOLDER.replace(/\/$/, '');
const boot = readBootFiles();
const servers = newServers(() => boot);
let cut: (journal: Journal) => Promise<CutRun>;
let start: Journal['start'];

beforeAll(async () => {
  cut = await cutEngine();
  start = (await startLesson('workflow/add-columns')).workspace.journal.start;
}, 120_000);

const run = (line: string): Step => ({ do: 'run', at: 1768469400000, line });
const write = (path: string, text: string): Step => ({ do: 'write', at: 1768469400000, path, text });

/** The server's own numbers go on over replays. */
const withoutOids = ({ database }: Snapshot) => database.tables.map((table) => ({ ...table, oid: 0 }));

/** Plays the steps on the cut engine and on the whole one, which must agree. */
async function both(steps: readonly Step[], installed: readonly string[] = []): Promise<CutRun> {
  const journal: Journal = { version: 1, seed: '0'.repeat(32), start, machine: { installed }, steps };
  const made = await cut(journal);
  const whole = await replay(journal, steps.length, servers, {
    engine,
    fulfil: (need, machine) => fulfilNeed(need, { machine, dump: servers.dump }),
  });
  const told = whole.results.map(({ exit, output, files }) => ({ exit, output, files }));
  expect(made.results.map(({ exit, output, files }) => ({ exit, output, files }))).toEqual(told);
  expect(withoutOids(made.snapshot)).toEqual(withoutOids(whole.snapshot()));
  return made;
}

const printed = (made: CutRun, step: number) => made.results[step]!.output.map(({ text }) => text).join('');

describe('the parts of the engine', () => {
  it('stay away as long as nobody runs a command, and most of them as long as nothing names them', async () => {
    expect((await both([])).came).toEqual([]);
    const lesson = await startLesson('workflow/add-columns', 'end');
    const made = await both(lesson.workspace.results.map(({ step }) => step));
    expect([made.came, made.replays]).toEqual([['seldom'], 1]);
  });

  it('leave a first load within its budget', async () => {
    expect(await firstLoadSize()).toBeLessThan(WANTED);
  }, 60_000);

  it('come before the step that names them', async () => {
    const hero = [
      'from sqlmodel import Field, SQLModel',
      'class Hero(SQLModel, table=True):',
      '    id: int | None = Field(default=None, primary_key=True)',
      '    name: str = Field(index=True)',
      '',
    ].join('\n');
    const show =
      'from sqlalchemy.schema import CreateTable\nfrom hero import Hero\nprint(CreateTable(Hero.__table__))\n';
    const made = await both(
      [write('hero.py', hero), write('show.py', show), run('python show.py')],
      ['sqlmodel'],
    );
    expect(printed(made, 2)).toContain('CREATE TABLE hero');
    expect(made.came).toContain('packages');
    expect(made.replays).toBe(1);
    const tools = await both([run('psql -c "select 1 as one" | head -1')]);
    expect([tools.came.toSorted(), tools.replays]).toEqual([['seldom', 'tools'], 1]);
  });

  it('let a step begin anew where nobody could know', async () => {
    const script = [
      'from sqlalchemy import create_engine, text',
      "engine = create_engine('postgresql+psycopg2://learner:learner@localhost:5432/app')",
      'with engine.begin() as connection:',
      "    connection.execute(text('create table marks (id serial primary key)'))",
      "    connection.execute(text('insert into marks default values'))",
      'try:',
      "    found = __import__('js' + 'on')",
      'except BaseException as error:',
      '    found = error',
      'print(found.dumps([1]))',
      '',
    ].join('\n');
    const made = await both([run('alembic upgrade head'), write('marks.py', script), run('python marks.py')]);
    expect(printed(made, 2)).toBe('[1]\n');
    expect(made.replays).toBe(2);
    expect(made.snapshot.database.tables.find(({ name }) => name === 'marks')?.rows).toEqual([['1']]);
  });

  it('hold functions, and branches of functions, that opening a workspace does not run', async () => {
    const model = [
      'from sqlalchemy import Column, Computed, Enum, Identity, Integer, Interval, LargeBinary, UniqueConstraint',
      'from sqlalchemy.dialects.postgresql import ARRAY, INT4RANGE, JSONB',
      'from app.models.base import Base',
      'class User(Base):',
      '    __tablename__ = "users"',
      '    __table_args__ = (UniqueConstraint("twice", name="only_once"), {"comment": "people"})',
      '    id = Column(Integer, Identity(start=5), primary_key=True)',
      '    twice = Column(Integer, Computed("id * 2"))',
      '    mood = Column(Enum("good", "bad", name="mood"))',
      '    spans = Column(ARRAY(INT4RANGE))',
      '    kept = Column(JSONB(astext_type=None), comment="as it came")',
      '    lasts = Column(Interval(second_precision=3))',
      '    raw = Column(LargeBinary)',
      '',
    ].join('\n');
    const made = await both([
      run('alembic upgrade head'),
      write('app/models/user.py', model),
      run('alembic revision --autogenerate -m all'),
      run('alembic upgrade head'),
      run('alembic downgrade base'),
    ]);
    expect(printed(made, 2)).toContain("Detected added column 'users.kept'");
    expect(made.came).toContain('seldom');
  });

  it('bring the class of an object that the first load made', async () => {
    const script = [
      'from sqlalchemy import create_engine, text',
      "engine = create_engine('postgresql+psycopg2://learner:learner@localhost:5432/app')",
      'with engine.connect() as connection:',
      '    row = connection.execute(text("select 1.50::numeric, \'6f0e3e5c-0000-4000-8000-000000000001\'::uuid")).one()',
      'print(row, type(row[0]))',
      '',
    ].join('\n');
    const made = await both([write('row.py', script), run('python row.py')]);
    expect(printed(made, 1)).toContain("Decimal('1.50')");
    expect(made.came).toContain('library');
  });

  it('have no class over objects of the first load that is not announced there', () => {
    const { parts } = planParts(ROOT, parseAst as Parse);
    const announced = readFileSync(`${ROOT}/src/engine/modules/later-classes.ts`, 'utf8');
    const missing = [...parts.keys()].flatMap((file) => {
      const code = readFileSync(file, 'utf8');
      const { imports } = usesOf(parseAst(code, { lang: 'ts' }) as unknown as Node);
      const isOutside = (host: string) =>
        imports.some(
          ({ source, names }) =>
            names.has(host) && source.startsWith('.') && !parts.has(join(dirname(file), source)),
        );
      const hosts = [...code.matchAll(/^ {2}host: (.+),$/gm)].flatMap(([, list]) => list!.match(/\w+/g)!);
      return hosts.filter((host) => isOutside(host) && !announced.includes(`registerFamily(${host},`));
    });
    expect(missing).toEqual([]);
  });

  it('tell of an error in the syntax as Python does', async () => {
    const made = await both([write('wrong.py', 'print "hello"\n'), run('python wrong.py')]);
    expect(printed(made, 1)).toContain("Missing parentheses in call to 'print'. Did you mean print(...)?");
  });
});
