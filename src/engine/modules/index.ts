/**
 * What the learner's `import` finds: the native modules by name.
 * To add one, write `modules/<name>.ts` with a `lazyModule(…)` and put it on the list: here where every command needs it, else in
 * `stdlib.ts` or `packages/`, whose code may come later, and its name in `later-modules.ts`.
 */
import { LATER_LIBRARY, LATER_PACKAGES } from '../later-modules.ts';
import type { ModuleTable } from '../python/evaluate/imports.ts';
import type { NativeModule } from '../python/values/native/native.ts';
import './later-classes.ts';
import { ALEMBIC_MODULES } from './alembic/index.ts';
import { OP_MODULES } from './alembic/operations/op-modules.ts';
import { ASYNCPG_MODULES } from './asyncpg.ts';
import { builtinsModule } from './builtins.ts';
import { datetimeModule } from './datetime/index.ts';
import { importable } from './distributions.ts';
import { futureModule } from './future.ts';
import { unsimulatedName } from './library/unsimulated.ts';
import { LOGGING_MODULES } from './logging/index.ts';
import { PACKAGES } from './packages/index.ts';
import { PSYCOPG2_MODULES } from './psycopg2/index.ts';
import { hasModule } from './real-modules.ts';
import { SQLALCHEMY_MODULES } from './sqlalchemy/index.ts';
import { STANDARD_MODULES } from './stdlib.ts';
import { sysModule } from './sys.ts';
import { TYPING_MODULES } from './typing/index.ts';
import { unknownModule } from './unknown.ts';

/** A module with stand-ins for what it lacks. */
function refusing(module: NativeModule): NativeModule {
  if (module.getattr) return module;
  return {
    name: module.name,
    get names() {
      return module.names;
    },
    ...(module.all && { all: module.all }),
    ...(module.package !== undefined && { package: module.package }),
    ...(module.distribution !== undefined && { distribution: module.distribution }),
    getattr: (_call, name) => (name.startsWith('__') ? undefined : unsimulatedName(module.name, name)),
  };
}

/** What every process has; each file of this room exports one or a list. */
const MODULES: readonly NativeModule[] = [
  builtinsModule,
  futureModule,
  ...ALEMBIC_MODULES,
  ...OP_MODULES,
  ...SQLALCHEMY_MODULES,
  ...[
    sysModule,
    datetimeModule,
    ...TYPING_MODULES,
    ...LOGGING_MODULES,
    ...ASYNCPG_MODULES,
    ...PSYCOPG2_MODULES,
  ].map(refusing),
];

/** Modules by name, with the packages above them. */
interface Shelf {
  readonly modules: ReadonlyMap<string, NativeModule>;
  readonly packages: ReadonlySet<string>;
}

const shelf = (modules: readonly NativeModule[]): Shelf => ({
  modules: new Map(modules.map((module) => [module.name, module])),
  packages: new Set(modules.flatMap(({ name }) => parents(name))),
});

const first = shelf(MODULES);
let library: Shelf | undefined;
let others: Shelf | undefined;

/** Where a module of this name is, if it is one of ours. */
function shelfOf(name: string): Shelf {
  const dot = name.indexOf('.');
  const top = dot < 0 ? name : name.slice(0, dot);
  if (LATER_LIBRARY.has(top)) {
    library ??= shelf(STANDARD_MODULES.map(refusing));
    return library;
  }
  if (!LATER_PACKAGES.has(top)) return first;
  others ??= shelf(PACKAGES.map(refusing));
  return others;
}

const find = (name: string): NativeModule | undefined => shelfOf(name).modules.get(name);
const isPackage = (name: string): boolean => shelfOf(name).packages.has(name);

/** The names of all modules that are here by now. */
export const moduleNames = (): string[] =>
  [...MODULES, ...STANDARD_MODULES, ...PACKAGES].map(({ name }) => name);

function parents(name: string): string[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

/**
 * False for names below a package of which all modules are known, where there is none of this name, and for what can only be
 * the name of a class in a package that is simulated.
 */
function exists(name: string): boolean {
  const known = hasModule(name);
  if (known !== undefined) return known;
  const parts = name.split('.');
  return !/^[A-Z]/.test(parts.at(-1)!) || find(parts[0]!) === undefined;
}

const SITE_PACKAGES = '/home/learner/.venv/lib/python3.11/site-packages';
const STANDARD = '/usr/local/lib/python3.11';
/** Modules that CPython has no file for. */
const BUILT_IN = new Set('builtins sys time itertools _thread marshal gc errno atexit pwd _io'.split(' '));
/** Modules that are shared libraries. */
const COMPILED = new Set(
  'math cmath zlib select array _json _decimal _datetime _random fcntl grp'.split(' '),
);

/** A module beside the ones that it makes. */
const ONE_FILE = new Set(['os']);

function file(name: string): string | undefined {
  if (BUILT_IN.has(name)) return undefined;
  if (COMPILED.has(name)) return `${STANDARD}/lib-dynload/${name}.cpython-311-x86_64-linux-gnu.so`;
  if (name === 'os.path') return `${STANDARD}/posixpath.py`;
  const module = find(name);
  const folder = module?.distribution === undefined ? STANDARD : SITE_PACKAGES;
  return `${folder}/${name.replaceAll('.', '/')}${moduleTable.isPackage(name) ? '/__init__.py' : '.py'}`;
}

/** What no program can do without, or CPython brings in itself. */
const AT_EVERY_START = new Set(
  '_io _operator _thread _weakref abc atexit builtins codecs errno gc io itertools marshal os posix posixpath pwd site stat sys time'.split(
    ' ',
  ),
);
/** Of the standard library, what Alembic and sqlacodegen do not load as they start. */
const NOT_BY_TOOLS = new Set(
  'distutils fractions getpass glob hmac http imp multiprocessing pkgutil pprint queue secrets sqlite3 statistics unicodedata unittest'.split(
    ' ',
  ),
);
/** Packages that both of them load. */
const BY_TOOLS = new Set(['alembic', 'greenlet', 'mako', 'markupsafe', 'sqlalchemy', 'typing_extensions']);
/** `sys.argv[0]` of either, called by its name or with `-m`. */
const TOOL = /(?:^|\/)(?:alembic|sqlacodegen)(?:\/__main__\.py)?$/;

function loadedAtStart(name: string, program: string): boolean {
  const dot = name.indexOf('.');
  const top = dot < 0 ? name : name.slice(0, dot);
  if (AT_EVERY_START.has(top)) return true;
  if (!TOOL.test(program)) return false;
  return find(name)?.distribution === undefined ? !NOT_BY_TOOLS.has(top) : BY_TOOLS.has(top);
}

/** The module table of every process. */
export const moduleTable: ModuleTable = {
  find,
  isPackage: (name) => isPackage(name) && !ONE_FILE.has(name),
  unknown: (name, installed) => (exists(name) ? unknownModule(name, installed) : undefined),
  installed: (native, installed) => importable(installed).has(native.distribution!),
  file,
  loadedAtStart,
};
