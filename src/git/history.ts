/** `log`, `show` and `diff`. */
import git from 'isomorphic-git';
import { patch, stat } from './diff.ts';
import {
  branchOf,
  changes,
  commitOf,
  committed,
  GitFailure,
  headOf,
  type Repository,
  staged,
  type Texts,
  working,
} from './repository.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${date.getUTCFullYear()} +0000`;
}

type Entry = Awaited<ReturnType<typeof git.log>>[number];

const idOf = async (text: string) => (await git.hashBlob({ object: text })).oid;

/** Names of branches that stand at a commit, as `log` shows them where the terminal is the output. */
function header({ oid, commit }: Entry): string {
  const merge =
    commit.parent.length > 1 ? `Merge: ${commit.parent.map((one) => one.slice(0, 7)).join(' ')}\n` : '';
  const message = commit.message
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
  return `commit ${oid}\n${merge}Author: ${commit.author.name} <${commit.author.email}>\nDate:   ${dateOf(commit.author.timestamp)}\n\n${message}\n`;
}

const short = ({ oid, commit }: Entry) => `${oid.slice(0, 7)} ${commit.message.split('\n')[0]}\n`;

/** `git log`. @throws GitFailure */
export async function log(repository: Repository, args: readonly string[]): Promise<string> {
  const { fs, dir } = repository;
  const head = await headOf(repository);
  if (head === undefined)
    throw new GitFailure(
      `fatal: your current branch '${await branchOf(repository)}' does not have any commits yet\n`,
      128,
    );
  const limit = Number(
    /^-(?:n\s*|-max-count=)?(\d+)$/.exec(
      args.join(' ').match(/-n ?\d+|-\d+|--max-count=\d+/)?.[0] ?? '',
    )?.[1] ?? Number.POSITIVE_INFINITY,
  );
  const refs = args.filter((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-n');
  const all = args.includes('--all');
  const starts = all ? await git.listBranches({ fs, dir }) : refs.length > 0 ? refs : ['HEAD'];
  const found = new Map<string, Entry>();
  for (const name of starts)
    for (const entry of await git.log({ fs, dir, ref: await commitOf(repository, name) }))
      found.set(entry.oid, entry);
  const shown = ordered([...found.values()]).slice(0, limit);
  const parts: string[] = [];
  for (const [index, entry] of shown.entries()) {
    if (args.includes('--oneline')) parts.push(short(entry));
    else parts.push((index > 0 ? '\n' : '') + header(entry));
    if (args.includes('--stat'))
      parts.push((args.includes('--oneline') ? '' : '\n') + stat(await against(repository, entry)));
    if (args.includes('-p')) parts.push(`\n${await patch(await against(repository, entry), idOf)}`);
  }
  return parts.join('');
}

/** Newest first; a commit never before what comes from it. */
function ordered(entries: readonly Entry[]): Entry[] {
  const waiting = new Map(entries.map((entry) => [entry.oid, entry]));
  const children = new Map<string, number>();
  for (const { commit } of entries)
    for (const parent of commit.parent) children.set(parent, (children.get(parent) ?? 0) + 1);
  const ready = entries.filter(({ oid }) => !children.get(oid));
  const out: Entry[] = [];
  while (ready.length > 0) {
    ready.sort((a, b) => b.commit.committer.timestamp - a.commit.committer.timestamp);
    const next = ready.shift()!;
    out.push(next);
    for (const parent of next.commit.parent) {
      children.set(parent, children.get(parent)! - 1);
      const entry = waiting.get(parent);
      if (entry && children.get(parent) === 0) ready.push(entry);
    }
  }
  return out;
}

async function against(repository: Repository, { commit, oid }: Entry) {
  return changes(await committed(repository, commit.parent[0]), await committed(repository, oid));
}

/** `git show`. @throws GitFailure */
export async function show(repository: Repository, args: readonly string[]): Promise<string> {
  const { fs, dir } = repository;
  const [name = 'HEAD'] = args.filter((arg) => !arg.startsWith('-'));
  const file = /^(.+):(.+)$/.exec(name);
  if (file) {
    const text = (await committed(repository, await commitOf(repository, file[1]!))).get(file[2]!);
    if (text === undefined)
      throw new GitFailure(`fatal: path '${file[2]}' does not exist in '${file[1]}'\n`, 128);
    return text;
  }
  const entry = await git.readCommit({ fs, dir, oid: await commitOf(repository, name) });
  const head = args.includes('--oneline') ? short(entry) : header(entry);
  if (entry.commit.parent.length > 1) return head;
  const all = await against(repository, entry);
  if (args.includes('--stat')) return `${head}\n${stat(all)}`;
  return `${head}${args.includes('--oneline') ? '' : '\n'}${await patch(all, idOf)}`;
}

/** `git diff`. @throws GitFailure */
export async function diff(repository: Repository, args: readonly string[]): Promise<string> {
  const cut = args.indexOf('--');
  const names = (cut < 0 ? args : args.slice(0, cut)).filter((arg) => !arg.startsWith('-'));
  const paths = cut < 0 ? [] : args.slice(cut + 1);
  const index = await staged(repository);
  const cached = args.includes('--staged') || args.includes('--cached');
  const revisions: string[] = [];
  for (const name of names.flatMap((one) => one.split(/\.{2,3}/))) {
    const isFile =
      index.has(name) || [...index.keys()].some((path) => path.startsWith(`${name.replace(/\/$/, '')}/`));
    if (isFile) paths.push(name);
    else revisions.push(await commitOf(repository, name || 'HEAD'));
  }
  const tree = async (): Promise<Texts> => {
    const all = await working(repository, index);
    return new Map([...all].filter(([path]) => index.has(path)));
  };
  const before = revisions[0]
    ? await committed(repository, revisions[0])
    : cached
      ? await committed(repository, await headOf(repository))
      : index;
  const after = revisions[1] ? await committed(repository, revisions[1]) : cached ? index : await tree();
  const inside = (path: string) =>
    paths.length === 0 || paths.some((one) => path === one || path.startsWith(`${one.replace(/\/$/, '')}/`));
  const all = changes(before, after).filter(({ path }) => inside(path));
  if (args.includes('--name-only')) return all.map(({ path }) => `${path}\n`).join('');
  if (args.includes('--stat')) return all.length === 0 ? '' : stat(all);
  return patch(all, idOf);
}
