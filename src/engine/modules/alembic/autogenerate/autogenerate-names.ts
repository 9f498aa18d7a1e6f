/** alembic.autogenerate: comparing, rendering, and what learners plug in. Answers to: alembic/autogenerate/{api,render,compare}. */
import {
  CompareContext,
  compareContext,
  compareMetadata,
  produceMigrations,
  renderPythonCode,
} from '../../../alembic/autogenerate/api.ts';
import { AutogenContext } from '../../../alembic/autogenerate/context.ts';
import { ownRendering } from '../../../alembic/autogenerate/own.ts';
import { renderEach } from '../../../alembic/autogenerate/render/index.ts';
import type { Container } from '../../../alembic/operations/modify-table.ts';
import type { ContextOptions, MigrationContext } from '../../../alembic/runtime/context.ts';
import { classOf } from '../../../python/values/classes/class-of.ts';
import { list } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { Inspector } from '../../../sqlalchemy/postgresql/reflect/index.ts';
import { catalogSource } from '../../sqlalchemy/schema/reflection.ts';
import { importsOf } from '../operations/container-classes.ts';
import { alreadyDispatched, isBuiltIn, registryOf } from '../registry.ts';
import { contextManager } from '../runtime/block-class.ts';
import { optionsFrom } from '../runtime/context-options.ts';
import { rewriterClass } from './rewriter-class.ts';

const API = 'alembic.autogenerate.api';

/** What `render_item`, renderers and comparators are given. */
const autogenContextClass = nativeClass({
  name: 'AutogenContext',
  module: API,
  host: AutogenContext,
  signature: 'migration_context, metadata=None, opts=None, autogenerate=True',
  construct: (call, _cls, context: MigrationContext, metadata: Value, opts: Value, autogenerate: Value) => {
    registryOf(call);
    const options = opts === null ? undefined : optionsFrom(call, opts);
    if (!call.truth(autogenerate)) return new AutogenContext(context, options);
    return compareContext(context, () => inspectorOf(call, context), metadata, options);
  },
  getters: {
    imports: (self: AutogenContext) => importsOf(self),
    migration_context: (self: AutogenContext) => self.migrationContext as unknown as Value,
    connection: (self: AutogenContext, call) =>
      call.getAttribute(self.migrationContext as unknown as Value, 'bind') ?? null,
    _has_batch: (self: AutogenContext) => self.inBatch,
    table_key_to_table: (self: AutogenContext) =>
      dict(
        self instanceof CompareContext
          ? self.metadata!.flatMap((metadata) => [...metadata.tables] as [string, Value][])
          : [],
      ),
    dialect: (self: AutogenContext) => self.migrationContext.dialect as unknown as Value,
    opts: (self: AutogenContext) => dict(Object.entries(self.opts) as [string, Value][]),
    metadata: (self: AutogenContext) => {
      const all = self instanceof CompareContext ? self.metadata : null;
      return (all?.length === 1 ? all[0] : (self.opts.target_metadata ?? null)) as Value;
    },
    inspector: (self: AutogenContext) => (self instanceof CompareContext ? self.inspector : null),
    sorted_tables: (self: AutogenContext) =>
      list(self instanceof CompareContext ? [...self.sortedTables()] : []),
  },
  setters: {
    imports: (self: AutogenContext, value: Value) => {
      self.imports = value as unknown as Set<string>;
    },
  },
  methods: {
    _within_batch: [
      '',
      (_call, self: AutogenContext) => {
        const before = self.inBatch;
        return contextManager({
          enter: () => {
            self.inBatch = true;
          },
          exit: () => {
            self.inBatch = before;
          },
        });
      },
    ],
    run_name_filters: [
      'name, type_, parent_names',
      (call, self: CompareContext, name: string | null, type: string, parents: Value) => {
        const value = (key: string) => call.callMethod(parents, 'get', key) as string | null;
        return self.includesName(name, type, {
          schema_name: value('schema_name'),
          table_name: value('table_name') ?? undefined,
        });
      },
    ],
    run_object_filters: [
      'object_, name, type_, reflected, compare_to',
      (
        call,
        self: CompareContext,
        object: Value,
        name: Value,
        type: string,
        reflected: Value,
        other: Value,
      ) => self.includesObject(object, name, type, call.truth(reflected), other),
    ],
  },
});

/** The database that a comparison reads. @throws TypeError where there is no connection */
export function inspectorOf(call: Interpreter, context: MigrationContext): Inspector {
  const bind = context.connection as Value;
  if (bind === null)
    throw raise('TypeError', "can't return inspector as this AutogenContext has no database connection");
  return new Inspector(catalogSource(call, bind), bind);
}

const RENDER =
  "up_or_down_op, sqlalchemy_module_prefix='sa.', alembic_module_prefix='op.', render_as_batch=False, imports=(), " +
  'render_item=None, migration_context=None, user_module_prefix=None';

/** `render_python_code(…)` */
function renderCode(call: Interpreter, ...bound: Value[]): Value {
  const [container, sa, op, batch, imports, item, context, prefix] = bound;
  registryOf(call);
  const opts: ContextOptions = {
    sqlalchemy_module_prefix: sa as string,
    alembic_module_prefix: op as string,
    render_item: item,
    render_as_batch: call.truth(batch!),
    user_module_prefix: prefix,
  };
  const migration = (context ?? withoutDialect(call, opts)) as MigrationContext;
  // A set of its own: what rendering adds is not seen outside.
  const given = new Set((imports === undefined ? [] : [...call.iterate(imports)]) as string[]);
  return renderPythonCode(container as Container, migration, opts, given);
}

/** What stands in where no context is given; it announces itself as every context does. */
function withoutDialect(call: Interpreter, opts: ContextOptions) {
  const { process } = call;
  const info = (message: string) => process.log('alembic.runtime.migration', 'INFO', message);
  info('Context impl DefaultImpl.');
  info('Will assume non-transactional DDL.');
  return { process, opts, asSql: false, dialect: { name: 'default' } };
}

/** `@renderers.dispatch_for(OpClass)` */
class Dispatcher {
  readonly add: (call: Interpreter, target: Value, fn: Value, replace: boolean) => void;
  readonly find: (call: Interpreter, target: Value) => Value | undefined;
  constructor(add: Dispatcher['add'], find: Dispatcher['find']) {
    this.add = add;
    this.find = find;
  }
}

nativeClass({
  name: 'Dispatcher',
  module: 'alembic.util.langhelpers',
  host: Dispatcher,
  methods: {
    dispatch: [
      "obj, qualifier='default'",
      (call, self: Dispatcher, target: Value) => {
        const found = self.find(call, target);
        if (found !== undefined) return found;
        throw raise('ValueError', `no dispatch function for object: ${call.repr(target)}`);
      },
    ],
    dispatch_for: [
      "target, *, qualifier='default', replace=False",
      (call, self: Dispatcher, target: Value, _qualifier: Value, replace: Value) =>
        nativeFunction('decorate', 'fn', (_call, fn: Value) => {
          self.add(call, target, fn, call.truth(replace));
          return fn;
        }),
    ],
  },
});

const renderers = new Dispatcher((call, target, fn, replace) => {
  const all = registryOf(call).renderers;
  if (!(target instanceof PyClass)) return;
  if (!replace && (all.has(target) || isBuiltIn(target, 'renderer'))) throw alreadyDispatched(call, target);
  all.set(target, fn);
}, rendererFor);

/** The renderer of a learner's, or Alembic's own, which takes any of its operations. */
function rendererFor(call: Interpreter, target: Value): Value | undefined {
  const cls = target instanceof PyClass ? target : classOf(target);
  const all = registryOf(call).renderers;
  const own = cls.mro.map((one) => all.get(one)).find((fn) => fn !== undefined);
  return own ?? (cls.mro.some((one) => isBuiltIn(one, 'renderer')) ? renderText : undefined);
}

const renderText = nativeFunction(
  'render_op_text',
  'autogen_context, op',
  (call, context: AutogenContext, operation: object) =>
    renderEach(operation, context, ownRendering(call.process)).join('\n'),
  'alembic.autogenerate.render',
);

export const AUTOGENERATE_NAMES: Readonly<Record<string, (call: Interpreter) => Value>> = {
  compare_metadata: () =>
    nativeFunction(
      'compare_metadata',
      'context, metadata',
      (call, context: MigrationContext, metadata: Value) => {
        registryOf(call);
        return list(compareMetadata(context, () => inspectorOf(call, context), metadata) as Value[]);
      },
      API,
    ),
  produce_migrations: () =>
    nativeFunction(
      'produce_migrations',
      'context, metadata',
      (call, context: MigrationContext, metadata: Value) => {
        registryOf(call);
        return produceMigrations(context, () => inspectorOf(call, context), metadata) as Value;
      },
      API,
    ),
  render_python_code: () => nativeFunction('render_python_code', RENDER, renderCode as never, API),
  render_op_text: () => renderText,
  renderers: () => renderers,
  comparators: (call) => registryOf(call).comparators,
  AutogenContext: () => autogenContextClass,
  Rewriter: () => rewriterClass,
};
