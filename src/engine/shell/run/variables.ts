/** The shell's variables: its own, the exported ones, and those that bash keeps itself. */
import type { ShellHost } from './run.ts';

/** Sets a variable where it is: exported ones stay so. */
export function assign(
  { machine, shell }: Pick<ShellHost, 'machine' | 'shell'>,
  name: string,
  value: string,
): void {
  if (machine.environment.has(name)) machine.environment.set(name, value);
  else shell.variables.set(name, value);
}

/** The value of a variable; undefined where it is unset. */
export function variable({ machine, shell, script }: ShellHost, name: string): string | undefined {
  if (name === '?') return String(shell.lastExit);
  if (name === 'PWD') return machine.cwd;
  if (name === 'OLDPWD') return shell.previousFolder;
  if (name === '#') return String(shell.parameters.length);
  if (name === '@' || name === '*')
    return shell.parameters.length > 0 ? shell.parameters.join(' ') : undefined;
  if (name === '0') return script ?? 'bash';
  if (name === '$') return '4217';
  if (/^[1-9]\d*$/.test(name)) return shell.parameters[Number(name) - 1];
  return shell.variables.get(name) ?? machine.environment.get(name);
}

/** What stands before bash's own messages. */
export const placeOf = ({ script }: ShellHost, line: number): string =>
  script === undefined ? 'bash: ' : `${script}: line ${line}: `;
