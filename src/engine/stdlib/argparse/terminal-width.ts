/** How wide help is written. Answers to: shutil.get_terminal_size(). */
import type { Process } from '../../machine.ts';

/** The variable COLUMNS where it is a number above zero, else the terminal's own width. */
export function terminalWidth({ environment, machine }: Pick<Process, 'environment' | 'machine'>): number {
  const said = environment.get('COLUMNS')?.trim() ?? '';
  const width = /^\+?\d+$/.test(said) ? Number(said) : 0;
  return width > 0 ? width : machine.columns;
}
