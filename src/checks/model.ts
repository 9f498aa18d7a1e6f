/** `model: {table, column?, contains?}`: a class of the project's Python files that declares the table, and a column in it. */
import * as v from 'valibot';
import { classesOf } from './python-classes.ts';
import type { World } from './world.ts';

export const modelSchema = v.strictObject({
  table: v.string(),
  column: v.optional(v.string()),
  /** Text that the column's declaration must hold, white space aside: "String", "nullable=True". */
  contains: v.optional(v.string()),
});

/** @returns whether some class outside `versions` declares the table, with the column where one is named. The files are read, not run. */
export function model(check: v.InferOutput<typeof modelSchema>, { snapshot }: World): boolean {
  const found = Object.entries(snapshot.files)
    .filter(([path]) => path.endsWith('.py') && !path.includes('/versions/'))
    .flatMap(([, text]) => classesOf(text))
    .find((one) => one.table === check.table);
  if (!found) return false;
  if (check.column === undefined) return true;
  const column = found.columns.find((one) => one.name === check.column);
  if (!column) return false;
  return check.contains === undefined || column.source.includes(check.contains.replace(/\s+/g, ''));
}
