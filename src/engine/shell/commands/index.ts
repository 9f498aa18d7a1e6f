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
} from './builtins.ts';
import { cat, tac } from './cat.ts';
import { diff } from './diff.ts';
import { elsewhere } from './elsewhere.ts';
import { mkdir, rm, rmdir, touch } from './files.ts';
import { find } from './find.ts';
import { cd, pwd, tree } from './folders.ts';
import { grep } from './grep.ts';
import { head, tail } from './head-tail.ts';
import { help } from './help.ts';
import { cut, nl, paste, rev, tee, tr, uniq } from './lines.ts';
import { ls } from './ls.ts';
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
import { pager } from './pager.ts';
import { echo, printf } from './printf.ts';
import { scriptCommands } from './scripts.ts';
import { sed } from './sed.ts';
import { sort } from './sort.ts';
import { cp, mv } from './transfer.ts';
import { wc } from './wc.ts';
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
