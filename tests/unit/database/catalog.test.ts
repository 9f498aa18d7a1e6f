/** What a snapshot tells of a real database, and what the difference of two snapshots says. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boot } from '../../../src/database/boot.ts';
import { databaseSnapshot } from '../../../src/database/catalog.ts';
import { emptyServer } from '../../../src/database/empty.ts';
import { readBootFiles } from '../../../src/database/read-boot-files.ts';
import { openServer, type Server } from '../../../src/database/server.ts';
import { compareDatabases, isEmptyDiff } from '../../../src/session/compare/database-diff.ts';

let server: Server;

beforeAll(async () => {
  const pg = await boot(await readBootFiles());
  server = openServer(pg, { now: () => 0n, randomBytes: (count) => new Uint8Array(count) });
});
beforeEach(() => emptyServer(server));

/** Snapshots before and after some SQL. */
function around(setup: string, sql: string) {
  const connection = server.administer();
  connection.execute(setup);
  const before = databaseSnapshot(connection, true);
  connection.execute(sql);
  const after = databaseSnapshot(connection, true);
  connection.close();
  return { before, after, diff: compareDatabases(before, after) };
}

const USERS = `create table users (id serial primary key, email varchar(255) not null unique, phone text);
  insert into users (email, phone) values ('a@x', '1'), ('b@x', null)`;

describe('databaseSnapshot', () => {
  it('shows tables with columns, constraints, indexes and rows', () => {
    const { before } = around(
      `${USERS}; create table orders (user_id int references users (id)); create type mood as enum ('b', 'a')`,
      '',
    );
    const [orders, users] = before.tables;
    expect(users?.columns.map((column) => [column.name, column.type, column.notNull, column.filled])).toEqual(
      [
        ['id', 'integer', true, 2],
        ['email', 'character varying(255)', true, 2],
        ['phone', 'text', false, 1],
      ],
    );
    expect(users?.rows).toEqual([
      ['1', 'a@x', '1'],
      ['2', 'b@x', null],
    ]);
    expect(users?.indexes.map((index) => index.name)).toEqual(['users_email_key', 'users_pkey']);
    expect(orders?.constraints).toEqual([
      {
        name: 'orders_user_id_fkey',
        kind: 'foreign-key',
        definition: 'FOREIGN KEY (user_id) REFERENCES users(id)',
        columns: ['user_id'],
        references: { schema: 'public', table: 'users', columns: ['id'] },
      },
    ]);
    expect(before.enums).toEqual([{ name: 'public.mood', labels: ['b', 'a'] }]);
    expect(before.sequences).toEqual(['public.users_id_seq']);
  });

  it('reads and drops more tables than the server has locks for at once', { timeout: 120_000 }, () => {
    const many = (from: number) =>
      Array.from(
        { length: 500 },
        (_, i) => `create table t${from + i} (id serial primary key, a text unique)`,
      ).join(';');
    const { after } = around(many(0), many(500));
    expect(after.tables.length).toBe(1000);
    emptyServer(server);
    expect(around('', '').after.tables).toEqual([]);
  });

  it('reads a table without columns and quoted names', () => {
    const { before } = around('create table "a ""b" (); create table "Z" ("x y" int)', '');
    expect(before.tables.map((table) => table.name)).toEqual(['Z', 'a "b']);
  });
});

describe('compareDatabases', () => {
  it('counts the cells that a dropped column loses', () => {
    const { diff } = around(USERS, 'alter table users drop column phone');
    expect(diff.lostCells).toBe(1);
    expect(diff.tables[0]?.columns).toMatchObject([{ name: 'phone', change: 'dropped', lostCells: 1 }]);
  });

  it("takes no move of Alembic's marker for a lost value", () => {
    const { diff } = around(
      "create table alembic_version (version_num varchar(32) primary key); insert into alembic_version values ('a')",
      "update alembic_version set version_num = 'b'",
    );
    expect(diff.tables).toMatchObject([{ name: 'alembic_version', change: 'changed', lostCells: 0 }]);
    expect(diff.lostCells).toBe(0);
  });

  it('knows a rename from a drop', () => {
    const { diff } = around(
      USERS,
      'alter table users rename phone to mobile; alter table users rename to people',
    );
    expect(diff.tables).toMatchObject([
      {
        name: 'people',
        oldName: 'users',
        change: 'changed',
        lostCells: 0,
        columns: [{ name: 'mobile', oldName: 'phone' }],
      },
    ]);
  });

  it('sees nothing where nothing changed', () => {
    expect(isEmptyDiff(around(USERS, 'select 1').diff)).toBe(true);
  });

  it('sees tables, rows and views', () => {
    const { diff } = around(
      USERS,
      'create table t (x int); delete from users where phone is null; create view v as select 1',
    );
    expect(
      diff.tables.map((table) => [
        table.name,
        table.change,
        table.rowsBefore,
        table.rowsAfter,
        table.lostCells,
      ]),
    ).toEqual([
      ['t', 'added', 0, 0, 0],
      ['users', 'changed', 2, 1, 2],
    ]);
    expect(diff.views).toEqual([{ name: 'public.v', change: 'added' }]);
  });
});
