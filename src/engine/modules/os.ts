/** `os` and `os.path`: environment, folders and paths of the machine. */
import { filesBelow } from '../files.ts';
import type { Machine } from '../machine.ts';
import { callValue } from '../python/values/callable.ts';
import { classOf } from '../python/values/class-of.ts';
import { tupleClass } from '../python/values/classes.ts';
import { list, PyTuple, tuple } from '../python/values/containers.ts';
import { exceptionClass, type PyException, raise } from '../python/values/exceptions.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import { lazyModule, type NativeModule, nativeClass, nativeFunction } from '../python/values/native.ts';
import type { PyClass, Value } from '../python/values/value.ts';
import { Float } from '../stdlib/float.ts';

const HOME = '/home/learner';

/** `os.environ`: the variables of this process. */
class Environ {
  readonly variables: Map<string, string>;
  constructor(variables: Map<string, string>) {
    this.variables = variables;
  }
}

function text(value: Value): string {
  if (typeof value !== 'string') throw raise('TypeError', `str expected, not ${classOf(value).name}`);
  return value;
}

nativeClass({
  name: '_Environ',
  module: 'os',
  host: Environ,
  methods: {
    get: [
      'key, default=None',
      (_call, self: Environ, key: Value, otherwise: Value) => self.variables.get(text(key)) ?? otherwise,
    ],
    setdefault: [
      'key, value',
      (_call, self: Environ, key: Value, value: Value) => {
        if (!self.variables.has(text(key))) self.variables.set(text(key), text(value));
        return self.variables.get(text(key))!;
      },
    ],
    pop: [
      'key, *default',
      (_call, self: Environ, key: Value, otherwise: Value[]) => {
        const found = self.variables.get(text(key));
        if (found === undefined && otherwise.length === 0) throw raise('KeyError', key);
        self.variables.delete(text(key));
        return found ?? otherwise[0]!;
      },
    ],
    update: [
      'other=(), /, **kwargs',
      (call, self: Environ, other: Value, more: ReadonlyMap<string, Value>) => {
        const pairs = call.iterate(call.callMethod(call.call(call.builtins.get('dict')!, [other]), 'items'));
        for (const pair of pairs) {
          const [key, value] = [...call.iterate(pair)];
          self.variables.set(text(key!), text(value!));
        }
        for (const [key, value] of more) self.variables.set(key, text(value));
        return null;
      },
    ],
    keys: ['', (_call, self: Environ) => list([...self.variables.keys()])],
    values: ['', (_call, self: Environ) => list([...self.variables.values()])],
    items: [
      '',
      (_call, self: Environ) => list([...self.variables].map(([key, value]) => tuple([key, value]))),
    ],
    copy: ['', (call, self: Environ) => call.process.python.dict(self.variables) as Value],
    __delitem__: [
      'key',
      (_call, self: Environ, key: Value) => {
        if (!self.variables.delete(text(key))) throw raise('KeyError', key);
        return null;
      },
    ],
  },
  iterate: (self: Environ) => self.variables.keys(),
  len: (self: Environ) => self.variables.size,
  contains: (self: Environ, key: Value) => typeof key === 'string' && self.variables.has(key),
  getItem: (self: Environ, key: Value) => {
    const found = self.variables.get(text(key));
    if (found === undefined) throw raise('KeyError', key);
    return found;
  },
  setItem: (self: Environ, key: Value, value: Value) => void self.variables.set(text(key), text(value)),
  repr: (self: Environ, call) =>
    `environ({${[...self.variables].map(([key, value]) => `${call.repr(key)}: ${call.repr(value)}`).join(', ')}})`,
});

/** A path argument: text, bytes or anything with `__fspath__`. */
export function fspath(call: Interpreter, value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  const method = value === null ? undefined : call.getAttribute(value, '__fspath__');
  if (method !== undefined) return call.call(method) as string;
  throw raise('TypeError', `expected str, bytes or os.PathLike object, not ${classOf(value).name}`);
}

/** An absolute path without `.` and `..`. */
export function absolutePath(call: Interpreter, path: string): string {
  return normalised(path.startsWith('/') ? path : `${call.process.cwd}/${path}`);
}

function normalised(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part === '..' && !rooted) parts.push(part);
    else if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return (rooted ? '/' : '') + parts.join('/') || (rooted ? '/' : '.');
}

/** A later argument of `join`. @throws TypeError of Python, which names `join` here */
function joinPart(call: Interpreter, value: Value): string {
  if (typeof value === 'string') return value;
  const known =
    value instanceof Uint8Array || (value !== null && call.getAttribute(value, '__fspath__') !== undefined);
  if (known) return fspath(call, value);
  throw raise(
    'TypeError',
    `join() argument must be str, bytes, or os.PathLike object, not '${classOf(value).name}'`,
  );
}

function joined(parts: readonly string[]): string {
  return parts.reduce((path, part) => {
    if (part.startsWith('/')) return part;
    return path === '' || path.endsWith('/') ? path + part : `${path}/${part}`;
  });
}

const splitAt = (path: string): [string, string] => {
  const at = path.lastIndexOf('/') + 1;
  const head = path.slice(0, at);
  return [/^\/+$/.test(head) ? head : head.replace(/\/+$/, ''), path.slice(at)];
};

function splitExtension(path: string): [string, string] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const at = name.replace(/^\.+/, (dots) => ' '.repeat(dots.length)).lastIndexOf('.');
  if (at <= 0) return [path, ''];
  const cut = path.length - name.length + at;
  return [path.slice(0, cut), path.slice(cut)];
}

function relative(call: Interpreter, path: string, start: string): string {
  const to = absolutePath(call, path).split('/').filter(Boolean);
  const from = absolutePath(call, start).split('/').filter(Boolean);
  let common = 0;
  while (common < to.length && common < from.length && to[common] === from[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/') || '.';
}

const onPath = (name: string, action: (call: Interpreter, path: string) => Value) => () =>
  nativeFunction(name, 'path', (call, path: Value) => action(call, fspath(call, path)));

const exists = ({ files }: Machine, path: string) => files.isFile(path) || files.isDirectory(path);

const PATH_NAMES: NativeModule['names'] = {
  sep: () => '/',
  pathsep: () => ':',
  curdir: () => '.',
  pardir: () => '..',
  extsep: () => '.',
  normcase: onPath('normcase', (_call, path) => path),
  splitdrive: onPath('splitdrive', (_call, path) => tuple(['', path])),
  lexists: onPath('lexists', (call, path) => exists(call.process.machine, absolutePath(call, path))),
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
  exists: onPath('exists', (call, path) => exists(call.process.machine, absolutePath(call, path))),
  isfile: onPath('isfile', (call, path) => call.process.machine.files.isFile(absolutePath(call, path))),
  isdir: onPath('isdir', (call, path) => call.process.machine.files.isDirectory(absolutePath(call, path))),
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
      joined(
        [first, ...rest].map((part, index) => (index === 0 ? fspath(call, part) : joinPart(call, part))),
      ),
    ),
  relpath: () =>
    nativeFunction('relpath', 'path, start=None', (call, path: Value, start: Value) =>
      relative(call, fspath(call, path), start === null ? '.' : fspath(call, start)),
    ),
  commonpath: () =>
    nativeFunction('commonpath', 'paths', (call, paths: Value) => {
      const all = [...call.iterate(paths)].map((path) => fspath(call, path).split('/'));
      const shared = all[0]!.filter((part, index) => all.every((one) => one[index] === part));
      return shared.join('/') || '/';
    }),
};

/** `os.stat(path)`: what is known of a file or folder. @throws FileNotFoundError of Python */
function statOf(call: Interpreter, path: string): Value {
  const { machine } = call.process;
  const full = absolutePath(call, path);
  if (!exists(machine, full)) throw noFile(path);
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

const statClass: PyClass = nativeClass({
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

/** An OSError that knows its file, so that its text has it. */
const osError = (name: string, code: number, text: string, path: string, ...more: Value[]): PyException =>
  callValue(exceptionClass(name), [code, text, path, ...more]) as PyException;

/** FileNotFoundError for a path. */
export const noFile = (path: string): PyException =>
  callValue(exceptionClass('FileNotFoundError'), [2, 'No such file or directory', path]) as PyException;

function listFolder(call: Interpreter, path: string): readonly string[] {
  const names = call.process.machine.files.list(absolutePath(call, path));
  if (names === undefined) throw noFile(path);
  return names;
}

function makeFolder(call: Interpreter, path: string): null {
  const { files } = call.process.machine;
  const full = absolutePath(call, path);
  if (exists(call.process.machine, full)) throw osError('FileExistsError', 17, 'File exists', path);
  if (!files.isDirectory(splitAt(full)[0])) throw noFile(path);
  files.makeDirectory(full);
  return null;
}

function removeFile(call: Interpreter, path: string): null {
  if (!call.process.machine.files.remove(absolutePath(call, path))) throw noFile(path);
  return null;
}

/** @throws OSError of Python where it is no empty folder */
function removeFolder(call: Interpreter, path: string): null {
  const { files } = call.process.machine;
  const full = absolutePath(call, path);
  if (files.isFile(full)) throw osError('NotADirectoryError', 20, 'Not a directory', path);
  const names = files.list(full);
  if (names === undefined) throw noFile(path);
  if (names.length > 0) throw osError('OSError', 39, 'Directory not empty', path);
  files.remove(full);
  return null;
}

const moved = (name: string) => () =>
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

const ERRORS = new Map([
  [1, 'Operation not permitted'],
  [2, 'No such file or directory'],
  [13, 'Permission denied'],
  [17, 'File exists'],
  [20, 'Not a directory'],
  [21, 'Is a directory'],
  [22, 'Invalid argument'],
  [39, 'Directory not empty'],
]);

function* walk(call: Interpreter, top: string): Generator<Value> {
  const { files } = call.process.machine;
  const names = files.list(absolutePath(call, top));
  if (names === undefined) return;
  const isFolder = (name: string) => files.isDirectory(absolutePath(call, joined([top, name])));
  const folders = names.filter(isFolder);
  yield tuple([top, list([...folders]), list(names.filter((name) => !isFolder(name)))]);
  for (const name of folders) yield* walk(call, joined([top, name]));
}

const refused = (name: string) => () =>
  nativeFunction(name, '*args, **kwargs', () => {
    throw raise('NotImplementedError', `os.${name}() is not supported in this simulator`);
  });

const OS_NAMES: NativeModule['names'] = {
  path: (call) => call.importModule('os.path'),
  environ: (call) => call.state(environKey, () => new Environ(call.process.environment)),
  sys: (call) => call.importModule('sys'),
  abc: (call) => call.importModule('abc'),
  name: () => 'posix',
  altsep: () => null,
  extsep: () => '.',
  pardir: () => '..',
  F_OK: () => 0,
  R_OK: () => 4,
  W_OK: () => 2,
  X_OK: () => 1,
  EX_OK: () => 0,
  EX_USAGE: () => 64,
  EX_SOFTWARE: () => 70,
  EX_CONFIG: () => 78,
  SEEK_SET: () => 0,
  SEEK_CUR: () => 1,
  SEEK_END: () => 2,
  sep: () => '/',
  pathsep: () => ':',
  linesep: () => '\n',
  curdir: () => '.',
  devnull: () => '/dev/null',
  PathLike: (call) => call.builtins.get('object')!,
  getenv: () =>
    nativeFunction(
      'getenv',
      'key, default=None',
      (call, key: Value, otherwise: Value) => call.process.environment.get(text(key)) ?? otherwise,
    ),
  putenv: () =>
    nativeFunction('putenv', 'name, value', (call, name: Value, value: Value) => {
      call.process.environment.set(text(name), text(value));
      return null;
    }),
  unsetenv: () =>
    nativeFunction('unsetenv', 'name', (call, name: Value) => {
      call.process.environment.delete(text(name));
      return null;
    }),
  getcwd: () => nativeFunction('getcwd', '', (call) => call.process.cwd),
  listdir: () =>
    nativeFunction('listdir', 'path=None', (call, path: Value) =>
      list([...listFolder(call, path === null ? '.' : fspath(call, path))]),
    ),
  walk: () =>
    nativeFunction('walk', 'top, topdown=True, onerror=None, followlinks=False', (call, top: Value) =>
      list([...walk(call, fspath(call, top))]),
    ),
  mkdir: () =>
    nativeFunction('mkdir', 'path, mode=511', (call, path: Value) => makeFolder(call, fspath(call, path))),
  makedirs: () =>
    nativeFunction(
      'makedirs',
      'name, mode=511, exist_ok=False',
      (call, path: Value, _mode: Value, okay: Value) => {
        const full = absolutePath(call, fspath(call, path));
        if (exists(call.process.machine, full) && okay !== true) {
          throw osError('FileExistsError', 17, 'File exists', fspath(call, path));
        }
        call.process.machine.files.makeDirectory(full);
        return null;
      },
    ),
  remove: onPath('remove', removeFile),
  unlink: onPath('unlink', removeFile),
  rmdir: onPath('rmdir', removeFolder),
  rename: moved('rename'),
  replace: moved('replace'),
  stat: onPath('stat', statOf),
  lstat: onPath('lstat', statOf),
  stat_result: () => statClass,
  access: () =>
    nativeFunction('access', 'path, mode, **kwargs', (call, path: Value) =>
      exists(call.process.machine, absolutePath(call, fspath(call, path))),
    ),
  error: () => exceptionClass('OSError'),
  strerror: () =>
    nativeFunction(
      'strerror',
      'code, /',
      (_call, code: Value) => ERRORS.get(Number(code)) ?? `Unknown error ${String(code)}`,
    ),
  fsencode: () =>
    nativeFunction('fsencode', 'filename', (call, path: Value) =>
      new TextEncoder().encode(fspath(call, path)),
    ),
  fsdecode: () => nativeFunction('fsdecode', 'filename', (call, path: Value) => fspath(call, path)),
  fspath: () => nativeFunction('fspath', 'path', (call, path: Value) => fspath(call, path)),
  urandom: () =>
    nativeFunction('urandom', 'size, /', (call, size: number) => call.process.machine.randomBytes(size)),
  ...Object.fromEntries(
    ['getuid', 'geteuid', 'getgid', 'getegid'].map((name) => [
      name,
      () => nativeFunction(name, '', () => 1000),
    ]),
  ),
  umask: () => nativeFunction('umask', 'mask, /', () => 18),
  getpid: () => nativeFunction('getpid', '', () => 4242),
  getlogin: () => nativeFunction('getlogin', '', () => 'learner'),
  cpu_count: () => nativeFunction('cpu_count', '', () => 2),
  system: refused('system'),
  popen: refused('popen'),
  fork: refused('fork'),
  chdir: refused('chdir'),
};

const environKey = Symbol('os.environ');

export const osModules: readonly NativeModule[] = [
  lazyModule('os', OS_NAMES),
  lazyModule('os.path', PATH_NAMES),
  lazyModule('posixpath', PATH_NAMES),
];
