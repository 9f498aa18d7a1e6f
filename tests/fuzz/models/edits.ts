/** Random edits of models, as a person makes them between two revisions. */
import type { Random } from '../random.ts';
import { anyForm } from './attributes.ts';
import { anyColumn, anyEnum, anyIdentity, ENUM_FAMILY } from './columns.ts';
import { addCycle } from './cycles.ts';
import { addExtra, addMore } from './extras.ts';
import { anyRule } from './foreign-keys.ts';
import { indexOptions } from './index-options.ts';
import { addItem } from './items.ts';
import { anyTable, type Column, type Models, NAMINGS, type Table, unusedTables } from './schema.ts';
import { text } from './text.ts';
import { anyFamily, anyType, INTEGER, TEXT } from './types.ts';

type Edit = (r: Random, models: Models) => void;

const anyOf = (r: Random, models: Models): Table | undefined =>
  models.tables.length > 0 ? r.pick(models.tables) : undefined;

function withTable(change: (r: Random, table: Table, models: Models) => void): Edit {
  return (r, models) => {
    const table = anyOf(r, models);
    if (table) change(r, table, models);
  };
}

function withColumn(change: (r: Random, column: Column, table: Table) => void): Edit {
  return withTable((r, table) => {
    const columns = table.columns.filter((one) => !one.primaryKey);
    if (columns.length > 0) change(r, r.pick(columns), table);
  });
}

const NEW = ['email', 'phone', 'rank', 'total', 'deleted_at', 'extra', 'Level', 'desc'];

const addColumn = withTable((r, table, models) => {
  const free = NEW.filter((name) => table.columns.every((one) => one.name !== name));
  if (free.length > 0)
    table.columns.splice(
      r.chance(4) ? 1 : table.columns.length,
      0,
      anyColumn(r, models, table, r.pick(free)),
    );
});

function dropNamed(table: Table, name: string): void {
  table.columns = table.columns.filter((one) => one.name !== name);
  table.constraints = table.constraints.filter((one) => !one.columns.includes(name));
  table.indexes = table.indexes.filter((one) => !one.columns.includes(name));
  table.after = table.after.filter((one) => !one.columns.includes(name));
  const mentions = (column: Column) =>
    column.items.some((item) => item.includes('Computed') && item.includes(name));
  table.columns = table.columns.filter((one) => !mentions(one));
}

const dropColumn = withColumn((_r, column, table) => dropNamed(table, column.name));

const changeType = withColumn((r, column) => {
  if (column.target || column.items.length > 0) return;
  if (r.chance(4)) {
    column.family = anyFamily(r);
    column.keywords = {};
  }
  if (column.family.types.length > 0) column.type = anyType(r, column.family);
});

const changeNullable = withColumn((_r, column) => {
  column.nullable = column.nullable === false;
});

const changeDefault = withColumn((r, column) => {
  if (column.items.some((item) => /Computed|Identity/.test(item))) return;
  if (column.keywords.server_default !== undefined && r.chance(2)) delete column.keywords.server_default;
  else if (column.family.serverDefaults.length > 0)
    column.keywords.server_default = r.pick(column.family.serverDefaults);
});

const changeComment = withColumn((r, column) => {
  if (column.keywords.comment !== undefined && r.chance(2)) delete column.keywords.comment;
  else column.keywords.comment = text(r.pick(['new note', "o'clock", '새 설명', '']));
});

const changeTableComment = withTable((r, table) => {
  if (table.options.comment !== undefined && r.chance(2)) delete table.options.comment;
  else table.options.comment = text(r.pick(['changed', "it's new", '새 표']));
});

const toggle = (name: string) =>
  withColumn((_r, column) => {
    if (column.keywords[name] === undefined) column.keywords[name] = 'True';
    else delete column.keywords[name];
  });

const dropItem = withTable((r, table) => {
  const list = r.pick([table.constraints, table.indexes, table.after]);
  if (list.length > 0) list.splice(r.int(list.length), 1);
});

/** The same name, other options. */
const changeItem = withTable((r, table) => {
  const list = r.chance(2) ? table.constraints : table.indexes;
  const item = list.length > 0 ? r.pick(list) : undefined;
  if (!item) return;
  if (item.text.includes('Index(')) {
    if (item.text.includes(', unique=True')) item.text = item.text.replace(', unique=True', '');
    else item.text = item.text.replace(/\)$/, r.pick([', unique=True)', ', postgresql_include=[])', ')']));
  } else if (item.text.includes('ForeignKeyConstraint')) {
    item.text = item.text.replace(
      /(, (ondelete|onupdate|deferrable|initially|match|use_alter)=[^,)]*)*\)$/,
      `${anyRule(r)})`,
    );
  } else if (item.text.includes('CheckConstraint')) item.text = item.text.replace(/"([^"]*) > /, '"$1 >= ');
});

const changeRule = withColumn((r, column) => {
  if (column.target)
    column.items = column.items.map((item) =>
      item.startsWith('sa.ForeignKey(')
        ? item.replace(/^(sa\.ForeignKey\("[^"]*").*/, `$1${anyRule(r)})`)
        : item,
    );
});

const dropTable: Edit = (r, models) => {
  const table = anyOf(r, models);
  if (!table) return;
  models.tables = models.tables.filter((one) => one !== table && one.parent !== table.name);
  for (const one of models.tables) {
    for (const column of one.columns.filter((c) => c.target === table.name)) {
      if (column.primaryKey) column.items = [];
      else dropNamed(one, column.name);
    }
    one.constraints = one.constraints.filter((c) => c.target !== table.name);
  }
};

const addTable: Edit = (r, models) => {
  const free = unusedTables(models);
  if (free.length > 0) models.tables.push(anyTable(r, models, r.pick(free)));
};

const renameColumn = withColumn((r, column, table) => {
  const free = NEW.filter((name) => table.columns.every((one) => one.name !== name));
  const { name } = column;
  if (free.length === 0) return;
  dropNamed(table, name);
  table.columns.push({
    ...column,
    name: r.pick(free),
    items: column.items.filter((item) => !item.includes(name)),
  });
});

/** Made a number by the database, otherwise or no longer. */
const changeIdentity = withColumn((r, column) => {
  const at = column.items.findIndex((item) => item.includes('Identity('));
  if (at >= 0) column.items.splice(at, 1, ...(r.chance(3) ? [] : [anyIdentity(r)]));
  else if (column.family === INTEGER && column.items.length === 0 && !column.keywords.server_default)
    column.items.push(anyIdentity(r));
});

const changeComputed = withColumn((r, column) => {
  const at = column.items.findIndex((item) => item.includes('Computed('));
  if (at < 0) return;
  if (r.chance(3)) column.items.splice(at, 1);
  else column.items[at] = column.items[at]!.replace(/ [*+-] \d/, r.pick([' * 5', ' + 7', ' - 1']));
});

const moveTable: Edit = (r, models) => {
  const table = anyOf(r, models);
  if (table && models.tables.every((one) => one.columns.every((column) => column.target !== table.name)))
    table.schema = table.schema ? undefined : 'stock';
};

/** The same constraint or index under another name. */
const renameItem = withTable((r, table) => {
  const list = r.pick([table.constraints, table.indexes, table.after]);
  const item = list.length > 0 ? r.pick(list) : undefined;
  if (item)
    item.text = item.text
      .replace(/name="(\w+)"/, 'name="$1_new"')
      .replace(/Index\("(\w+)"/, 'Index("$1_new"');
});

const changeKey = withTable((_r, table) => {
  const column = table.columns.find((one) => !one.primaryKey && one.nullable === false && !one.target);
  if (column && column.items.length === 0) column.primaryKey = true;
});

const reorder = withTable((r, table) => {
  if (!table.columns.some((one) => one.items.some((item) => item.includes('Computed'))))
    table.columns = r.shuffle(table.columns);
});

/** An enum becomes text, or text an enum. */
const swapEnum = withColumn((r, column, table) => {
  if (column.items.length > 0) return;
  if (column.family.name === 'enum') {
    column.type = r.pick(['sa.String(20)', 'sa.Text()']);
    column.family = TEXT;
    column.keywords = {};
  } else if (column.family === TEXT) {
    column.type = anyEnum(r, table, column.name);
    column.family = ENUM_FAMILY;
    column.keywords = {};
  }
});

const changeEnum: Edit = (r, models) => {
  if (r.chance(2))
    models.colors = r.chance(2) ? [...models.colors, `c${models.colors.length}`] : models.colors.slice(0, 2);
  for (const table of models.tables)
    for (const column of table.columns)
      if (column.family.name === 'enum')
        column.type = column.type.replace('"red", "green"', '"red", "green", "grey"');
};

/** The same index with other options. */
const changeIndex = withTable((r, table) => {
  const item = table.indexes.length > 0 ? r.pick(table.indexes) : undefined;
  const columns = item?.columns.flatMap((name) => table.columns.find((one) => one.name === name) ?? []);
  if (!item || !columns || columns.length === 0) return;
  const written = columns.map((one) => text(one.name)).join(', ');
  const name = /^sa\.Index\((None|"\w+")/.exec(item.text)?.[1] ?? 'None';
  if (name !== 'None') item.text = `sa.Index(${name}, ${written}${indexOptions(r, columns)})`;
});

/** A table gets another name; who points at it follows. */
const renameTable: Edit = (r, models) => {
  const table = anyOf(r, models);
  const free = unusedTables(models);
  if (!table || free.length === 0) return;
  const [old, now] = [table.name, r.pick(free)];
  const follow = (item: string) => item.replace(new RegExp(`(["'.])${old}\\.(?=\\w+")`, 'g'), `$1${now}.`);
  table.name = now;
  for (const one of models.tables) {
    if (one.parent === old) one.parent = now;
    for (const column of one.columns) {
      if (column.target === old) column.target = now;
      column.items = column.items.map(follow);
    }
    for (const item of one.constraints) {
      if (item.target !== old) continue;
      item.target = now;
      item.text = follow(item.text);
    }
  }
};

/** An annotated attribute is written otherwise; what the annotations mean changes. */
const changeForm: Edit = (r, models) => {
  const table = anyOf(r, models);
  if (r.chance(3)) models.map = r.shuffle(models.map).slice(0, r.int(models.map.length + 1));
  if (table?.columns.some((one) => one.form))
    anyForm(
      r,
      r.pick(table.columns),
      models.map.some((one) => one.startsWith('dict')),
    );
};

/** A column of the primary key more or less. */
const changeKeyColumns = withTable((r, table) => {
  const keys = table.columns.filter((one) => one.primaryKey);
  if (keys.length > 1) r.pick(keys).primaryKey = false;
});

const changeMore: Edit = (r, models) => {
  if (models.more.length > 0 && r.chance(2)) models.more.pop();
  else addMore(r, models);
};

const changeNaming: Edit = (r, models) => {
  models.naming = models.naming === undefined || r.chance(2) ? r.pick(NAMINGS) : undefined;
};

const changeOptions = withTable((r, table) => {
  const option = r.pick(['postgresql_with', 'prefixes', 'info']);
  if (table.options[option] !== undefined) delete table.options[option];
  else table.options.info = '{"changed": True}';
});

const EDITS: readonly Edit[] = [
  changeIndex,
  changeIndex,
  renameTable,
  changeForm,
  changeKeyColumns,
  changeMore,
  changeNaming,
  changeOptions,
  (r, models) => addCycle(r, models),
  withTable((r, table, models) => {
    if (['mapped', 'annotated', 'column', 'mixin'].includes(table.style)) addExtra(r, models, table);
  }),
  addColumn,
  addColumn,
  addColumn,
  dropColumn,
  dropColumn,
  changeType,
  changeType,
  changeType,
  changeNullable,
  changeDefault,
  changeDefault,
  changeComment,
  changeTableComment,
  toggle('index'),
  toggle('unique'),
  dropItem,
  dropItem,
  changeItem,
  changeItem,
  changeRule,
  dropTable,
  addTable,
  addTable,
  renameColumn,
  changeEnum,
  changeIdentity,
  changeComputed,
  changeComputed,
  moveTable,
  renameItem,
  changeKey,
  reorder,
  swapEnum,
  withTable((r, table, models) => addItem(r, models, table)),
  withTable((r, table, models) => addItem(r, models, table)),
];

/** The models after one to five edits. */
export function edited(r: Random, before: Models): Models {
  const models = structuredClone({ ...before, tables: [] as Table[] });
  models.tables = before.tables.map(copied);
  for (let i = 1 + r.int(r.chance(4) ? 9 : 5); i > 0; i--) r.pick(EDITS)(r, models);
  return models;
}

const copied = (table: Table): Table => ({
  ...table,
  columns: table.columns.map((one) => ({ ...one, keywords: { ...one.keywords }, items: [...one.items] })),
  constraints: table.constraints.map((one) => ({ ...one })),
  indexes: table.indexes.map((one) => ({ ...one })),
  after: table.after.map((one) => ({ ...one })),
  options: { ...table.options },
  extras: [...table.extras],
});
