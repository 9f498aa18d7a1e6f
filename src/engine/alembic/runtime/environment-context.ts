/** What env.py talks to as `alembic.context`. Answers to: alembic/runtime/environment.py. */

import { type Process, type PythonWorld, Raise } from '../../machine.ts';
import { isTrue } from '../../sqlalchemy/expression/given-text.ts';
import type { Config } from '../config/config.ts';
import { commandError } from '../script/errors.ts';
import type { Identifier } from '../script/revision-map.ts';
import type { ScriptDirectory } from '../script/script-directory.ts';
import { configureContext } from './configure-context.ts';
import type { ContextOptions } from './context.ts';
import type { MigrationContext } from './migration-context.ts';
import { StepsFunction, type StepsOf } from './steps-function.ts';

/** What a command asks of the run. */
export interface EnvironmentOptions {
  /** The keywords that a program gave, in their order: they are the options as they stand. */
  readonly given?: Record<string, unknown>;
  readonly steps?: StepsOf;
  /** What `opts['fn']` is: the name of the function that gives the steps, or the function of a learner. */
  readonly fn?: unknown;
  readonly asSql?: boolean;
  readonly startingRevision?: string | null;
  readonly destinationRevision?: string | readonly string[];
  readonly tag?: unknown;
  readonly purge?: boolean;
  readonly dontMutate?: boolean;
  /** Names for the template of a new revision; env.py may add some. */
  readonly templateNames?: Map<string, unknown>;
}

/** The keyword arguments of `configure` that say where to connect; the rest become options. */
export interface Configuration {
  readonly connection?: unknown;
  readonly url?: unknown;
  readonly dialect_name?: unknown;
  /** A Python dictionary. */
  readonly dialect_opts?: unknown;
  readonly template_args?: unknown;
  readonly on_version_apply?: unknown;
  readonly [option: string]: unknown;
}

const CONNECTING = new Set(['connection', 'url', 'dialect_name', 'dialect_opts', 'template_args']);
/** Kept only where they are given. */
const WHERE_GIVEN = new Set([
  'transactional_ddl',
  'output_buffer',
  'starting_rev',
  'tag',
  'render_item',
  'autogenerate_plugins',
  'compare_server_default',
]);
/** How the options stand in `context.opts`; what else is given comes after them. */
const ORDER = [
  ...['transactional_ddl', 'output_buffer', 'starting_rev', 'tag', 'transaction_per_migration'],
  ...['target_metadata', 'include_name', 'include_object', 'include_schemas', 'render_as_batch'],
  ...['upgrade_token', 'downgrade_token', 'sqlalchemy_module_prefix', 'alembic_module_prefix'],
  ...['user_module_prefix', 'literal_binds', 'process_revision_directives', 'on_version_apply'],
  ...['autogenerate_plugins', 'render_item', 'compare_type', 'compare_server_default', 'script'],
];

export class EnvironmentContext {
  readonly process: Process;
  readonly config: Config;
  readonly script: ScriptDirectory;
  readonly options: EnvironmentOptions;
  /** The options as `configure` leaves them; a second call builds on the first. */
  #opts: Record<string, unknown>;
  #context: MigrationContext | undefined;
  #steps: StepsOf | undefined;

  constructor(config: Config, script: ScriptDirectory, options: EnvironmentOptions = {}) {
    this.process = config.process;
    this.config = config;
    this.script = script;
    this.options = options;
    const { fn, steps, given } = options;
    this.#steps = steps;
    this.#opts = given ?? {
      ...(fn === undefined
        ? {}
        : { fn: typeof fn === 'string' && steps ? new StepsFunction(fn, steps) : fn }),
      ...(options.asSql === undefined ? {} : { as_sql: options.asSql }),
      ...(options.startingRevision === undefined ? {} : { starting_rev: options.startingRevision }),
      ...(options.destinationRevision === undefined ? {} : { destination_rev: options.destinationRevision }),
      ...(options.tag === undefined ? {} : { tag: options.tag }),
      ...(options.purge === undefined ? {} : { purge: options.purge }),
      ...(options.dontMutate ? { dont_mutate: true } : {}),
    };
  }

  /** The options so far: those of the command, and what `configure` added. */
  get optionsNow(): Readonly<Record<string, unknown>> {
    return this.#opts;
  }

  get isOffline(): boolean {
    return this.#opts.as_sql === true;
  }

  /** @throws Exception before `configure` */
  get context(): MigrationContext {
    if (!this.#context) throw new Raise('builtins.Exception', ['No context has been configured yet.']);
    return this.#context;
  }

  /** The context, or null before `configure`. */
  get configured(): MigrationContext | null {
    return this.#context ?? null;
  }

  get tag(): unknown {
    return this.#opts.tag ?? null;
  }

  /** The `-x` arguments as given. */
  get xArguments(): readonly string[] {
    const given = this.config.commandOptions?.get('x') ?? null;
    if (given === null) return [];
    return (Array.isArray(given) ? given : [...this.process.python.iterate(given)]) as string[];
  }

  /** The same as "key=value" pairs. */
  get xDictionary(): ReadonlyMap<string, string> {
    const pairs = this.xArguments.map((argument): [string, string] => {
      const equals = argument.indexOf('=');
      return equals < 0 ? [argument, ''] : [argument.slice(0, equals), argument.slice(equals + 1)];
    });
    return new Map(pairs);
  }

  /** @throws CommandError where the command has none */
  get startingRevision(): string | readonly string[] | null {
    if (!this.#context && !('starting_rev' in this.#opts)) {
      throw commandError('No starting revision argument is available.');
    }
    return this.#number(this.#opts.starting_rev ?? null);
  }

  /** @throws KeyError where the command has none */
  get destinationRevision(): string | readonly string[] | null {
    if (!('destination_rev' in this.#opts)) throw new Raise('builtins.KeyError', ['destination_rev']);
    return this.#number(this.#opts.destination_rev);
  }

  #number(id: unknown): string | readonly string[] | null {
    return this.script.asRevisionNumber(id as Identifier);
  }

  /**
   * `context.configure(…)`.
   * @param steps what a function that is given as `fn` says, instead of the command
   * @throws CommandError and whatever the URL or dialect says
   */
  configure(given: Configuration, steps?: StepsOf): void {
    this.#steps = steps ?? this.#steps;
    const { python } = this.process;
    const opts = this.#opts;
    const callbacks = given.on_version_apply ?? null;
    const applied = callbacks === null ? [] : this.#sequence(callbacks);
    const values: Record<string, unknown> = {
      ...given,
      output_buffer: given.output_buffer ?? this.config.outputBuffer,
      on_version_apply: applied,
      script: this.script,
    };
    const others = Object.keys(given).filter((name) => !CONNECTING.has(name) && !ORDER.includes(name));
    for (const name of [...ORDER, ...others]) {
      const missing = values[name] === null || values[name] === undefined;
      if (!WHERE_GIVEN.has(name) || !missing) opts[name] = values[name];
    }
    if (isTrue(given.template_args)) this.#addTemplateNames(given.template_args);
    const dialectOptions = given.dialect_opts ?? null;
    const paramstyle =
      dialectOptions === null ? null : python.call(mappingGet(python, dialectOptions), ['paramstyle']);
    this.#context = configureContext(this.process, {
      connection: given.connection,
      url: given.url,
      dialectName: given.dialect_name,
      paramstyle: paramstyle as string | null,
      config: this.config,
      environment: this,
      opts: opts as ContextOptions,
      ...(this.#steps ? { steps: this.#steps } : {}),
    });
  }

  #sequence(value: unknown): unknown[] {
    const { python } = this.process;
    return python.getAttribute(value, '__iter__') === undefined ? [value] : [...python.iterate(value)];
  }

  #addTemplateNames(names: unknown): void {
    const { python } = this.process;
    const target = this.options.templateNames;
    if (names === null || !target) return;
    for (const pair of python.iterate(python.call(python.getAttribute(names, 'items'), []))) {
      const [name, value] = [...python.iterate(pair)];
      target.set(String(name), value);
    }
  }

  /** Runs the command's steps; meanwhile `op` works on this context. */
  runMigrations(keywords: Readonly<Record<string, unknown>> = {}): void {
    if (!this.#context) throw new Raise('builtins.AssertionError', []);
    const context = this.#context;
    const before = migrating.get(this.process);
    migrating.set(this.process, context);
    try {
      context.runMigrations(keywords);
    } finally {
      migrating.set(this.process, before);
    }
  }
}

/** `options.get` @throws TypeError for what is no mapping */
export function mappingGet(python: PythonWorld, options: unknown): unknown {
  const get = python.getAttribute(options, 'keys') && python.getAttribute(options, 'get');
  if (get) return get;
  throw new Raise('builtins.TypeError', [
    'sqlalchemy.dialects.postgresql.psycopg2.PGDialect_psycopg2() argument after ** must be a mapping, not ' +
      python.typeName(options),
  ]);
}

/** Undefined stands where a run is over. */
const migrating = new WeakMap<Process, MigrationContext | undefined>();
const environments = new WeakMap<Process, EnvironmentContext | undefined>();

/** The context that `op` works on; undefined outside of a run. */
export const migratingContext = (process: Process): MigrationContext | undefined => migrating.get(process);

/** Whether a run of migrations has begun in this process, and maybe ended. */
export const hasMigrated = (process: Process): boolean => migrating.has(process);

/** What `alembic.context` stands for; undefined outside of a run. */
export const currentEnvironment = (process: Process): EnvironmentContext | undefined =>
  environments.get(process);

/** Whether `alembic.context` has stood for something in this process. */
export const hasBeenEntered = (process: Process): boolean => environments.has(process);

/** Runs env.py for a command. @throws whatever it raises */
export function runEnvironment(config: Config, script: ScriptDirectory, options: EnvironmentOptions): void {
  const environment = new EnvironmentContext(config, script, options);
  enterEnvironment(environment);
  try {
    script.runEnv();
  } finally {
    leaveEnvironment(environment);
  }
}

/** From now on `alembic.context` is this environment. */
export function enterEnvironment(environment: EnvironmentContext): void {
  environments.set(environment.process, environment);
}

/** From now on `alembic.context` is nothing, also where another environment was in force before. @throws KeyError where it is nothing already */
export function leaveEnvironment(environment: EnvironmentContext): void {
  const { process } = environment;
  if (!environments.get(process)) throw new Raise('builtins.KeyError', ['config']);
  environments.set(process, undefined);
}
