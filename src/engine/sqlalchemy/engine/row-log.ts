/** What an engine that echoes at level DEBUG tells of results. Answers to: sqlalchemy/engine/cursor.py (_init_metadata), sql/util.py (_repr_row). */
import { host } from '../expression/host.ts';
import type { Connection } from './connection.ts';

/** Characters of a value that are shown whole. */
const SHOWN = 300;

/**
 * Tells the names of a result's columns.
 * @returns what tells of each row as it is fetched; undefined where the log does not go so deep, or there are no rows
 */
export function rowLog(
  connection: Connection,
  names: readonly string[],
): ((row: readonly unknown[]) => void) | undefined {
  if (names.length === 0 || !connection.debugs) return undefined;
  connection.log(`Col ${tupleText(names)}`, 'DEBUG');
  return (row) => connection.log(`Row ${tupleText(row)}`, 'DEBUG');
}

/** A tuple's `repr()`; of long values the middle is left out. */
export const tupleText = (values: readonly unknown[]): string =>
  `(${values.map(shortened).join(', ')}${values.length === 1 ? ',' : ''})`;

function shortened(value: unknown): string {
  const text = host().repr(value);
  if (text.length <= SHOWN) return text;
  const half = SHOWN / 2;
  return `${text.slice(0, half)} ... (${text.length - SHOWN} characters truncated) ... ${text.slice(-half)}`;
}
