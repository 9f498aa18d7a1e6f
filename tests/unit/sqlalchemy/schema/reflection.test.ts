/** Reflection of a database with a bit of everything, against what SQLAlchemy's inspector said of it. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { boot } from '../../../../src/database/boot.ts';
import { openServer } from '../../../../src/database/server.ts';
import type { Connection } from '../../../../src/engine/machine.ts';
import { compileDdl } from '../../../../src/engine/sqlalchemy/postgresql/ddl/index.ts';
import {
  type CatalogSource,
  Inspector,
  reflectTable,
} from '../../../../src/engine/sqlalchemy/postgresql/reflect/index.ts';
import { MetaData, Table } from '../../../../src/engine/sqlalchemy/schema/index.ts';
import { SqlType } from '../../../../src/engine/sqlalchemy/types/index.ts';

/** Written by SQLAlchemy: see record-reflection.py. */
interface Recorded {
  readonly sql: string;
  readonly tables: Record<string, Record<string, unknown>>;
  readonly lists: Record<string, unknown>;
  readonly warnings: string[];
  readonly metadata: Record<string, string[]>;
}
const recorded = JSON.parse(
  readFileSync(new URL('./reflection.recorded.json', import.meta.url), 'utf8'),
) as Recorded;

let connection: Connection;
const warnings = new Set<string>();
const source: CatalogSource = {
  rows: (sql) => connection.execute(sql)[0]!.rows,
  query: () => [],
  defaultSchema: () => 'public',
  warn: (_category, message) => warnings.add(message),
};

beforeAll(async () => {
  const server = openServer(await boot(undefined), {
    now: () => 0n,
    randomBytes: (count) => new Uint8Array(count),
  });
  connection = server.administer();
  connection.execute(recorded.sql);
}, 60_000);

/** As the recorder writes it: types by their repr(), numbers as JSON has them. */
function plain(value: unknown): unknown {
  if (value instanceof SqlType) return value.repr();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return value;
}

describe('Inspector', () => {
  it.each(Object.keys(recorded.tables))('describes %s', (name) => {
    const [schema, ...rest] = name.split(' ');
    const found = new Inspector(source).relation(rest.join(' '), schema || null);
    expect(
      plain({
        get_columns: found.columns,
        get_pk_constraint: found.primaryKey,
        get_foreign_keys: found.foreignKeys,
        get_indexes: found.indexes,
        get_unique_constraints: found.uniques,
        get_check_constraints: found.checks,
        get_table_comment: { text: found.comment },
      }),
    ).toEqual(recorded.tables[name]);
  });

  it.each(Object.keys(recorded.lists))('answers %s', (question) => {
    const [method, schema] = question.split(' ');
    const inspector = new Inspector(source);
    const name = method!.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as 'getTableNames';
    expect(plain(inspector[name](schema || null))).toEqual(recorded.lists[question]);
  });

  it('warns of types that it does not know', () => {
    for (const relation of new Inspector(source).relations(null)) expect(relation.columns).toBeDefined();
    expect([...warnings].sort()).toEqual(recorded.warnings);
  });
});

describe('reflectTable', () => {
  it.each(Object.keys(recorded.metadata))('makes a Table of %s', (key) => {
    const metadata = new MetaData();
    const [name, schema] = key.split('.').reverse();
    const table = new Table(name, metadata, { schema: schema ?? null });
    metadata.addTable(table);
    reflectTable(new Inspector(source), table);
    const indexes = [...table.indexes].map((element) => compileDdl({ kind: 'create-index', element }));
    expect([compileDdl({ kind: 'create-table', element: table }), ...indexes.sort()]).toEqual(
      recorded.metadata[key],
    );
  });
});
