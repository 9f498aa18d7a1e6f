/** The rows of the version table, moved along with a run. Answers to: alembic/runtime/migration.py (HeadMaintainer). */
import type { Process } from '../../machine.ts';
import type { Dialect } from '../../sqlalchemy/engine/dialect.ts';
import type { Result } from '../../sqlalchemy/engine/result.ts';
import { commandError } from '../script/errors.ts';
import type { VersionRows } from './head-maintainer.ts';
import type { StatementImpl } from './impl.ts';
import type { VersionTable } from './version-table.ts';

/** The run whose rows they are. */
interface Run {
  readonly process: Process;
  readonly dialect: Dialect;
  readonly asSql: boolean;
  readonly impl: StatementImpl;
  readonly versionTable: VersionTable;
  readonly versionTableName: string;
}

/** Statements that each must meet one row, where the database can tell how many they met. @throws CommandError */
export function versionRows(run: Run): VersionRows {
  const { impl, process, versionTable } = run;
  const counted = (result: unknown, what: string) => {
    const sane = process.python.getAttribute(run.dialect, 'supports_sane_rowcount');
    if (run.asSql || result === null || sane === undefined || !process.python.truth(sane)) return;
    const count = (result as Result).facts.rowcount;
    if (count !== 1) {
      throw commandError(
        `Online migration expected to match one row when ${what} in '${run.versionTableName}'; ${count} found`,
      );
    }
  };
  return {
    insert: (version) => void impl.exec(versionTable.insert(version)),
    update: (from, to) => counted(impl.exec(versionTable.update(from, to)), `updating '${from}' to '${to}'`),
    delete: (version) => counted(impl.exec(versionTable.delete(version)), `deleting '${version}'`),
    debug: (message) => process.log('alembic.runtime.migration', 'DEBUG', message),
  };
}
