/** Rows of an answer as a Result. Answers to: sqlalchemy/engine/cursor.py (CursorResultMetaData). */
import type { PythonWorld, QueryResult } from '../../machine.ts';
import type { Compiled, ResultColumn } from '../expression/compiled.ts';
import type { DefaultedColumn } from '../expression/dml/dml-values.ts';
import type { Element } from '../expression/elements.ts';
import { TYPES } from '../expression/operators/type-rules.ts';
import { columnsOf } from '../expression/select/columns.ts';
import type { Connection } from './connection.ts';
import type { AdaptHost } from './driver/adapt.ts';
import { type ReadHost, readCell } from './driver/read.ts';
import { adaptHost, readHost } from './python-values.ts';
import { Result, type ResultFacts } from './result.ts';
import { resultProcessor } from './result-values.ts';
import { shapeOf } from './row.ts';
import { rowLog } from './row-log.ts';

const kept = new WeakMap<object, { readonly adapt: AdaptHost; readonly read: ReadHost }>();

/** What the result asks of the learner's world. */
export const hosts = (connection: Connection) => hostsOf(connection.engine.process.python);

/** How values are written for the server and read from it. */
export function hostsOf(python: PythonWorld): { readonly adapt: AdaptHost; readonly read: ReadHost } {
  const known = kept.get(python);
  if (known) return known;
  const made = { adapt: adaptHost(python), read: readHost(python) };
  kept.set(python, made);
  return made;
}

/** "INSERT 0 5" → 5; statements that count nothing have -1. */
export function rowcountOf(tag: string): number {
  const count = /(\d+)$/.exec(tag)?.[1];
  return count === undefined ? -1 : Number(count);
}

const NO_FACTS: ResultFacts = {
  returnsRows: false,
  rowcount: -1,
  isInsert: false,
  primaryKeys: undefined,
  primaryKeyNames: [],
  many: false,
};

/** The rows of a statement of which nothing is known but what the server says. */
export function plainResult(connection: Connection, answer: QueryResult | undefined): Result {
  if (!answer) return new Result({ shape: shapeOf([], []), rows: [], next: 0, state: 'closed' }, NO_FACTS);
  const keys = answer.fields.map((field) => field.name);
  const { read } = hosts(connection);
  const rows = answer.rows.map((row) =>
    row.map((cell, at) => readCell(cell, answer.fields[at]!.typeOid, read)),
  );
  const facts = { ...NO_FACTS, returnsRows: answer.fields.length > 0, rowcount: rowcountOf(answer.tag) };
  const onRow = rowLog(connection, keys);
  return new Result({ shape: shapeOf(keys, []), rows, next: 0, onRow, state: 'open' }, facts);
}

/** The rows that a statement gave. @param answers one for each set of parameters that was sent */
export function resultOf(
  connection: Connection,
  compiled: Compiled,
  answers: readonly QueryResult[],
  values: readonly ReadonlyMap<string, unknown>[],
  many: boolean,
): Result {
  const fields = answers.at(-1)?.fields ?? [];
  const names = fields.map((field) => field.name);
  const columns = matched(compiled.resultColumns, names);
  const onRow = rowLog(connection, names);
  const { python } = connection.engine.process;
  const { read } = hosts(connection);
  const processors = columns.map((column) => resultProcessor(column.type, python, connection.dialect));
  const rows = answers.flatMap((answer) =>
    answer.rows.map((row) =>
      row.map((cell, at) => {
        const value = readCell(cell, answer.fields[at]!.typeOid, read);
        const convert = processors[at];
        return convert ? convert(value) : value;
      }),
    ),
  );
  const own = compiled.generated.length > 0;
  if (own) for (const row of rows) onRow?.(row);
  const shape = shapeOf(
    columns.map((column) => column.key),
    columns.map((column) => column.elements),
  );
  const facts: ResultFacts = {
    returnsRows: fields.length > 0,
    rowcount: answers.reduce((sum, answer) => sum + Math.max(rowcountOf(answer.tag), 0), 0),
    isInsert: compiled.statement.kind === 'insert',
    many,
    ...primaryKey(compiled, own ? rows : [], values),
  };
  const uncounted = many && connection.dialect.paramstyle === 'dollar';
  const noCount = uncounted || (answers.length > 0 && answers.every((answer) => rowcountOf(answer.tag) < 0));
  return new Result(
    { shape, rows: own ? [] : rows, next: 0, onRow, state: 'open' },
    noCount ? { ...facts, rowcount: -1 } : facts,
  );
}

/** What is known of each column of the answer: by place, where the statement says so; else by name. */
function matched(known: readonly ResultColumn[], names: readonly string[]): readonly ResultColumn[] {
  if (known.length === names.length) {
    return known.map((column, at) =>
      column.known ? column : { ...column, key: names[at]!, name: names[at]! },
    );
  }
  const byName = new Map(known.map((column) => [column.name, column]));
  return names.map(
    (name) => byName.get(name) ?? { name, key: name, type: TYPES.null, elements: [], known: false },
  );
}

function primaryKey(
  compiled: Compiled,
  generated: readonly (readonly unknown[])[],
  values: readonly ReadonlyMap<string, unknown>[],
): Pick<ResultFacts, 'primaryKeys' | 'primaryKeyNames'> {
  const { statement } = compiled;
  if (statement.kind !== 'insert') return { primaryKeys: undefined, primaryKeyNames: [] };
  const keys = columnsOf(statement.table).filter((column) => (column as DefaultedColumn).primaryKey);
  const places = new Map(compiled.generated.map((column, at) => [column, at]));
  const rows = values.map((set, row) =>
    keys.map((column) => {
      const at = places.get(column as Element);
      return at === undefined ? (set.get(column.key) ?? null) : (generated[row]?.[at] ?? null);
    }),
  );
  return { primaryKeys: rows, primaryKeyNames: keys.map((column) => String(column.name)) };
}
