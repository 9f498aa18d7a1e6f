/** Small modules of the standard library: platform, getpass, keyword, gc, distutils.util; and the list of all that stand in files of their own. */
import type { NativeModule } from '../../python/values/native/native.ts';
import { pythonModule } from '../library.ts';
import { unknownName } from '../unknown.ts';
import { bisectModule, heapqModule } from './containers/ordered-lists.ts';
import { copyModule } from './language/copy.ts';
import { operatorModule } from './language/operator.ts';
import { weakrefModule } from './language/weakref.ts';
import { statisticsModule } from './numbers/statistics.ts';
import { mockModule } from './system/mock.ts';
import { threadingModule } from './system/threading.ts';
import { distutilsVersionModule } from './text/versions.ts';

const platformModule = pythonModule(
  'platform',
  String.raw`
def system(): return "Linux"
def node(): return "stillhouse"
def release(): return "6.1.0"
def version(): return "#1 SMP"
def machine(): return "x86_64"
def processor(): return ""
def platform(aliased=False, terse=False): return "Linux-6.1.0-x86_64-with-glibc2.36"
def python_version(): return "3.11.7"
def python_version_tuple(): return ("3", "11", "7")
def python_implementation(): return "CPython"
def architecture(executable="", bits="", linkage=""): return ("64bit", "ELF")
`,
);

const getpassModule = pythonModule(
  'getpass',
  String.raw`
class GetPassWarning(UserWarning):
    pass


def getuser():
    import os

    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = os.environ.get(name)
        if user:
            return user
    return "learner"


def getpass(prompt="Password: ", stream=None):
    raise EOFError("EOF when reading a line")
`,
);

const keywordModule = pythonModule(
  'keyword',
  String.raw`
kwlist = (
    "False None True and as assert async await break class continue def del elif else except finally for from global "
    "if import in is lambda nonlocal not or pass raise return try while with yield".split()
)
softkwlist = ["_", "case", "match"]
iskeyword = frozenset(kwlist).__contains__
issoftkeyword = frozenset(softkwlist).__contains__
`,
);

const gcModule = pythonModule(
  'gc',
  String.raw`
def collect(generation=2): return 0
def enable(): pass
def disable(): pass
def isenabled(): return True
`,
);

/** What programs still import from distutils; the rest of it can be named. */
const distutilsModule: NativeModule = {
  name: 'distutils',
  names: {
    util: (call) => call.importModule('distutils.util'),
    version: (call) => call.importModule('distutils.version'),
  },
  getattr: (_call, name) => (name.startsWith('__') ? undefined : unknownName(`distutils.${name}`, true)),
};
const distutilsUtilModule = pythonModule(
  'distutils.util',
  String.raw`
def strtobool(val):
    val = val.lower()
    if val in ("y", "yes", "t", "true", "on", "1"):
        return 1
    if val in ("n", "no", "f", "false", "off", "0"):
        return 0
    raise ValueError("invalid truth value %r" % (val,))
`,
);

export const SMALL_MODULES = [
  distutilsModule,
  distutilsVersionModule,
  distutilsUtilModule,
  copyModule,
  operatorModule,
  heapqModule,
  bisectModule,
  weakrefModule,
  threadingModule,
  mockModule,
  platformModule,
  getpassModule,
  keywordModule,
  gcModule,
  statisticsModule,
];
