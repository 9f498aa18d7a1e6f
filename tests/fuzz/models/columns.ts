/** Random columns with their defaults, comments, identities, generated values and enums. */
import type { Random } from '../random.ts';
import { pointAt } from './foreign-keys.ts';
import { mustName } from './names.ts';
import type { Column, Models, Table } from './schema.ts';
import { INDEXED, quoted, text } from './text.ts';
import { anyFamily, anyType, INTEGER, TEXT, type TypeFamily } from './types.ts';

export const ENUM_FAMILY: TypeFamily = {
  name: 'enum',
  annotation: 'str',
  serverDefaults: ['"red"', 'sa.text("\'red\'")'],
  defaults: ['"red"'],
  checks: ["{c} <> 'red'"],
  types: [],
};

/** An enum kept by its values, which are the first letters. */
const CALLED_FAMILY: TypeFamily = { ...ENUM_FAMILY, serverDefaults: ['"r"'], checks: ["{c} <> 'r'"] };

/** A column with everything that fits its type. */
export function anyColumn(r: Random, models: Models, table: Table, name: string): Column {
  const enumerated = r.chance(12);
  const family = enumerated ? ENUM_FAMILY : anyFamily(r);
  const column: Column = {
    name,
    family,
    type: enumerated ? anyEnum(r, table, name) : anyType(r, family),
    primaryKey: false,
    nullable: r.pick([true, false, false, undefined, undefined]),
    keywords: {},
    items: [],
  };
  if (column.type.includes('values_callable')) column.family = CALLED_FAMILY;
  const others = models.tables.filter((one) => one.name !== table.name || r.chance(4));
  if (r.chance(7) && others.length > 0 && pointAt(r, column, r.pick(others)))
    return extras(r, column, table.style);
  if (r.chance(14)) return computed(r, table, column);
  if (family === INTEGER && r.chance(15)) {
    column.type = 'sa.Integer()';
    column.items.push(anyIdentity(r));
    if (column.nullable && !r.chance(9)) column.nullable = undefined;
    return column;
  }
  if (r.chance(4) && family.serverDefaults.length > 0)
    column.keywords.server_default = r.pick(family.serverDefaults);
  if (r.chance(10) && family.defaults.length > 0)
    column.keywords[r.pick(['default', 'default', 'onupdate'])] = r.pick(family.defaults);
  if (r.chance(40) && family.serverDefaults.length > 0) column.keywords.server_onupdate = 'sa.FetchedValue()';
  if (r.chance(16) && family.checks.length > 0)
    column.items.push(
      `sa.CheckConstraint(${text(r.pick(family.checks).replaceAll('{c}', quoted(name)))}${r.chance(mustName(models) ? 20 : 2, mustName(models) ? 19 : 1) ? `, name="ck_${name.toLowerCase().slice(0, 12)}"` : ''})`,
    );
  return extras(r, column, table.style);
}

const MAPPED_COLUMNS: readonly Table['style'][] = [
  'mapped',
  'annotated',
  'decorated',
  'abstract',
  'declared',
];

/** What `mapped_column` takes and `Column` does not. */
const OF_MAPPED_COLUMN: readonly (readonly [name: string, value: string])[] = [
  ['sort_order', '-1'],
  ['sort_order', '10'],
  ['deferred', 'True'],
  ['deferred_group', '"heavy"'],
  ['active_history', 'True'],
  ['use_existing_column', 'True'],
];

function extras(r: Random, column: Column, style: Table['style']): Column {
  const { keywords } = column;
  if (r.chance(8))
    keywords.comment = text(r.pick(['a note', "it's", '한글', '"quoted"', 'a\\b', '%s', 'a: b']));
  const fits = INDEXED.has(column.family.name) || r.chance(60);
  if (r.chance(9) && fits) keywords.index = 'True';
  if (r.chance(10) && fits) keywords.unique = 'True';
  if (r.chance(150)) keywords.key = text(`${column.name}_key`);
  if (r.chance(style === 'core' ? 30 : 400)) keywords.quote = r.pick(['True', 'False']);
  if (r.chance(60)) keywords.info = '{"a": 1}';
  if (r.chance(60)) keywords.system = 'False';
  if (MAPPED_COLUMNS.includes(style) && r.chance(30)) {
    const [name, value] = r.pick(OF_MAPPED_COLUMN);
    keywords[name] = value;
  }
  return column;
}

/** An IDENTITY with any options. */
export const anyIdentity = (r: Random) =>
  r.pick([
    'sa.Identity()',
    'sa.Identity(always=True)',
    'sa.Identity(start=5)',
    'sa.Identity(start=1, increment=2, minvalue=1, maxvalue=1000, cycle=True)',
    'sa.Identity(always=True, cache=20)',
    'sa.Identity(nominvalue=True)',
    'sa.Identity(on_null=True)',
    'sa.Identity(always=True, start=100, increment=-1, maxvalue=100, minvalue=-1000)',
    'sa.Identity(cycle=False, nomaxvalue=True)',
  ]);

function computed(r: Random, table: Table, column: Column): Column {
  const words = table.columns.find(
    (one) => one.family === TEXT && !/Computed|unicode/i.test(one.items.join()),
  );
  if (words && r.chance(4)) return searched(r, words, column);
  const source = table.columns.find((one) => one.family === INTEGER);
  column.family = INTEGER;
  column.type = 'sa.Integer()';
  const name = source ? quoted(source.name) : '3';
  column.items.push(
    r.pick([
      `sa.Computed('${name} * 2', persisted=True)`,
      `sa.Computed('${name} * 3', persisted=True)`,
      `sa.Computed('${name} * 2')`,
      `sa.Computed('${name} + 1', persisted=True)`,
      `sa.Computed('abs(${name})', persisted=${r.chance(6) ? 'False' : 'True'})`,
      `sa.Computed(sa.text('${name} - 1'))`,
    ]),
  );
  return column;
}

/** Text made ready for searching. */
function searched(r: Random, words: Column, column: Column): Column {
  column.family = SEARCHED;
  column.type = 'postgresql.TSVECTOR()';
  const name = quoted(words.name);
  column.items.push(
    r.pick([
      `sa.Computed(${text(`to_tsvector('english', ${name})`)}, persisted=True)`,
      `sa.Computed(${text(`to_tsvector('simple'::regconfig, coalesce(${name}::text, ''))`)}, persisted=True)`,
      `sa.Computed(sa.func.to_tsvector(sa.text("'simple'"), sa.literal_column('${name}')), persisted=True)`,
    ]),
  );
  return column;
}

const SEARCHED: TypeFamily = {
  name: 'searched',
  annotation: 'Any',
  serverDefaults: [],
  defaults: [],
  checks: ['{c} IS NOT NULL'],
  types: [],
};

/** An enum in any of its forms. */
export function anyEnum(r: Random, table: Table, name: string): string {
  const type = `${table.name.toLowerCase().slice(0, 12)}_${name.toLowerCase().slice(0, 10)}`;
  const values = r.pick(['"red", "green"', '"red", "green", "blue"', '"it\'s", "red"', '"red", "초록"']);
  const usual = [
    `sa.Enum(${values}, name="${type}")`,
    'sa.Enum(Color)',
    `sa.Enum(Color, name="${type}")`,
    `sa.Enum(Color, name="${type}", values_callable=lambda e: [m.value for m in e])`,
    `sa.Enum(${values}, name="${type}", native_enum=False)`,
    `sa.Enum(${values}, name="${type}", native_enum=False, length=30)`,
    `sa.Enum(${values}, name="${type}", native_enum=False, create_constraint=True)`,
    `sa.Enum(${values}, native_enum=False)`,
    `sa.Enum(${values}, name="${type}", create_constraint=True)`,
    `postgresql.ENUM(${values}, name="${type}")`,
    `postgresql.ENUM(Color, name="${type}")`,
    `sa.Enum(${values}, name="${type}", schema="public")`,
    `sa.Enum(${values}, name="${type}", inherit_schema=True)`,
  ];
  const odd = [
    `postgresql.ENUM(${values}, name="${type}", create_type=False)`,
    `sa.Enum(${values}, name="${type}", metadata=metadata)`,
    `sa.Enum(${values})`,
  ];
  return r.pick(r.chance(15) ? odd : usual);
}
