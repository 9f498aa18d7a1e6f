/** The files of a project as the rows of a tree. */
export interface TreeRow {
  readonly kind: 'folder' | 'file';
  readonly path: string;
  readonly name: string;
  readonly depth: number;
}

/** Folders before files, both by name, as editors show them. `hidden` tells which folders are closed. */
export function treeRows(paths: readonly string[], closed: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (folder: string, depth: number) => {
    const below = paths.filter((path) => path.startsWith(folder));
    const names = new Map<string, boolean>();
    for (const path of below) {
      const rest = path.slice(folder.length);
      const slash = rest.indexOf('/');
      names.set(slash < 0 ? rest : rest.slice(0, slash), slash >= 0);
    }
    const sorted = [...names].sort(([a, folderA], [b, folderB]) =>
      folderA === folderB ? a.localeCompare(b) : folderA ? -1 : 1,
    );
    for (const [name, isFolder] of sorted) {
      const path = folder + name;
      rows.push({ kind: isFolder ? 'folder' : 'file', path, name, depth });
      if (isFolder && !closed.has(path)) walk(`${path}/`, depth + 1);
    }
  };
  walk('', 0);
  return rows;
}

/** Why a path cannot be used for a new file; undefined where it can. */
export function pathProblem(path: string, paths: readonly string[]): 'bad' | 'exists' | undefined {
  const parts = path.split('/');
  if (
    path === '' ||
    parts.some((part) => part.trim() === '' || part === '.' || part === '..' || /[\\:*?"<>|]/.test(part))
  ) {
    return 'bad';
  }
  const clashes = paths.some(
    (one) => one === path || one.startsWith(`${path}/`) || path.startsWith(`${one}/`),
  );
  return clashes ? 'exists' : undefined;
}
