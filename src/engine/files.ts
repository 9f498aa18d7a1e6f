/** Files in memory, and a copy-on-write layer over any files for runs that must leave no trace. */
import type { Files } from './machine.ts';

/** A file as it is kept: path, text, and when it was last written. */
export type KeptFile = readonly [path: string, text: string, modified?: bigint];

/**
 * @param start parent folders come into being; without a time of its own a file was written now.
 * @param now microseconds since 1970, for files that are written.
 */
export function memoryFiles(start: Iterable<KeptFile> = [], now: () => bigint = () => 0n): Files {
  const texts = new Map<string, string>();
  const times = new Map<string, bigint>();
  const folders = new Map<string, Set<string>>([['/', new Set()]]);

  function makeDirectory(path: string): void {
    if (folders.has(path)) return;
    const parent = parentOf(path);
    makeDirectory(parent);
    folders.set(path, new Set());
    folders.get(parent)!.add(nameOf(path));
    times.set(path, now());
  }

  function write(path: string, text: string): void {
    if (!texts.has(path)) {
      makeDirectory(parentOf(path));
      folders.get(parentOf(path))!.add(nameOf(path));
    }
    texts.set(path, text);
    times.set(path, now());
  }

  function remove(path: string): boolean {
    const children = folders.get(path);
    if (children ? children.size > 0 || path === '/' : !texts.has(path)) return false;
    texts.delete(path);
    times.delete(path);
    folders.delete(path);
    folders.get(parentOf(path))?.delete(nameOf(path));
    return true;
  }

  for (const [path, text, time] of start) {
    write(path, text);
    if (time !== undefined) times.set(path, time);
  }
  return {
    read: (path) => texts.get(path),
    write,
    remove,
    makeDirectory,
    isFile: (path) => texts.has(path),
    isDirectory: (path) => folders.has(path),
    modified: (path) => newestIn(path, folders, times),
    touch: (path, time) => void (times.has(path) && times.set(path, time)),
    list: (path) => {
      const names = folders.get(path);
      return names && [...names].sort();
    },
  };
}

/** A folder is as old as the newest thing in it. */
function newestIn(
  path: string,
  folders: ReadonlyMap<string, ReadonlySet<string>>,
  times: ReadonlyMap<string, bigint>,
): bigint | undefined {
  const names = folders.get(path);
  if (!names) return times.get(path);
  let newest = times.get(path) ?? 0n;
  for (const name of names) {
    const time = newestIn(joined(path, name), folders, times)!;
    if (time > newest) newest = time;
  }
  return newest;
}

/** Reads through to `base` and keeps every change to itself. */
export function overlayFiles(base: Files): Files {
  const own = memoryFiles();
  const gone = new Set<string>();
  const isFile = (path: string) => own.isFile(path) || (!gone.has(path) && base.isFile(path));
  const isDirectory = (path: string) => own.isDirectory(path) || (!gone.has(path) && base.isDirectory(path));
  const list = (path: string) => {
    const names = new Set(own.list(path));
    if (!gone.has(path)) {
      for (const name of base.list(path) ?? []) if (!gone.has(joined(path, name))) names.add(name);
    }
    return isDirectory(path) ? [...names].sort() : undefined;
  };
  return {
    read: (path) => own.read(path) ?? (gone.has(path) ? undefined : base.read(path)),
    write: (path, text) => {
      own.write(path, text);
      gone.delete(path);
    },
    remove: (path) => {
      if (!isFile(path) && (!isDirectory(path) || list(path)!.length > 0)) return false;
      own.remove(path);
      gone.add(path);
      return true;
    },
    makeDirectory: (path) => {
      if (!isDirectory(path)) own.makeDirectory(path);
    },
    isFile,
    isDirectory,
    modified: (path) => (own.isFile(path) || !base.isFile(path) ? own.modified(path) : base.modified(path)),
    touch: (path, time) => {
      if (!own.isFile(path) && isFile(path)) own.write(path, base.read(path) ?? '');
      own.touch(path, time);
    },
    list,
  };
}

/** Whether a path is that of a file or a folder. */
export const isThere = (files: Files, path: string): boolean => files.isFile(path) || files.isDirectory(path);

/** Every file below a folder, sorted by path. */
export function filesBelow(files: Files, folder: string): string[] {
  const found: string[] = [];
  for (const name of files.list(folder) ?? []) {
    const path = joined(folder, name);
    if (files.isDirectory(path)) found.push(...filesBelow(files, path));
    else found.push(path);
  }
  return found;
}

const parentOf = (path: string) => path.slice(0, Math.max(1, path.lastIndexOf('/')));
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const joined = (folder: string, name: string) => (folder === '/' ? `/${name}` : `${folder}/${name}`);
