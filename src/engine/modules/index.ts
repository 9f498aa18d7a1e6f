/**
 * What the learner's `import` finds: the native modules by name.
 * To add one, write `modules/<name>.ts` with a `lazyModule(…)` and put it on the list.
 */
import type { ModuleTable } from '../python/evaluate/imports.ts';
import type { NativeModule } from '../python/values/native.ts';
import { ALEMBIC_MODULES } from './alembic/index.ts';
import { OP_MODULES } from './alembic/op-modules.ts';
import { argparseModule } from './argparse.ts';
import { ASYNCPG_MODULES } from './asyncpg.ts';
import { builtinsModule } from './builtins.ts';
import { configparserModule } from './configparser.ts';
import { importable } from './distributions.ts';
import { futureModule } from './future.ts';
import { LOGGING_MODULES } from './logging/index.ts';
import { PACKAGES } from './packages/index.ts';
import { PSYCOPG2_MODULES } from './psycopg2.ts';
import { SQLALCHEMY_MODULES } from './sqlalchemy/index.ts';
import { SQLALCHEMY_MODULE_NAMES } from './sqlalchemy/real-modules.ts';
import { STANDARD_MODULES } from './stdlib.ts';
import { unknownModule } from './unknown.ts';

/** Every native module; each file of this room exports one or a list. */
const MODULES: readonly NativeModule[] = [
  builtinsModule,
  futureModule,
  ...ALEMBIC_MODULES,
  ...OP_MODULES,
  ...LOGGING_MODULES,
  argparseModule,
  configparserModule,
  ...ASYNCPG_MODULES,
  ...PSYCOPG2_MODULES,
  ...PACKAGES,
  ...SQLALCHEMY_MODULES,
  ...STANDARD_MODULES,
];

const byName = new Map(MODULES.map((module) => [module.name, module]));
const packages = new Set(MODULES.flatMap(({ name }) => parents(name)));

function parents(name: string): string[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

/** False for names below a package of which all modules are known, where there is none of this name. */
const exists = (name: string): boolean =>
  !name.startsWith('sqlalchemy.') || SQLALCHEMY_MODULE_NAMES.has(name);

const SITE_PACKAGES = '/home/learner/.venv/lib/python3.11/site-packages';
const STANDARD = '/usr/local/lib/python3.11';
/** Modules that CPython has no file for. */
const BUILT_IN = new Set([
  'builtins',
  'sys',
  'time',
  'itertools',
  'math',
  '_thread',
  'marshal',
  'gc',
  'errno',
]);

function file(name: string): string | undefined {
  if (BUILT_IN.has(name)) return undefined;
  const module = byName.get(name);
  const folder = module?.distribution === undefined ? STANDARD : SITE_PACKAGES;
  return `${folder}/${name.replaceAll('.', '/')}${packages.has(name) ? '/__init__.py' : '.py'}`;
}

/** The module table of every process. */
export const moduleTable: ModuleTable = {
  find: (name) => byName.get(name),
  isPackage: (name) => packages.has(name),
  unknown: (name, installed) => (exists(name) ? unknownModule(name, installed) : undefined),
  installed: (native, installed) => importable(installed).has(native.distribution!),
  file,
};
