/** Names of the repository around the present folder, for completion; git's own work is done outside the engine. */
import { filesBelow } from '../../files.ts';
import type { Machine } from '../../machine.ts';
import { folderOf } from '../paths.ts';

/** Where the files of repositories are kept, apart from the learner's. */
export const GIT_FILES = '/var/lib/git';

/** Its branches, sorted; none where there is no repository. */
export function branchNames({ files, cwd }: Machine): string[] {
  for (let folder = cwd; ; folder = folderOf(folder)) {
    const heads = `${GIT_FILES}${folder === '/' ? '' : folder}/.git/refs/heads`;
    if (files.isDirectory(heads)) return filesBelow(files, heads).map((path) => path.slice(heads.length + 1));
    if (folder === '/') return [];
  }
}
