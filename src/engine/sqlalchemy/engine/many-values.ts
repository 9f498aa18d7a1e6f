/** INSERT of many rows in few statements. Answers to: insertmanyvalues in sqlalchemy/sql/compiler.py, engine/default.py. */
import type { Compiled } from '../expression/compiled.ts';

const PAGE = 1000;
const MOST_PARAMETERS = 32700;

export interface Batch {
  readonly sql: string;
  readonly values: ReadonlyMap<string, unknown>;
  readonly rows: number;
}

/** Statements with several rows in VALUES; names of parameters end in the row's number. */
export function batches(
  compiled: Compiled,
  sets: readonly ReadonlyMap<string, unknown>[],
  page = PAGE,
): readonly Batch[] {
  const row = compiled.valuesRow!;
  const inRow = [...compiled.binds.keys()].filter((name) => row.includes(`%(${name})s`));
  const size = Math.max(
    1,
    Math.min(page, inRow.length === 0 ? page : Math.floor(MOST_PARAMETERS / inRow.length)),
  );
  const out: Batch[] = [];
  for (let start = 0; start < sets.length; start += size) {
    out.push(batch(compiled, row, inRow, sets.slice(start, start + size)));
  }
  return out;
}

function batch(
  compiled: Compiled,
  row: string,
  inRow: readonly string[],
  sets: readonly ReadonlyMap<string, unknown>[],
): Batch {
  const values = new Map<string, unknown>();
  const rows = sets.map((_set, at) =>
    row.replace(/%\((\w[^)]*)\)s/g, (_all, name: string) => `%(${name}__${at})s`),
  );
  for (const [name, value] of sets[0]!) if (!inRow.includes(name)) values.set(name, value);
  const names = [...inRow].sort();
  sets.forEach((set, at) => {
    for (const name of names) values.set(`${name}__${at}`, set.get(name));
  });
  const sql = compiled.sql.replace(`VALUES ${row}`, () => `VALUES ${rows.join(', ')}`);
  return { sql, values, rows: sets.length };
}
