/** Runs in a copy of the shell: `( … )`, `$(…)`, each part of a pipeline. Answers to: bash's execute_in_subshell. */

import { ExpansionError } from '../parse/syntax.ts';
import type { ShellState, Steps } from '../program.ts';
import { ShellExit } from './flow.ts';
import type { ShellHost } from './run.ts';
import { placeOf } from './variables.ts';

/** Runs with a copy of variables, folder and environment: what changes them inside is forgotten. */
export function* inSubshell(host: ShellHost, run: (child: ShellHost) => Steps): Steps {
  const { machine, shell } = host;
  const [cwd, environment] = [machine.cwd, [...machine.environment]];
  const copy: ShellState = {
    ...shell,
    variables: new Map(shell.variables),
    functions: new Map(shell.functions),
    options: new Set(shell.options),
  };
  try {
    return yield* run({ ...host, shell: copy, inside: 'subshell', loops: 0 });
  } catch (error) {
    if (error instanceof ShellExit) return error.code;
    if (error instanceof ExpansionError) {
      host.stderr.write(`${placeOf(host, 1)}${error.message}\n`);
      return 1;
    }
    throw error;
  } finally {
    // A psql that opened its prompt in a part of a pipeline stays open.
    shell.psql = copy.psql;
    machine.cwd = cwd;
    machine.environment.clear();
    for (const [name, value] of environment) machine.environment.set(name, value);
  }
}
