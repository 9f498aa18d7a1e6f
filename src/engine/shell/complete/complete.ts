/** What Tab offers: commands, options, files, variables, and what a tool knows of its own arguments. */
import type { Machine } from '../../machine.ts';
import { absolute } from '../paths.ts';
import { started } from '../prefix.ts';
import type { Program, ShellState } from '../program.ts';

/** Names that a command's argument may have, beside files. */
export interface Suggestions {
  /** Options, sub-commands, names of things, by what stands before on the line: "alembic", "alembic upgrade". */
  words(before: readonly string[]): readonly string[];
  /** Whether files are offered as well behind these words. */
  takesFiles(before: readonly string[]): boolean;
}

interface Typed {
  /** The words before the one at the cursor. */
  readonly before: readonly string[];
  /** The word at the cursor without its quotes, and as it was typed. */
  readonly partial: string;
  readonly raw: string;
  /** Whether it stands behind `<` or `>`. */
  readonly redirected: boolean;
}

/** Words that may stand before a command without being one. */
const BEFORE = new Set(['do', 'then', 'else', 'if', 'while', 'until', '!', 'time', '{', 'xargs', 'env']);

/**
 * @param line what stands before the cursor.
 * @returns whole words that may stand in place of the last one, sorted; a folder ends with "/", an option that wants a value with "=".
 */
export function complete(
  machine: Machine,
  shell: ShellState,
  programs: ReadonlyMap<string, Program>,
  suggestions: Suggestions,
  line: string,
): string[] {
  const { before, partial, raw, redirected } = typedIn(line);
  const variable = /^(.*\$\{?)(\w*)$/s.exec(partial);
  if (variable && !raw.startsWith("'")) return variables(machine, shell, raw, variable);
  if (before.length === 0 && !redirected && !partial.includes('/')) {
    const names = [...programs.keys(), ...shell.functions.keys()].filter((name) => /\w/.test(name));
    return startingWith(names, partial);
  }
  if (redirected || before.length === 0)
    return quotedLike(raw, startingWith(paths(machine, partial), partial));
  const words = started(before);
  const known = [...(programs.get(words[0] ?? '')?.options ?? []), ...suggestions.words(words)];
  if (partial.startsWith('-')) return startingWith(known, partial);
  const plain = known.filter((word) => !word.startsWith('-'));
  const files = suggestions.takesFiles(words) || partial.includes('/') ? paths(machine, partial) : [];
  return quotedLike(raw, startingWith([...plain, ...files], partial));
}

const startingWith = (words: readonly string[], start: string): string[] =>
  [...new Set(words)].filter((word) => word.startsWith(start)).sort();

const TOKEN =
  /(?:[^\s"'\\|&;<>()]|\\.|"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|\\$)+|\|\||&&|[|&;()]|[012]?>>?|<<?|\n/gs;

/** Takes apart what stands before the cursor: the last command, its words, the last word. */
function typedIn(line: string): Typed {
  const tokens = line.match(TOKEN) ?? [];
  const ends = /[\s|&;<>()]$/.test(line) && !/\\ $/.test(line) && !isOpen(line);
  const raw = ends ? '' : (tokens.pop() ?? '');
  let before: string[] = [];
  let redirected = false;
  for (const token of tokens) {
    if (/^(?:[|&;()\n]|\|\||&&)$/.test(token)) before = [];
    else if (/^[012]?[<>]+$/.test(token)) redirected = true;
    else if (redirected) redirected = false;
    else if (before.length > 0 || !(BEFORE.has(token) || /^[A-Za-z_]\w*=/.test(token)))
      before.push(plainOf(token));
  }
  return { before, partial: plainOf(raw), raw, redirected };
}

/** Whether a quote is still open. */
const isOpen = (text: string): boolean => /["']/.test(text.replace(/\\.|'[^']*'|"(?:[^"\\]|\\.)*"/gs, ''));

const plainOf = (word: string): string =>
  word.replace(/\\(.)|["']/gs, (all, escaped?: string) => escaped ?? (all === '\\' ? all : ''));

/** Words as they must be typed: in the quotes that were begun, or with what is special behind backslashes. */
function quotedLike(raw: string, words: readonly string[]): string[] {
  const quote = /^["']/.exec(raw)?.[0];
  if (quote) return words.map((word) => quote + word + (word.endsWith('/') ? '' : quote));
  return words.map((word) => word.replace(/[\s"'\\|&;<>()$`*?[\]#!]/g, '\\$&'));
}

function variables(
  machine: Machine,
  shell: ShellState,
  raw: string,
  [, head = '', start = '']: RegExpExecArray,
): string[] {
  const quote = /^"/.test(raw) ? '"' : '';
  const names = [...machine.environment.keys(), ...shell.variables.keys()];
  return startingWith(names, start).map((name) => quote + head + name + (head.endsWith('{') ? '}' : ''));
}

function paths(machine: Machine, partial: string): string[] {
  const cut = partial.lastIndexOf('/') + 1;
  const folder = partial.slice(0, cut);
  const start = partial.slice(cut);
  const path = absolute(folder.replace(/^~\//, '/home/learner/') || '.', machine.cwd);
  return (machine.files.list(path) ?? [])
    .filter((name) => start.startsWith('.') || !name.startsWith('.'))
    .map((name) => folder + name + (machine.files.isDirectory(`${path}/${name}`) ? '/' : ''));
}
