/** `alembic.context`: the environment of the command that runs now. Answers to: alembic/context.py, runtime/environment.py. */

import type { Config } from '../../../alembic/config/config.ts';
import {
  currentEnvironment,
  EnvironmentContext,
  type EnvironmentOptions,
  enterEnvironment,
  hasBeenEntered,
  leaveEnvironment,
} from '../../../alembic/runtime/environment-context.ts';
import type { ScriptDirectory } from '../../../alembic/script/script-directory.ts';
import { Raise } from '../../../machine.ts';
import { list } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { named, nothing } from '../bound.ts';
import { bindOf } from '../operations/operations-class.ts';
import { notEstablished, ProxyFunction } from '../proxy-function.ts';
import { idValues } from '../script/identifier.ts';
import { contextManager } from './block-class.ts';
import { entriesOf } from './impl-methods.ts';
import { stepsBy } from './migration-context-class.ts';

const CONFIGURE =
  'connection=None, url=None, dialect_name=None, dialect_opts=None, transactional_ddl=None, transaction_per_migration=False, ' +
  'output_buffer=None, starting_rev=None, tag=None, template_args=None, render_as_batch=False, target_metadata=None, ' +
  'include_name=None, include_object=None, include_schemas=False, process_revision_directives=None, compare_type=True, ' +
  "compare_server_default=False, render_item=None, literal_binds=False, upgrade_token='upgrades', " +
  "downgrade_token='downgrades', alembic_module_prefix='op.', sqlalchemy_module_prefix='sa.', user_module_prefix=None, " +
  'on_version_apply=None, autogenerate_plugins=None, **kw';

type Method = (call: Interpreter, self: EnvironmentContext, ...bound: never[]) => Value;

/** As `as_revision_number` gives them: None where there are none. */
const ids = ({ script }: EnvironmentContext, found: string | readonly string[] | null): Value =>
  found?.length === 0 && typeof found !== 'string' ? null : idValues(script.revisionMap, found);

/** Signature and code of every function, as the class and as the module have them. */
const METHODS: Readonly<Record<string, readonly [string, Method]>> = {
  begin_transaction: ['', (_call, self) => contextManager(self.context.beginTransaction())],
  configure: [
    CONFIGURE,
    (call, self, ...bound: unknown[]) => {
      const given = named(CONFIGURE, bound);
      const fn = (given.fn ?? null) as Value;
      return nothing(self.configure(given, fn === null ? undefined : stepsBy(call, fn)));
    },
  ],
  execute: [
    'sql, execution_options=None',
    (_call, self, sql: Value, options: Value) => nothing(self.context.execute(sql, entriesOf(options))),
  ],
  get_bind: ['', (call, self) => bindOf(call, self.context)],
  get_context: ['', (_call, self) => self.context],
  get_impl: ['', (_call, self) => self.context.impl as unknown as Value],
  get_head_revision: ['', (_call, self) => ids(self, self.script.asRevisionNumber('head'))],
  get_head_revisions: ['', (_call, self) => ids(self, self.script.asRevisionNumber('heads'))],
  get_revision_argument: ['', (_call, self) => ids(self, self.destinationRevision)],
  get_starting_revision_argument: ['', (_call, self) => ids(self, self.startingRevision)],
  get_tag_argument: ['', (_call, self) => self.tag as Value],
  get_x_argument: [
    'as_dictionary=False',
    (call, self, asDictionary: Value) =>
      call.truth(asDictionary) ? dict(self.xDictionary) : list([...self.xArguments]),
  ],
  is_offline_mode: ['', (_call, self) => self.isOffline],
  requires_connection: ['', (_call, self) => !self.isOffline],
  is_transactional_ddl: ['', (_call, self) => self.context.impl.transactionalDdl],
  run_migrations: [
    '**kw',
    (_call, self, keywords: Map<string, Value>) => nothing(self.runMigrations(Object.fromEntries(keywords))),
  ],
  static_output: ['text', (_call, self, text: string) => nothing(self.context.impl.staticOutput(text))],
};

export const environmentContextClass: PyClass = nativeClass({
  name: 'EnvironmentContext',
  module: 'alembic.runtime.environment',
  host: EnvironmentContext,
  signature: 'config, script, **kw',
  construct: (call, _cls, config: Config, script: ScriptDirectory, keywords: Map<string, Value>) =>
    new EnvironmentContext(config, script, environmentOptions(call, keywords)),
  methods: {
    ...(METHODS as never as Record<string, readonly [string, never]>),
    __enter__: [
      '',
      (_call, self: EnvironmentContext) => {
        enterEnvironment(self);
        return self;
      },
    ],
    __exit__: ['*arg, **kw', (_call, self: EnvironmentContext) => nothing(leaveEnvironment(self))],
  },
  getters: {
    _migration_context: (self: EnvironmentContext) => self.configured,
    config: (self: EnvironmentContext) => self.config,
    context_opts: (self: EnvironmentContext) => dict(Object.entries(self.optionsNow) as [string, Value][]),
    script: (self: EnvironmentContext) => self.script,
  },
});

function environmentOptions(call: Interpreter, keywords: ReadonlyMap<string, Value>): EnvironmentOptions {
  const text = (name: string) => keywords.get(name) as string | null | undefined;
  const start = text('starting_rev');
  const steps = keywords.get('fn') ?? null;
  return {
    given: Object.fromEntries(keywords),
    asSql: keywords.get('as_sql') === true,
    ...(start === undefined ? {} : { startingRevision: start }),
    ...(text('destination_rev') === undefined ? {} : { destinationRevision: text('destination_rev')! }),
    tag: keywords.get('tag') ?? undefined,
    ...(steps === null ? {} : { steps: stepsBy(call, steps), fn: steps }),
    ...(keywords.has('purge') ? { purge: call.truth(keywords.get('purge')!) } : {}),
    dontMutate: call.truth(keywords.get('dont_mutate') ?? false),
  };
}

function established(call: Interpreter, name: string): EnvironmentContext {
  const environment = currentEnvironment(call.process);
  if (environment) return environment;
  if (hasBeenEntered(call.process)) throw call.missingAttribute(null, name);
  throw new Raise('builtins.NameError', [notEstablished(name, 'EnvironmentContext')]);
}

/** The names of the module; `config`, `script` and `_proxy` are there only while a command runs. */
export const CONTEXT_NAMES = {
  EnvironmentContext: () => environmentContextClass,
  ...Object.fromEntries(
    Object.keys(METHODS).map((name) => [name, () => new ProxyFunction('alembic.context', name, established)]),
  ),
};

/** The names of `alembic.context` that only a running environment has. @returns undefined outside of one */
export function contextAttribute(call: Interpreter, name: string): Value | undefined {
  const environment = currentEnvironment(call.process);
  if (name === 'config') return environment?.config;
  if (name === '_proxy') return environment;
  return name === 'script' ? environment?.script : undefined;
}
