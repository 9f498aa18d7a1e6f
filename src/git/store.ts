/**
 * The disk that isomorphic-git sees: the machine's files, with everything below `.git` kept apart, outside the project, as text
 * of one character a byte. So the repository is part of the machine's state, and none of it shows among the project's files.
 */

import type { Files } from '../engine/machine.ts';
import { GIT_FILES } from '../engine/shell/complete/git-names.ts';

const isApart = (path: string) => /\/\.git(?:\/|$)/.test(path);
const placeOf = (path: string) => (isApart(path) ? GIT_FILES + path : path);

class NoEntry extends Error {
  readonly code: string;
  constructor(code: string, path: string) {
    super(`${code}: ${path}`);
    this.code = code;
  }
}

const toText = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const toBytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A number that changes with the text: what git takes for the time of the last change. */
function stampOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** What a disk says of a path; a file's time is made of its text, so that git sees when that has changed. @throws NoEntry */
function statOf(files: Files, path: string) {
  const place = placeOf(path);
  const text = files.read(place);
  if (text === undefined && !files.isDirectory(place)) throw new NoEntry('ENOENT', path);
  const stamp = text === undefined ? 0 : stampOf(text);
  const size = text === undefined ? 0 : isApart(path) ? text.length : new TextEncoder().encode(text).length;
  return {
    type: text === undefined ? 'dir' : 'file',
    mode: text === undefined ? 0o40755 : 0o100644,
    size,
    ino: 0,
    mtimeMs: stamp,
    ctimeMs: stamp,
    uid: 1000,
    gid: 1000,
    dev: 1,
    isFile: () => text !== undefined,
    isDirectory: () => text === undefined,
    isSymbolicLink: () => false,
  };
}

/** The promises that isomorphic-git calls. */
export function gitDisk(files: Files) {
  return {
    promises: {
      async readFile(path: string, options?: string | { encoding?: string }) {
        const text = files.read(placeOf(path));
        if (text === undefined) throw new NoEntry('ENOENT', path);
        const encoding = typeof options === 'string' ? options : options?.encoding;
        const bytes = isApart(path) ? toBytes(text) : new TextEncoder().encode(text);
        return encoding ? new TextDecoder().decode(bytes) : bytes;
      },
      async writeFile(path: string, data: string | Uint8Array) {
        const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
        files.write(placeOf(path), isApart(path) ? toText(bytes) : new TextDecoder().decode(bytes));
      },
      async unlink(path: string) {
        if (!files.remove(placeOf(path))) throw new NoEntry('ENOENT', path);
      },
      async readdir(path: string) {
        const names = files.list(placeOf(path));
        if (!names) throw new NoEntry('ENOENT', path);
        return [...names];
      },
      async mkdir(path: string) {
        if (files.isDirectory(placeOf(path))) throw new NoEntry('EEXIST', path);
        files.makeDirectory(placeOf(path));
      },
      async rmdir(path: string) {
        if (!files.remove(placeOf(path))) throw new NoEntry('ENOTEMPTY', path);
      },
      stat: async (path: string) => statOf(files, path),
      lstat: async (path: string) => statOf(files, path),
      readlink: async (path: string): Promise<string> => {
        throw new NoEntry('EINVAL', path);
      },
      symlink: async (_target: string, path: string): Promise<void> => {
        throw new NoEntry('EPERM', path);
      },
    },
  };
}

export type GitDisk = ReturnType<typeof gitDisk>;
