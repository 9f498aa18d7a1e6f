/** What touches the system around Python: tempfile, shutil, subprocess, socket, locale, signal, multiprocessing: light or refused. */

import { noProgramClass, unsupportedClass } from '../../python/unsupported.ts';
import { PyException } from '../../python/values/exceptions.ts';
import { type NativeModule, nativeFunction } from '../../python/values/native.ts';
import type { Value } from '../../python/values/value.ts';
import { pythonModule } from '../library.ts';
import { unknownName } from '../unknown.ts';

const NO_PROGRAMS = 'there are no other programs here';

const refusal = (module: string, fn: string, because: string) => () =>
  nativeFunction(
    fn,
    '*args, **kwargs',
    (): Value => {
      const cls = because === NO_PROGRAMS ? noProgramClass : unsupportedClass;
      throw new PyException(cls, [`${module}.${fn}() is not simulated: ${because}`]);
    },
    module,
  );

/**
 * A module whose functions say that they are not simulated. What else the real one has can be imported, and fails where it is used.
 */
function refused(name: string, functions: string, because: string): NativeModule {
  return {
    name,
    names: Object.fromEntries(functions.split(' ').map((fn) => [fn, refusal(name, fn, because)])),
    getattr: (_call, other) => (other.startsWith('_') ? undefined : unknownName(`${name}.${other}`, true)),
  };
}

export const shutilModule = pythonModule(
  'shutil',
  String.raw`
import os as _os
from collections import namedtuple as _namedtuple


class Error(OSError):
    pass


class SameFileError(Error):
    pass


terminal_size = _namedtuple("terminal_size", "columns lines", module="os")


def get_terminal_size(fallback=(80, 24)):
    return terminal_size(int(_os.environ.get("COLUMNS", 80)), 24)


def copyfile(src, dst, *, follow_symlinks=True):
    with open(src) as file:
        text = file.read()
    with open(dst, "w") as file:
        file.write(text)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    _os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in _os.listdir(src):
        source, target = _os.path.join(src, name), _os.path.join(dst, name)
        if _os.path.isdir(source):
            copytree(source, target, dirs_exist_ok=dirs_exist_ok)
        else:
            copy_function(source, target)
    return dst


def rmtree(path, ignore_errors=False, onerror=None):
    if not _os.path.isdir(path):
        if ignore_errors:
            return
        raise FileNotFoundError(2, "No such file or directory", _os.fspath(path))
    for name in _os.listdir(path):
        full = _os.path.join(path, name)
        if _os.path.isdir(full):
            rmtree(full)
        else:
            _os.remove(full)
    _os.rmdir(path)


def move(src, dst, copy_function=copy2):
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(_os.fspath(src).rstrip("/")))
    if _os.path.isdir(src):
        copytree(src, dst)
        rmtree(src)
    else:
        copyfile(src, dst)
        _os.remove(src)
    return dst


def which(cmd, mode=1, path=None):
    return "/usr/local/bin/" + cmd if cmd in ("python", "python3", "alembic", "sqlacodegen", "psql") else None
`,
);

export const tempfileModule = pythonModule(
  'tempfile',
  String.raw`
import io as _io
import os as _os
import random as _random
import shutil as _shutil

tempdir = "/tmp"


def gettempdir():
    return tempdir


def _name(suffix, prefix, dir):
    letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
    return _os.path.join(dir or tempdir, (prefix or "tmp") + "".join(_random.choice(letters) for _ in range(8)) + (suffix or ""))


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _name(suffix, prefix, dir)
    _os.makedirs(path)
    return path


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *details):
        self.cleanup()

    def cleanup(self):
        _shutil.rmtree(self.name, ignore_errors=True)


class NamedTemporaryFile:
    def __init__(self, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True):
        self.name = _name(suffix, prefix, dir)
        _os.makedirs(_os.path.dirname(self.name), exist_ok=True)
        self._file = _io.open(self.name, mode, encoding=encoding)
        self._delete = delete

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        self._file.close()
        if self._delete and _os.path.exists(self.name):
            _os.remove(self.name)


def TemporaryFile(mode="w+b", **kwargs):
    return _io.BytesIO() if "b" in mode else _io.StringIO()


SpooledTemporaryFile = TemporaryFile
`,
);

export const localeModule = pythonModule(
  'locale',
  String.raw`
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale not in (None, "", "C", "POSIX", "C.UTF-8", "en_US.UTF-8"):
        raise Error("unsupported locale setting")
    return "C" if locale is None else (locale or "C.UTF-8")


def getlocale(category=LC_CTYPE):
    return ("en_US", "UTF-8")


def getdefaultlocale(envvars=()):
    return ("en_US", "UTF-8")


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def getencoding():
    return "UTF-8"


def localeconv():
    return {"decimal_point": ".", "thousands_sep": "", "grouping": []}


def format_string(f, val, grouping=False, monetary=False):
    return f % val
`,
);

const NO_NETWORK = 'there is no network here';

/** The machine knows its own name, and no other machine. */
const socketModule: NativeModule = (() => {
  const module = refused('socket', 'socket create_connection gethostbyname getaddrinfo', NO_NETWORK);
  const own = (name: string) => () => nativeFunction(name, '*args', () => 'stillhouse', 'socket');
  return { ...module, names: { ...module.names, gethostname: own('gethostname'), getfqdn: own('getfqdn') } };
})();

/** There is one user. */
const pwdModule = pythonModule(
  'pwd',
  String.raw`
from collections import namedtuple as _namedtuple

struct_passwd = _namedtuple("struct_passwd", "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell")
_learner = struct_passwd("learner", "x", 1000, 1000, "", "/home/learner", "/bin/bash")


def getpwuid(uid):
    if uid != 1000:
        raise KeyError("getpwuid(): uid not found: %d" % uid)
    return _learner


def getpwnam(name):
    if name != "learner":
        raise KeyError("getpwnam(): name not found: %r" % name)
    return _learner


def getpwall():
    return [_learner]
`,
);

/** No address can be opened; what asks for the environment's proxies is answered. */
const requestModule: NativeModule = (() => {
  const module = refused('urllib.request', 'urlopen urlretrieve', NO_NETWORK);
  const proxies = pythonModule(
    'urllib.request',
    String.raw`
import os as _os


def getproxies():
    found = {}
    for name, value in _os.environ.items():
        name = name.lower()
        if name.endswith("_proxy") and value:
            found[name[:-6]] = value
    return found


getproxies_environment = getproxies
`,
  );
  return { ...module, names: { ...module.names, ...proxies.names } };
})();

/** Programs cannot be started; what programs say about those they start is there. */
const subprocessModule = pythonModule(
  'subprocess',
  String.raw`
PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    @property
    def stdout(self):
        return self.output


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class Popen:
    def __init__(self, *args, **kwargs):
        _popen()

    def __class_getitem__(cls, item):
        return cls


def list2cmdline(seq):
    return " ".join(map(str, seq))
`,
  Object.fromEntries(
    ['run', 'call', 'check_call', 'check_output', 'getoutput', 'getstatusoutput', '_popen'].map((fn) => [
      fn,
      refusal('subprocess', fn.replace('_popen', 'Popen'), NO_PROGRAMS),
    ]),
  ),
);

export const SYSTEM_MODULES: readonly NativeModule[] = [
  shutilModule,
  tempfileModule,
  localeModule,
  subprocessModule,
  socketModule,
  pwdModule,
  requestModule,
  refused('multiprocessing', 'Process Pool Queue', NO_PROGRAMS),
  refused('pickle', 'dump dumps load loads', 'objects cannot be stored'),
];
