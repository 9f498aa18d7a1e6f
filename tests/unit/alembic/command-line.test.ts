/** The command line of Alembic, argument by argument, against what its own parser answered. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../src/engine/alembic/cli/command-line.ts';
import { Raise } from '../../../src/engine/machine.ts';

/** argv, the namespace where parsing ended well (its `cmd` begins with the command), exit code, stdout, stderr. */
type Recorded = [string[], Record<string, unknown> | null, number | null, string, string];
const recorded = JSON.parse(
  readFileSync(new URL('argv.recorded.json', import.meta.url), 'utf8'),
) as Recorded[];

describe('the command line of alembic', () => {
  it.each(recorded)('%j', (argv, namespace, code, stdout, stderr) => {
    const out: string[] = [];
    const err: string[] = [];
    const terminal = {
      stdout: { write: (text: string) => out.push(text) },
      stderr: { write: (text: string) => err.push(text) },
      columns: 80,
    };
    let values: Record<string, unknown> | null = null;
    let exit: unknown = null;
    try {
      values = Object.fromEntries(readCommandLine(argv, terminal).values);
    } catch (error) {
      if (!(error instanceof Raise)) throw error;
      exit = error.args[0];
    }
    expect([out.join(''), err.join(''), exit]).toEqual([stdout, stderr, code]);
    const expected = namespace?.cmd ? { ...namespace, cmd: (namespace.cmd as unknown[])[0] } : namespace;
    expect(values).toEqual(expected);
  });
});
