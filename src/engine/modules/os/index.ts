/** `os` and `os.path`: environment, folders and paths of the machine. */
import { isThere } from '../../files.ts';
import { list, tuple } from '../../python/values/containers/containers.ts';
import { exceptionClass, raise } from '../../python/values/exceptions/exceptions.ts';
import {
  lazyModule,
  type NativeModule,
  nativeClass,
  nativeFunction,
} from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { ERRORS, osError } from './errors.ts';
import { listFolder, makeFolder, moved, removeFile, removeFolder, walk } from './files.ts';
import { onPath } from './on-path.ts';
import { absolutePath, fspath, text } from './path.ts';
import { PATH_NAMES } from './path-names.ts';
import { statClass, statOf } from './stat.ts';

/** `os.environ`: the variables of this process. */
class Environ {
  readonly variables: Map<string, string>;
  constructor(variables: Map<string, string>) {
    this.variables = variables;
  }
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
    clear: [
      '',
      (_call, self: Environ) => {
        self.variables.clear();
        return null;
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
  PathLike: (call) => call.importName('abc._PathLike'),
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
        if (isThere(call.process.machine.files, full) && okay !== true) {
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
      isThere(call.process.machine.files, absolutePath(call, fspath(call, path))),
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
