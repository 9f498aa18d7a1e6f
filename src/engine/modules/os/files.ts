/** What `os` does to files and folders, and its errors. */

import { filesBelow, isThere } from '../../files.ts';
import { list, tuple } from '../../python/values/containers/containers.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { noFile, osError } from './errors.ts';
import { absolutePath, fspath, joined, splitAt } from './path.ts';

/** `os.listdir(path)`. @throws FileNotFoundError */
export function listFolder(call: Interpreter, path: string): readonly string[] {
  const names = call.process.machine.files.list(absolutePath(call, path));
  if (names === undefined) throw noFile(path);
  return names;
}

/** `os.mkdir(path)`. @throws FileExistsError, FileNotFoundError */
export function makeFolder(call: Interpreter, path: string): null {
  const { files } = call.process.machine;
  const full = absolutePath(call, path);
  if (isThere(call.process.machine.files, full)) throw osError('FileExistsError', 17, 'File exists', path);
  if (!files.isDirectory(splitAt(full)[0])) throw noFile(path);
  files.makeDirectory(full);
  return null;
}

/** `os.remove(path)`. @throws FileNotFoundError */
export function removeFile(call: Interpreter, path: string): null {
  if (!call.process.machine.files.remove(absolutePath(call, path))) throw noFile(path);
  return null;
}

/** @throws OSError of Python where it is no empty folder */
export function removeFolder(call: Interpreter, path: string): null {
  const { files } = call.process.machine;
  const full = absolutePath(call, path);
  if (files.isFile(full)) throw osError('NotADirectoryError', 20, 'Not a directory', path);
  const names = files.list(full);
  if (names === undefined) throw noFile(path);
  if (names.length > 0) throw osError('OSError', 39, 'Directory not empty', path);
  files.remove(full);
  return null;
}

/** `os.rename`, `os.replace`: files and whole folders. */
export const moved = (name: string) => () =>
  nativeFunction(name, 'src, dst', (call, from: Value, to: Value) => {
    const { files } = call.process.machine;
    const [source, target] = [fspath(call, from), fspath(call, to)];
    const [start, end] = [absolutePath(call, source), absolutePath(call, target)];
    const names = files.isFile(start) ? [start] : filesBelow(files, start);
    if (names.length === 0)
      throw osError('FileNotFoundError', 2, 'No such file or directory', source, null, target);
    for (const file of names) {
      files.write(end + file.slice(start.length), files.read(file) ?? '');
      files.remove(file);
    }
    if (!files.isFile(start) && files.isDirectory(start)) files.remove(start);
    return null;
  });

/** `os.walk(top)`: a folder before those in it; nothing for what is no folder. */
export function* walk(call: Interpreter, top: string): Generator<Value> {
  const { files } = call.process.machine;
  const names = files.list(absolutePath(call, top));
  if (names === undefined) return;
  const isFolder = (name: string) => files.isDirectory(absolutePath(call, joined([top, name])));
  const folders = names.filter(isFolder);
  yield tuple([top, list([...folders]), list(names.filter((name) => !isFolder(name)))]);
  for (const name of folders) yield* walk(call, joined([top, name]));
}
