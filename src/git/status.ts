/** `git status`, long and short. */
import {
  branchOf,
  changes,
  committed,
  headOf,
  note,
  type Repository,
  staged,
  unmerged,
  working,
} from './repository.ts';

/** @param cwd paths are shown from here. */
export async function status(repository: Repository, args: readonly string[]): Promise<string> {
  const index = await staged(repository);
  const head = await headOf(repository);
  const open = await unmerged(repository);
  const inIndex = changes(await committed(repository, head), index).filter(
    ({ path }) => !open.includes(path),
  );
  const tree = await working(repository, index);
  const inTree = changes(index, new Map([...tree].filter(([path]) => index.has(path)))).filter(
    ({ path }) => !open.includes(path),
  );
  const untracked = grouped(
    [...tree.keys()].filter((path) => !index.has(path)),
    [...index.keys()],
  );
  if (args.some((arg) => /^(-s|--short|--porcelain)/.test(arg))) {
    const codes = new Map<string, [string, string]>();
    for (const path of open) codes.set(path, ['U', 'U']);
    for (const { path, kind } of inIndex) codes.set(path, [kind, ' ']);
    for (const { path, kind } of inTree) codes.set(path, [codes.get(path)?.[0] ?? ' ', kind]);
    const lines = [...codes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, [x, y]]) => `${x}${y} ${path}\n`);
    return lines.join('') + untracked.map((path) => `?? ${path}\n`).join('');
  }
  const branch = await branchOf(repository);
  const out = [branch === undefined ? `HEAD detached at ${head?.slice(0, 7)}\n` : `On branch ${branch}\n`];
  if (head === undefined) out.push('\nNo commits yet\n');
  out.push(await mergeWords(repository, open));
  if (inIndex.length > 0) {
    const undo = head === undefined ? 'git rm --cached <file>...' : 'git restore --staged <file>...';
    const hint = (await note(repository, 'MERGE_HEAD')) === undefined ? `  (use "${undo}" to unstage)\n` : '';
    out.push(section('Changes to be committed:', hint, inIndex));
  }
  if (open.length > 0)
    out.push(
      `\nUnmerged paths:\n  (use "git add <file>..." to mark resolution)\n${open.map((path) => `\tboth modified:   ${path}\n`).join('')}`,
    );
  if (inTree.length > 0) {
    const how = inTree.some(({ kind }) => kind === 'D') ? 'add/rm' : 'add';
    out.push(
      section(
        'Changes not staged for commit:',
        `  (use "git ${how} <file>..." to update what will be committed)\n  (use "git restore <file>..." to discard changes in working directory)\n`,
        inTree,
      ),
    );
  }
  if (untracked.length > 0)
    out.push(
      `\nUntracked files:\n  (use "git add <file>..." to include in what will be committed)\n${untracked.map((path) => `\t${path}\n`).join('')}`,
    );
  out.push(ending(head, inIndex.length, inTree.length + open.length, untracked.length));
  return out.join('').replace(/^(On branch [^\n]*\n|HEAD detached[^\n]*\n)\n(?!No commits)/, '$1');
}

async function mergeWords(repository: Repository, open: readonly string[]): Promise<string> {
  if ((await note(repository, 'MERGE_HEAD')) === undefined) return '';
  return open.length > 0
    ? 'You have unmerged paths.\n  (fix conflicts and run "git commit")\n  (use "git merge --abort" to abort the merge)\n'
    : 'All conflicts fixed but you are still merging.\n  (use "git commit" to conclude merge)\n';
}

const WORDS = { A: 'new file:   ', M: 'modified:   ', D: 'deleted:    ' } as const;

const section = (title: string, hint: string, all: readonly { path: string; kind: 'A' | 'M' | 'D' }[]) =>
  `\n${title}\n${hint}${all.map(({ path, kind }) => `\t${WORDS[kind]}${path}\n`).join('')}`;

function ending(head: string | undefined, inIndex: number, inTree: number, untracked: number): string {
  if (inIndex > 0) return '\n';
  if (inTree > 0) return '\nno changes added to commit (use "git add" and/or "git commit -a")\n';
  if (untracked > 0)
    return '\nnothing added to commit but untracked files present (use "git add" to track)\n';
  return head === undefined
    ? '\nnothing to commit (create/copy files and use "git add" to track)\n'
    : 'nothing to commit, working tree clean\n';
}

/** A folder in which nothing is tracked shows as one line. */
function grouped(paths: readonly string[], tracked: readonly string[]): string[] {
  const shown = paths.map((path) => {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = `${parts.slice(0, depth).join('/')}/`;
      if (!tracked.some((one) => one.startsWith(folder))) return folder;
    }
    return path;
  });
  return [...new Set(shown)].sort();
}
