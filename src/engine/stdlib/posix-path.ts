/** Paths as text: what `os.path` says of them. Answers to: CPython's Lib/posixpath.py. */

/** `os.path.join` of two parts. */
export function joinPath(folder: string, name: string): string {
  if (name.startsWith('/') || folder === '') return name;
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** `os.path.abspath` */
export function absolutePath(cwd: string, path: string): string {
  const parts: string[] = [];
  for (const part of joinPath(cwd, path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** `str(Path(path))`: without a slash at the end, double ones and `.` parts; `..` stays. */
export function pathText(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}` || '.';
}

/** `str(Path(path).absolute())`: `..` stays, too. */
export const pathAbsolute = (cwd: string, path: string) => pathText(joinPath(cwd, path));

/** The folder of an absolute path. */
export const folderOf = (path: string) => path.slice(0, Math.max(1, path.lastIndexOf('/')));

/** The last name of a path. */
export const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** `os.path.relpath` of two absolute paths. */
export function relativePath(path: string, start: string): string {
  const to = path.split('/').filter(Boolean);
  const from = start.split('/').filter(Boolean);
  let common = 0;
  while (common < to.length && common < from.length && to[common] === from[common]) common++;
  const parts = [...from.slice(common).map(() => '..'), ...to.slice(common)];
  return parts.join('/') || '.';
}
