/** Random options of an index. */
import type { Random } from '../random.ts';
import type { Column } from './schema.ts';
import { quoted } from './text.ts';

const ANYWHERE = [
  '',
  '',
  '',
  '',
  ', unique=True',
  ', unique=True',
  ', postgresql_using="btree"',
  ', postgresql_with={"fillfactor": 50}',
  ', unique=True, postgresql_nulls_not_distinct=True',
  ', postgresql_nulls_not_distinct=False',
  ', postgresql_tablespace="pg_default"',
  ', info={"why": "speed"}',
  ', unique=None',
];

/** @returns keyword arguments, each with a comma before it */
export function indexOptions(r: Random, columns: readonly Column[]): string {
  const first = columns[0]!;
  const kind = first.family.name;
  const last = columns.at(-1)!;
  const choices = [
    ...ANYWHERE,
    `, postgresql_where=sa.text('${quoted(first.name)} IS NOT NULL')`,
    `, postgresql_where=sa.text("${first.family.checks[0]?.replaceAll('{c}', quoted(first.name).replaceAll('"', '\\"')) ?? 'true'}")`,
    `, unique=True, postgresql_where=sa.text('${quoted(last.name)} IS NULL')`,
    `, postgresql_where=sa.column("${last.name}").is_not(None)`,
    `, postgresql_include=["${first.name}"]`,
    `, unique=True, postgresql_include=["${last.name}"]`,
  ];
  if (columns.length === 1) choices.push(', postgresql_using="hash"');
  if (kind === 'text')
    choices.push(
      `, postgresql_ops={"${first.name}": "text_pattern_ops"}`,
      `, postgresql_ops={"${first.name}": "varchar_pattern_ops"}`,
      `, unique=True, postgresql_ops={"${first.name}": "text_pattern_ops"}`,
    );
  if (kind === 'array' && columns.length === 1)
    choices.push(', postgresql_using="gin"', ', postgresql_using="gin"');
  if (kind === 'searched') choices.push(...Array(20).fill(', postgresql_using="gin"'));
  if (kind === 'json' && columns.length === 1 && first.type.includes('JSONB'))
    choices.push(
      ', postgresql_using="gin"',
      `, postgresql_using="gin", postgresql_ops={"${first.name}": "jsonb_path_ops"}`,
      `, postgresql_using="gin", postgresql_ops={"${first.name}": "jsonb_ops"}, postgresql_with={"fastupdate": "off"}`,
    );
  if (
    kind === 'special' &&
    columns.length === 1 &&
    /\wRANGE\(/.test(first.type) &&
    !/ARRAY|MULTI/.test(first.type)
  )
    choices.push(', postgresql_using="gist"', ', postgresql_using="spgist"');
  if (kind === 'integer')
    choices.push(
      `, postgresql_ops={"${first.name}": "int4_ops"}`,
      ', postgresql_using="btree", postgresql_include=[], postgresql_with={"deduplicate_items": "off"}',
    );
  if (kind === 'time')
    choices.push(
      ', postgresql_using="brin"',
      ', postgresql_using="brin", postgresql_with={"pages_per_range": 16}',
    );
  return r.pick(choices);
}
