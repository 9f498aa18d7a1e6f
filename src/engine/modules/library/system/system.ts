/** What touches the system around Python: tempfile, shutil, subprocess, socket, locale, signal, multiprocessing: light or refused. */
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';
import { pythonModule } from '../../library.ts';
import { localeModule } from './locale.ts';
import { NO_NETWORK, NO_PROGRAMS, refused } from './refusal.ts';
import { shutilModule } from './shutil.ts';
import { signalModule } from './signal.ts';
import { sqlite3Module } from './sqlite3.ts';
import { subprocessModule } from './subprocess.ts';
import { tempfileModule } from './tempfile.ts';

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

export const SYSTEM_MODULES: readonly NativeModule[] = [
  shutilModule,
  tempfileModule,
  localeModule,
  sqlite3Module,
  subprocessModule,
  signalModule,
  socketModule,
  pwdModule,
  requestModule,
  refused('multiprocessing', 'Pool Queue', NO_PROGRAMS),
  refused('pickle', 'dump dumps load loads', 'objects cannot be stored'),
];
