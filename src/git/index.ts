/** `git` on the learner's files, in memory. Answers to: git 2.39, by isomorphic-git; loaded when it is first asked for. */
import { Buffer } from 'buffer';
import git from 'isomorphic-git';
import type { Machine } from '../engine/machine.ts';
import { branch, goTo, merge, type Said } from './branches.ts';
import { add, commit, mv, restore, rm } from './changing.ts';
import { diff, log, show } from './history.ts';
import { GitFailure, openRepository, type Repository } from './repository.ts';
import { status } from './status.ts';
import { gitDisk } from './store.ts';

export interface GitAnswer {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Command = (repository: Repository, args: readonly string[]) => Promise<Said>;

const told = (text: Promise<string>): Promise<Said> => text.then((out) => ({ out }));

const COMMANDS: Readonly<Record<string, Command>> = {
  add: (repository, args) => told(add(repository, args)),
  branch,
  checkout: (repository, args) => goTo(repository, 'checkout', args),
  commit,
  config,
  diff: (repository, args) => told(diff(repository, args)),
  log: (repository, args) => told(log(repository, args)),
  merge,
  mv: (repository, args) => told(mv(repository, args)),
  restore: (repository, args) => told(restore(repository, args)),
  rm: (repository, args) => told(rm(repository, args)),
  show: (repository, args) => told(show(repository, args)),
  status: (repository, args) => told(status(repository, args)),
  switch: (repository, args) => goTo(repository, 'switch', args),
};

/** @param args what stands behind `git`. @throws only bugs of ours */
export async function runGit(machine: Machine, args: readonly string[]): Promise<GitAnswer> {
  // isomorphic-git finds Buffer as a global, which a browser does not have.
  const world = globalThis as { Buffer?: unknown };
  world.Buffer ??= Buffer;
  const [name = '', ...rest] = args;
  try {
    if (name === 'init') return { exit: 0, stderr: '', stdout: await init(machine, rest) };
    const said = await COMMANDS[name]!(await openRepository(machine), rest);
    return { exit: said.exit ?? 0, stdout: said.out ?? '', stderr: said.err ?? '' };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    return { exit: error.exit, stdout: '', stderr: error.message };
  }
}

async function init(machine: Machine, args: readonly string[]): Promise<string> {
  const fs = gitDisk(machine.files);
  const dir = machine.cwd;
  const at = args.findIndex((arg) => arg === '-b' || arg.startsWith('--initial-branch'));
  const named = at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
  const again = machine.files.isDirectory(`/var/lib/git${dir}/.git`);
  if (!again) await git.init({ fs, dir, defaultBranch: named ?? 'main' });
  if (args.includes('-q') || args.includes('--quiet')) return '';
  return `${again ? 'Reinitialized existing' : 'Initialized empty'} Git repository in ${dir}/.git/\n`;
}

async function config({ fs, dir }: Repository, args: readonly string[]): Promise<Said> {
  const [path, value] = args.filter((arg) => !arg.startsWith('-'));
  if (path === undefined) return {};
  if (value !== undefined) {
    await git.setConfig({ fs, dir, path, value });
    return {};
  }
  const found = (await git.getConfig({ fs, dir, path })) as string | undefined;
  return found === undefined ? { exit: 1 } : { out: `${found}\n` };
}
