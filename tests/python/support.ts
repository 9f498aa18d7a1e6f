/** Runs Python programs in the engine, as `python file` would. */
import { memoryFiles } from '../../src/engine/files.ts';
import type { Database, Machine, Output } from '../../src/engine/machine.ts';
import { createInterpreter } from '../../src/engine/modules/world.ts';

export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

export interface ProgramOptions {
  readonly root?: string;
  readonly installed?: readonly string[];
  readonly stepBudget?: number;
}

const noDatabase: Database = {
  connect: () => {
    throw new Error('these programs have no database');
  },
};

/** A machine over files whose paths are relative to `root`. */
export function testMachine(files: Readonly<Record<string, string>>, options: ProgramOptions = {}): Machine {
  const root = options.root ?? '/home/learner/app';
  const entries = Object.entries(files).map(
    ([path, text]) => [path.startsWith('/') ? path : `${root}/${path}`, text] as const,
  );
  let clock = 1768469400123456n;
  let revisions = 0;
  return {
    files: memoryFiles(entries),
    database: noDatabase,
    environment: new Map(),
    cwd: root,
    installed: new Set(options.installed ?? []),
    now: () => clock++,
    randomBytes: (count) => Uint8Array.from({ length: count }, (_, index) => (index * 37 + 11) & 255),
    revisionId: () => String(++revisions).padStart(12, '0'),
    columns: 80,
    stepBudget: options.stepBudget ?? 20_000_000,
    emit: () => {},
  };
}

/** Addresses differ from run to run. */
export const settled = (text: string): string => text.replace(/0x[0-9a-f]{9,}/g, '0x0');

const collector = (write: (text: string) => void): Output => ({ write });

/** Runs one of the files as a program; sys.path begins with its folder. */
export function runProgram(
  files: Readonly<Record<string, string>>,
  entry: string,
  options: ProgramOptions = {},
): ProgramResult {
  const machine = testMachine(files, options);
  const path = entry.startsWith('/') ? entry : `${machine.cwd}/${entry}`;
  let stdout = '';
  let stderr = '';
  const { python } = createInterpreter({
    machine,
    argv: [entry],
    environment: new Map(machine.environment),
    cwd: machine.cwd,
    stdout: collector((text) => {
      stdout += text;
    }),
    stderr: collector((text) => {
      stderr += text;
    }),
  });
  python.path.push(path.slice(0, path.lastIndexOf('/')));
  const exit = python.main(path);
  return { stdout, stderr, exit };
}
