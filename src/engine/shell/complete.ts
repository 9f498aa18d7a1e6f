/** What Tab offers: commands, options, files, revisions. */
import type { Machine } from '../machine.ts';
import { absolute } from './paths.ts';
import type { Program } from './program.ts';

/** Names that a command's argument may have, beside files. */
export interface Suggestions {
  /** Options and sub-commands of a tool, by what stands before on the line: "alembic", "alembic upgrade". */
  words(before: readonly string[]): readonly string[];
}

/**
 * @param line what stands before the cursor.
 * @returns whole words that may stand in place of the last one, sorted; a folder ends with "/".
 */
export function complete(
  machine: Machine,
  programs: ReadonlyMap<string, Program>,
  suggestions: Suggestions,
  line: string,
): string[] {
  const [, command] = /(?:^|[|&;]\s*|&&\s*)([^|&;]*)$/.exec(line) ?? [];
  const words = (command ?? line).trimStart().split(/\s+/);
  const partial = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  if (before.length === 0 && !partial.includes('/')) return startingWith([...programs.keys()], partial);
  const options = programs.get(before[0] ?? '')?.options ?? [];
  const known = [...options, ...suggestions.words(before)];
  if (partial.startsWith('-')) return startingWith(known, partial);
  return startingWith(
    [...known.filter((word) => !word.startsWith('-')), ...paths(machine, partial)],
    partial,
  );
}

const startingWith = (words: readonly string[], start: string): string[] =>
  [...new Set(words)].filter((word) => word.startsWith(start)).sort();

function paths(machine: Machine, partial: string): string[] {
  const cut = partial.lastIndexOf('/') + 1;
  const folder = partial.slice(0, cut);
  const start = partial.slice(cut);
  const path = absolute(folder.replace(/^~\//, '/home/learner/') || '.', machine.cwd);
  return (machine.files.list(path) ?? [])
    .filter((name) => start.startsWith('.') || !name.startsWith('.'))
    .map((name) => folder + name + (machine.files.isDirectory(`${path}/${name}`) ? '/' : ''));
}
