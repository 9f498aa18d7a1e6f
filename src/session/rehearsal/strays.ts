/** What the database has, or lacks, that no revision speaks of: the revisions are run on an empty database and the two are compared. */
import { databaseSnapshot } from '../../database/catalog.ts';
import type { Server } from '../../database/server.ts';
import type { Files, Machine } from '../../engine/machine.ts';
import type { DatabaseSnapshot } from '../../engine/snapshot.ts';
import { compareByName } from '../compare/by-name.ts';
import type { Change, DatabaseDiff } from '../compare/database-diff.ts';
import type { Engine } from '../workspace/engine-port.ts';
import { rehearsal } from './rehearsal.ts';
import { emptied, withShadow } from './shadow-database.ts';

/** `added`: only the database has it. `dropped`: only the revisions do. `changed`: both, not alike. */
export interface Stray {
  readonly change: Change;
  readonly schema: string;
  readonly table: string;
  /** A column; undefined for the whole table. */
  readonly column: string | undefined;
  /** The type by the revisions, and in the database. */
  readonly wanted: string | undefined;
  readonly existing: string | undefined;
}

/**
 * @param current rows of alembic_version.
 * @returns undefined where the revisions cannot be run from the beginning.
 */
export function findStrays(
  engine: Engine,
  machine: Machine,
  files: Files,
  server: Server,
  database: DatabaseSnapshot,
  current: readonly string[],
): readonly Stray[] | undefined {
  const expected = withShadow(server, (shadow, connection) => {
    emptied(connection);
    const run = rehearsal(engine, machine, files, shadow);
    const failed = current.some((revision) => run(`alembic upgrade ${revision}`).exit !== 0);
    return failed ? undefined : databaseSnapshot(connection, true);
  });
  return expected && straysIn(compareByName(expected, database, false));
}

function straysIn(diff: DatabaseDiff): Stray[] {
  return diff.tables.flatMap(({ schema, name, change, columns }): Stray[] => {
    if (change !== 'changed')
      return [{ change, schema, table: name, column: undefined, wanted: undefined, existing: undefined }];
    return columns.map((column) => ({
      change: column.change,
      schema,
      table: name,
      column: column.name,
      wanted: column.before?.type,
      existing: column.after?.type,
    }));
  });
}
