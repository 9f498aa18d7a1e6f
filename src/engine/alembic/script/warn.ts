/** Warnings that Python attributes to Alembic's own files, and not to the learner's. */
import type { Process } from '../../machine.ts';

const FOLDER = '/home/learner/.venv/lib/python3.11/site-packages/alembic';

/** `util.warn(message)` as called in one of Alembic's files: a place says the same once. @param place "script/base.py:142" */
export function warnFrom(process: Process, place: string, message: string, source = 'util.warn('): void {
  const code = 'import warnings\nwarnings.warn_explicit(message, UserWarning, file, line, registry={})\n';
  const [name, line] = place.split(':') as [string, string];
  const at = { file: `${FOLDER}/${name}`, line: Number(line), name: '', source };
  const names = new Map<string, unknown>([
    ['message', message],
    ['file', at.file],
    ['line', at.line],
  ]);
  const before = process.place;
  process.place = at;
  try {
    process.python.execute(code, names);
  } finally {
    process.place = before;
  }
}
