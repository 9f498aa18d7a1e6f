/** Paths as the shell reads them: relative to where it stands, `~`, `.` and `..`. */

export const HOME = '/home/learner';
/** Where a workspace's project lies. */
export const PROJECT = '/home/learner/app';

/** @returns the absolute path without `.`, `..` and doubled slashes. */
export function absolute(path: string, cwd: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The last part of a path. */
export const baseName = (path: string): string => path.replace(/\/+$/, '').replace(/^.*\//, '') || '/';

/** The folder that holds a path. */
export const folderOf = (path: string): string => absolute('..', path);
