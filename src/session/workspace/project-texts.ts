/** The project's files as a step finds and leaves them. */
import { filesBelow } from '../../engine/files.ts';
import type { Files } from '../../engine/machine.ts';
import type { FileChange } from '../protocol.ts';
import { PROJECT } from './machine.ts';

/** The project's files under their paths in it, without Python's caches. */
export function projectTexts(files: Files): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const path of filesBelow(files, PROJECT)) {
    if (!path.includes('/__pycache__/')) texts.set(path.slice(PROJECT.length + 1), files.read(path) ?? '');
  }
  return texts;
}

/** Takes one change back. */
export function restore(files: Files, change: FileChange): void {
  const path = `${PROJECT}/${change.path}`;
  if (change.before === undefined) files.remove(path);
  else files.write(path, change.before);
}

/** The folders that writing a file will create, outermost first. */
export function missingFolders(files: Files, path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  const folders = parts.map((_, i) => `${PROJECT}/${parts.slice(0, i + 1).join('/')}`);
  return folders.filter((folder) => !files.isDirectory(folder));
}

/** What differs, files in order; a removed one comes last. */
export function fileChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): FileChange[] {
  const changes: FileChange[] = [];
  for (const [path, text] of after) {
    const old = before.get(path);
    if (old !== text) changes.push({ path, change: old === undefined ? 'created' : 'changed', before: old });
  }
  for (const [path, text] of before)
    if (!after.has(path)) changes.push({ path, change: 'removed', before: text });
  return changes;
}
