/** What offline mode prints. Answers to: alembic/ddl/impl.py (static_output). */
import { Raise } from '../../machine.ts';
import type { MigrationContext } from './migration-context.ts';

/** Where the statements of offline mode go: the learner's buffer, or standard output. */
export function printStatement({ opts, process }: MigrationContext, text: string): void {
  const buffer = opts.output_buffer ?? null;
  const { python, stdout } = process;
  const encoding = opts.output_encoding;
  if (buffer === null) {
    // sys.stdout takes text, also where it is asked to take what was encoded.
    if (encoding !== undefined)
      throw new Raise('builtins.TypeError', ['write() argument must be str, not bytes']);
    stdout.write(text);
    return;
  }
  const output =
    encoding === undefined
      ? text
      : python.evaluate(
          'text.encode(encoding)',
          new Map<string, unknown>([
            ['text', text],
            ['encoding', encoding],
          ]),
        );
  python.call(python.getAttribute(buffer, 'write'), [output]);
  python.call(python.getAttribute(buffer, 'flush'), []);
}
