/** `os.stat`. */

import { isThere } from '../../files.ts';
import { tupleClass } from '../../python/values/classes/classes.ts';
import { PyTuple } from '../../python/values/containers/containers.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { Float } from '../../stdlib/float.ts';
import { noFile } from './errors.ts';
import { absolutePath } from './path.ts';

/** `os.stat(path)`: what is known of a file or folder. @throws FileNotFoundError of Python */
export function statOf(call: Interpreter, path: string): Value {
  const { machine } = call.process;
  const full = absolutePath(call, path);
  if (!isThere(machine.files, full)) throw noFile(path);
  const folder = !machine.files.isFile(full);
  const size = folder ? 4096 : new TextEncoder().encode(machine.files.read(full) ?? '').length;
  const now = new Float(Number(machine.now()) / 1e6);
  const seconds = Math.floor(now.value);
  const parts = [
    folder ? 0o40755 : 0o100644,
    1,
    1,
    folder ? 2 : 1,
    1000,
    1000,
    size,
    seconds,
    seconds,
    seconds,
  ];
  const times = new Map<string, Value>(['atime', 'mtime', 'ctime'].map((which) => [`st_${which}`, now]));
  return new StatResult(parts, times);
}

const STAT_NAMES = ['mode', 'ino', 'dev', 'nlink', 'uid', 'gid', 'size', 'atime', 'mtime', 'ctime'];

/** `os.stat_result`: a tuple of ints, with finer times under their names. */
class StatResult extends PyTuple {
  readonly times: ReadonlyMap<string, Value>;
  constructor(parts: readonly Value[], times: ReadonlyMap<string, Value>) {
    super([...parts], statClass);
    this.times = times;
  }
}

export const statClass: PyClass = nativeClass({
  name: 'stat_result',
  module: 'os',
  bases: [tupleClass],
  getters: Object.fromEntries(
    STAT_NAMES.map((name, index) => [
      `st_${name}`,
      (self: StatResult) => self.times.get(`st_${name}`) ?? self.items[index]!,
    ]),
  ),
  repr: (self: StatResult) =>
    `os.stat_result(${STAT_NAMES.map((name, index) => `st_${name}=${String(self.items[index])}`).join(', ')})`,
});
