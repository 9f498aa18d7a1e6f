/** Keyword arguments of `relationship(…)`. Answers to: sqlacodegen/generators.py (render_relationship). */
import type { ForeignKeyConstraint } from '../sqlalchemy/schema/constraints/foreign-key.ts';
import type { Table } from '../sqlalchemy/schema/table.ts';
import { plainRepr } from '../sqlalchemy/types/repr.ts';
import { type ClassModel, foreignKeysOf, type Relationship } from './models.ts';
import type { GeneratorOptions } from './options.ts';

/** `name=value`, in the order in which they are written. */
export function relationshipKeywords(relationship: Relationship, options: GeneratorOptions): string[] {
  const parts = relationship.association
    ? associationKeywords(relationship)
    : referenceKeywords(relationship, options);
  if (relationship.backref) parts.push(`back_populates=${plainRepr(relationship.backref.name)}`);
  return parts;
}

function referenceKeywords(relationship: Relationship, options: GeneratorOptions): string[] {
  const { direction, source, target, reverseOf, key } = relationship;
  const parts: string[] = [];
  if (direction === 'one-to-one') parts.push('uselist=False');
  if (source === target) {
    const remote = reverseOf ? key.columns : key.elements.map((element) => element.column);
    parts.push(`remote_side=[${remote.map((column) => source.attributes.get(column)).join(', ')}]`);
  }
  // Only constraints that are written make two ways look alike.
  if (!options.constraints || keysBetween(source.table, target.table) < 2) return parts;
  const owner = reverseOf ? target : source;
  const names = key.columns.map((column) => owner.attributes.get(column)!);
  parts.push(
    reverseOf && source !== target
      ? `foreign_keys='[${names.map((name) => `${target.name}.${name}`).join(', ')}]'`
      : `foreign_keys=[${names.join(', ')}]`,
  );
  return parts;
}

/** How many foreign keys join two tables, whichever way they lead. */
function keysBetween(one: Table, other: Table): number {
  const count = (from: Table, to: Table) =>
    foreignKeysOf(from).filter((key) => key.referredTable === to).length;
  return count(one, other) + (one === other ? 0 : count(other, one));
}

function associationKeywords({ association, source, target, key }: Relationship): string[] {
  const { table, keys } = association!;
  const parts = [`secondary=${plainRepr(table.fullname)}`];
  if (source !== target) return parts;
  const other = keys[0] === key ? keys[1] : keys[0];
  parts.push(`primaryjoin=${join(source, other)}`, `secondaryjoin=${join(target, key)}`);
  return parts;
}

function join(model: ClassModel, key: ForeignKeyConstraint): string {
  const conditions = key.elements.map(({ column }, at) => {
    const attribute = model.attributes.get(column) ?? column.name;
    return `lambda: ${model.name}.${attribute} == t_${key.table!.name}.c.${key.columns[at]!.name}`;
  });
  return conditions.length === 1 ? conditions[0]! : `and_(${conditions.join(', ')})`;
}
