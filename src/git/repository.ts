/** A repository as maps of path to text: the last commit, what is staged, and the working tree. */
import git from 'isomorphic-git';
import { filesBelow } from '../engine/files.ts';
import type { Machine } from '../engine/machine.ts';
import { type GitDisk, gitDisk } from './store.ts';

export type Texts = ReadonlyMap<string, string>;

export interface Repository {
  readonly machine: Machine;
  readonly fs: GitDisk;
  readonly dir: string;
}

/** git refuses: what it prints to stderr, and its exit code. */
export class GitFailure extends Error {
  readonly exit: number;
  constructor(message: string, exit = 1) {
    super(message);
    this.exit = exit;
  }
}

/** @throws GitFailure outside a repository */
export async function openRepository(machine: Machine): Promise<Repository> {
  const fs = gitDisk(machine.files);
  const dir = await git.findRoot({ fs, filepath: machine.cwd }).catch(() => undefined);
  if (dir === undefined)
    throw new GitFailure('fatal: not a git repository (or any of the parent directories): .git\n', 128);
  return { machine, fs, dir };
}

/** The last commit, undefined before the first one. */
export const headOf = ({ fs, dir }: Repository): Promise<string | undefined> =>
  git.resolveRef({ fs, dir, ref: 'HEAD' }).catch(() => undefined);

/** The branch that is checked out, undefined where HEAD is detached. */
export const branchOf = async ({ fs, dir }: Repository): Promise<string | undefined> =>
  (await git.currentBranch({ fs, dir })) ?? undefined;

/** A commit by branch, tag, `HEAD~n` or the start of its id. @throws GitFailure */
export async function commitOf(repository: Repository, name: string): Promise<string> {
  const { fs, dir } = repository;
  const [, base = 'HEAD', tail = ''] = /^(.*?)((?:~\d*|\^)*)$/.exec(name) ?? [];
  let oid = await git.resolveRef({ fs, dir, ref: base === '@' ? 'HEAD' : base }).catch(() => undefined);
  oid ??= await git.expandOid({ fs, dir, oid: base }).catch(() => undefined);
  if (oid === undefined)
    throw new GitFailure(
      `fatal: ambiguous argument '${name}': unknown revision or path not in the working tree.\nUse '--' to separate paths from revisions, like this:\n'git <command> [<revision>...] -- [<file>...]'\n`,
      128,
    );
  for (const [step] of tail.matchAll(/~\d*|\^/g)) {
    const count = step === '^' || step === '~' ? 1 : Number(step.slice(1));
    for (let at = 0; at < count; at++) {
      const { commit } = await git.readCommit({ fs, dir, oid });
      const [parent] = commit.parent;
      if (parent === undefined)
        throw new GitFailure(
          `fatal: ambiguous argument '${name}': unknown revision or path not in the working tree.\n`,
          128,
        );
      oid = parent;
    }
  }
  return oid;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The files of a commit; none where there is no commit yet. */
export async function committed({ fs, dir }: Repository, oid: string | undefined): Promise<Texts> {
  const texts = new Map<string, string>();
  if (oid === undefined) return texts;
  await git.walk({
    fs,
    dir,
    trees: [git.TREE({ ref: oid })],
    map: async (path, [entry]) => {
      if (entry && (await entry.type()) === 'blob') texts.set(path, textOf((await entry.content())!));
    },
  });
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is staged. */
export async function staged({ fs, dir }: Repository): Promise<Texts> {
  const texts = new Map<string, string>();
  const found: [string, string][] = [];
  await git.walk({
    fs,
    dir,
    trees: [git.STAGE()],
    map: async (path, [entry]) => {
      if (entry && (await entry.type()) === 'blob') found.push([path, (await entry.oid()) as string]);
    },
  });
  for (const [path, oid] of found.sort(([a], [b]) => (a < b ? -1 : 1)))
    texts.set(path, textOf((await git.readBlob({ fs, dir, oid })).blob));
  return texts;
}

/** The working tree without what .gitignore names, unless it is tracked. */
export async function working({ machine, fs, dir }: Repository, tracked: Texts): Promise<Texts> {
  const texts = new Map<string, string>();
  for (const full of filesBelow(machine.files, dir)) {
    const path = full.slice(dir.length + 1);
    if (!tracked.has(path) && (await git.isIgnored({ fs, dir, filepath: path }))) continue;
    texts.set(path, machine.files.read(full) ?? '');
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface Change {
  readonly path: string;
  readonly kind: 'A' | 'M' | 'D';
  readonly before: string;
  readonly after: string;
}

/** What differs between two maps of files, in the order of paths. */
export function changes(before: Texts, after: Texts): Change[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): Change[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === now) return [];
    const kind = old === undefined ? 'A' : now === undefined ? 'D' : 'M';
    return [{ path, kind, before: old ?? '', after: now ?? '' }];
  });
}

/** Brings working tree and index to a commit's files; files that neither commit knows stay. */
export async function moveTo(repository: Repository, from: Texts, to: Texts): Promise<void> {
  const { fs, dir, machine } = repository;
  for (const { path, kind, after } of changes(from, to)) {
    if (kind === 'D') {
      machine.files.remove(`${dir}/${path}`);
      removeEmpty(machine, `${dir}/${path}`, dir);
      await git.remove({ fs, dir, filepath: path });
    } else {
      machine.files.write(`${dir}/${path}`, after);
      await git.add({ fs, dir, filepath: path });
    }
  }
}

/** Folders that a removed file leaves empty go with it. */
export function removeEmpty(machine: Machine, path: string, root: string): void {
  for (
    let folder = path.replace(/\/[^/]*$/, '');
    folder.startsWith(`${root}/`);
    folder = folder.replace(/\/[^/]*$/, '')
  ) {
    if ((machine.files.list(folder) ?? ['']).length > 0 || machine.cwd.startsWith(folder)) return;
    machine.files.remove(folder);
  }
}

const NOTE = (repository: Repository, name: string) => `${repository.dir}/.git/${name}`;

/** Small files of git's own, such as MERGE_HEAD. */
export async function note(repository: Repository, name: string): Promise<string | undefined> {
  const text = await repository.fs.promises.readFile(NOTE(repository, name), 'utf8').catch(() => undefined);
  return typeof text === 'string' ? text : undefined;
}

/** Writes a file of git's own, such as MERGE_HEAD; undefined takes it away. */
export async function setNote(repository: Repository, name: string, text: string | undefined): Promise<void> {
  const path = NOTE(repository, name);
  if (text === undefined) await repository.fs.promises.unlink(path).catch(() => {});
  else await repository.fs.promises.writeFile(path, text);
}

/** Files of a merge that are not resolved yet. */
export const unmerged = async (repository: Repository): Promise<string[]> =>
  ((await note(repository, 'UNMERGED')) ?? '').split('\n').filter(Boolean);
