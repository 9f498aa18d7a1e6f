/** What the tool tells the person at the terminal. Answers to: alembic/util/messaging.py. */
import { type Process, Raise } from '../../machine.ts';
import { wrap } from '../../stdlib/textwrap.ts';
import { stripRight } from '../../stdlib/whitespace.ts';

const INDENT = '  ';

/** A message, indented and wrapped at the terminal's width. */
export function say(
  process: Process,
  message: string,
  how: { quiet?: boolean; newline?: boolean } = {},
): void {
  if (how.quiet) return;
  const lines = wrap(message, {
    width: process.machine.columns,
    initialIndent: INDENT,
    subsequentIndent: INDENT,
  });
  process.stdout.write(lines.join('\n') + ((how.newline ?? true) ? '\n' : ''));
}

/** "Doing it ...  done", or FAILED where `work` throws. */
export function status<T>(
  process: Process,
  message: string,
  work: () => T,
  how: { quiet?: boolean; newline?: boolean } = {},
): T {
  say(process, `${message} ...`, { quiet: how.quiet ?? false, newline: how.newline ?? false });
  let result: T;
  try {
    result = work();
  } catch (error) {
    if (!how.quiet) process.stdout.write('  FAILED\n');
    throw error;
  }
  if (!how.quiet) process.stdout.write('  done\n');
  return result;
}

/** The end of a command that failed: logged, said, exit 255. @throws Raise SystemExit */
export function fail(process: Process, message: string, quiet: boolean): never {
  process.log('alembic.util.messaging', 'ERROR', message);
  say(process, stripRight(`FAILED: ${message}`), { quiet });
  throw new Raise('builtins.SystemExit', [-1]);
}
