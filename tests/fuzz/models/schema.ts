/** A random set of models as data, before it is written as Python. */
import type { Random } from '../random.ts';
import { anyForm, type Form } from './attributes.ts';
import { anyColumn } from './columns.ts';
import { addCycle } from './cycles.ts';
import { addExtra, addMore } from './extras.ts';
import { foreignKey } from './foreign-keys.ts';
import { anyMap } from './head.ts';
import { addHeir, type Heir, mayHaveHeirs } from './inheritance.ts';
import { addItem } from './items.ts';
import { COLUMNS, NAMINGS, TABLES } from './names.ts';
import { text } from './text.ts';
import { anyFamily, anyType, INTEGER, TEXT, type TypeFamily } from './types.ts';

/** How a table is written down. */
export type Style =
  | 'core'
  | 'column'
  | 'mapped'
  | 'annotated'
  | 'dataclass'
  | 'mixin'
  | 'declared'
  | 'abstract'
  | 'table'
  | 'decorated'
  | 'imperative';

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
  /** In a declarative class: how it is written, and the annotation that tells its type. */
  form?: Form;
  annotation?: string;
  optional?: 'Optional' | 'pipe' | 'Union' | 'quoted' | undefined;
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
  /** Written after the table, which stands for {t}: Index("x", {t}.name). */
  after: Item[];
  /** Keyword arguments of Table: comment, postgresql_… */
  options: Record<string, string>;
  /** Joined or single inheritance: the parent's table. */
  parent?: string;
  /** Attributes of the class that are no columns: relationships and their kin. */
  extras: string[];
  /** Classes that share the table. */
  heirs: Heir[];
  /** `__mapper_args__` of the model's class. */
  mapperArgs?: string;
  /** With a parent: a table of its own, without the parent's rows. */
  concrete?: boolean;
  /** A table of the second metadata. */
  second?: boolean;
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
  /** Entries of Base's type_annotation_map. */
  map: string[];
  /** The tables may be spread over two metadatas; arguments of the second. */
  two: boolean;
  moreNaming: string;
  /** What stands below the tables. */
  more: string[];
}

/** A whole set of models. */
export function anyModels(r: Random): Models {
  const models: Models = {
    tables: [],
    naming: r.chance(3) ? r.pick(NAMINGS) : undefined,
    schema: r.chance(20) ? 'shop' : undefined,
    future: r.chance(6),
    colors: ['red', 'green', 'blue'],
    made: 0,
    map: r.chance(4) ? [] : anyMap(r),
    two: r.chance(8),
    moreNaming: r.pick(['', '', `naming_convention=${r.pick(NAMINGS)}`, 'schema="stock"']),
    more: [],
  };
  for (const name of r.some(TABLES, 1, r.chance(4) ? 6 : 3)) models.tables.push(anyTable(r, models, name));
  if (r.chance(6)) addCycle(r, models);
  if (r.chance(8)) addMore(r, models);
  return models;
}

/** Names that no table has yet. */
export const unusedTables = (models: Models): string[] =>
  TABLES.filter((name) => models.tables.every((table) => table.name !== name));

/** A table in any style, with columns, keys and indexes. */
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
    'declared',
    'abstract',
    'table',
    'decorated',
    'imperative',
  ]);
  const table: Table = {
    name,
    schema: r.chance(9) ? 'stock' : undefined,
    style,
    columns: [],
    constraints: [],
    indexes: [],
    after: [],
    options: {},
    extras: [],
    heirs: [],
  };
  if (models.two && style === 'core' && r.chance(2)) table.second = true;
  if (r.chance(5))
    table.options.comment = text(r.pick(['the table', "it's", '한글 "설명"', 'a % b', '', 'two\nlines']));
  if (r.chance(300)) table.options.postgresql_with = '{"fillfactor": 70}';
  if (r.chance(50)) table.options.prefixes = '["UNLOGGED"]';
  if (r.chance(40)) table.options.postgresql_using = '"heap"';
  if (r.chance(50)) table.options.postgresql_tablespace = '"pg_default"';
  if (r.chance(60)) table.options.info = '{"x": 1}';
  table.columns.push(...anyKey(r, table));
  const parent = models.tables.find(
    (one) => INHERITING.includes(one.style) && one.style === style && !one.parent && plainKey(one),
  );
  if (parent && r.chance(6)) inherit(r, table, parent);
  for (const column of r.some(COLUMNS, 1, 5))
    if (table.columns.every((one) => one.name !== column))
      table.columns.push(anyColumn(r, models, table, column));
  if (ANNOTATED.includes(style))
    for (const column of table.columns)
      anyForm(
        r,
        column,
        models.map.some((one) => one.startsWith('dict')),
      );
  for (let i = r.int(4); i > 0; i--) addItem(r, models, table);
  if (DECLARATIVE.includes(style)) for (let i = r.int(3) - 1; i > 0; i--) addExtra(r, models, table);
  if (style === 'core' && r.chance(8)) nameKey(table);
  if (mayHaveHeirs(table) && r.chance(7)) for (let i = 1 + r.int(3); i > 0; i--) addHeir(r, models, table);
  return table;
}

/** Styles whose attributes may be told by an annotation; styles whose class may hold more than columns. */
const ANNOTATED: readonly Style[] = ['mapped', 'annotated', 'dataclass', 'abstract', 'decorated'];
const INHERITING: readonly Style[] = ['column', 'mapped', 'annotated', 'mixin', 'declared', 'abstract'];
const DECLARATIVE: readonly Style[] = [...ANNOTATED, 'column', 'mixin', 'declared'];

/** Writes the primary key as a constraint of its own. */
function nameKey(table: Table): void {
  const keys = table.columns.filter((one) => one.primaryKey);
  for (const key of keys) key.primaryKey = false;
  const listed = keys.map((one) => text(one.name)).join(', ');
  table.constraints.push({
    columns: keys.map((one) => one.name),
    text: `sa.PrimaryKeyConstraint(${listed}, name="${table.name.toLowerCase().slice(0, 20)}_key")`,
  });
}

const plainKey = (table: Table) =>
  table.columns
    .filter((one) => one.primaryKey)
    .map((one) => one.name)
    .join() === 'id';

function inherit(r: Random, table: Table, parent: Table): void {
  table.parent = parent.name;
  table.schema = parent.schema;
  if (r.chance(5)) {
    table.concrete = true;
    return;
  }
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
