/** Random edits of columns. */
import type { Random } from '../random.ts';
import { anyForm } from './attributes.ts';
import { anyColumn, anyEnum, anyIdentity, ENUM_FAMILY } from './columns.ts';
import { anyRule } from './foreign-keys.ts';
import type { Column, Models, Table } from './schema.ts';
import { INDEXED, text } from './text.ts';
import { anyFamily, anyType, INTEGER, TEXT } from './types.ts';

export type Edit = (r: Random, models: Models) => void;

/** Any table of the models, if there is one. */
export const anyOf = (r: Random, models: Models): Table | undefined =>
  models.tables.length > 0 ? r.pick(models.tables) : undefined;

/** An edit of any table. */
export function withTable(change: (r: Random, table: Table, models: Models) => void): Edit {
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

/** Takes a column away, with all that speaks of it. */
export function dropNamed(table: Table, name: string): void {
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

const toggle = (name: string) =>
  withColumn((r, column) => {
    if (column.keywords[name] !== undefined) delete column.keywords[name];
    else if (INDEXED.has(column.family.name) || r.chance(12)) column.keywords[name] = 'True';
  });

const changeRule = withColumn((r, column) => {
  if (column.target)
    column.items = column.items.map((item) =>
      item.startsWith('sa.ForeignKey(')
        ? item.replace(/^(sa\.ForeignKey\("[^"]*").*/, `$1${anyRule(r)})`)
        : item,
    );
});

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

/** Edits of one column; the more usual ones stand there more often. */
export const COLUMN_EDITS: readonly Edit[] = [
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
  toggle('index'),
  toggle('unique'),
  changeRule,
  renameColumn,
  changeEnum,
  changeIdentity,
  changeComputed,
  changeComputed,
  swapEnum,
  changeForm,
];
