/** Random exclusion constraints: rows that must not overlap, or not be equal. */
import type { Random } from '../random.ts';
import type { Column, Table } from './schema.ts';
import { text } from './text.ts';

const RULES = [
  '',
  '',
  ', where=sa.text("true")',
  ', deferrable=True',
  ', deferrable=True, initially="DEFERRED"',
];

export function addExclusion(r: Random, table: Table, columns: readonly Column[], id: number): void {
  const range = table.columns.find((one) => /RANGE\(/.test(one.type) && !one.type.includes('ARRAY'));
  const rule = r.pick(RULES);
  const named = r.chance(6) ? '' : `, name="no_${id}"`;
  if (range) {
    table.constraints.push({
      columns: [range.name],
      text: `postgresql.ExcludeConstraint((sa.column("${range.name}"), "&&")${named}, using="gist"${r.chance(6) ? ', ops={"x": "range_ops"}' : rule})`,
    });
    return;
  }
  // A btree compares for equality; only what it can hold may stand in it.
  const parts = columns.map((one) =>
    r.pick([
      `(${text(one.name)}, "=")`,
      `(sa.column(${text(one.name)}), "=")`,
      ...(one.family.name === 'text' ? [`(sa.func.lower(sa.column(${text(one.name)})), "=")`] : []),
    ]),
  );
  table.constraints.push({
    columns: columns.map((one) => one.name),
    text: `postgresql.ExcludeConstraint(${parts.join(', ')}${named}, using="btree"${rule})`,
  });
}
