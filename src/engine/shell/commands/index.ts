/** Every command of the terminal that needs nothing but the machine. Tools with a process of their own join in `tools.ts`. */
import { laterProgram, type Program } from '../program.ts';
import { runText } from '../run/run.ts';
import {
  clear,
  declare,
  exit,
  exportVariable,
  falseCommand,
  history,
  leave,
  letCommand,
  read,
  returnCommand,
  set,
  shift,
  test,
  trueCommand,
  unset,
} from './bash/builtins.ts';
import { help } from './bash/help.ts';
import { echo, printf } from './bash/printf.ts';
import { scriptCommands } from './bash/scripts.ts';
import { mkdir, rm, rmdir, touch } from './files/files.ts';
import { find } from './files/find.ts';
import { cd, pwd, tree } from './files/folders.ts';
import { ls } from './files/ls.ts';
import { cp, mv } from './files/transfer.ts';
import {
  basename,
  date,
  dirname,
  env,
  hostname,
  printenv,
  realpath,
  seq,
  sleep,
  typeCommand,
  uname,
  which,
  whoami,
} from './names.ts';
import { elsewhere } from './programs/elsewhere.ts';
import { cat, tac } from './text/cat.ts';
import { diff } from './text/diff.ts';
import { grep } from './text/grep.ts';
import { head, tail } from './text/head-tail.ts';
import { cut, nl, paste, rev, tee, tr, uniq } from './text/lines.ts';
import { pager } from './text/pager.ts';
import { sed } from './text/sed.ts';
import { sort } from './text/sort.ts';
import { wc } from './text/wc.ts';
import { xargs } from './xargs.ts';

const OWN: Readonly<Record<string, Program>> = {
  ':': trueCommand,
  '[': test,
  break: leave('break'),
  cat,
  cd,
  clear,
  continue: leave('continue'),
  cp,
  declare,
  echo,
  exit,
  export: exportVariable,
  false: falseCommand,
  history,
  let: letCommand,
  local: declare,
  logout: exit,
  ls,
  mkdir,
  mv,
  printf,
  pwd,
  read,
  readonly: declare,
  return: returnCommand,
  rm,
  rmdir,
  set,
  shift,
  tac,
  test,
  touch,
  tree,
  true: trueCommand,
  typeset: declare,
  unset,
};

/** Those whose code may come when one of them is typed. */
const LATER: Readonly<Record<string, () => Program>> = {
  basename: () => basename,
  cut: () => cut,
  date: () => date,
  diff: () => diff,
  dirname: () => dirname,
  egrep: () => grep,
  env: () => env,
  fgrep: () => grep,
  find: () => find,
  grep: () => grep,
  head: () => head,
  hostname: () => hostname,
  less: () => pager,
  more: () => pager,
  nl: () => nl,
  paste: () => paste,
  printenv: () => printenv,
  readlink: () => realpath,
  realpath: () => realpath,
  rev: () => rev,
  sed: () => sed,
  seq: () => seq,
  sleep: () => sleep,
  sort: () => sort,
  tail: () => tail,
  tee: () => tee,
  tr: () => tr,
  uname: () => uname,
  uniq: () => uniq,
  wc: () => wc,
  whoami: () => whoami,
  xargs: () => xargs,
};

/**
 * @param tools programs to offer beside the shell's own, by name.
 * @returns every program by the name that is typed.
 */
export function shellPrograms(tools: Readonly<Record<string, Program>> = {}): Map<string, Program> {
  const all = new Map<string, Program>([
    ...Object.entries(OWN),
    ...Object.entries(LATER).map(([name, program]) => [name, laterProgram(program)] as const),
    ...Object.entries(scriptCommands(runText)),
    ...Object.entries(tools),
  ]);
  const isThere = (name: string) => all.has(name) && !elsewhere.has(name);
  all.set(
    'which',
    laterProgram(() => which(isThere)),
  );
  all.set(
    'type',
    laterProgram(() => typeCommand(isThere)),
  );
  all.set(
    'command',
    laterProgram(() => typeCommand(isThere)),
  );
  all.set(
    'help',
    help(() => all.keys()),
  );
  for (const [name, program] of elsewhere) if (!all.has(name)) all.set(name, program);
  return all;
}
