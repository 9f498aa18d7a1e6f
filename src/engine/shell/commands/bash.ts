/** `bash FILE`, `sh FILE`, and `set -e` for what stands in such a file. Answers to: bash, as far as scripts of plain commands go. */
import { absolute } from '../paths.ts';
import type { Invocation, Program, Steps } from '../program.ts';
import { newShell, runShellLine } from '../run.ts';

/**
 * A shell of its own for a file: where it stands, its variables and what it exports are gone with it.
 * @param program finds the programs of the terminal.
 */
export function bash(program: (name: string) => Program | undefined): Program {
  return {
    summary: 'run the commands of a file',
    options: ['-c', '-e'],
    run: (call) => {
      const stopsOnError = call.args[0] === '-e';
      const [first, ...rest] = stopsOnError ? call.args.slice(1) : call.args;
      if (first === '-c') return script(call, program, rest[0] ?? '', stopsOnError);
      if (first === undefined || first.startsWith('-')) {
        call.stderr.write(`${call.name}: only FILE, -e FILE and -c "COMMANDS" are known here\n`);
        return 2;
      }
      const path = absolute(first, call.machine.cwd);
      const text = call.machine.files.read(path);
      if (text !== undefined) return script(call, program, text, stopsOnError);
      const isFolder = call.machine.files.isDirectory(path);
      call.stderr.write(
        isFolder
          ? `${first}: ${first}: Is a directory\n`
          : `${call.name}: ${first}: No such file or directory\n`,
      );
      return isFolder ? 126 : 127;
    },
  };
}

function* script(
  call: Invocation,
  program: (name: string) => Program | undefined,
  text: string,
  stopsOnError: boolean,
): Steps {
  const { machine, stdout, stderr, terminalInput } = call;
  const { cwd } = machine;
  const exported = [...machine.environment];
  const give = (variables: Iterable<readonly [string, string]>) => {
    machine.environment.clear();
    for (const [name, value] of variables) machine.environment.set(name, value);
  };
  give([...call.environment]);
  const shell = { ...newShell(), stopsOnError };
  try {
    return yield* runShellLine({ machine, shell, stdout, stderr, input: terminalInput, program }, text);
  } finally {
    machine.cwd = cwd;
    give(exported);
  }
}

export const set: Program = {
  summary: 'set -e: let a script end at its first failing command',
  run: (call) => {
    for (const option of call.args) {
      if (option !== '-e' && option !== '+e') {
        call.stderr.write(`bash: set: ${option}: only -e and +e are known here\n`);
        return 2;
      }
      call.shell.stopsOnError = option === '-e';
    }
    return 0;
  },
};
