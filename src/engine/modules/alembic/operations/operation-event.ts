/** Tells panels and checks what a migration called. */
import type { OperationRecord } from '../../../alembic/operations/operation.ts';
import type { Operations } from '../../../alembic/operations/operations.ts';
import { whileAtWork } from '../../../alembic/operations/trace.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';

const text = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

/**
 * Does what an operation asks for; the statements sent meanwhile are its own. The record's names say what it is about.
 * @param invoke does it.
 */
export function traceOperation<T>(
  call: Interpreter,
  operations: Operations,
  name: string,
  record: OperationRecord,
  invoke: () => T,
): T {
  const { trace } = call.process.machine;
  const id = trace ? ++trace.count : 0;
  emitOperation(call, operations, name, record, id);
  return whileAtWork(trace, id, invoke);
}

function emitOperation(
  call: Interpreter,
  { migrationContext }: Operations,
  name: string,
  record: OperationRecord,
  id: number,
): void {
  const facts = record as unknown as Readonly<Record<string, unknown>>;
  const column = facts.column as { readonly name?: unknown } | undefined;
  const kw = facts.kw instanceof Map ? facts.kw : undefined;
  const subject =
    facts.columnName ?? column?.name ?? facts.indexName ?? facts.constraintName ?? facts.newTableName;
  call.process.machine.emit({
    kind: 'operation',
    id,
    name,
    table: text(
      facts.tableName ?? facts.sourceTable ?? (facts.table as { name?: unknown } | undefined)?.name,
    ),
    schema: text(facts.schema ?? kw?.get('source_schema')),
    subject: text(subject),
    path: migrationContext.currentScriptPath,
    line: call.frame?.line,
  });
}
