/** Every command of the terminal that needs nothing but the machine. Tools with a process of their own join in `tools.ts`. */
import type { Program } from '../program.ts';
import { bash, set } from './bash.ts';
import {
  clear,
  date,
  echo,
  env,
  exportVariable,
  falseCommand,
  help,
  history,
  printenv,
  trueCommand,
  unset,
  which,
} from './builtins.ts';
import { cat } from './cat.ts';
import { diff } from './diff.ts';
import { elsewhere } from './elsewhere.ts';
import { cp, mkdir, mv, rm, rmdir, touch } from './files.ts';
import { cd, ls, pwd, tree } from './folders.ts';
import { grep } from './grep.ts';
import { head, tail } from './head-tail.ts';
import { sed } from './sed.ts';
import { sort, uniq } from './sort.ts';
import { wc } from './wc.ts';

/**
 * @param tools programs to offer beside the shell's own, by name.
 * @returns every program by the name that is typed.
 */
export function shellPrograms(tools: Readonly<Record<string, Program>> = {}): Map<string, Program> {
  const own: Record<string, Program> = {
    cat,
    cd,
    clear,
    cp,
    date,
    diff,
    echo,
    env,
    export: exportVariable,
    false: falseCommand,
    grep,
    head,
    history,
    ls,
    mkdir,
    mv,
    printenv,
    pwd,
    rm,
    rmdir,
    sed,
    set,
    sort,
    tail,
    touch,
    tree,
    true: trueCommand,
    uniq,
    unset,
    wc,
  };
  const all = new Map<string, Program>([...Object.entries(own), ...Object.entries(tools)]);
  const listed = [...all];
  all.set(
    'which',
    which((name) => all.has(name)),
  );
  all.set(
    'help',
    help(() => listed),
  );
  for (const name of ['bash', 'sh'])
    all.set(
      name,
      bash((other) => all.get(other)),
    );
  for (const [name, program] of elsewhere) if (!all.has(name)) all.set(name, program);
  return all;
}
