/** Columns as attributes of a declarative class: with a type, from the annotation alone, from an alias. */
import type { Random } from '../random.ts';
import { call, columnParts } from './call.ts';
import type { Column, Table } from './schema.ts';
import { BOOLEAN, INTEGER, NUMERIC, TEXT, TIME, type TypeFamily } from './types.ts';

/** How an annotated attribute is written. */
export type Form = 'typed' | 'inferred' | 'alias' | 'unannotated';

/** Types that SQLAlchemy finds from the annotation alone; the last ones only where a map tells them. */
const ANNOTATIONS = [
  'int',
  'str',
  'float',
  'bool',
  'bytes',
  'Decimal',
  'datetime.datetime',
  'datetime.date',
  'datetime.time',
  'datetime.timedelta',
  'uuid.UUID',
  'Color',
  'Literal["low", "high"]',
  'Level',
];
const MAPPED_ONLY = ['dict[str, Any]', 'list[str]', 'Title', 'dict[str, Any]', 'list[str]', 'Any'];

/** `Annotated[…]` aliases that every models.py defines (head.ts). */
const ALIASES = ['str50', 'money', 'stamp', 'lettered', 'counted', 'small', 'owner', 'flag'];

const FAMILIES: Readonly<Record<string, TypeFamily>> = {
  int: INTEGER,
  str: TEXT,
  float: NUMERIC,
  bool: BOOLEAN,
  Decimal: NUMERIC,
  'datetime.datetime': TIME,
  Title: TEXT,
  str50: TEXT,
  money: NUMERIC,
  stamp: TIME,
  lettered: TEXT,
  counted: INTEGER,
  small: INTEGER,
  owner: TEXT,
  flag: BOOLEAN,
};

/** A type that nothing is known of. */
const UNKNOWN: TypeFamily = {
  name: 'unknown',
  annotation: 'Any',
  serverDefaults: [],
  defaults: [],
  checks: ['{c} IS NOT NULL'],
  types: [],
};

/** Chooses how a column of a declarative class is written, and says so in it. */
export function anyForm(r: Random, column: Column, mapped: boolean): void {
  if (column.primaryKey || column.target || column.items.length > 0 || r.chance(2)) return;
  column.form = r.pick<Form>(['inferred', 'inferred', 'alias', 'unannotated']);
  if (column.form === 'unannotated') return;
  // What fitted the type does not fit the one that is found.
  column.keywords = Object.fromEntries(
    Object.entries(column.keywords).filter(([name]) => ['comment', 'index', 'unique'].includes(name)),
  );
  if (column.form === 'inferred')
    column.annotation = r.pick(r.chance(mapped ? 3 : 40) ? MAPPED_ONLY : ANNOTATIONS);
  else column.annotation = r.pick(ALIASES);
  column.family = FAMILIES[column.annotation] ?? UNKNOWN;
  column.optional = r.pick([undefined, undefined, 'Optional', 'pipe', 'Union', 'quoted']);
  if (column.optional === undefined && r.chance(2)) column.nullable = undefined;
}

function written(annotation: string, optional: Column['optional']): string {
  switch (optional) {
    case 'Optional':
      return `Mapped[Optional[${annotation}]]`;
    case 'pipe':
      return `Mapped[${annotation} | None]`;
    case 'Union':
      return `Mapped[Union[${annotation}, None]]`;
    case 'quoted':
      return `Mapped["${annotation.replaceAll('"', "'")} | None"]`;
    default:
      return `Mapped[${annotation}]`;
  }
}

/** @returns the line, or lines, that define the attribute */
export function attribute(column: Column, table: Table): string {
  const name = column.name === 'metadata' || column.name === 'registry' ? `${column.name}_` : column.name;
  if (table.style === 'column' || table.style === 'mixin')
    return `${name} = ${call('sa.Column', columnParts(column), '    ')}`;
  const init = table.style === 'dataclass' ? ['init=False'] : [];
  if (column.form === 'unannotated' && init.length === 0)
    return `${name} = ${call('mapped_column', columnParts(column), '    ')}`;
  if (column.annotation !== undefined) {
    const parts = [...columnParts(column, false), ...init];
    const type = written(column.annotation, column.optional);
    return parts.length === 0
      ? `${name}: ${type}`
      : `${name}: ${type} = ${call('mapped_column', parts, '    ')}`;
  }
  return typed(name, column, table, init);
}

function typed(name: string, column: Column, table: Table, init: readonly string[]): string {
  const parts = columnParts(column);
  const optional =
    column.nullable === true ||
    (column.nullable === undefined && !column.primaryKey && column.name.length % 2 === 0);
  const inner = optional ? `Optional[${column.family.annotation}]` : column.family.annotation;
  if (table.style === 'annotated' && column.items.length === 0 && Object.keys(column.keywords).length === 0)
    return `${name}: Mapped[Annotated[${inner}, ${call('mapped_column', parts, '    ')}]]`;
  return `${name}: Mapped[${inner}] = ${call('mapped_column', [...parts, ...init], '    ')}`;
}
