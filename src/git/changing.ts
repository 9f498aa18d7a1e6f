/** `add`, `rm`, `mv`, `restore` and `commit`. */
import git from 'isomorphic-git';
import { absolute } from '../engine/shell/paths.ts';
import { modes, shortStat } from './diff.ts';
import {
  branchOf,
  changes,
  commitOf,
  committed,
  GitFailure,
  headOf,
  note,
  type Repository,
  removeEmpty,
  setNote,
  staged,
  unmerged,
  working,
} from './repository.ts';
import { status } from './status.ts';

const relative = ({ machine, dir }: Repository, name: string) =>
  absolute(name, machine.cwd).slice(dir.length + 1);
const covers = (path: string, one: string) => one === '' || path === one || path.startsWith(`${one}/`);
const notThere = (name: string) => new GitFailure(`fatal: pathspec '${name}' did not match any files\n`, 128);

/** `git add`. @throws GitFailure */
export async function add(repository: Repository, args: readonly string[]): Promise<string> {
  const { fs, dir } = repository;
  const all = args.some((arg) => ['-A', '--all', '-u'].includes(arg));
  const names = args.filter((arg) => !arg.startsWith('-'));
  if (names.length === 0 && !all)
    throw new GitFailure(
      'Nothing specified, nothing added.\nhint: Maybe you wanted to say \'git add .\'?\nhint: Turn this message off by running\nhint: "git config advice.addEmptyPathspec false"\n',
      0,
    );
  const index = await staged(repository);
  const tree = await working(repository, index);
  for (const name of names.length > 0 ? names : [dir]) {
    const path = relative(repository, name);
    const found = changes(index, tree).filter((one) => covers(one.path, path));
    const known = path === '' || [...index.keys(), ...tree.keys()].some((one) => covers(one, path));
    if (!known) throw notThere(name);
    for (const one of found) {
      if (one.kind === 'D') await git.remove({ fs, dir, filepath: one.path });
      else await git.add({ fs, dir, filepath: one.path });
    }
    const open = (await unmerged(repository)).filter((one) => !covers(one, path));
    for (const one of await unmerged(repository))
      if (covers(one, path) && tree.has(one)) await git.add({ fs, dir, filepath: one });
    await setNote(repository, 'UNMERGED', open.length > 0 ? open.join('\n') : undefined);
  }
  return '';
}

/** `git rm`. @throws GitFailure */
export async function rm(repository: Repository, args: readonly string[]): Promise<string> {
  const { fs, dir, machine } = repository;
  const index = await staged(repository);
  let out = '';
  for (const name of args.filter((arg) => !arg.startsWith('-'))) {
    const path = relative(repository, name);
    const found = [...index.keys()].filter((one) => covers(one, path));
    if (found.length === 0) throw notThere(name);
    if (!found.includes(path) && !args.some((arg) => /^-\w*r/.test(arg)))
      throw new GitFailure(`fatal: not removing '${name}' recursively without -r\n`, 128);
    for (const one of found) {
      await git.remove({ fs, dir, filepath: one });
      if (!args.includes('--cached')) {
        machine.files.remove(`${dir}/${one}`);
        removeEmpty(machine, `${dir}/${one}`, dir);
      }
      out += `rm '${one}'\n`;
    }
  }
  return out;
}

/** `git mv`. @throws GitFailure */
export async function mv(repository: Repository, args: readonly string[]): Promise<string> {
  const { fs, dir, machine } = repository;
  const [from, to] = args.filter((arg) => !arg.startsWith('-'));
  if (from === undefined || to === undefined)
    throw new GitFailure('usage: git mv [<options>] <source>... <destination>\n', 129);
  const source = relative(repository, from);
  const place = absolute(to, machine.cwd);
  const target = machine.files.isDirectory(place)
    ? `${relative(repository, to)}/${source.replace(/^.*\//, '')}`
    : relative(repository, to);
  const text = machine.files.read(`${dir}/${source}`);
  if (text === undefined)
    throw new GitFailure(`fatal: bad source, source=${source}, destination=${target}\n`, 128);
  machine.files.write(`${dir}/${target}`, text);
  machine.files.remove(`${dir}/${source}`);
  await git.remove({ fs, dir, filepath: source });
  await git.add({ fs, dir, filepath: target });
  return '';
}

/**
 * `checkout COMMIT file`: the file as the commit has it, in the folder and in the index.
 * @returns how many files are not as they were.
 */
export async function takeFrom(
  repository: Repository,
  oid: string,
  names: readonly string[],
): Promise<number> {
  const { fs, dir, machine } = repository;
  const [from, index] = [await committed(repository, oid), await staged(repository)];
  let changed = 0;
  for (const name of names) {
    const path = relative(repository, name);
    const known = [...from.keys()].filter((one) => covers(one, path));
    if (known.length === 0)
      throw new GitFailure(`error: pathspec '${name}' did not match any file(s) known to git\n`);
    for (const one of known) {
      if (index.get(one) !== from.get(one)) changed += 1;
      machine.files.write(`${dir}/${one}`, from.get(one)!);
      await git.add({ fs, dir, filepath: one });
    }
  }
  return changed;
}

/** `restore` and `checkout -- file`. */
export async function restore(repository: Repository, args: readonly string[]): Promise<string> {
  const { fs, dir, machine } = repository;
  const { source, rest } = withoutSource(args);
  const index = await staged(repository);
  const head = await committed(
    repository,
    source ? await commitOf(repository, source) : await headOf(repository),
  );
  const toIndex = rest.includes('--staged') || rest.includes('-S');
  for (const name of rest.filter((arg) => !arg.startsWith('-'))) {
    const path = relative(repository, name);
    const from = toIndex || source ? head : index;
    const known = [...new Set([...from.keys(), ...(toIndex ? index.keys() : [])])].filter((one) =>
      covers(one, path),
    );
    if (known.length === 0)
      throw new GitFailure(`error: pathspec '${name}' did not match any file(s) known to git\n`);
    for (const one of known) {
      if (toIndex) await git.resetIndex({ fs, dir, filepath: one });
      else machine.files.write(`${dir}/${one}`, from.get(one)!);
    }
  }
  return '';
}

/** `--source=COMMIT`, `--source COMMIT` or `-s COMMIT`, and the other arguments. */
function withoutSource(args: readonly string[]): { source: string | undefined; rest: readonly string[] } {
  const at = args.findIndex((arg) => /^(--source(=.*)?|-s)$/.test(arg));
  if (at < 0) return { source: undefined, rest: args };
  const [, joined] = args[at]!.split(/=(.*)/s);
  const rest = args.filter((_, index) => index !== at && (joined !== undefined || index !== at + 1));
  return { source: joined ?? args[at + 1], rest };
}

/** Who commits: the configuration's, or the learner. */
export async function author({ fs, dir, machine }: Repository) {
  const setting = async (path: string, other: string) =>
    ((await git.getConfig({ fs, dir, path })) as string | undefined) ?? other;
  return {
    name: await setting('user.name', 'learner'),
    email: await setting('user.email', 'learner@example.com'),
    timestamp: Number(machine.now() / 1_000_000n),
    timezoneOffset: 0,
  };
}

/** `git commit`. @throws GitFailure */
export async function commit(
  repository: Repository,
  args: readonly string[],
): Promise<{ out: string; err?: string; exit: number }> {
  const { fs, dir } = repository;
  const open = await unmerged(repository);
  if (open.length > 0)
    return {
      out: open.map((path) => `U\t${path}\n`).join(''),
      err: "error: Committing is not possible because you have unmerged files.\nhint: Fix them up in the work tree, and then use 'git add/rm <file>'\nhint: as appropriate to mark resolution and make a commit.\nfatal: Exiting because of an unresolved conflict.\n",
      exit: 128,
    };
  const index = await staged(repository);
  if (args.some((arg) => arg === '--all' || /^-[a-z]*a/.test(arg))) {
    const tree = await working(repository, index);
    for (const { path, kind } of changes(index, tree).filter((one) => index.has(one.path))) {
      if (kind === 'D') await git.remove({ fs, dir, filepath: path });
      else await git.add({ fs, dir, filepath: path });
    }
  }
  const head = await headOf(repository);
  const amend = args.includes('--amend');
  const last =
    amend && head !== undefined ? (await git.readCommit({ fs, dir, oid: head })).commit : undefined;
  const merging = (await note(repository, 'MERGE_HEAD'))?.trim();
  const now = await staged(repository);
  const all = changes(await committed(repository, last ? last.parent[0] : head), now);
  if (all.length === 0 && merging === undefined && !amend && !args.includes('--allow-empty'))
    return { out: await status(repository, []), exit: 1 };
  const message = messageOf(args) ?? last?.message ?? (await note(repository, 'MERGE_MSG'));
  if (message === undefined)
    throw new GitFailure('error: there is no editor in the terminal: git commit -m "message"\n');
  if (message.trim() === '') throw new GitFailure('Aborting commit due to empty commit message.\n');
  const parent = last ? last.parent : [head, merging].filter((one) => one !== undefined);
  const who = await author(repository);
  const oid = await git.commit({
    fs,
    dir,
    message: `${message.trim()}\n`,
    author: last ? last.author : who,
    committer: who,
    parent,
  });
  await setNote(repository, 'MERGE_HEAD', undefined);
  await setNote(repository, 'MERGE_MSG', undefined);
  const branch = (await branchOf(repository)) ?? 'detached HEAD';
  const title = `[${branch}${head === undefined ? ' (root-commit)' : ''} ${oid.slice(0, 7)}] ${message.trim().split('\n')[0]}\n`;
  if (args.some((arg) => arg === '--quiet' || /^-[a-z]*q/.test(arg))) return { out: '', exit: 0 };
  return {
    out: title + (merging === undefined && all.length > 0 ? shortStat(all) + modes(all) : ''),
    exit: 0,
  };
}

function messageOf(args: readonly string[]): string | undefined {
  const parts: string[] = [];
  args.forEach((arg, at) => {
    const long = /^--message=(.*)$/s.exec(arg);
    if (long) parts.push(long[1]!);
    else if (arg === '--message' || /^-[a-z]*m$/.test(arg)) parts.push(args[at + 1] ?? '');
  });
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}
