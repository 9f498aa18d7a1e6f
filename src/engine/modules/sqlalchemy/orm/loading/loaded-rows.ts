/** Rows that were loaded, and the result that gives them. Answers to: sqlalchemy/orm/loading.py (instances). */
import type { Value } from '../../../../python/values/value.ts';
import { Result } from '../../../../sqlalchemy/engine/result.ts';
import { shapeOf } from '../../../../sqlalchemy/engine/row.ts';
import type { Plan } from './reading.ts';

/** What came of a statement: values of each row, and what the columns are called. */
export interface LoadedRows {
  readonly rows: readonly (readonly Value[])[];
  readonly keys: readonly string[];
  readonly plan: Plan;
}

/** Rows as a Result that is read as any other. */
export function resultOf({ rows, keys, plan }: LoadedRows): Value {
  const elements = plan.readings.map((one) => (one.kind === 'column' ? [one.element] : []));
  const result = new Result(
    { shape: shapeOf(keys, elements), rows: [...rows], next: 0, state: 'open' },
    {
      returnsRows: true,
      rowcount: rows.length,
      isInsert: false,
      primaryKeys: undefined,
      primaryKeyNames: [],
      many: false,
    },
  );
  result.mustBeUnique = plan.multiplies;
  return result as unknown as Value;
}
