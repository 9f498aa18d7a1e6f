/**
 * The modules of the sqlalchemy distribution. Each file that binds a part gives names by module; here they are joined.
 * To add a part, put its names on the list.
 */
import { lazyModule, type NativeModule } from '../../python/values/native/native.ts';
import { unknownName } from '../unknown.ts';
import { ALSO_IN } from './also-in.ts';
import { addClassItem } from './class-item.ts';
import { COMPILER_EXTENSION } from './compiler-extension.ts';
import { ENGINE_MODULES } from './engine/index.ts';
import { EXPRESSION_MODULES } from './expression/expression-modules.ts';
import { GENERIC_CLASSES, sqlColumnExpressionClass } from './generic-classes.ts';
import { ORM_MODULES } from './orm/index.ts';
import { ASYNC_SESSION_MODULES } from './orm/session/async-names.ts';
import { OTHER_NAMES } from './other-names.ts';
import { type ModuleNames, SCHEMA_MODULES } from './schema/schema-modules.ts';

/**
 * Modules that are reached as attributes of the package above them without an import of their own: the tools have loaded them before
 * a migration runs (the ORM and asyncio belong to those that nearly every env.py has loaded by then).
 */
const REACHABLE = new Set([
  'sqlalchemy.dialects',
  'sqlalchemy.dialects.postgresql',
  'sqlalchemy.engine',
  'sqlalchemy.event',
  'sqlalchemy.exc',
  'sqlalchemy.ext',
  'sqlalchemy.ext.asyncio',
  'sqlalchemy.ext.compiler',
  'sqlalchemy.inspection',
  'sqlalchemy.orm',
  'sqlalchemy.pool',
  'sqlalchemy.schema',
  'sqlalchemy.sql',
  'sqlalchemy.types',
  'sqlalchemy.util',
]);

/** Packages whose modules are all loaded with them. */
const LOADED_WHOLE = /^sqlalchemy\.(sql|engine|event|orm|pool|ext\.asyncio|dialects\.postgresql)\./;

/** But for those whose name the package has for something else. */
const HIDDEN = new Set(['sqlalchemy.orm.mapper', 'sqlalchemy.dialects.postgresql.hstore']);

const ANNOTATIONS: ModuleNames = Object.fromEntries(
  ['sqlalchemy', 'sqlalchemy.sql', 'sqlalchemy.sql.expression', 'sqlalchemy.sql.elements'].map((module) => [
    module,
    {
      SQLColumnExpression: () => sqlColumnExpressionClass,
      ColumnExpressionArgument: () => sqlColumnExpressionClass,
    },
  ]),
);

/** psycopg2's own JSON types differ from PostgreSQL's in how values travel, which is not simulated. */
const DRIVER_TYPES: ModuleNames = {
  'sqlalchemy.dialects.postgresql.psycopg2': {
    _PGJSON: (call) => call.importName('sqlalchemy.dialects.postgresql.JSON'),
    _PGJSONB: (call) => call.importName('sqlalchemy.dialects.postgresql.JSONB'),
  },
};

/** Modules that have nothing but what others give them, and names that are not simulated. */
const WITHOUT_OWN_NAMES = [
  'sqlalchemy.events',
  'sqlalchemy.ext.indexable',
  'sqlalchemy.future',
  'sqlalchemy.future.engine',
  'sqlalchemy.orm.events',
  'sqlalchemy.orm.identity',
  'sqlalchemy.orm.instrumentation',
  'sqlalchemy.orm.state',
  'sqlalchemy.orm.util',
  'sqlalchemy.sql.compiler',
  'sqlalchemy.sql.visitors',
];

const PARTS: readonly ModuleNames[] = [
  DRIVER_TYPES,
  ANNOTATIONS,
  COMPILER_EXTENSION,
  EXPRESSION_MODULES,
  ENGINE_MODULES,
  SCHEMA_MODULES,
  ORM_MODULES,
  ASYNC_SESSION_MODULES,
];

function joined(): readonly NativeModule[] {
  const modules = new Map<string, Record<string, NativeModule['names'][string]>>();
  const open = (name: string) => {
    const names = modules.get(name) ?? {};
    modules.set(name, names);
    return names;
  };
  for (const part of PARTS)
    for (const [name, names] of Object.entries(part)) Object.assign(open(name), names);
  for (const name of [...modules.keys()]) {
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const parent = name.slice(0, dot);
      const child = name.slice(0, name.indexOf('.', dot + 1) < 0 ? undefined : name.indexOf('.', dot + 1));
      const names = open(parent);
      const attribute = child.slice(dot + 1);
      if ((LOADED_WHOLE.test(child) && !HIDDEN.has(child)) || REACHABLE.has(child)) {
        names[attribute] ??= (call) => call.importModule(child);
      }
    }
  }
  WITHOUT_OWN_NAMES.forEach(open);
  return [...modules].map(([name, names]) => ({
    ...lazyModule(name, names, { distribution: 'sqlalchemy', more: () => moreNames(name, names) }),
    ...(OTHER_BASE.test(name) && { getattr: fromPackage(name) }),
  }));
}

/** What a module has beside its own names: those that it imports from another one, and those that are not simulated. */
function moreNames(module: string, own: NativeModule['names']): NativeModule['names'] {
  const more: Record<string, NativeModule['names'][string]> = {};
  const add = (list: string, make: (name: string) => NativeModule['names'][string]) => {
    for (const name of list.split(' ')) if (!Object.hasOwn(own, name)) more[name] ??= make(name);
  };
  for (const [source, list] of Object.entries(ALSO_IN[module] ?? {}))
    add(list, (name) => (call) => call.importName(`${source}.${name}`));
  add(OTHER_NAMES[module] ?? '', (name) => () => unknownName(`${module}.${name}`, true));
  return more;
}

/** The bases of other dialects: their types are those of the package above. */
const OTHER_BASE = /^sqlalchemy\.dialects\.(mysql|sqlite|mssql|oracle)\.base$/;

const fromPackage =
  (module: string): NonNullable<NativeModule['getattr']> =>
  (call, name) => {
    if (name.startsWith('__')) return undefined;
    const above = call.importModule(module.slice(0, module.lastIndexOf('.')));
    return call.getAttribute(above, name) ?? unknownName(`${module}.${name}`);
  };

for (const cls of GENERIC_CLASSES) addClassItem(cls);

/** Every module of SQLAlchemy that can be imported. */
export const SQLALCHEMY_MODULES: readonly NativeModule[] = joined();
