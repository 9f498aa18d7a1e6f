/** DELETE of rows. Answers to: sqlalchemy/orm/persistence.py (_emit_delete_statements). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { deleteFrom } from '../../../../sqlalchemy/expression/dml/dml-build.ts';
import { where } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';
import { stateOf } from '../mapper/instance-state.ts';
import type { FlushTarget } from './flush.ts';
import { bound, FLUSH_CACHE, mapperOf, parameters, rowColumns, tablesOf, versionOf } from './flush-rows.ts';

/** Deletes the rows of instances of one class, a statement for each of its tables, the parent's table last. @throws StaleDataError */
export function deleteRows(call: Interpreter, target: FlushTarget, instances: readonly PyObject[]): void {
  for (const table of [...tablesOf(instances)].reverse()) {
    const own = instances.filter((one) => mapperOf(one).tables.includes(table));
    if (own.length === 0) continue;
    const mapper = mapperOf(own[0]!);
    const keys = rowColumns(mapper, table);
    const version = versionOf(mapper);
    const checked = version && version.column.table === table ? version : undefined;
    const criteria = [...keys, ...(checked ? [checked.column] : [])].map((column) =>
      bound(column, column.key),
    );
    const rows = own.map((one) => {
      const row = new Map(
        keys.map((column, at) => [column.key, stateOf(one).identity![at] ?? null] as const),
      );
      if (checked) row.set(checked.column.key, one.attrs?.get(checked.key) ?? null);
      return row;
    });
    const result = target.run(
      call,
      where({ ...deleteFrom(table), executionOptions: FLUSH_CACHE }, criteria) as unknown as Value,
      parameters(rows),
    );
    const matched = Number(call.getAttribute(result, 'rowcount') ?? -1);
    if (matched !== rows.length && matched >= 0) warnOfGone(call, table, rows.length, matched);
  }
}

function warnOfGone(call: Interpreter, table: Table, wanted: number, matched: number): void {
  call.process.warn(
    'sqlalchemy.exc.SAWarning',
    `DELETE statement on table '${table.fullname}' expected to delete ${wanted} row(s); ${matched} were matched.  Please ` +
      'set confirm_deleted_rows=False within the mapper configuration to prevent this warning.',
  );
}
