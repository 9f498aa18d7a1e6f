/** Frames of the libraries that a traceback shows above the driver's exceptions. */
import type { LibraryFrame } from '../../../machine.ts';

const LIBRARY = '/home/learner/.venv/lib/python3.11/site-packages';

/** Where the driver's exceptions come from, as a traceback says it. */
export const EXECUTING: readonly LibraryFrame[] = [
  { file: `${LIBRARY}/sqlalchemy/engine/base.py`, line: 1969, name: '_exec_single_context' },
  { file: `${LIBRARY}/sqlalchemy/engine/default.py`, line: 952, name: 'do_execute' },
];
export const CONNECTING: readonly LibraryFrame[] = [
  { file: `${LIBRARY}/sqlalchemy/engine/base.py`, line: 144, name: '__init__' },
  { file: `${LIBRARY}/sqlalchemy/engine/base.py`, line: 3319, name: 'raw_connection' },
  { file: `${LIBRARY}/sqlalchemy/engine/default.py`, line: 630, name: 'connect' },
  { file: `${LIBRARY}/psycopg2/__init__.py`, line: 122, name: 'connect' },
];
export const PREPARING: readonly LibraryFrame[] = [
  { file: `${LIBRARY}/sqlalchemy/engine/base.py`, line: 1817, name: '_execute_context' },
  { file: `${LIBRARY}/sqlalchemy/engine/default.py`, line: 1410, name: '_init_compiled' },
];
