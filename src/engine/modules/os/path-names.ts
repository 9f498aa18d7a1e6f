/** The names of `os.path`. */

import { isThere } from '../../files.ts';
import { tuple } from '../../python/values/containers/containers.ts';
import { raise, valueError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { type NativeModule, nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { noFile } from './errors.ts';
import { onPath } from './on-path.ts';
import {
  absolutePath,
  fspath,
  HOME,
  joined,
  joinPart,
  normalised,
  relative,
  splitAt,
  splitExtension,
} from './path.ts';
import { statOf } from './stat.ts';

const NO_STAT = 'stat: path should be string, bytes, os.PathLike or integer';

/** The parts of a path as text. @throws TypeError where text and bytes are mixed */
function oneKind(call: Interpreter, parts: readonly Value[]): string[] {
  const texts = parts.map((part, index) => (index === 0 ? fspath(call, part) : joinPart(call, part)));
  const bytes = parts.filter((part) => part instanceof Uint8Array).length;
  if (bytes > 0 && bytes < parts.length)
    throw raise('TypeError', "Can't mix strings and bytes in path components");
  return texts;
}

export const PATH_NAMES: NativeModule['names'] = {
  sep: () => '/',
  pathsep: () => ':',
  curdir: () => '.',
  pardir: () => '..',
  extsep: () => '.',
  normcase: onPath('normcase', (_call, path) => path),
  splitdrive: onPath('splitdrive', (_call, path) => tuple(['', path])),
  lexists: onPath('lexists', (call, path) => isThere(call.process.machine.files, absolutePath(call, path))),
  islink: onPath('islink', () => false),
  ...Object.fromEntries(
    ['mtime', 'atime', 'ctime'].map((which) => [
      `get${which}`,
      onPath(`get${which}`, (call, path) => call.getAttribute(statOf(call, path), `st_${which}`)!),
    ]),
  ),
  samefile: () =>
    nativeFunction('samefile', 'f1, f2', (call, one: Value, other: Value) => {
      const [a, b] = [one, other].map((path) => fspath(call, path));
      for (const path of [a!, b!]) statOf(call, path);
      return absolutePath(call, a!) === absolutePath(call, b!);
    }),
  commonprefix: () =>
    nativeFunction('commonprefix', 'm', (call, paths: Value) => {
      const all = [...call.iterate(paths)].map((path) => fspath(call, path));
      const [first = ''] = all;
      let size = 0;
      while (size < first.length && all.every((path) => path[size] === first[size])) size++;
      return first.slice(0, size);
    }),
  abspath: onPath('abspath', absolutePath),
  realpath: () =>
    nativeFunction('realpath', 'filename, *, strict=False', (call, path: Value) =>
      absolutePath(call, fspath(call, path)),
    ),
  normpath: onPath('normpath', (_call, path) => normalised(path)),
  dirname: onPath('dirname', (_call, path) => splitAt(path)[0]),
  basename: onPath('basename', (_call, path) => splitAt(path)[1]),
  split: onPath('split', (_call, path) => tuple(splitAt(path))),
  splitext: onPath('splitext', (_call, path) => tuple(splitExtension(path))),
  exists: onPath(
    'exists',
    (call, path) => isThere(call.process.machine.files, absolutePath(call, path)),
    NO_STAT,
  ),
  isfile: onPath(
    'isfile',
    (call, path) => call.process.machine.files.isFile(absolutePath(call, path)),
    NO_STAT,
  ),
  isdir: onPath(
    'isdir',
    (call, path) => call.process.machine.files.isDirectory(absolutePath(call, path)),
    NO_STAT,
  ),
  isabs: onPath('isabs', (_call, path) => path.startsWith('/')),
  expanduser: onPath('expanduser', (_call, path) => path.replace(/^~(?=\/|$)/, HOME)),
  expandvars: onPath('expandvars', (call, path) =>
    path.replace(
      /\$(?:(\w+)|\{(\w+)\})/g,
      (all, bare?: string, braced?: string) => call.process.environment.get(bare ?? braced ?? '') ?? all,
    ),
  ),
  getsize: onPath('getsize', (call, path) => {
    const found = call.process.machine.files.read(absolutePath(call, path));
    if (found === undefined) throw noFile(path);
    return new TextEncoder().encode(found).length;
  }),
  join: () =>
    nativeFunction('join', 'a, *p', (call, first: Value, rest: Value[]) =>
      joined(oneKind(call, [first, ...rest])),
    ),
  relpath: () =>
    nativeFunction('relpath', 'path, start=None', (call, path: Value, start: Value) =>
      relative(call, fspath(call, path), start === null ? '.' : fspath(call, start)),
    ),
  commonpath: () =>
    nativeFunction('commonpath', 'paths', (call, paths: Value) => {
      const texts = [...call.iterate(paths)].map((path) => fspath(call, path));
      if (texts.length === 0) throw valueError('commonpath() arg is an empty sequence');
      const absolute = texts.filter((text) => text.startsWith('/')).length;
      if (absolute > 0 && absolute < texts.length) throw valueError("Can't mix absolute and relative paths");
      const all = texts.map((text) => text.split('/').filter((part) => part !== '' && part !== '.'));
      const [first = []] = all;
      const end = first.findIndex((part, index) => !all.every((one) => one[index] === part));
      return (absolute > 0 ? '/' : '') + first.slice(0, end < 0 ? undefined : end).join('/');
    }),
};
