/** Dialects that a learner registered. Answers to: sqlalchemy/util/langhelpers.py (PluginLoader). */
import type { Process } from '../../machine.ts';
import type { Dialect } from './dialect.ts';

type Finder = (name: string) => Dialect | undefined;

const finders = new WeakMap<Process, Finder>();

/** Says how a process makes the dialects that its learner registered. */
export function useOwnDialects(process: Process, find: Finder): void {
  finders.set(process, find);
}

/** The dialect that was registered under a name; undefined where none was. @throws what its module raises */
export const ownDialect = (process: Process, name: string): Dialect | undefined =>
  finders.get(process)?.(name);
