/** A shell on a machine in memory, without a database: for commands that need none. */
import { memoryFiles } from '../../../src/engine/files.ts';
import type { Machine } from '../../../src/engine/machine.ts';
import { shellPrograms } from '../../../src/engine/shell/commands/index.ts';
import { newShell, runShellLine } from '../../../src/engine/shell/run/run.ts';

export interface Terminal {
  readonly machine: Machine;
  /** Runs a line; what it printed (both streams, in order) and its exit code. */
  run(line: string): { exit: number; out: string };
}

export function terminal(files: Readonly<Record<string, string>> = {}): Terminal {
  const start = Object.entries(files).map(([path, text]) => [`/home/learner/app/${path}`, text] as const);
  const machine: Machine = {
    files: memoryFiles(start, () => 1_768_469_400_123_456n),
    database: {
      connect: () => {
        throw new Error('no database in this test');
      },
    },
    environment: new Map([['HOME', '/home/learner']]),
    cwd: '/home/learner/app',
    installed: new Set(),
    now: () => 1_768_469_400_123_456n,
    randomBytes: (count) => new Uint8Array(count),
    revisionId: () => '000000000001',
    columns: 80,
    stepBudget: 1_000_000,
    emit: () => {},
  };
  machine.files.makeDirectory('/home/learner/app');
  const shell = newShell();
  const programs = shellPrograms();
  return {
    machine,
    run: (line) => {
      let out = '';
      const output = {
        write: (text: string) => {
          out += text;
        },
      };
      const host = {
        machine,
        shell,
        stdout: output,
        stderr: output,
        terminal: true,
        loops: 0,
        inside: 'line' as const,
        program: (name: string) => programs.get(name),
      };
      const { value } = runShellLine(host, line).next();
      return { exit: value as number, out };
    },
  };
}
