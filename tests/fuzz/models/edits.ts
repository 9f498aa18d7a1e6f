/** Random edits of models, as a person makes them between two revisions. */
import type { Random } from '../random.ts';
import { anyOf, COLUMN_EDITS, dropNamed, type Edit, withTable } from './column-edits.ts';
import { addCycle } from './cycles.ts';
import { addExtra, addMore } from './extras.ts';
import { anyRule } from './foreign-keys.ts';
import { indexOptions } from './index-options.ts';
import { addHeir, mayHaveHeirs } from './inheritance.ts';
import { addItem } from './items.ts';
import { NAMINGS } from './names.ts';
import { anyTable, type Models, type Table, unusedTables } from './schema.ts';
import { text } from './text.ts';

const changeTableComment = withTable((r, table) => {
  if (table.options.comment !== undefined && r.chance(2)) delete table.options.comment;
  else table.options.comment = text(r.pick(['changed', "it's new", '새 표']));
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
    else if (!/unique=|include=/.test(item.text))
      item.text = item.text.replace(/\)$/, r.pick([', unique=True)', ', postgresql_include=[])', ')']));
  } else if (item.text.includes('ForeignKeyConstraint')) {
    item.text = item.text.replace(
      /(, (ondelete|onupdate|deferrable|initially|match|use_alter)=[^,)]*)*\)$/,
      `${anyRule(r)})`,
    );
  } else if (item.text.includes('CheckConstraint')) item.text = item.text.replace(/"([^"]*) > /, '"$1 >= ');
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

const moveTable: Edit = (r, models) => {
  const table = anyOf(r, models);
  const pointed = models.tables.some((one) =>
    [...one.columns, ...one.constraints].some((part) => part.target === table?.name),
  );
  if (table && !pointed && !table.parent && models.tables.every((one) => one.parent !== table.name))
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

/** A class of the table more or less, or with a column less. */
const changeHeirs = withTable((r, table, models) => {
  const heir = table.heirs.length > 0 ? r.pick(table.heirs) : undefined;
  const change = r.int(3);
  if (heir && change === 0) heir.columns = heir.columns.slice(1);
  else if (heir && change === 1 && table.heirs.every((one) => one.above !== heir.name))
    table.heirs = table.heirs.filter((one) => one !== heir);
  else if (mayHaveHeirs(table)) addHeir(r, models, table);
});

const EDITS: readonly Edit[] = [
  changeHeirs,
  ...COLUMN_EDITS,
  changeIndex,
  changeIndex,
  renameTable,
  changeKeyColumns,
  changeMore,
  changeNaming,
  changeOptions,
  (r, models) => addCycle(r, models),
  withTable((r, table, models) => {
    if (['mapped', 'annotated', 'column', 'mixin'].includes(table.style)) addExtra(r, models, table);
  }),
  changeTableComment,
  dropItem,
  dropItem,
  changeItem,
  changeItem,
  dropTable,
  addTable,
  addTable,
  moveTable,
  renameItem,
  changeKey,
  reorder,
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
  heirs: table.heirs.map((one) => ({ ...one, columns: [...one.columns] })),
});
