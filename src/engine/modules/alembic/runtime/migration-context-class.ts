/** MigrationContext, MigrationInfo and their kin as Python sees them. Answers to: alembic/runtime/migration.py. */
import { configureContext } from '../../../alembic/runtime/configure-context.ts';
import { mappingGet } from '../../../alembic/runtime/environment-context.ts';
import { MigrationContext } from '../../../alembic/runtime/migration-context.ts';
import { MigrationInfo } from '../../../alembic/runtime/run-step.ts';
import { StepsFunction, type StepsOf } from '../../../alembic/runtime/steps-function.ts';
import { stampSteps } from '../../../alembic/script/migration-steps.ts';
import type { Script } from '../../../alembic/script/script.ts';
import type { ScriptDirectory } from '../../../alembic/script/script-directory.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Dialect } from '../../../sqlalchemy/engine/dialect.ts';
import { fromOutput } from '../../streams.ts';
import { named, nothing } from '../bound.ts';
import { bindOf } from '../operations/operations-class.ts';
import { asIdentifier } from '../script/identifier.ts';
import { contextManager } from './block-class.ts';
import { liveOptions, optionsFrom } from './context-options.ts';
import { entriesOf } from './impl-methods.ts';
import { MIGRATION_STEP_NAMES } from './migration-step-class.ts';

const MODULE = 'alembic.runtime.migration';
const CONFIGURE =
  'connection=None, url=None, dialect_name=None, dialect=None, environment_context=None, dialect_opts=None, opts=None';

/** The steps of a run, as a function of Python's gives them. */
export const stepsBy =
  (call: Interpreter, fn: Value): StepsOf =>
  (heads, context) =>
    [...call.iterate(call.call(fn, [tuple([...heads]), context]))] as never;

function configure(call: Interpreter, _cls: Value, ...bound: unknown[]): MigrationContext {
  const given = named(CONFIGURE, bound);
  const opts = given.opts === null ? {} : optionsFrom(call, given.opts as Value);
  const steps = opts.fn;
  const paramstyle =
    given.dialect_opts === null
      ? null
      : call.process.python.call(mappingGet(call.process.python, given.dialect_opts), ['paramstyle']);
  return configureContext(call.process, {
    connection: given.connection,
    url: given.url,
    dialectName: given.dialect_name,
    dialect: given.dialect as Dialect | null,
    paramstyle: paramstyle as string | null,
    opts,
    ...(steps === undefined || steps === null
      ? {}
      : {
          steps: stepsBy(call, steps as Value),
        }),
  });
}

/** The function of a command among the options. */
nativeClass({
  name: 'function',
  module: 'builtins',
  host: StepsFunction,
  getters: {
    __name__: (self: StepsFunction) => self.qualname.split('.').at(-1)!,
    __qualname__: (self: StepsFunction) => self.qualname,
  },
  methods: {
    __call__: [
      'rev, context',
      (call, self: StepsFunction, heads: Value, context: MigrationContext) =>
        list([...self.steps([...call.iterate(heads)] as string[], context)] as unknown as Value[]),
    ],
  },
  repr: (self: StepsFunction, call) => {
    const place = call.process.python.repr(call.call(call.builtins.get('object')!)).replace(/^.* at /, '');
    return `<function ${self.qualname} at ${place}`;
  },
});

const migrationContextClass = nativeClass({
  name: 'MigrationContext',
  module: MODULE,
  host: MigrationContext,
  signature: 'dialect, connection, opts, environment_context=None',
  construct: (call, _cls, dialect: Dialect, connection: Value, opts: Value) =>
    configureContext(call.process, { dialect, connection, opts: optionsFrom(call, opts) }),
  classMethods: { configure: [CONFIGURE, configure as never] },
  methods: {
    begin_transaction: [
      '_per_migration=False',
      (call, self: MigrationContext, each: Value) => contextManager(self.beginTransaction(call.truth(each))),
    ],
    autocommit_block: ['', (_call, self: MigrationContext) => contextManager(self.autocommitBlock())],
    get_current_revision: ['', (_call, self: MigrationContext) => self.currentRevision()],
    get_current_heads: ['', (_call, self: MigrationContext) => tuple([...self.currentHeads()])],
    execute: [
      'sql, execution_options=None',
      (_call, self: MigrationContext, sql: Value, options: Value) =>
        nothing(self.execute(sql, entriesOf(options))),
    ],
    run_migrations: [
      '**kw',
      (_call, self: MigrationContext, keywords: Map<string, Value>) =>
        nothing(self.runMigrations(Object.fromEntries(keywords))),
    ],
    stamp: [
      'script_directory, revision',
      (call, self: MigrationContext, directory: ScriptDirectory, revision: Value) => {
        const destination = asIdentifier(call, revision);
        self.stamp((heads) => stampSteps(directory.revisionMap, destination, heads));
        return null;
      },
    ],
    _has_version_table: ['', (_call, self: MigrationContext) => self.hasVersionTable()],
    _ensure_version_table: [
      'purge=False',
      (call, self: MigrationContext, purge: Value) => nothing(self.ensureVersionTable(call.truth(purge))),
    ],
  },
  getters: {
    impl: (self: MigrationContext) => self.impl,
    bind: (self: MigrationContext, call) => bindOf(call, self),
    connection: (self: MigrationContext, call) => (self.asSql ? bindOf(call, self) : self.connection),
    dialect: (self: MigrationContext) => self.dialect,
    config: (self: MigrationContext) => self.config as Value,
    as_sql: (self: MigrationContext) => self.asSql,
    script: (self: MigrationContext) => self.script ?? null,
    version_table: (self: MigrationContext) => self.versionTableName,
    version_table_schema: (self: MigrationContext) => self.versionTable.table.schema,
    _version: (self: MigrationContext) => self.versionTable.table,
    opts: liveOptions,
    _in_external_transaction: (self: MigrationContext) => self.inExternalTransaction,
    _transaction_per_migration: (self: MigrationContext, call) =>
      call.truth((self.opts.transaction_per_migration as Value | undefined) ?? false),
    _start_from_rev: (self: MigrationContext) => (self.opts.starting_rev as Value | undefined) ?? null,
    _user_compare_type: (self: MigrationContext) => (self.opts.compare_type as Value | undefined) ?? true,
    _user_compare_server_default: (self: MigrationContext) =>
      (self.opts.compare_server_default as Value | undefined) ?? false,
    _migrations_fn: (self: MigrationContext) => (self.opts.fn as Value | undefined) ?? null,
    environment_context: (self: MigrationContext) => self.environment as Value,
    output_buffer: (self: MigrationContext, call) =>
      (self.opts.output_buffer as Value | undefined) ?? fromOutput(call, call.process.stdout),
    purge: (self: MigrationContext, call) => call.truth((self.opts.purge as Value | undefined) ?? false),
    on_version_apply_callbacks: (self: MigrationContext) =>
      tuple([...((self.opts.on_version_apply as Value[] | undefined) ?? [])]),
  },
});

const script = (self: MigrationInfo) => self.step.revision as Script | undefined;
const first = (ids: readonly string[]) => ids[0] ?? null;

const migrationInfoClass = nativeClass({
  name: 'MigrationInfo',
  module: MODULE,
  host: MigrationInfo,
  getters: {
    is_upgrade: (self: MigrationInfo) => self.step.isUpgrade,
    is_migration: (self: MigrationInfo) => self.step.name !== 'stamp_revision',
    is_stamp: (self: MigrationInfo) => self.step.name === 'stamp_revision',
    up_revision_id: (self: MigrationInfo) => first(upper(self)),
    up_revision_ids: (self: MigrationInfo) => tuple([...upper(self)]),
    up_revision: (self: MigrationInfo) =>
      self.step.map?.getRevision(first(upper(self))) ?? script(self) ?? null,
    up_revisions: (self: MigrationInfo) => revisions(self, upper(self)),
    down_revision_ids: (self: MigrationInfo) => tuple([...lower(self)]),
    down_revisions: (self: MigrationInfo) => revisions(self, lower(self)),
    source_revision_ids: (self: MigrationInfo) => tuple([...self.step.from]),
    source_revisions: (self: MigrationInfo) => revisions(self, self.step.from),
    destination_revision_ids: (self: MigrationInfo) => tuple([...self.step.to]),
    destination_revisions: (self: MigrationInfo) => revisions(self, self.step.to),
    revision_map: (self: MigrationInfo) => self.step.map ?? null,
  },
});

const upper = ({ step }: MigrationInfo) => (step.isUpgrade ? step.to : step.from);
const lower = ({ step }: MigrationInfo) => (step.isUpgrade ? step.from : step.to);
const revisions = ({ step }: MigrationInfo, ids: readonly string[]) =>
  tuple((step.map?.getRevisions(ids) ?? []) as Value[]);

export const MIGRATION_NAMES = {
  MigrationContext: () => migrationContextClass,
  MigrationInfo: () => migrationInfoClass,
  ...MIGRATION_STEP_NAMES,
};
