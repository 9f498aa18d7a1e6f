/** Rows of a result, as their values. */
import { Row } from '../../../sqlalchemy/engine/row.ts';

/** Its values; undefined where there is none. The result is closed. */
export function firstRow(result: unknown): readonly unknown[] | undefined {
  const row = (result as { first(): unknown }).first();
  return row instanceof Row ? row.values : undefined;
}

/** All of its rows. */
export function allRows(result: unknown): readonly (readonly unknown[])[] {
  const rows = (result as { fetchAll(): unknown[] }).fetchAll();
  return rows.map((row) => (row as Row).values);
}
