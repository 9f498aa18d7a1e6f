/** Random constraints and indexes of a table. */
import type { Random } from '../random.ts';
import { addExclusion } from './exclusions.ts';
import { addForeignKey } from './foreign-keys.ts';
import { indexOptions } from './index-options.ts';
import { mustName } from './names.ts';
import type { Column, Models, Table } from './schema.ts';
import { INDEXED, quoted, text } from './text.ts';

/** Adds a random constraint or index to the table. */
export function addItem(r: Random, models: Models, table: Table): void {
  const ownIndex = table.columns.filter((one) => /searched|json|special/.test(one.family.name));
  if (ownIndex.length > 0 && r.chance(5)) {
    const one = r.pick(ownIndex);
    const id = ++models.made;
    table.indexes.push({
      columns: [one.name],
      text: `sa.Index("ix_own_${id}", ${text(one.name)}${indexOptions(r, [one])})`,
    });
    return;
  }
  const usable = r.chance(60) ? table.columns : table.columns.filter((one) => INDEXED.has(one.family.name));
  const columns = r.shuffle(usable).slice(0, 1 + r.int(3));
  if (columns.length === 0) return;
  const names = columns.map((one) => one.name);
  const id = ++models.made;
  const listed = names.map(text).join(', ');
  const unnamed = r.chance(mustName(models) ? 25 : 4);
  const named = unnamed ? '' : `, name="${r.pick(['c', 'uq', 'MyName', 'rule'])}_${id}"`;
  const target = r.pick(models.tables.length > 0 ? models.tables : [table]);
  switch (r.int(11)) {
    case 9:
      after(r, table, columns, id);
      return;
    case 10:
      addExclusion(r, table, columns, id);
      return;
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
    case 4:
      addForeignKey(r, table, target, named);
      return;
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

/** An index that is written below its table, over the table's own columns. */
function after(r: Random, table: Table, columns: readonly Column[], id: number): void {
  const column = (one: Column) => `{t}${table.style === 'core' ? `["${one.name}"]` : `.${one.name}`}`;
  const safe = columns.filter((one) => /^[a-zA-Z_]+$/.test(one.name) && one.name !== 'metadata');
  if (safe.length === 0 || safe.some((one) => one.keywords.key)) return;
  const first = column(safe[0]!);
  const made = r.pick([
    safe.map(column).join(', '),
    `${first}.desc()`,
    `${first}.asc().nulls_first()`,
    ...(safe[0]!.family.name === 'text'
      ? [`sa.func.lower(${first})`, `sa.func.upper(${first}).label("up")`]
      : []),
    `${first}, postgresql_where=${first}.is_not(None)`,
    `${first}, postgresql_where=sa.and_(${first}.is_not(None), ${first} == sa.null())`,
    `${first}, unique=True`,
    ...(r.chance(5) ? [`${first}, postgresql_concurrently=True`] : []),
  ]);
  table.after.push({ columns: safe.map((one) => one.name), text: `sa.Index("ix_after_${id}", ${made})` });
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
