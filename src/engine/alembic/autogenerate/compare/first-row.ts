/** The first row of a result. */
import { Row } from '../../../sqlalchemy/engine/row.ts';

/** Its values; undefined where there is none. The result is closed. */
export function firstRow(result: unknown): readonly unknown[] | undefined {
  const row = (result as { first(): unknown }).first();
  return row instanceof Row ? row.values : undefined;
}
