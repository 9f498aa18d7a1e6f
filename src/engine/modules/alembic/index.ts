/** The modules of the alembic distribution, but for `op` and what belongs to it. */
import { VERSION } from '../../alembic/cli/options.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { laterModule, type NativeModule } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { langhelpersModule, pluginsModule } from './autogenerate/dispatchers.ts';
import { CONFIG_NAMES } from './config/command-line-class.ts';
import { COMMAND_NAMES } from './config/command-names.ts';
import { registryOf } from './registry.ts';
import { CONTEXT_NAMES, contextAttribute, environmentContextClass } from './runtime/context-names.ts';
import { MIGRATION_NAMES } from './runtime/migration-context-class.ts';
import { REVISION_NAMES, SCRIPT_NAMES } from './script/script-class.ts';
import { WRITE_HOOK_NAMES } from './script/write-hook-names.ts';
import { MAKO_EXCEPTIONS, REVISION_EXCEPTIONS, UTIL_EXCEPTIONS } from './util/exceptions.ts';
import { messagingModule } from './util/messaging.ts';
import { pyfilesModule } from './util/pyfiles.ts';
import { sqlaCompatModule } from './util/sqla-compat.ts';

type Names = NativeModule['names'];

const submodules = (parent: string, ...names: readonly string[]): Names =>
  Object.fromEntries(
    names.map((name) => [name, (call: Interpreter) => call.importModule(`${parent}.${name}`)]),
  );

const classes = (table: Readonly<Record<string, Value>>): Names =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, () => value]));

/** Comparisons ask for plugins from the moment on that a learner can make one. */
function pluginClass(call: Interpreter): Value {
  registryOf(call);
  return pluginsModule.names.Plugin!(call);
}

const environmentNames = (): Names => ({ EnvironmentContext: () => environmentContextClass });
const exceptions = () => classes(UTIL_EXCEPTIONS);

const utilNames = (): Names => ({
  ...exceptions(),
  ...langhelpersModule.names,
  ...messagingModule.names,
  ...pyfilesModule.names,
  sqla_2: () => true,
  immutabledict: (call) => call.importName('sqlalchemy.util.immutabledict'),
  ...submodules('alembic.util', 'exc', 'sqla_compat', 'messaging', 'langhelpers', 'pyfiles'),
});

const TABLE: Readonly<Record<string, () => Names>> = {
  alembic: () => ({
    __version__: () => VERSION,
    // The tool itself has loaded them all.
    ...submodules(
      'alembic',
      'autogenerate',
      'command',
      'config',
      'context',
      'ddl',
      'op',
      'operations',
      'runtime',
    ),
    ...submodules('alembic', 'script', 'util'),
    plugins: (call) => call.importModule('alembic.runtime.plugins'),
  }),
  'alembic.command': () => COMMAND_NAMES,
  'alembic.config': () => CONFIG_NAMES,
  'alembic.context': () => CONTEXT_NAMES,
  'alembic.environment': environmentNames,
  'alembic.migration': () => MIGRATION_NAMES,
  'alembic.runtime': () => submodules('alembic.runtime', 'environment', 'migration', 'plugins'),
  'alembic.runtime.environment': environmentNames,
  'alembic.runtime.migration': () => MIGRATION_NAMES,
  'alembic.runtime.plugins': () => ({ ...pluginsModule.names, Plugin: pluginClass }),
  'alembic.script': () => ({
    ...SCRIPT_NAMES,
    ...submodules('alembic.script', 'base', 'revision', 'write_hooks'),
  }),
  'alembic.script.base': () => SCRIPT_NAMES,
  'alembic.script.revision': () => ({ ...REVISION_NAMES, ...classes(REVISION_EXCEPTIONS) }),
  'alembic.script.write_hooks': () => WRITE_HOOK_NAMES,
  'alembic.util': utilNames,
  'alembic.util.exc': exceptions,
};

export const ALEMBIC_MODULES: readonly NativeModule[] = [
  pyfilesModule,
  langhelpersModule,
  sqlaCompatModule,
  messagingModule,
  ...Object.entries(TABLE).map(([name, names]) =>
    laterModule(name, names, {
      distribution: 'alembic',
      ...(name === 'alembic.context' && { getattr: contextAttribute }),
    }),
  ),
  laterModule('mako.exceptions', () => classes(MAKO_EXCEPTIONS), { distribution: 'mako' }),
];
