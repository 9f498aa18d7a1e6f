/** INSERT for `op.bulk_insert`. Answers to: alembic/ddl/impl.py (bulk_insert). */
import { type PythonWorld, Raise } from '../../machine.ts';
import { insert, withValues } from '../../sqlalchemy/expression/dml/dml-build.ts';
import type { Assignment, Insert } from '../../sqlalchemy/expression/dml/statements.ts';
import type { InlineLiteral } from '../../sqlalchemy/expression/elements.ts';
import { columnNamed } from '../../sqlalchemy/expression/select/columns.ts';
import type { MigrationContext } from '../runtime/context.ts';

/**
 * One statement for all rows, or one each. Offline the values are written into the statements.
 * @throws TypeError where rows is no list of dictionaries, KeyError for an unknown column (offline)
 */
export function bulkInsert(
  context: MigrationContext,
  table: unknown,
  rows: unknown,
  multiinsert: boolean,
): void {
  const { python } = context.process;
  if (!python.isInstance(rows, 'builtins.list')) throw typeError('List expected');
  const all = [...python.iterate(rows)];
  if (all.length > 0 && !python.isInstance(all[0], 'builtins.dict'))
    throw typeError('List of dictionaries expected');
  if (all.length === 0) return;
  const statement = insertInto(table, python);
  if (context.asSql) {
    for (const row of all) context.impl.exec(withValues(statement, literalValues(statement, row, python)));
  } else if (multiinsert) {
    context.impl.exec(
      statement,
      all.map((row) => new Map(entries(row, python))),
    );
  } else {
    for (const row of all) context.impl.exec(withValues(statement, entries(row, python)));
  }
}

function insertInto(table: unknown, python: PythonWorld): Insert {
  const kind = (table as { kind?: unknown } | null)?.kind;
  if (kind !== 'table' && kind !== 'table-clause') {
    python.evaluate('it.insert', new Map([['it', table]]));
    throw new Raise(
      'builtins.AttributeError',
      [`'${python.typeName(table)}' object has no attribute 'insert'`],
      {
        attributes: { name: 'insert', obj: table },
      },
    );
  }
  return { ...insert(table), inline: true };
}

function entries(row: unknown, python: PythonWorld): [string, unknown][] {
  const items = python.call(python.getAttribute(row, 'items'), []);
  return [...python.iterate(items)].map((pair) => [...python.iterate(pair)] as [string, unknown]);
}

function literalValues(statement: Insert, row: unknown, python: PythonWorld): Assignment[] {
  return entries(row, python).map(([key, value]) => {
    const column = columnNamed(statement.table, key);
    if (!column) throw new Raise('builtins.KeyError', [key]);
    if ((value as { kind?: unknown } | null)?.kind === 'inline-literal') return [key, value];
    const literal: InlineLiteral = { kind: 'inline-literal', value, type: column.type };
    return [key, literal];
  });
}

const typeError = (message: string) => new Raise('builtins.TypeError', [message]);
