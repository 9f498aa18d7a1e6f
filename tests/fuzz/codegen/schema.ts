/** Random schemas in SQL: tables of every type, keys between them, what hangs on them. */
import type { Random } from '../random.ts';
import { extraSql } from './extras.ts';

const TYPES = [
  'integer',
  'bigint',
  'smallint',
  'text',
  'varchar(20)',
  'varchar',
  'char(3)',
  'numeric(10,2)',
  'numeric',
  'real',
  'double precision',
  'boolean',
  'date',
  'time',
  'timetz',
  'timestamp',
  'timestamptz',
  'timestamp(3)',
  'timestamptz(0)',
  'interval',
  'interval day to second(2)',
  'uuid',
  'json',
  'jsonb',
  'bytea',
  'inet',
  'cidr',
  'macaddr',
  'macaddr8',
  'money',
  'bit(4)',
  'bit varying(6)',
  'tsvector',
  'int4range',
  'tstzrange',
  'nummultirange',
  'integer[]',
  'text[]',
  'varchar(5)[]',
  'numeric(6,2)[]',
  'mood',
  'mood[]',
  'oid',
  'xml',
  'point',
  'positive',
  'name',
  'regclass',
  'float4',
  '"char"',
  'int4[][]',
  'boolean[]',
];
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  integer: ['0', '1 + 1', '-5'],
  bigint: ['0'],
  text: ["'x'", "'it''s'", "lower('A')", "'a%b'"],
  'varchar(20)': ["'x'"],
  boolean: ['true', 'false'],
  timestamptz: ['now()', 'CURRENT_TIMESTAMP'],
  timestamp: ['now()'],
  date: ['CURRENT_DATE'],
  uuid: ['gen_random_uuid()'],
  jsonb: ["'{}'"],
  'integer[]': ["'{}'"],
  mood: ["'ok'"],
  'numeric(10,2)': ['0', '1.50'],
};
const NAMES = [
  'users',
  'orders',
  'order_items',
  'categories',
  'user_roles',
  'people',
  'Weird Name',
  'class',
  'metadata',
  'news',
  'addresses',
  'a1',
];
const COLUMNS = [
  'name',
  'email',
  'title',
  'class',
  'metadata',
  'created_at',
  'price',
  'status',
  'data',
  'Upper',
  'with space',
  'registry',
  'from',
  'type',
  'id_no',
  'über',
  'x1',
  'parent',
];

const q = (name: string) => `"${name}"`;

interface Made {
  readonly name: string;
  readonly key: string;
  readonly type: string;
}

function anyColumnSql(r: Random, name: string): string {
  const type = r.pick(TYPES);
  const parts = [q(name), type];
  const defaults = DEFAULTS[type];
  if (type === 'integer' && r.chance(6))
    return `${q(name)} integer GENERATED ${r.pick(['ALWAYS', 'BY DEFAULT'])} AS IDENTITY${r.pick(['', ' (START 10 INCREMENT 5)'])}`;
  if (type === 'integer' && r.chance(8))
    return `${q(name)} ${r.pick(['serial', 'bigserial', 'smallserial'])}`;
  if (defaults && r.chance(3)) parts.push(`DEFAULT ${r.pick(defaults)}`);
  if (type === 'text' && r.chance(8)) parts.push('COLLATE "C"');
  if (r.chance(2)) parts.push('NOT NULL');
  if (r.chance(10) && !['json', 'xml', 'point'].includes(type)) parts.push('UNIQUE');
  if (type === 'integer' && r.chance(6)) parts.push(`CHECK (${q(name)} > 0)`);
  if (type === 'text' && r.chance(6)) parts.push(`CHECK (${q(name)} IN ('a', 'b'))`);
  return parts.join(' ');
}

const keyTypeOf = (key: string): string =>
  key.includes('uuid')
    ? 'uuid'
    : key.includes('varchar')
      ? 'varchar(10)'
      : key.includes('big')
        ? 'bigint'
        : 'integer';

/** Columns that refer to tables made before. */
function addReferences(r: Random, lines: string[], made: readonly Made[]): void {
  for (const target of r.some(made, 0, 2)) {
    const column = r.pick([
      `${target.name.toLowerCase().replaceAll(' ', '_')}_id`,
      `${target.name}_ref`,
      'parent_id',
    ]);
    if (lines.some((line) => line.startsWith(q(column)))) continue;
    const rule = r.pick([
      '',
      '',
      ' ON DELETE CASCADE',
      ' ON DELETE SET NULL ON UPDATE CASCADE',
      ' DEFERRABLE INITIALLY DEFERRED',
      ' ON DELETE RESTRICT',
    ]);
    lines.push(
      `${q(column)} ${target.type}${r.pick(['', ' NOT NULL', ' UNIQUE'])} REFERENCES ${target.name.includes('.') ? target.name : q(target.name)}${rule}`,
    );
  }
}

function indexesSql(
  r: Random,
  name: string,
  full: string,
  columns: readonly string[],
  lines: readonly string[],
): string[] {
  const after: string[] = [];
  const usable = (column: string) =>
    !lines.some((line) => line.startsWith(q(column)) && /\b(json|xml|point)\b/.test(line));
  for (const column of columns.filter(usable)) {
    if (!r.chance(8)) continue;
    after.push(
      `CREATE ${r.pick(['', '', 'UNIQUE '])}INDEX ${q(`ix_${name}_${column}`)} ON ${full} (${q(column)}${r.pick(['', '', ' DESC', ' NULLS FIRST'])})${r.pick(['', '', ` WHERE ${q(column)} IS NOT NULL`, ' INCLUDE ('.concat(q(columns[0]!), ')')])}`,
    );
  }
  return after;
}

function commentsSql(r: Random, full: string, columns: readonly string[]): string[] {
  const after: string[] = [];
  if (r.chance(6))
    after.push(`COMMENT ON TABLE ${full} IS ${r.pick(["'the table'", "'it''s \"quoted\"'", "'한글'"])}`);
  if (r.chance(6))
    after.push(
      `COMMENT ON COLUMN ${full}.${q(columns[0]!)} IS ${r.pick(["'a note'", "'line\nbreak'", "'back\\slash'"])}`,
    );
  return after;
}

function anyTableSql(r: Random, name: string, made: Made[]): string[] {
  const schema = r.chance(12) ? 'other.' : '';
  const full = `${schema}${q(name)}`;
  const key = r.pick([
    'id integer',
    'id serial',
    'id bigserial',
    'id integer GENERATED ALWAYS AS IDENTITY',
    'id uuid DEFAULT gen_random_uuid()',
    'code varchar(10)',
    'id bigint',
  ]);
  const keyName = key.split(' ')[0]!;
  const keyType = keyTypeOf(key);
  const lines = r.chance(10)
    ? []
    : [`${key} ${r.pick(['PRIMARY KEY', 'PRIMARY KEY', `CONSTRAINT ${q(`pk ${name}`)} PRIMARY KEY`])}`];
  const columns = r.some(COLUMNS, 1, 5);
  lines.push(...columns.map((one) => anyColumnSql(r, one)));
  addReferences(r, lines, made);
  if (lines.length > 0 && lines[0]!.includes('PRIMARY KEY') && r.chance(8))
    lines.push(`"boss" ${keyType} REFERENCES ${full}`);
  if (columns.length > 1 && r.chance(8))
    lines.push(
      `${r.pick(['', `CONSTRAINT uq_${made.length} `])}UNIQUE (${columns.slice(0, 2).map(q).join(', ')})`,
    );
  if (r.chance(8)) lines.push(`CONSTRAINT ck_${made.length} CHECK (${q(columns[0]!)} IS NOT NULL)`);
  if (r.chance(12)) lines.push(`twice integer GENERATED ALWAYS AS (1 + 1) STORED`);
  const after = [...indexesSql(r, name, full, columns, lines), ...commentsSql(r, full, columns)];
  if (lines[0]?.includes('PRIMARY KEY') && schema === '') made.push({ name, key: keyName, type: keyType });
  return [`CREATE TABLE ${full} (\n  ${lines.join(',\n  ')}\n)`, ...after];
}

function linkTable(r: Random, made: readonly Made[]): string[] {
  const two = r.some(made, 2, 2);
  if (two.length < 2 || !r.chance(3)) return [];
  const [a, b] = two as [Made, Made];
  return [
    `CREATE TABLE link_${made.length} (a_id ${a.type} REFERENCES ${q(a.name)}, b_id ${b.type} REFERENCES ${q(b.name)}, PRIMARY KEY (a_id, b_id))`,
  ];
}

/** Statements that make a schema. */
export function anySchemaSql(r: Random): string {
  const made: Made[] = [];
  const statements = [
    'CREATE SCHEMA IF NOT EXISTS other',
    "CREATE TYPE mood AS ENUM ('ok', 'sad', 'it''s')",
    'CREATE DOMAIN positive AS integer CHECK (VALUE > 0)',
  ];
  for (const name of r.some(NAMES, 1, 4)) statements.push(...anyTableSql(r, name, made));
  statements.push(...linkTable(r, made), ...extraSql(r));
  const first = made[0];
  if (first && r.chance(10)) statements.push(`CREATE VIEW seen AS SELECT * FROM ${q(first.name)}`);
  return `${statements.join(';\n')};`;
}
