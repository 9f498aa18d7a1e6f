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
export const anyRule = (r: Random): string => r.pick(r.chance(25) ? ODD_RULES : RULES);

export function foreignKey(target: Table, column: string, more: string): string {
  return `sa.ForeignKey("${reference(target, column)}"${more})`;
}
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
