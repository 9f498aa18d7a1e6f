/** Warnings that Python attributes to Alembic's own files, and not to the learner's. */
import type { Process } from '../../machine.ts';

const FOLDER = '/home/learner/.venv/lib/python3.11/site-packages/alembic';

/** `util.warn(message)` as called in one of Alembic's files: the same message is said once. */
export function warnFrom(process: Process, file: string, message: string): void {
  const source = 'import warnings\nwarnings.warn_explicit(message, UserWarning, file, 1, registry={})\n';
  const names = new Map([
    ['message', message],
    ['file', `${FOLDER}/${file}`],
  ]);
  process.python.execute(source, names);
}
