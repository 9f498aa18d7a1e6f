/** A random set of models as data, before it is written as Python. */
import type { Random } from '../random.ts';
import { anyFamily, anyType, INTEGER, TEXT, type TypeFamily } from './types.ts';

/** How a table is written down. */
export type Style = 'core' | 'column' | 'mapped' | 'annotated' | 'dataclass' | 'mixin';

export interface Column {
  name: string;
  family: TypeFamily;
  type: string;
  primaryKey: boolean;
  /** undefined: not said. */
  nullable: boolean | undefined;
  /** Further keyword arguments, by name: server_default, default, comment, unique, index, key … */
  keywords: Record<string, string>;
  /** Positional arguments after the type: ForeignKey(…), Identity(…), Computed(…), CheckConstraint(…), Sequence(…). */
  items: string[];
  /** The table that an inline foreign key points to. */
  target?: string;
}

/** A constraint or index: Python text, and the columns that it needs. */
export interface Item {
  text: string;
  columns: string[];
  target?: string;
}

export interface Table {
  name: string;
  schema: string | undefined;
  style: Style;
  columns: Column[];
  constraints: Item[];
  indexes: Item[];
  /** Keyword arguments of Table: comment, postgresql_… */
  options: Record<string, string>;
  /** Joined or single inheritance: the parent's table. */
  parent?: string;
}

export interface Models {
  tables: Table[];
  /** Text of `naming_convention`, if any. */
  naming: string | undefined;
  /** MetaData(schema=…). */
  schema: string | undefined;
  future: boolean;
  colors: string[];
  made: number;
}

const TABLES = [
  'users',
  'orders',
  'items',
  'tags',
  'posts',
  'order',
  'Events',
  'audit_log',
  'stock',
  'user_groups',
  'very_long_table_name_that_goes_on_and_on',
];
const COLUMNS = [
  'name',
  'title',
  'state',
  'amount',
  'price',
  'created_at',
  'updated',
  'kind',
  'code',
  'note',
  'size',
  'flags',
  'data',
  'user',
  'Value',
  'when',
  'position',
  'a_rather_long_column_name_for_a_test',
];

const NAMINGS = [
  '{"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"}',
  '{"ix": "%(column_0_N_label)s_idx", "uq": "%(table_name)s_%(column_0_N_name)s_key", "fk": "%(table_name)s_%(column_0_N_name)s_fkey", "pk": "%(table_name)s_pkey"}',
  // With no "ix" at all, index=True makes indexes of one name: None.
  '{"ix": "ix_%(column_0_label)s", "pk": "pk_%(table_name)s", "uq": "uq__%(table_name)s__%(column_0_N_key)s"}',
  '{"ix": "ix_%(column_0_label)s", "ck": "ck_%(table_name)s_%(column_0_name)s"}',
];

export function anyModels(r: Random): Models {
  const models: Models = {
    tables: [],
    naming: r.chance(3) ? r.pick(NAMINGS) : undefined,
    schema: r.chance(20) ? 'shop' : undefined,
    future: r.chance(6),
    colors: ['red', 'green', 'blue'],
    made: 0,
  };
  for (const name of r.some(TABLES, 1, 3)) models.tables.push(anyTable(r, models, name));
  return models;
}

export const unusedTables = (models: Models): string[] =>
  TABLES.filter((name) => models.tables.every((table) => table.name !== name));

export function anyTable(r: Random, models: Models, name: string): Table {
  const style = r.pick<Style>([
    'core',
    'core',
    'column',
    'column',
    'mapped',
    'mapped',
    'mapped',
    'annotated',
    'dataclass',
    'mixin',
  ]);
  const table: Table = {
    name,
    schema: r.chance(12) ? 'stock' : undefined,
    style,
    columns: [],
    constraints: [],
    indexes: [],
    options: {},
  };
  if (r.chance(5))
    table.options.comment = text(r.pick(['the table', "it's", '한글 "설명"', 'a % b', '', 'two\nlines']));
  if (r.chance(40)) table.options.postgresql_with = '{"fillfactor": 70}';
  if (r.chance(50)) table.options.prefixes = '["UNLOGGED"]';
  if (r.chance(60)) table.options.info = '{"x": 1}';
  table.columns.push(...anyKey(r, table));
  const parent = models.tables.find(
    (one) => one.style !== 'core' && one.style === style && !one.parent && plainKey(one),
  );
  if (style !== 'core' && style !== 'dataclass' && parent && r.chance(6)) inherit(table, parent);
  for (const column of r.some(COLUMNS, 1, 5)) table.columns.push(anyColumn(r, models, table, column));
  for (let i = r.int(3); i > 0; i--) addItem(r, models, table);
  return table;
}

const plainKey = (table: Table) =>
  table.columns
    .filter((one) => one.primaryKey)
    .map((one) => one.name)
    .join() === 'id';

function inherit(table: Table, parent: Table): void {
  table.parent = parent.name;
  table.schema = parent.schema;
  const key = parent.columns[0]!;
  table.columns = [{ ...key, keywords: {}, items: [foreignKey(parent, 'id', '')], target: parent.name }];
}

function anyKey(r: Random, table: Table): Column[] {
  const key = (name: string, type: string, family = INTEGER, more: Partial<Column> = {}): Column => ({
    name,
    family,
    type,
    primaryKey: true,
    nullable: undefined,
    keywords: {},
    items: [],
    ...more,
  });
  const family = anyFamily(r);
  switch (r.int(14)) {
    case 0:
      return [key('id', 'sa.BigInteger()')];
    case 1:
      return [
        key('id', 'sa.Integer()', INTEGER, {
          items: [
            r.pick(['sa.Identity()', 'sa.Identity(always=True)', 'sa.Identity(start=10, increment=5)']),
          ],
        }),
      ];
    case 2:
      return [key('code', 'sa.String(10)', TEXT)];
    case 3:
      return [
        key(
          'id',
          'sa.Uuid()',
          UUID_FAMILY,
          r.chance(2) ? { keywords: { server_default: 'sa.text("gen_random_uuid()")' } } : {},
        ),
      ];
    case 4:
      return [key('left_id', 'sa.Integer()'), key('right_id', r.pick(['sa.Integer()', 'sa.BigInteger()']))];
    case 5:
      return [key('id', 'sa.Integer()', INTEGER, { keywords: { autoincrement: 'False' } })];
    case 6:
      return [key('id', anyType(r, family), family)];
    case 7:
      return [
        key('id', 'sa.Integer()', INTEGER, {
          items: [
            `sa.Sequence("${table.name.toLowerCase().slice(0, 20)}_seq"${r.chance(2) ? ', start=100' : ''})`,
          ],
        }),
      ];
    case 8:
      return [key('id', 'sa.SmallInteger()')];
    default:
      return [key('id', r.pick(['sa.Integer()', 'sa.Integer']))];
  }
}

const UUID_FAMILY: TypeFamily = {
  name: 'uuid',
  annotation: 'uuid.UUID',
  serverDefaults: [],
  defaults: [],
  checks: [],
  types: [() => 'sa.Uuid()'],
};
const ENUM_FAMILY: TypeFamily = {
  name: 'enum',
  annotation: 'str',
  serverDefaults: ['"red"', '"green"', 'sa.text("\'red\'")'],
  defaults: ['"red"'],
  checks: ["{c} <> 'red'"],
  types: [],
};

export const text = (value: string): string => JSON.stringify(value);

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
  const others = models.tables.filter((one) => one.name !== table.name || r.chance(4));
  if (r.chance(7) && others.length > 0 && pointAt(r, column, r.pick(others))) return extras(r, column);
  if (r.chance(14)) return computed(r, table, column);
  if (family === INTEGER && r.chance(15)) {
    column.type = 'sa.Integer()';
    column.items.push(anyIdentity(r));
    return column;
  }
  if (r.chance(4) && family.serverDefaults.length > 0)
    column.keywords.server_default = r.pick(family.serverDefaults);
  if (r.chance(10) && family.defaults.length > 0)
    column.keywords[r.pick(['default', 'default', 'onupdate'])] = r.pick(family.defaults);
  if (r.chance(40) && family.serverDefaults.length > 0) column.keywords.server_onupdate = 'sa.FetchedValue()';
  if (r.chance(16) && family.checks.length > 0)
    column.items.push(
      `sa.CheckConstraint(${text(r.pick(family.checks).replaceAll('{c}', quoted(name)))}${r.chance(2) ? `, name="ck_${name.toLowerCase().slice(0, 12)}"` : ''})`,
    );
  return extras(r, column);
}

const quoted = (name: string) =>
  /^[a-z_]+$/.test(name) && name !== 'user' && name !== 'when' ? name : `"${name}"`;

function extras(r: Random, column: Column): Column {
  const { keywords } = column;
  if (r.chance(8))
    keywords.comment = text(r.pick(['a note', "it's", '한글', '"quoted"', 'a\\b', '%s', 'a: b']));
  const fits = INDEXED.has(column.family.name) || r.chance(20);
  if (r.chance(9) && fits) keywords.index = 'True';
  if (r.chance(10) && fits) keywords.unique = 'True';
  if (r.chance(40)) keywords.key = text(`${column.name}_key`);
  if (r.chance(60)) keywords.quote = r.pick(['True', 'False']);
  if (r.chance(60)) keywords.info = '{"a": 1}';
  if (r.chance(60)) keywords.system = 'False';
  return column;
}

const anyIdentity = (r: Random) =>
  r.pick([
    'sa.Identity()',
    'sa.Identity(always=True)',
    'sa.Identity(start=5)',
    'sa.Identity(start=1, increment=2, minvalue=1, maxvalue=1000, cycle=True)',
    'sa.Identity(always=True, cache=20)',
    'sa.Identity(nominvalue=True)',
    'sa.Identity(on_null=True)',
  ]);

function computed(r: Random, table: Table, column: Column): Column {
  const source = table.columns.find((one) => one.family === INTEGER);
  column.family = INTEGER;
  column.type = 'sa.Integer()';
  const name = quoted(source?.name ?? 'id');
  column.items.push(
    r.pick([
      `sa.Computed('${name} * 2', persisted=True)`,
      `sa.Computed('${name} * 3', persisted=True)`,
      `sa.Computed('${name} * 2')`,
      `sa.Computed('${name} + 1', persisted=True)`,
      `sa.Computed('abs(${name})', persisted=False)`,
      `sa.Computed(sa.text('${name} - 1'))`,
    ]),
  );
  return column;
}

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

const RULES = [
  '',
  ', ondelete="CASCADE"',
  ', ondelete="SET NULL"',
  ', onupdate="CASCADE", ondelete="RESTRICT"',
  ', deferrable=True',
  ', deferrable=True, initially="DEFERRED"',
  ', deferrable=False',
  ', match="FULL"',
  ', ondelete="SET DEFAULT"',
  ', ondelete="no action"',
];
const ODD_RULES = [', use_alter=True', ', initially="IMMEDIATE"'];
export const anyRule = (r: Random): string => r.pick(r.chance(25) ? ODD_RULES : RULES);

function foreignKey(target: Table, column: string, more: string): string {
  return `sa.ForeignKey("${reference(target, column)}"${more})`;
}
const reference = (target: Table, column: string) =>
  `${target.schema ? `${target.schema}.` : ''}${target.name}.${column}`;

/** Makes the column an inline foreign key to the other table's first key column; false where types would not fit. */
export function pointAt(r: Random, column: Column, target: Table): boolean {
  const keys = target.columns.filter((one) => one.primaryKey);
  const key = keys[0];
  if (keys.length !== 1 || !key) return false;
  column.family = key.family;
  column.type = r.chance(3) ? '' : key.type;
  const name = r.chance(4) ? `, name="fk_${column.name.toLowerCase().slice(0, 10)}"` : '';
  column.items.push(foreignKey(target, key.name, `${anyRule(r)}${name}`));
  column.target = target.name;
  return true;
}

/** Families that a B-tree can hold. */
const INDEXED = new Set([
  'integer',
  'text',
  'numeric',
  'time',
  'date',
  'clock',
  'span',
  'boolean',
  'uuid',
  'array',
  'bytes',
  'enum',
]);

/** Adds a random constraint or index to the table. */
export function addItem(r: Random, models: Models, table: Table): void {
  const usable = r.chance(20) ? table.columns : table.columns.filter((one) => INDEXED.has(one.family.name));
  const columns = r.shuffle(usable).slice(0, 1 + r.int(2));
  if (columns.length === 0) return;
  const names = columns.map((one) => one.name);
  const id = ++models.made;
  const listed = names.map(text).join(', ');
  const named = r.chance(4) ? '' : `, name="${r.pick(['c', 'uq', 'MyName', 'rule'])}_${id}"`;
  const target = r.pick(models.tables.length > 0 ? models.tables : [table]);
  switch (r.int(9)) {
    case 0:
    case 1:
      table.constraints.push({
        columns: names,
        text: `sa.UniqueConstraint(${listed}${named}${r.pick(['', '', '', ', deferrable=True', ', deferrable=True, initially="DEFERRED"', ', postgresql_nulls_not_distinct=True', ', comment="uq"', `, postgresql_include=[${text(table.columns[0]!.name)}]`])})`,
      });
      return;
    case 2:
    case 3: {
      const from = r.pick(columns);
      if (from.family.checks.length === 0) return;
      const rule = r.pick(from.family.checks).replaceAll('{c}', quoted(from.name));
      const rule2 = r.chance(3) ? `${rule} OR ${quoted(from.name)} IS NULL` : rule;
      table.constraints.push({
        columns: [from.name],
        text: r.chance(5)
          ? `sa.CheckConstraint(sa.text(${text(rule2)})${named})`
          : `sa.CheckConstraint(${text(rule2)}${named}${r.pick(['', '', '', ', comment="ck"', r.chance(9) ? ', postgresql_not_valid=True' : ''])})`,
      });
      return;
    }
    case 4: {
      const keys = target.columns.filter((one) => one.primaryKey);
      const from = table.columns.filter((one) => !one.primaryKey).slice(0, keys.length);
      if (from.length !== keys.length || target === table) return;
      from.forEach((one, i) => {
        one.type = keys[i]!.type;
        one.family = keys[i]!.family;
        one.items = [];
        one.keywords = {};
      });
      table.constraints.push({
        columns: from.map((one) => one.name),
        target: target.name,
        text: `sa.ForeignKeyConstraint([${from.map((one) => text(one.name)).join(', ')}], [${keys.map((one) => text(reference(target, one.name))).join(', ')}]${named}${anyRule(r)})`,
      });
      return;
    }
    default: {
      // Two indexes of one name stand in no fixed order: unnamed ones only where the convention finds no column.
      const what = indexed(r, columns);
      const ix =
        r.chance(6) && what.startsWith('sa.text(')
          ? 'None'
          : text(r.pick([`ix_${id}`, `ix_${table.name}_${id}`, `IX${id}`]));
      table.indexes.push({
        columns: names,
        text: `sa.Index(${ix}, ${what}${indexOptions(r, columns)})`,
      });
    }
  }
}

function indexed(r: Random, columns: readonly Column[]): string {
  return columns
    .map((one) => {
      if (one.family.name === 'text' && r.chance(5))
        return r.pick([`sa.text('lower(${quoted(one.name)})')`, `sa.func.lower(sa.column("${one.name}"))`]);
      if (r.chance(10))
        return r.pick([
          `sa.text('${quoted(one.name)} DESC')`,
          `sa.text('${quoted(one.name)} DESC NULLS LAST')`,
          `sa.desc("${one.name}")`,
          `sa.text('coalesce(${quoted(one.name)})')`,
        ]);
      return text(one.name);
    })
    .join(', ');
}

function indexOptions(r: Random, columns: readonly Column[]): string {
  const first = columns[0]!;
  const kind = first.family.name;
  const choices = [
    '',
    '',
    '',
    '',
    ', unique=True',
    ', unique=True',
    ', postgresql_using="btree"',
    `, postgresql_where=sa.text('${quoted(first.name)} IS NOT NULL')`,
    `, postgresql_include=["${first.name}"]`,
    ', postgresql_with={"fillfactor": 50}',
    ', unique=True, postgresql_nulls_not_distinct=True',
    ', postgresql_nulls_not_distinct=False',
  ];
  if (columns.length === 1) choices.push(', postgresql_using="hash"');
  if (kind === 'text')
    choices.push(
      `, postgresql_ops={"${first.name}": "text_pattern_ops"}`,
      `, postgresql_ops={"${first.name}": "varchar_pattern_ops"}`,
    );
  if (kind === 'array' && columns.length === 1)
    choices.push(', postgresql_using="gin"', ', postgresql_using="gin"');
  if (kind === 'time') choices.push(', postgresql_using="brin"');
  return r.pick(choices);
}
