/** What INSERT, UPDATE and DELETE of rows share: a row to be written, its tables, its key and its version. Answers to: sqlalchemy/orm/persistence.py. */
import { Raise } from '../../../../machine.ts';
import { list } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import type { Result } from '../../../../sqlalchemy/engine/result.ts';
import { bindparam } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';

/** Statements of a flush are kept apart from a program's own, as the log tells. */
export const FLUSH_CACHE = { orm_load: 'flush' } as const;
export const BULK_CACHE = { orm_load: 'bulk' } as const;

/** The mapper of an instance that is known to be mapped. */
export const mapperOf = (instance: PyObject): Mapper => inheritedMapper(instance.cls)!;

/** One row that is to be written. */
export interface Record {
  readonly instance: PyObject;
  readonly mapper: Mapper;
  readonly values: ReadonlyMap<Column, Value>;
  /** Expressions among the values: each has a statement of its own. */
  readonly expressions: boolean;
}

/** Tables of a group, the oldest ancestor's first. */
export function tablesOf(instances: readonly PyObject[]): readonly Table[] {
  return [...new Set(instances.flatMap((one) => mapperOf(one).tables))];
}

/** Rows as `execute()` takes them: one alone, several as a list. */
export const parameters = (rows: readonly ReadonlyMap<string, Value>[]): Value =>
  rows.length === 1 ? dict([...rows[0]!]) : list(rows.map((row) => dict([...row])));

/** Values by the names of their parameters. */
export const byColumnKey = (values: ReadonlyMap<Column, Value>): Map<string, Value> =>
  new Map([...values].map(([column, value]) => [column.key, value]));

/** `version_id_col` */
export function versionOf(mapper: Mapper): { readonly key: string; readonly column: Column } | undefined {
  for (let one: Mapper | undefined = mapper; one; one = one.inherits) {
    const given = (one.args.get('version_id_col') ?? null) as { column?: Column } | Column | null;
    if (given === null) continue;
    const column = ((given as { column?: Column }).column ?? given) as Column;
    const property = mapper.propertyOf(column);
    if (property) return { key: property.key, column };
  }
  return undefined;
}

/** The values that went out, Python's defaults among them. */
export const sentWith = (result: Value): readonly ReadonlyMap<string, unknown>[] =>
  (result as unknown as Result).facts.sent ?? [];

/** `table.column = :table_column` for the key of a row that is updated. */
export const keyName = (column: Column): string => `${(column.table as Table).name}_${column.key}`;

/** The columns of the primary key as this table of the mapper has them. */
export function rowColumns(mapper: Mapper, table: Table): readonly Column[] {
  return mapper.primaryKey.map((column) => {
    const property = mapper.propertyOf(column);
    return (property?.columns as readonly Column[] | undefined)?.find((one) => one.table === table) ?? column;
  });
}

/** `column = :name`, to find a row by. */
export const bound = (column: Column, name: string): Element =>
  compare(column as Element, 'eq', bindparam(name, undefined, { type: column.type, required: true }));

/** @throws StaleDataError where rows are not there any more */
export function checkCount(call: Interpreter, result: Value, table: Table, wanted: number): void {
  const matched = Number(call.getAttribute(result, 'rowcount') ?? -1);
  if (matched === wanted || matched < 0) return;
  throw new Raise('sqlalchemy.orm.exc.StaleDataError', [
    `UPDATE statement on table '${table.fullname}' expected to update ${wanted} row(s); ${matched} were matched.`,
  ]);
}
