/** Asks the server whether two default expressions are equal. Answers to: alembic/ddl/postgresql.py (compare_server_default). */
import { literalColumn } from '../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../sqlalchemy/expression/operators/operate.ts';
import { select } from '../../../sqlalchemy/expression/select/select-build.ts';
import type { CompareContext } from './context.ts';
import { firstRow } from './first-row.ts';

/** `SELECT existing = wanted AS anon_1` @throws as the server does */
export function defaultsEqual(
  context: Pick<CompareContext, 'migrationContext'>,
  existing: string,
  wanted: Element,
): boolean {
  const condition = compare(literalColumn(existing), 'eq', wanted);
  return firstRow(context.migrationContext.connection!.execute(select([condition])))?.[0] === true;
}
