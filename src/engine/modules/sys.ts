/** `sys`: the process as Python sees it. */

import type { Output } from '../machine.ts';
import { MOST_DIGITS } from '../python/parse/numbers.ts';
import { classOf } from '../python/values/classes/class-of.ts';
import { list, tuple } from '../python/values/containers/containers.ts';
import { PyDict } from '../python/values/containers/dict.ts';
import { raise, valueError } from '../python/values/exceptions/exceptions.ts';
import { tracebackValue } from '../python/values/exceptions/traceback-object.ts';
import type { interpreter } from '../python/values/interpreter.ts';
import { lazyModule, nativeClass, nativeFunction } from '../python/values/native/native.ts';
import { toCInt } from '../python/values/numbers.ts';
import type { Value } from '../python/values/value.ts';

/** `sys.stdout` and `sys.stderr`. */
class TextStream {
  readonly name: string;
  readonly output: Output;
  constructor(name: string, output: Output) {
    this.name = name;
    this.output = output;
  }
}

nativeClass({
  name: 'TextIOWrapper',
  module: '_io',
  host: TextStream,
  style: 'builtin',
  methods: {
    write: [
      's, /',
      (_call, self: TextStream, text: Value) => {
        if (typeof text !== 'string') {
          throw raise('TypeError', `write() argument must be str, not ${classOf(text).name}`);
        }
        self.output.write(text);
        return [...text].length;
      },
    ],
    writelines: [
      'lines, /',
      (call, self: TextStream, lines: Value) => {
        for (const line of call.iterate(lines)) self.output.write(String(line));
        return null;
      },
    ],
    flush: ['', () => null],
    isatty: ['', () => true],
    fileno: ['', (_call, self: TextStream) => (self.name === '<stdout>' ? 1 : 2)],
    close: ['', () => null],
    reconfigure: ['**kwargs', () => null],
    readable: ['', () => false],
    writable: ['', () => true],
    __enter__: ['', (_call, self: TextStream) => self],
    __exit__: ['*args', () => null],
  },
  getters: {
    name: (self: TextStream) => self.name,
    encoding: () => 'utf-8',
    errors: () => 'strict',
    closed: () => false,
    mode: () => 'w',
  },
  repr: (self: TextStream) => `<_io.TextIOWrapper name='${self.name}' mode='w' encoding='utf-8'>`,
});

class TextInput {
  readonly kind = 'stdin';
}

nativeClass({
  name: 'TextIOWrapper',
  module: '_io',
  host: TextInput,
  methods: {
    read: ['size=-1', () => ''],
    readline: ['size=-1', () => ''],
    readlines: ['hint=-1', () => list([])],
    isatty: ['', () => false],
  },
});

/** `sys.version_info`: a tuple with names. */
class VersionInfo {
  readonly parts: readonly Value[] = [3, 11, 7, 'final', 0];
}

nativeClass({
  name: 'version_info',
  module: 'sys',
  host: VersionInfo,
  getters: {
    major: () => 3,
    minor: () => 11,
    micro: () => 7,
    releaselevel: () => 'final',
    serial: () => 0,
  },
  iterate: (self: VersionInfo) => self.parts,
  len: (self: VersionInfo) => self.parts.length,
  getItem: (self: VersionInfo, key: Value, call) => call.callMethod(tuple(self.parts), '__getitem__', key),
  eq: (self: VersionInfo, other: Value, call) => call.callMethod(tuple(self.parts), '__eq__', other),
  methods: Object.fromEntries(
    ['lt', 'le', 'gt', 'ge'].map((name) => [
      `__${name}__`,
      [
        'other, /',
        ((call: ReturnType<typeof interpreter>, self: VersionInfo, other: Value) =>
          call.callMethod(tuple(self.parts), `__${name}__`, other)) as never,
      ],
    ]),
  ),
  repr: () => "sys.version_info(major=3, minor=11, micro=7, releaselevel='final', serial=0)",
});

const VERSION = '3.11.7 (main, Jan 15 2026, 09:30:00) [GCC 12.2.0]';

const exit = nativeFunction('exit', 'status=None, /', (_call, status: Value) => {
  throw raise('SystemExit', ...(status === null ? [] : [status]));
});

const constant = (value: Value) => () => value;

export const sysModule = lazyModule('sys', {
  argv: (call) => list([...call.process.argv]),
  path: (call) => list(call.path),
  modules: (call) => PyDict.over(call.modules),
  stdout: (call) => new TextStream('<stdout>', call.process.stdout),
  stderr: (call) => new TextStream('<stderr>', call.process.stderr),
  stdin: () => new TextInput(),
  __stdout__: (call) => call.importName('sys.stdout'),
  __stderr__: (call) => call.importName('sys.stderr'),
  version: constant(VERSION),
  version_info: () => new VersionInfo(),
  hexversion: constant(0x030b07f0),
  platform: constant('linux'),
  executable: constant('/usr/local/bin/python'),
  prefix: constant('/home/learner/.venv'),
  base_prefix: constant('/usr/local'),
  maxsize: () => 9223372036854775807n,
  byteorder: constant('little'),
  warnoptions: () => list([]),
  maxunicode: constant(1114111),
  dont_write_bytecode: constant(true),
  flags: () => tuple([]),
  exec_prefix: constant('/home/learner/.venv'),
  base_exec_prefix: constant('/usr/local'),
  exception: () => nativeFunction('exception', '', (call) => call.handling),
  get_int_max_str_digits: () => nativeFunction('get_int_max_str_digits', '', () => MOST_DIGITS),
  exit: constant(exit),
  exc_info: () =>
    nativeFunction('exc_info', '', (call) => {
      const handled = call.handling;
      return handled === null
        ? tuple([null, null, null])
        : tuple([handled.cls, handled, tracebackValue(handled) ?? null]);
    }),
  getrecursionlimit: () => nativeFunction('getrecursionlimit', '', (call) => call.recursionLimit),
  setrecursionlimit: () =>
    nativeFunction('setrecursionlimit', 'limit, /', (call, limit: Value) => {
      const wanted = toCInt(limit);
      if (wanted < 1) throw valueError('recursion limit must be greater or equal than 1');
      call.recursionLimit = wanted;
      return null;
    }),
  getdefaultencoding: () => nativeFunction('getdefaultencoding', '', () => 'utf-8'),
  getfilesystemencoding: () => nativeFunction('getfilesystemencoding', '', () => 'utf-8'),
  getsizeof: () => nativeFunction('getsizeof', 'object, default=None', () => 48),
  intern: () => nativeFunction('intern', 'string, /', (_call, text: Value) => text),
});
