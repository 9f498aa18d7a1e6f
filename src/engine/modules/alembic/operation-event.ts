/** Tells panels and checks what a migration called. */
import type { OperationRecord } from '../../alembic/operations/operation.ts';
import type { Operations } from '../../alembic/operations/operations.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';

const text = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

/** The record's own names say what the operation is about. */
export function emitOperation(
  call: Interpreter,
  { migrationContext }: Operations,
  name: string,
  record: OperationRecord,
): void {
  const facts = record as unknown as Readonly<Record<string, unknown>>;
  const column = facts.column as { readonly name?: unknown } | undefined;
  const kw = facts.kw instanceof Map ? facts.kw : undefined;
  const subject =
    facts.columnName ?? column?.name ?? facts.indexName ?? facts.constraintName ?? facts.newTableName;
  call.process.machine.emit({
    kind: 'operation',
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
