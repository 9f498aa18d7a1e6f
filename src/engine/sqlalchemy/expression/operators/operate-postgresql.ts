/** Operators of arrays, and those that only PostgreSQL has. Answers to: sqlalchemy/dialects/postgresql/{array,json,hstore,ranges}.py. */
import { ARRAY as PG_ARRAY } from '../../postgresql/types.ts';
import { ARRAY } from '../../types/index.ts';
import type { SqlType } from '../../types/type.ts';
import { BESIDE, operandOf } from '../coerce.ts';
import type { Element } from '../elements.ts';
import { typeOf } from '../group.ts';
import { beside, binary } from './operate.ts';
import { TYPES } from './type-rules.ts';

/** `x[index]` on arrays. */
export function arrayItem(left: Element, index: unknown): Element {
  const type = typeOf(left);
  const shift = type.options.zero_indexes === true ? 1 : 0;
  const at = typeof index === 'number' ? index + shift : index;
  const dimensions = type.options.dimensions as number | null | undefined;
  const result =
    dimensions == null || dimensions === 1
      ? (type.options.item_type as SqlType)
      : type.copy({ ...type.options, dimensions: dimensions - 1 });
  return binary(
    left,
    'getitem',
    beside(left, 'getitem', at, typeof at === 'number' ? TYPES.integer : undefined),
    {
      type: result,
    },
  );
}

/** `x[a:b]` on arrays. */
export function arraySlice(left: Element, start: unknown, stop: unknown, step: unknown): Element {
  const part = (value: unknown) =>
    value === null ? undefined : beside(left, 'getitem', value, TYPES.integer);
  const slice: Element = {
    kind: 'slice',
    start: part(start),
    stop: part(stop),
    step: part(step),
    type: TYPES.null,
  };
  return binary(left, 'getitem', slice, { type: typeOf(left) });
}

/** `x @> y` and the like on PostgreSQL's own types. */
export function postgresql(
  left: Element,
  symbol: string,
  value: unknown,
  type: SqlType,
  operandType?: SqlType,
): Element {
  const right = operandOf(value, BESIDE) ?? beside(left, 'custom', value, operandType);
  return binary(left, 'custom', right, {
    type,
    custom: { symbol, precedence: 5, isComparison: true },
  });
}

/** Whether a type is an array, SQLAlchemy's own or PostgreSQL's. */
export const isArray = (type: SqlType): boolean => type.is(ARRAY) || type.is(PG_ARRAY);
