/** Statements as the ORM builds them, in Python's own words: `select(*columns).where(column == value)`. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Column } from '../../../sqlalchemy/schema/column.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';

/** A function of the sqlalchemy package. */
const core = (call: Interpreter, name: string): Value => call.importName(`sqlalchemy.${name}`);

export const select = (call: Interpreter, columns: readonly Value[]): Value =>
  call.call(core(call, 'select'), columns);

export const where = (call: Interpreter, statement: Value, ...criteria: readonly Value[]): Value =>
  criteria.length === 0 ? statement : call.callMethod(statement, 'where', ...criteria);

export const equals = (call: Interpreter, left: Value, right: Value): Value =>
  call.callMethod(left, '__eq__', right);

/** `table.insert().values({column: value})` */
export function insert(call: Interpreter, table: Table, values: ReadonlyMap<Column, Value>): Value {
  const statement = call.call(core(call, 'insert'), [table]);
  return values.size === 0 ? statement : call.callMethod(statement, 'values', byKey(call, values));
}

export function update(call: Interpreter, table: Table, values: ReadonlyMap<Column, Value>): Value {
  return call.callMethod(call.call(core(call, 'update'), [table]), 'values', byKey(call, values));
}

export const remove = (call: Interpreter, table: Table): Value => call.call(core(call, 'delete'), [table]);

function byKey(call: Interpreter, values: ReadonlyMap<Column, Value>): Value {
  return call.process.python.dict(
    [...values].map(([column, value]) => [column.key, value] as const),
  ) as Value;
}

/** Every row of a result, as arrays. */
export function rowsOf(call: Interpreter, result: Value): Value[][] {
  return [...call.iterate(call.callMethod(result, 'fetchall'))].map((row) => [...call.iterate(row)]);
}
