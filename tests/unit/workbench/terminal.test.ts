/** What the terminal makes of output, and of the keys at its prompt. */
import { describe, expect, it } from 'vitest';
import {
  completed,
  killToEnd,
  killToStart,
  killWord,
  lastWord,
  searchBack,
  wordBack,
  wordForward,
} from '../../../src/workbench/terminal/line-editing.ts';
import { type Known, linesOf, linked, tablesIn } from '../../../src/workbench/terminal/output-lines.ts';
import { isUnfinished } from '../../../src/workbench/terminal/unfinished.ts';
import { MODEL, play, run, sql, start, write } from '../session/bookshop.ts';

const known: Known = {
  revisions: new Map([
    ['def456a9b8c7', 'migrations/versions/def456a9b8c7_add_phone_and_birth_date_to_users.py'],
  ]),
  files: ['migrations/versions/def456a9b8c7_add_phone_and_birth_date_to_users.py'],
  tables: ['users'],
  models: new Map([['users', 'app/models/user.py']]),
};
const links = (text: string) =>
  linked({ text, told: undefined }, known).flatMap((one) => (one.link ? [[one.text, one.link.kind]] : []));

describe('the lines of an output', () => {
  it('keeps the lines of a table together', () => {
    const text = ' id | name  \n----+-------\n  1 | jiwoo\n(1 row)\n\n a | b\n---+---\n(0 rows)\n';
    const runs = tablesIn(linesOf([{ stream: 'stdout', text }]));
    expect(runs.map(({ table, lines }) => [table, lines.length])).toEqual([
      [true, 3],
      [false, 2],
      [true, 2],
      [false, 1],
    ]);
    expect(tablesIn(linesOf([{ stream: 'stdout', text: 'a | b\n-----\n' }]))).toHaveLength(1);
    const titled = '      Table "public.t"\n Column | Type\n--------+------\n id     | int\nIndexes:\n';
    const [whole] = tablesIn(linesOf([{ stream: 'stdout', text: titled }]));
    expect([whole!.table, whole!.lines.length]).toEqual([true, 4]);
  });

  it('tells preparation from what the command has to say', () => {
    const text =
      'INFO  [alembic.runtime.migration] Context impl PostgresqlImpl.\nINFO  [alembic.runtime.migration] Running upgrade a -> b, x\n';
    expect(linesOf([{ stream: 'stderr', text }]).map(({ preparation }) => preparation)).toEqual([
      true,
      false,
    ]);
  });

  it('links a path to its end where the tool wrapped it', () => {
    const text =
      '  Generating /home/learner/app/migrations/versions/def456a9b8c7_add_phone_and_bi\n  rth_date_to_users.py ...  done\n';
    const found = linesOf([{ stream: 'stdout', text }]).flatMap((line) => linked(line, known));
    expect(found.map((piece) => [piece.text, piece.link?.target])).toEqual([
      ['  Generating ', undefined],
      ['/home/learner/app/migrations/versions/def456a9b8c7_add_phone_and_bi', known.files[0]],
      ['  ', undefined],
      ['rth_date_to_users.py', known.files[0]],
      [' ...  done', undefined],
    ]);
    expect(linked({ text: '  rth_date_to_users.py', told: undefined }, known)).toHaveLength(1);
  });

  it('loses no character to links', () => {
    const line = 'INFO  [alembic.runtime.migration] Running upgrade  -> def456a9b8c7, Add phone  ';
    expect(
      linked({ text: line, told: undefined }, known)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  });

  it('links revisions, files, models and tables', () => {
    expect(links('def456a9b8c7 (head)')).toEqual([['def456a9b8c7', 'revision']]);
    expect(links("  relation 'users' exists")).toEqual([["'users'", 'table']]);
    expect(links("nothing 'members' known 0123456789ab")).toEqual([]);
  });

  it('leads from what autogenerate found to the model, from what it would drop to the table, by the events', async () => {
    const model = `${start[MODEL]!.trimEnd()}\n    phone = Column(String(20), index=True)\n    code = Column(String(9), unique=True)\n`;
    const workspace = await play(
      run('alembic upgrade head'),
      sql('alter table users add column "Detected" int'),
      write(MODEL, model),
      run('alembic revision --autogenerate -m "Add phone"'),
      run('alembic upgrade head'),
    );
    const [made, applied] = workspace.results.slice(-2);
    const facts: Known = { ...known, files: Object.keys(workspace.snapshot().files), revisions: new Map() };
    const linksOf = ({ output, events }: NonNullable<typeof made>) =>
      linesOf(output, events).flatMap((line) =>
        linked(line, facts).flatMap(({ text, link }) =>
          link && line.text.startsWith('INFO')
            ? [[text, link.kind, link.detected?.subject ?? link.target]]
            : [],
        ),
      );
    expect(linksOf(made!)).toEqual([
      ["'users.phone'", 'model', 'phone'],
      ["'users.code'", 'model', 'code'],
      ["'ix_users_phone'", 'model', 'ix_users_phone'],
      ['constraint None', 'model', 'app/models/user.py'],
      ["'users.Detected'", 'table', 'Detected'],
    ]);
    const file = facts.files.find((path) => path.endsWith('_add_phone.py'))!;
    expect(linksOf(applied!)).toEqual([[file.split('/').at(-1)!.slice(0, 12), 'revision', file]]);
  });

  it('links the place in a file that a traceback names', () => {
    const line =
      '  File "/home/learner/app/migrations/versions/def456a9b8c7_add_phone_and_birth_date_to_users.py", line 21, in upgrade';
    expect(
      linked({ text: line, told: undefined }, known).flatMap(({ link }) => (link ? [link.line] : [])),
    ).toEqual([21]);
  });

  it('links a path that the tool wrapped at 80 columns', () => {
    const line = '  Generating /home/learner/app/migrations/versions/def456a9b8c7_add_phone_and_bi';
    expect(links(line)).toEqual([[line.slice(13), 'file']]);
  });
});

describe('the keys of the prompt', () => {
  const line = { text: 'alembic upgrade head', cursor: 15 };

  it('kills words and ends of the line', () => {
    expect(killWord(line)).toEqual({ text: 'alembic  head', cursor: 8 });
    expect(killToStart(line)).toEqual({ text: ' head', cursor: 0 });
    expect(killToEnd(line)).toEqual({ text: 'alembic upgrade', cursor: 15 });
  });

  it('goes by words of letters', () => {
    const typed = { text: 'cd app/models', cursor: 13 };
    expect(wordBack(typed).cursor).toBe(7);
    expect(wordBack(wordBack(typed)).cursor).toBe(3);
    expect(wordForward({ ...typed, cursor: 2 }).cursor).toBe(6);
  });

  it('takes a quoted word for one', () => {
    expect(lastWord('cat "with sp')).toBe('"with sp');
    expect(lastWord('cat with\\ sp')).toBe('with\\ sp');
    expect(lastWord("echo 'a b' c")).toBe('c');
    expect(lastWord('cat <no')).toBe('no');
    expect(completed({ text: 'cat "wi', cursor: 7 }, ['"with space.txt"'])).toEqual({
      text: 'cat "with space.txt" ',
      cursor: 21,
    });
  });

  it('completes the only word with a blank, several as far as they agree', () => {
    expect(completed({ text: 'alembic cu', cursor: 10 }, ['current'])).toEqual({
      text: 'alembic current ',
      cursor: 16,
    });
    expect(completed({ text: 'cat mi', cursor: 6 }, ['migrations/'])).toEqual({
      text: 'cat migrations/',
      cursor: 15,
    });
    expect(completed({ text: 'alembic ', cursor: 8 }, ['heads', 'head', 'history'])).toEqual({
      text: 'alembic h',
      cursor: 9,
    });
    expect(completed({ text: 'x', cursor: 1 }, [])).toEqual({ text: 'x', cursor: 1 });
  });
});

describe('what the prompt waits for', () => {
  it.each([
    ['cat <<EOF', true],
    ['cat <<EOF\na', true],
    ['cat <<EOF\na\nEOF', false],
    ["psql app <<'SQL'\nselect 1;\nSQL", false],
    ['echo "a', true],
    ['echo "a"', false],
    [`echo "it's"`, false],
    ['echo a \\', true],
    ['alembic upgrade head &&', true],
    ['cat <<< word', false],
    ['echo # it is', false],
    ['for x in 1 2 3; do', true],
    ['for x in 1 2 3; do echo $x; done', false],
    ['if true; then\n  echo a', true],
    ['if true; then echo a; fi', false],
    ['while read x; do\n if a; then b; fi', true],
    ['case x in a) echo 1;; *) echo 2;; esac', false],
    ['case x in', true],
    ['f() {', true],
    ['f() { echo a; }', false],
    ['(cd app; ls', true],
    ['echo $(ls', true],
    ['echo $((1 + 2))', false],
    ['echo for if done', false],
    ['echo {a,b}', false],
    ['[[ -f x ]] && echo a', false],
  ])('%j: %s', (text, unfinished) => expect(isUnfinished(text)).toBe(unfinished));

  it('finds older lines one after the other', () => {
    const history = ['alembic check', 'ls', 'alembic current'];
    expect(searchBack(history, 'alembic', 0)).toEqual({ line: 'alembic current', back: 0 });
    expect(searchBack(history, 'alembic', 1)).toEqual({ line: 'alembic check', back: 2 });
    expect(searchBack(history, 'none', 0)).toBeUndefined();
  });
});
