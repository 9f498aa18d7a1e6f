/** `func.…`: known functions and their types. Answers to: sqlalchemy/sql/functions.py. */

import { ARRAY as PG_ARRAY, REGCONFIG, TSQUERY, TSVECTOR } from '../postgresql/types.ts';
import { SqlType } from '../types/type.ts';
import { bindparam, cast, extract, literalOrElement } from './build.ts';
import { operandOf } from './coerce.ts';
import type { Element, FunctionElement } from './elements.ts';
import { group, typeOf } from './group.ts';
import { against } from './operators/operators.ts';
import { isNullType, TYPES } from './operators/type-rules.ts';
import { speakingOf } from './select/entity-criteria.ts';

type Rule = keyof typeof TYPES | 'first' | 'array' | 'element';

/** Types of the functions that SQLAlchemy knows; `first`: that of the first argument with a type. */
const RETURNS: Readonly<Record<string, Rule>> = {
  now: 'datetime',
  current_timestamp: 'datetime',
  current_date: 'date',
  current_time: 'time',
  localtime: 'datetime',
  localtimestamp: 'datetime',
  sysdate: 'datetime',
  current_user: 'string',
  session_user: 'string',
  user: 'string',
  count: 'integer',
  char_length: 'integer',
  sum: 'first',
  max: 'first',
  min: 'first',
  coalesce: 'first',
  concat: 'string',
  array_agg: 'array',
  rank: 'integer',
  dense_rank: 'integer',
  percent_rank: 'numeric',
  cume_dist: 'numeric',
  aggregate_strings: 'string',
};

/** Written without parentheses, in capitals. */
const BARE = new Set([
  'current_timestamp',
  'current_date',
  'current_time',
  'localtime',
  'localtimestamp',
  'current_user',
  'session_user',
  'user',
  'sysdate',
]);

const GROUPING: Readonly<Record<string, string>> = {
  rollup: 'ROLLUP',
  cube: 'CUBE',
  grouping_sets: 'GROUPING SETS',
};

const TEXT_SEARCH: Readonly<Record<string, 'vector' | 'query' | 'headline'>> = {
  to_tsvector: 'vector',
  to_tsquery: 'query',
  plainto_tsquery: 'query',
  phraseto_tsquery: 'query',
  websearch_to_tsquery: 'query',
};

/** Functions that have a class of their own beside those of known types. */
const CLASSES = [
  'random',
  'mode',
  'percentile_cont',
  'percentile_disc',
  'next_value',
  ...Object.keys(GROUPING),
];

/** The class of a call: `sqlalchemy.sql.functions.now`, `…Function` for a function that SQLAlchemy does not know. */
export function functionClassName({ name, packages }: FunctionElement): string {
  if (packages.length > 0) return 'sqlalchemy.sql.functions.Function';
  const known = name.toLowerCase();
  if (known in TEXT_SEARCH) return `sqlalchemy.dialects.postgresql.ext.${known}`;
  const own = RETURNS[known] !== undefined || CLASSES.includes(known);
  return `sqlalchemy.sql.functions.${own ? known : 'Function'}`;
}

/** `func.package.name(*args, type_=…)` */
export function functionCall(path: readonly string[], values: readonly unknown[], type?: SqlType): Element {
  const name = path[path.length - 1]!;
  const packages = path.slice(0, -1);
  const known = packages.length === 0 ? name.toLowerCase() : '';
  if (known === 'cast') return cast(values[0], values[1] as SqlType);
  if (known === 'extract') return extract(String(values[0]), values[1]);
  if (known === 'next_value') return nextValue(values[0]);
  const call: FunctionElement = {
    kind: 'function',
    name: RETURNS[known] ? known : name,
    packages,
    args: argumentsOf(name, known, values),
    type: type ?? TYPES.null,
    ...(BARE.has(known) ? { form: 'bare' } : known in GROUPING ? { form: 'grouping' } : {}),
  };
  return speakingOf(type ? call : { ...call, type: returnType(known, call.args) }, values);
}

function argumentsOf(name: string, known: string, values: readonly unknown[]): readonly Element[] {
  const search = TEXT_SEARCH[known];
  return values.map((value, at) => {
    const configured = search !== undefined && at === 0 && values.length > 1;
    const element =
      operandOf(value) ?? literalOrElement(value, name, configured ? new SqlType(REGCONFIG) : undefined);
    return group(element, against('comma'));
  });
}

/** `sequence.next_value()` */
export function nextValue(sequence: unknown): Element {
  const given = sequence as { name: string; schema?: string | null; dataType?: SqlType | null };
  return { kind: 'next-value', sequence: given, type: given.dataType ?? TYPES.integer };
}

function returnType(known: string, args: readonly Element[]): SqlType {
  const search = TEXT_SEARCH[known];
  if (search) return new SqlType(search === 'vector' ? TSVECTOR : TSQUERY);
  const rule = RETURNS[known];
  if (rule === undefined) return TYPES.null;
  const typed = args.map(typeOf).find((one) => !isNullType(one)) ?? TYPES.null;
  if (rule === 'first') return typed;
  if (rule === 'array')
    return typed.is(PG_ARRAY) ? typed : new SqlType(PG_ARRAY, { item_type: typed, dimensions: 1 });
  return rule === 'element' ? typed : TYPES[rule];
}

/** `function.filter(*conditions)` is in build's conjunction; `function.over(…)` here. */
export function over(
  element: Element,
  partitionBy: readonly Element[],
  orderBy: readonly Element[],
  frame:
    | { readonly unit: 'ROWS' | 'RANGE' | 'GROUPS'; readonly from: number | null; readonly to: number | null }
    | undefined,
): Element {
  const bound = (value: number | null) =>
    value === null || value === 0 ? value : bindparam(null, value, { type: TYPES.integer });
  const bounds = frame && {
    unit: frame.unit,
    from: bound(frame.from) as 0 | null,
    to: bound(frame.to) as 0 | null,
  };
  return {
    kind: 'over',
    element,
    partitionBy,
    orderBy,
    ...(bounds ? { frame: bounds } : {}),
    type: typeOf(element),
  };
}

/** `function.within_group(*order)`; ordered-set functions have the type of what they order. */
export function withinGroup(call: Element, orderBy: readonly Element[]): Element {
  const name = call.kind === 'function' ? call.name.toLowerCase() : '';
  const ordered = ['percentile_cont', 'percentile_disc', 'mode'].includes(name) && orderBy[0];
  let first: Element | false | undefined = ordered;
  while (first && first.kind === 'unary') first = first.element;
  return { kind: 'within-group', function: call, orderBy, type: first ? typeOf(first) : typeOf(call) };
}

/** The keyword of ROLLUP and its kin. */
export const groupingKeyword = (name: string): string => GROUPING[name.toLowerCase()] ?? name;
