/** `branch`, `switch`, `checkout` and `merge`. */
import git from 'isomorphic-git';
import { author, restore, takeFrom } from './changing.ts';
import { modes, stat } from './diff.ts';
import { merge3 } from './merge3.ts';
import {
  branchOf,
  changes,
  commitOf,
  committed,
  GitFailure,
  headOf,
  moveTo,
  note,
  type Repository,
  setNote,
  staged,
  type Texts,
  working,
} from './repository.ts';

export interface Said {
  readonly out?: string;
  readonly err?: string;
  readonly exit?: number;
}

/** `git branch`. @throws GitFailure */
export async function branch(repository: Repository, args: readonly string[]): Promise<Said> {
  const { fs, dir } = repository;
  const names = args.filter((arg) => !arg.startsWith('-'));
  const all = await git.listBranches({ fs, dir });
  const here = await branchOf(repository);
  if (args.includes('--show-current')) return { out: here ? `${here}\n` : '' };
  if (args.some((arg) => /^-[dD]$|^--delete$/.test(arg)))
    return remove(repository, names, args.includes('-D'));
  if (args.some((arg) => /^-[mM]$/.test(arg))) {
    const [from, to] = names.length > 1 ? names : [here, names[0]];
    if (from && to) await git.renameBranch({ fs, dir, oldref: from, ref: to, checkout: from === here });
    return {};
  }
  if (names.length > 0) {
    await create(repository, names[0]!, names[1]);
    return {};
  }
  const shown = all.map((name) => {
    const mark = name === here ? '* ' : '  ';
    return { name, mark };
  });
  const verbose = args.some((arg) => /^-v/.test(arg));
  const width = Math.max(0, ...all.map((name) => name.length));
  const lines = await Promise.all(
    shown.map(async ({ name, mark }) => {
      if (!verbose) return `${mark}${name}\n`;
      const { oid, commit } = await git.readCommit({ fs, dir, oid: await commitOf(repository, name) });
      return `${mark}${name.padEnd(width)} ${oid.slice(0, 7)} ${commit.message.split('\n')[0]}\n`;
    }),
  );
  return { out: lines.join('') };
}

async function remove(repository: Repository, names: readonly string[], force: boolean): Promise<Said> {
  const { fs, dir } = repository;
  let out = '';
  for (const name of names) {
    const all = await git.listBranches({ fs, dir });
    if (!all.includes(name)) throw new GitFailure(`error: branch '${name}' not found.\n`);
    if (name === (await branchOf(repository)))
      throw new GitFailure(`error: Cannot delete branch '${name}' checked out at '${dir}'\n`);
    const oid = await commitOf(repository, name);
    const head = await headOf(repository);
    const merged =
      head === oid ||
      (head !== undefined && (await git.isDescendent({ fs, dir, oid: head, ancestor: oid, depth: -1 })));
    if (!merged && !force)
      throw new GitFailure(
        `error: The branch '${name}' is not fully merged.\nIf you are sure you want to delete it, run 'git branch -D ${name}'.\n`,
      );
    await git.deleteBranch({ fs, dir, ref: name });
    out += `Deleted branch ${name} (was ${oid.slice(0, 7)}).\n`;
  }
  return { out };
}

async function create(repository: Repository, name: string, from?: string): Promise<void> {
  const { fs, dir } = repository;
  if ((await git.listBranches({ fs, dir })).includes(name))
    throw new GitFailure(`fatal: a branch named '${name}' already exists\n`, 128);
  const oid = from ? await commitOf(repository, from) : await headOf(repository);
  if (oid === undefined)
    throw new GitFailure(
      `fatal: not a valid object name: '${(await branchOf(repository)) ?? 'HEAD'}'\n`,
      128,
    );
  await git.writeRef({ fs, dir, ref: `refs/heads/${name}`, value: oid });
}

/** `switch` and `checkout`. */
export async function goTo(repository: Repository, command: string, args: readonly string[]): Promise<Said> {
  const { fs, dir } = repository;
  const cut = args.indexOf('--');
  const [from] = args.slice(0, Math.max(cut, 0)).filter((arg) => !arg.startsWith('-'));
  if (from !== undefined) {
    await takeFrom(repository, await referenceOf(repository, from), args.slice(cut + 1));
    return {};
  }
  if (cut >= 0) return { out: await restore(repository, args.slice(cut + 1)) };
  const names = args.filter((arg) => !arg.startsWith('-') || arg === '-');
  const makes = args.some((arg) => /^-[cCbB]$|^--create$/.test(arg));
  const [name, start] = names;
  if (name === undefined) throw new GitFailure('fatal: missing branch or commit argument\n', 128);
  if (makes) {
    if ((await headOf(repository)) === undefined && start === undefined) {
      await git.writeRef({ fs, dir, ref: 'HEAD', value: `refs/heads/${name}`, force: true, symbolic: true });
      return { err: `Switched to a new branch '${name}'\n` };
    }
    await create(repository, name, start);
    return move(repository, name, `Switched to a new branch '${name}'\n`);
  }
  const target = name === '-' ? ((await note(repository, 'PREVIOUS')) ?? name) : name;
  if (target === (await branchOf(repository))) return { err: `Already on '${target}'\n` };
  if ((await git.listBranches({ fs, dir })).includes(target))
    return move(repository, target, `Switched to branch '${target}'\n`);
  if (command === 'switch') throw new GitFailure(`fatal: invalid reference: ${target}\n`, 128);
  const index = await staged(repository);
  if (
    [...index.keys()].some(
      (path) => path === target || path.startsWith(`${target.replace(/\/$/, '')}/`) || target === '.',
    )
  ) {
    const count = names.length;
    await restore(repository, names);
    return { err: `Updated ${count} path${count === 1 ? '' : 's'} from the index\n` };
  }
  const oid = start === undefined ? undefined : await commitOf(repository, target).catch(() => undefined);
  if (oid !== undefined) {
    const count = await takeFrom(repository, oid, names.slice(1));
    // git names the tree, not the commit.
    const { tree } = (await git.readCommit({ fs, dir, oid })).commit;
    return { err: `Updated ${count} path${count === 1 ? '' : 's'} from ${tree.slice(0, 7)}\n` };
  }
  throw new GitFailure(`error: pathspec '${target}' did not match any file(s) known to git\n`);
}

/** @throws GitFailure in git's words where there is no such commit */
async function referenceOf(repository: Repository, name: string): Promise<string> {
  const oid = await commitOf(repository, name).catch(() => undefined);
  if (oid === undefined) throw new GitFailure(`fatal: invalid reference: ${name}\n`, 128);
  return oid;
}

async function move(repository: Repository, name: string, words: string): Promise<Said> {
  const { fs, dir } = repository;
  const from = await committed(repository, await headOf(repository));
  const to = await committed(repository, await commitOf(repository, name));
  const index = await staged(repository);
  const tree = await working(repository, index);
  const own = changes(from, new Map([...tree].filter(([path]) => index.has(path) || from.has(path))));
  const coming = new Set(changes(from, to).map(({ path }) => path));
  const lost = own.filter(({ path }) => coming.has(path));
  if (lost.length > 0)
    throw new GitFailure(
      `error: Your local changes to the following files would be overwritten by checkout:\n${lost.map(({ path }) => `\t${path}\n`).join('')}Please commit your changes or stash them before you switch branches.\nAborting\n`,
    );
  const hidden = [...coming].filter(
    (path) => to.has(path) && !index.has(path) && tree.has(path) && tree.get(path) !== to.get(path),
  );
  if (hidden.length > 0)
    throw new GitFailure(
      `error: The following untracked working tree files would be overwritten by checkout:\n${hidden.map((path) => `\t${path}\n`).join('')}Please move or remove them before you switch branches.\nAborting\n`,
    );
  await moveTo(repository, from, to);
  await setNote(repository, 'PREVIOUS', await branchOf(repository));
  await git.writeRef({ fs, dir, ref: 'HEAD', value: `refs/heads/${name}`, force: true, symbolic: true });
  return { out: own.map(({ kind, path }) => `${kind}\t${path}\n`).join(''), err: words };
}

/** `git merge`. @throws GitFailure */
export async function merge(repository: Repository, args: readonly string[]): Promise<Said> {
  const { fs, dir } = repository;
  const head = await headOf(repository);
  if (args.includes('--abort')) return abort(repository, head);
  const [name] = args.filter((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-m');
  if (name === undefined) throw new GitFailure('fatal: No remote for the current branch.\n', 128);
  if ((await note(repository, 'MERGE_HEAD')) !== undefined)
    throw new GitFailure(
      'fatal: You have not concluded your merge (MERGE_HEAD exists).\nPlease, commit your changes before you merge.\n',
      128,
    );
  const theirs = await commitOf(repository, name).catch(() => {
    throw new GitFailure(`merge: ${name} - not something we can merge\n`);
  });
  const [base] = (await git.findMergeBase({ fs, dir, oids: [head!, theirs] })) as string[];
  if (base === theirs) return { out: 'Already up to date.\n' };
  const ours = await committed(repository, head);
  const incoming = await committed(repository, theirs);
  if (base === head && !args.includes('--no-ff')) {
    await moveTo(repository, ours, incoming);
    const here = await branchOf(repository);
    await git.writeRef({ fs, dir, ref: here ? `refs/heads/${here}` : 'HEAD', value: theirs, force: true });
    const all = changes(ours, incoming);
    return {
      out: `Updating ${head!.slice(0, 7)}..${theirs.slice(0, 7)}\nFast-forward\n${stat(all)}${modes(all)}`,
    };
  }
  return join(repository, {
    name,
    head: head!,
    theirs,
    base: await committed(repository, base),
    ours,
    incoming,
    message: message(args),
  });
}

const message = (args: readonly string[]) => (args.includes('-m') ? args[args.indexOf('-m') + 1] : undefined);

interface Joining {
  readonly name: string;
  readonly head: string;
  readonly theirs: string;
  readonly base: Texts;
  readonly ours: Texts;
  readonly incoming: Texts;
  readonly message: string | undefined;
}

async function join(repository: Repository, joining: Joining): Promise<Said> {
  const { fs, dir, machine } = repository;
  const { name, head, theirs, base, ours, incoming } = joining;
  const result = new Map<string, string>();
  const conflicts: string[] = [];
  let out = '';
  for (const path of [...new Set([...ours.keys(), ...incoming.keys()])].sort()) {
    const [b, o, t] = [base.get(path), ours.get(path), incoming.get(path)];
    if (o === t || b === t) {
      if (o !== undefined) result.set(path, o);
    } else if (b === o) {
      if (t !== undefined) result.set(path, t);
    } else if (o !== undefined && t !== undefined) {
      const merged = merge3(b ?? '', o, t, name);
      result.set(path, merged.text);
      out += `Auto-merging ${path}\n`;
      if (merged.conflicts) {
        conflicts.push(path);
        out += `CONFLICT (${b === undefined ? 'add/add' : 'content'}): Merge conflict in ${path}\n`;
      }
    } else {
      const [gone, kept] = o === undefined ? ['HEAD', name] : [name, 'HEAD'];
      result.set(path, o ?? t!);
      conflicts.push(path);
      out += `CONFLICT (modify/delete): ${path} deleted in ${gone} and modified in ${kept}.  Version ${kept} of ${path} left in tree.\n`;
    }
  }
  await moveTo(
    repository,
    ours,
    new Map(
      [...result].map(([path, text]) => [path, conflicts.includes(path) ? (ours.get(path) ?? text) : text]),
    ),
  );
  const here = await branchOf(repository);
  const words =
    joining.message ?? `Merge branch '${name}'${here === 'main' || here === 'master' ? '' : ` into ${here}`}`;
  if (conflicts.length > 0) {
    for (const path of conflicts) machine.files.write(`${dir}/${path}`, result.get(path)!);
    await setNote(repository, 'MERGE_HEAD', `${theirs}\n`);
    await setNote(repository, 'MERGE_MSG', `${words}\n`);
    await setNote(repository, 'UNMERGED', conflicts.join('\n'));
    return { out: `${out}Automatic merge failed; fix conflicts and then commit the result.\n`, exit: 1 };
  }
  const who = await author(repository);
  await git.commit({ fs, dir, message: `${words}\n`, author: who, committer: who, parent: [head, theirs] });
  const all = changes(ours, result);
  return { out: `${out}Merge made by the 'ort' strategy.\n${stat(all)}${modes(all)}` };
}

async function abort(repository: Repository, head: string | undefined): Promise<Said> {
  if ((await note(repository, 'MERGE_HEAD')) === undefined)
    throw new GitFailure('fatal: There is no merge to abort (MERGE_HEAD missing).\n', 128);
  const index = await staged(repository);
  const to = await committed(repository, head);
  const tree = await working(repository, index);
  await moveTo(repository, new Map([...tree].filter(([path]) => index.has(path) || to.has(path))), to);
  for (const name of ['MERGE_HEAD', 'MERGE_MSG', 'UNMERGED']) await setNote(repository, name, undefined);
  return {};
}
