/** Random foreign keys inside a column, and their rules. */
import type { Random } from '../random.ts';
import type { Column, Table } from './schema.ts';

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

/** Options of a foreign key. */
export const anyRule = (r: Random): string => r.pick(r.chance(25) ? ODD_RULES : RULES);

/** A ForeignKey inside a column. @param more its options */
export function foreignKey(target: Table, column: string, more: string): string {
  return `sa.ForeignKey("${reference(target, column)}"${more})`;
}

/** A column as a foreign key names it. */
export const reference = (target: Table, column: string) =>
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

/** The columns that a foreign key may point to: the primary key, or those of a unique constraint. */
function keysOf(r: Random, target: Table): Column[] {
  const unique = target.constraints.find((one) => one.text.startsWith('sa.UniqueConstraint('));
  const columns = unique?.columns.flatMap((name) => target.columns.find((one) => one.name === name) ?? []);
  if (columns && columns.length === unique?.columns.length && r.chance(3)) return columns;
  return target.columns.filter((one) => one.primaryKey);
}

/** Something stands on the column as it is: a constraint, an index, a generated column. */
const isUsed = (table: Table, name: string): boolean =>
  [...table.constraints, ...table.indexes, ...table.after].some((one) => one.columns.includes(name)) ||
  table.columns.some((one) => one.items.some((item) => item.includes('Computed') && item.includes(name)));

/** Adds a constraint over as many columns as the other table's key has; the other table may be the same. */
export function addForeignKey(r: Random, table: Table, target: Table, named: string): void {
  const keys = keysOf(r, target);
  const from = table.columns
    .filter((one) => !one.primaryKey && !one.target && !keys.includes(one) && !isUsed(table, one.name))
    .slice(0, keys.length);
  if (keys.length === 0 || from.length !== keys.length || keys.some((one) => one.annotation)) return;
  from.forEach((one, i) => {
    one.type = keys[i]!.type;
    one.family = keys[i]!.family;
    one.items = [];
    one.keywords = {};
    delete one.annotation;
    delete one.form;
  });
  const names = (columns: readonly string[]) => columns.map((one) => JSON.stringify(one)).join(', ');
  table.constraints.push({
    columns: from.map((one) => one.name),
    target: target.name,
    text: `sa.ForeignKeyConstraint([${names(from.map((one) => one.name))}], [${names(keys.map((one) => reference(target, one.name)))}]${named}${anyRule(r)})`,
  });
}
