/** INSERT of many rows in few statements. Answers to: insertmanyvalues in sqlalchemy/sql/compiler.py, engine/default.py. */
import type { Compiled } from '../expression/compiled.ts';
import { mark, numbered } from '../expression/write/numbered-parameters.ts';

const PAGE = 1000;
const MOST_PARAMETERS = 32700;

export interface Batch {
  readonly sql: string;
  /** What the driver fills values into. */
  readonly template: string;
  readonly values: ReadonlyMap<string, unknown>;
  readonly rows: number;
}

const LONGEST = 500;
const BEGINNING = 250;
const END = 100;

/** A statement of many rows as messages show it: the middle of a long one is left out. Answers to: _long_statement in sqlalchemy/sql/util.py. */
export function longStatement(sql: string): string {
  const left = sql.length - BEGINNING - END;
  return sql.length <= LONGEST
    ? sql
    : `${sql.slice(0, BEGINNING)} ... ${left} characters truncated ... ${sql.slice(-END)}`;
}

/** The order in which Python walks a set of names. */
type SetOrder = (names: readonly string[]) => readonly string[];

/** The SQL type of a column by its parameter. */
type TypeOf = (parameter: string) => string;

/**
 * Statements with several rows in VALUES; names of parameters end in the row's number.
 * @param typeOf given where rows must come back in the order of the parameters: rows are numbered and sorted then
 */
export function batches(
  compiled: Compiled,
  sets: readonly ReadonlyMap<string, unknown>[],
  order: SetOrder,
  typeOf?: TypeOf,
): readonly Batch[] {
  const row = compiled.valuesRow!;
  const place = compiled.options.paramstyle === 'dollar' ? mark : named;
  const inRow = [...compiled.binds.keys()].filter((name) => row.includes(place(name)));
  const size = Math.max(
    1,
    Math.min(PAGE, inRow.length === 0 ? PAGE : Math.floor(MOST_PARAMETERS / inRow.length)),
  );
  const names = order(inRow);
  const out: Batch[] = [];
  for (let start = 0; start < sets.length; start += size) {
    const part = sets.slice(start, start + size);
    const values = new Map<string, unknown>();
    for (const [name, value] of part[0]!) if (!inRow.includes(name)) values.set(name, value);
    part.forEach((set, at) => {
      for (const name of names) values.set(`${name}__${at}`, set.get(name));
    });
    const text = typeOf ? sortedRows(row, part.length, typeOf) : plainRows(row, part.length);
    const template = compiled.template.replace(`VALUES ${row}`, () => text);
    out.push({ sql: numbered(template), template, values, rows: part.length });
  }
  return out;
}

/** psycopg2's parameter. */
const named = (name: string): string => `%(${name})s`;

/** A parameter by name, or the mark that gets a number later. */
const PARAMETER = /(?<open>%\(|\u0001)(?<name>\w[^)\u0002]*)(?<close>\)s|\u0002)/;

const numberedRow = (row: string, at: number): string =>
  row.replace(new RegExp(PARAMETER, 'g'), `$<open>$<name>__${at}$<close>`);

const plainRows = (row: string, count: number): string =>
  `VALUES ${Array.from({ length: count }, (_one, at) => numberedRow(row, at)).join(', ')}`;

const STARTS = new RegExp(`^${PARAMETER.source}`);

/** Rows with their number, so that PostgreSQL gives keys in the order of the rows. */
function sortedRows(row: string, count: number, typeOf: TypeOf): string {
  const cells = cellsOf(row.slice(1, -1));
  const nameIn = (cell: string) => STARTS.exec(cell)?.groups?.name;
  const sent = cells.filter((cell) => nameIn(cell) !== undefined);
  let at = 0;
  const selected = cells.map((cell) => {
    const name = nameIn(cell);
    if (name === undefined) return cell;
    at += 1;
    return `p${at - 1}::${typeOf(name)}`;
  });
  const names = [...sent.map((_cell, place) => `p${place}`), 'sen_counter'].join(', ');
  const inner = `(${[...sent, ''].join(', ')}`;
  const rows = Array.from({ length: count }, (_one, place) => `${numberedRow(inner, place)}${place})`);
  return `SELECT ${selected.join(', ')} FROM (VALUES ${rows.join(', ')}) AS imp_sen(${names}) ORDER BY sen_counter`;
}

/** The parts between commas outside brackets and quotes. */
function cellsOf(text: string): readonly string[] {
  const cells: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === "'") quoted = !quoted;
    else if (quoted) continue;
    else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    else if (sign === ',' && depth === 0) {
      cells.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...cells, text.slice(start).trim()];
}
