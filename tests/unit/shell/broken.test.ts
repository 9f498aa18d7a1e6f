/** A bug of ours ends the program that met it, with words and an exit code, and the line goes on. */
import { expect, it } from 'vitest';
import { bugText } from '../../../src/engine/python/unsupported.ts';
import { newShell, runShellLine } from '../../../src/engine/shell/run/run.ts';
import { testMachine } from '../../python/support.ts';

function run(line: string, error: unknown): { exit: number; text: string } {
  let text = '';
  const output = {
    write: (more: string) => {
      text += more;
    },
  };
  const broken = {
    summary: '',
    run: () => {
      throw error;
    },
  };
  const ready = { summary: '', run: () => 0 };
  const steps = runShellLine(
    {
      machine: testMachine({}),
      shell: newShell(),
      terminal: false,
      loops: 0,
      inside: 'line',
      stdout: output,
      stderr: output,
      program: (name) => (name === 'broken' ? broken : ready),
    },
    line,
  );
  return { exit: Number(steps.next().value), text };
}

it('says so and gives the line its exit code', () => {
  const { exit, text } = run('broken', new TypeError('x is not a function'));
  expect(text).toBe('broken: the simulator broke here: TypeError: x is not a function\n');
  expect(exit).toBe(70);
  expect(run('broken || ready', new Error('an invariant')).exit).toBe(0);
});

it('lets pass what others wait for', () => {
  class Needed extends Error {}
  expect(() => run('broken', new Needed('an extension'))).toThrow(Needed);
  expect(bugText('no error at all')).toBeUndefined();
});
