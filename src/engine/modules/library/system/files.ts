/** What library modules written in Python need of the machine's files. */
import { absoluteFolder } from '../../../python/evaluate/imports.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';

const absolute = (call: Interpreter, path: string): string =>
  absoluteFolder(path, call.process.machine.cwd) || '/';

/** `_read`, `_write`, `_remove`, `_is_file`, `_is_dir`: text files by path. */
export const FILE_NATIVES: NativeModule['names'] = {
  _read: () =>
    nativeFunction(
      '_read',
      'path',
      (call, path: string) => call.process.machine.files.read(absolute(call, path)) ?? null,
    ),
  _write: () =>
    nativeFunction('_write', 'path, text', (call, path: string, text: string) => {
      const { machine } = call.process;
      const target = absolute(call, path);
      const change = machine.files.isFile(target) ? 'changed' : 'created';
      machine.files.write(target, text);
      machine.emit({ kind: 'file', change, path: target });
      return null;
    }),
  _is_file: () =>
    nativeFunction('_is_file', 'path', (call, path: string) =>
      call.process.machine.files.isFile(absolute(call, path)),
    ),
  _is_dir: () =>
    nativeFunction('_is_dir', 'path', (call, path: string) =>
      call.process.machine.files.isDirectory(absolute(call, path)),
    ),
};
