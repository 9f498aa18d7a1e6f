/** Rows that were loaded, and the result that gives them. Answers to: sqlalchemy/orm/loading.py (instances). */
import type { Value } from '../../../../python/values/value.ts';
import { Result } from '../../../../sqlalchemy/engine/result.ts';
import { type RowShape, shapeOf } from '../../../../sqlalchemy/engine/row.ts';
import type { Plan } from './reading.ts';

/** What came of a statement: values of each row, and what the columns are called. */
export interface LoadedRows {
  readonly rows: readonly (readonly Value[])[];
  readonly keys: readonly string[];
  readonly plan: Plan;
  /** The result that was made of them. */
  result?: Value;
}

/** What rows of a statement of mapped classes share. */
export function loadedShape({ keys, plan }: Omit<LoadedRows, 'rows'>): RowShape {
  const elements = plan.readings.map((one) => (one.kind === 'column' ? [one.element] : []));
  const entities = plan.readings.map((one) => (one.kind === 'entity' ? one.entity : undefined));
  return { ...shapeOf(keys, elements), entities, isLoaded: true };
}

/** Rows as a Result that is read as any other. */
export function resultOf(loaded: LoadedRows): Value {
  const { rows, keys, plan } = loaded;
  const result = resultWith(loadedShape({ keys, plan }), [...rows]);
  result.family = 'chunked';
  result.mustBeUnique = plan.multiplies;
  const size = plan.select.executionOptions.yield_per;
  if (typeof size === 'number') result.chunk = size;
  loaded.result = result as unknown as Value;
  return loaded.result;
}

/** What a bulk INSERT or UPDATE answers: nothing to read, and no count of rows. */
export function emptyResult(): Value {
  const result = resultWith(shapeOf([], []), [], false);
  result.family = 'iterator';
  return result as unknown as Value;
}

const resultWith = (shape: RowShape, rows: (readonly Value[])[], returnsRows = true): Result =>
  new Result(
    { shape, rows, next: 0, state: 'open' },
    {
      returnsRows,
      rowcount: rows.length,
      isInsert: false,
      primaryKeys: undefined,
      primaryKeyNames: [],
      many: false,
    },
  );
