/** A shop that has grown for years: twelve tables with foreign keys, forty revisions on two branches that were merged once. */
import { worldFiles } from '../../src/lessons/files/project-files.ts';
import type { Journal, Step } from '../../src/session/journal/journal.ts';

const TABLES: readonly (readonly [name: string, columns: string, refers: readonly string[]])[] = [
  ['users', 'username varchar(50) not null, phone varchar(20)', []],
  ['addresses', 'city text not null, postcode varchar(10)', ['users']],
  ['publishers', 'name varchar(120) not null', []],
  ['authors', 'name varchar(120) not null, born date', []],
  ['books', 'title text not null, price numeric(8,2) not null, published date', ['publishers', 'authors']],
  ['categories', 'name varchar(60) not null', ['categories']],
  ['book_categories', 'position integer', ['books', 'categories']],
  ['orders', 'placed_at timestamp with time zone not null default now()', ['users', 'addresses']],
  ['order_items', 'quantity integer not null, price numeric(8,2)', ['orders', 'books']],
  ['payments', 'amount numeric(10,2) not null, method varchar(20)', ['orders']],
  ['reviews', 'stars smallint not null check (stars between 1 and 5), text text', ['users', 'books']],
  ['coupons', 'code varchar(32) not null unique, percent smallint', ['orders']],
];

const singular = (table: string) => table.replace(/ies$/, 'y').replace(/(ss)es$|s$/, '$1');

function tables(): string {
  const made = TABLES.map(([name, columns, refers]) => {
    const keys = refers.map((other) => `${singular(other)}_id integer references ${other} (id)`);
    return `create table ${name} (${['id serial primary key', columns, ...keys].join(', ')})`;
  });
  const people = ['jiwoo', 'minseo', 'haneul'].map((name, at) => `('${name}', '010-2741-009${at}')`);
  return [
    ...made,
    `insert into users (username, phone) values ${people.join(', ')}`,
    "insert into publishers (name) values ('한빛'), ('문학동네')",
    "insert into authors (name) values ('박경리'), ('한강')",
    "insert into books (title, price, publisher_id, author_id) select '책 ' || n, 9000 + n * 100, 1 + n % 2, 1 + n % 2 from generate_series(1, 40) n",
  ].join(';\n');
}

const COUNT = 40;
const idOf = (at: number) =>
  `${(at * 40_503 + 7).toString(16).padStart(4, '0')}c0ffee${String(at).padStart(2, '0')}`;

/** In a row, but from the tenth to the twentieth on two branches, and two heads at the end. */
function parentsOf(at: number): readonly number[] {
  if (at === 0) return [];
  if (at === 20) return [18, 19];
  if (at === 39) return [36];
  return at > 10 && at < 20 ? [at - 2] : [at - 1];
}

function revisionFile(at: number): string {
  const down = parentsOf(at).map((one) => `'${idOf(one)}'`);
  const value = down.length === 0 ? 'None' : down.length === 1 ? down[0] : `(${down.join(', ')})`;
  const message =
    at === 20
      ? 'Merge shipping and reviews'
      : at === 39
        ? 'Try a loyalty programme'
        : `Change ${at} of the shop`;
  const body = at === 20 ? 'pass' : `op.add_column('books', sa.Column('note_${at}', sa.String(40)))`;
  const back = at === 20 ? 'pass' : `op.drop_column('books', 'note_${at}')`;
  const label = at === 39 ? "('loyalty',)" : 'None';
  return `"""${message}"""\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = '${idOf(at)}'\ndown_revision = ${value}\nbranch_labels = ${label}\ndepends_on = None\n\n\ndef upgrade():\n    ${body}\n\n\ndef downgrade():\n    ${back}\n`;
}

/** @param root the project's. */
export function largeWork(root: string): Journal {
  const start = Object.fromEntries(
    Object.entries(worldFiles(root, 'bookshop')).filter(([path]) => !path.includes('/versions/')),
  );
  for (let at = 0; at < COUNT; at++) start[`migrations/versions/${idOf(at)}_step.py`] = revisionFile(at);
  const steps: Step[] = [
    { do: 'sql', at: 1_768_469_400_000, sql: tables() },
    { do: 'run', at: 1_768_469_401_000, line: `alembic stamp ${idOf(35)}` },
    { do: 'run', at: 1_768_469_402_000, line: 'alembic history' },
    { do: 'run', at: 1_768_469_403_000, line: 'alembic upgrade nothere' },
    {
      do: 'sql',
      at: 1_768_469_404_000,
      sql: 'update users set phone = null where id < 3; delete from reviews',
    },
  ];
  return { version: 1, seed: '0123456789abcdef'.repeat(2), start, machine: {}, steps };
}
