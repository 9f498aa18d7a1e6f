/** How a batch reads the table that it makes anew. Answers to: alembic/operations/batch.py (BatchOperationsImpl). */
import { serialColumns } from '../../../alembic/ddl/serial-column.ts';
import type { Operations } from '../../../alembic/operations/operations.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { MetaData, type Table } from '../../../sqlalchemy/schema/index.ts';
import type { SqlType } from '../../../sqlalchemy/types/index.ts';
import { tableClass } from '../../sqlalchemy/schema/table-class.ts';

interface ReflectArguments {
  readonly args: Value;
  readonly keywords: Value;
  readonly namingConvention: MetaData['namingConvention'] | null;
}

/**
 * Reads a table with the learner's own `reflect_args` and `reflect_kwargs`; defaults that only say SERIAL are left out.
 * @throws what `Table(…, autoload_with=bind)` raises
 */
export function reflectForBatch(
  call: Interpreter,
  operations: Operations,
  name: Value,
  schema: Value,
  { args, keywords, namingConvention }: ReflectArguments,
): Table {
  const context = operations.migrationContext;
  const metadata = new MetaData(namingConvention === null ? {} : { namingConvention });
  const given = new Map(keywords instanceof PyDict ? ([...keywords.entries()] as [string, Value][]) : []);
  const isSerial = serialColumns(context);
  const listener = nativeFunction(
    'autogen_column_reflect',
    'inspector, table, column_info',
    (_call, _inspector: Value, table: Table, column: PyDict) => {
      leaveSerialOut(isSerial, table, column);
      return null;
    },
  );
  const own = given.has('listeners') ? [...call.iterate(given.get('listeners')!)] : [];
  given.set('listeners', list([...own, tuple(['column_reflect', listener])]));
  given.set('schema', schema);
  given.set('autoload_with', context.bind as Value);
  const items = args === null ? [] : [...call.iterate(args)];
  return call.call(tableClass, [name, metadata as unknown as Value, ...items], given) as unknown as Table;
}

/** Takes a default that only says SERIAL out of a column's facts. */
export function leaveSerialOut(
  isSerial: ReturnType<typeof serialColumns>,
  table: Table,
  column: PyDict,
): void {
  const found = {
    name: column.get('name') as string,
    type: column.get('type') as SqlType,
    default: (column.get('default') ?? null) as string | null,
  };
  if (isSerial(table.name, found)) column.delete('default');
}

/** Makes the new table of a batch: `table_kwargs` are what a Table takes, options of the old one stand behind them. */
export function batchTableMaker(call: Interpreter, tableKwargs: Value) {
  return (
    name: string,
    items: readonly unknown[],
    schema: string | null,
    options: ReadonlyMap<string, unknown>,
  ): Table => {
    const own = tableKwargs instanceof PyDict ? [...tableKwargs.entries()] : [];
    const keywords = new Map([...options, ...own] as [string, Value][]);
    keywords.set('schema', schema);
    const metadata = new MetaData() as unknown as Value;
    return call.call(tableClass, [name, metadata, ...(items as Value[])], keywords) as unknown as Table;
  };
}
