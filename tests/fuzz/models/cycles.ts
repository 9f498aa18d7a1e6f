/** Foreign keys that point in a circle. */
import type { Random } from '../random.ts';
import { reference } from './foreign-keys.ts';
import type { Models, Table } from './schema.ts';
import { text } from './text.ts';

const singleKey = (table: Table) => {
  const keys = table.columns.filter((one) => one.primaryKey);
  return keys.length === 1 ? keys[0] : undefined;
};

/** Lets each of two tables point at the other, or one at itself; most say `use_alter`. */
export function addCycle(r: Random, models: Models): void {
  const usable = models.tables.filter((one) => singleKey(one) && !one.parent && !one.second);
  const [one, other = one] = r.shuffle(usable);
  if (!one || !other) return;
  point(r, models, one, other);
  if (other !== one) point(r, models, other, one);
}

function point(r: Random, models: Models, from: Table, to: Table): void {
  const key = singleKey(to)!;
  const id = ++models.made;
  const name = `to_${to.name.toLowerCase().slice(0, 10)}_${id}`;
  const named = r.chance(5) ? '' : `, name="fk_${name}"`;
  const alter = r.chance(9) ? '' : ', use_alter=True';
  const column = {
    name,
    family: key.family,
    type: key.type,
    primaryKey: false,
    nullable: r.pick([true, undefined]),
    keywords: {},
    target: to.name,
  };
  if (r.chance(3)) {
    from.columns.push({ ...column, items: [] });
    from.constraints.push({
      columns: [name],
      target: to.name,
      text: `sa.ForeignKeyConstraint([${text(name)}], [${text(reference(to, key.name))}]${named}${alter})`,
    });
  } else
    from.columns.push({
      ...column,
      items: [`sa.ForeignKey(${text(reference(to, key.name))}${named}${alter})`],
    });
}
