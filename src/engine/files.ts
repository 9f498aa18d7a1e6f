/** Files in memory, and a copy-on-write layer over any files for runs that must leave no trace. */
import type { Files } from './machine.ts';

/** @param start path to text; parent folders come into being. */
export function memoryFiles(start: Iterable<readonly [string, string]> = []): Files {
  const texts = new Map<string, string>();
  const folders = new Map<string, Set<string>>([['/', new Set()]]);

  function makeDirectory(path: string): void {
    if (folders.has(path)) return;
    const parent = parentOf(path);
    makeDirectory(parent);
    folders.set(path, new Set());
    folders.get(parent)!.add(nameOf(path));
  }

  function write(path: string, text: string): void {
    if (!texts.has(path)) {
      makeDirectory(parentOf(path));
      folders.get(parentOf(path))!.add(nameOf(path));
    }
    texts.set(path, text);
  }

  function remove(path: string): boolean {
    const children = folders.get(path);
    if (children ? children.size > 0 || path === '/' : !texts.has(path)) return false;
    texts.delete(path);
    folders.delete(path);
    folders.get(parentOf(path))?.delete(nameOf(path));
    return true;
  }

  for (const [path, text] of start) write(path, text);
  return {
    read: (path) => texts.get(path),
    write,
    remove,
    makeDirectory,
    isFile: (path) => texts.has(path),
    isDirectory: (path) => folders.has(path),
    list: (path) => {
      const names = folders.get(path);
      return names && [...names].sort();
    },
  };
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
    list,
  };
}

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
