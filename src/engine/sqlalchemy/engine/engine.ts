/** Engines. Answers to: sqlalchemy/engine/base.py (Engine), create.py. */
import { type Process, Raise } from '../../machine.ts';
import { host } from '../expression/host.ts';
import { type Dialect, dialectOf, loadDriver } from './dialect.ts';
import type { EngineListener } from './events.ts';
import { makeUrl, type Url } from './url.ts';

/** Keyword arguments of `create_engine`, under Python's names. */
export type EngineOptions = ReadonlyMap<string, unknown>;

export class Engine {
  readonly process: Process;
  readonly url: Url;
  readonly dialect: Dialect;
  options: EngineOptions;
  /** Name of the pool's class. */
  readonly poolClass: string;
  executionOptions: ReadonlyMap<string, unknown>;
  /** First use of each statement, for "cached since". */
  readonly statementCache = new Map<string, bigint>();
  /** Whether the server was asked for its version yet. */
  initialised = false;
  /** Listeners of `event.listen(engine, …)` by event name. */
  readonly listeners = new Map<string, EngineListener[]>();

  constructor(process: Process, url: Url, dialect: Dialect, options: EngineOptions, poolClass: string) {
    this.process = process;
    this.url = url;
    this.dialect = dialect;
    this.options = options;
    this.poolClass = poolClass;
    this.executionOptions = asMap(options.get('execution_options'));
  }

  get echo(): boolean {
    const echo = this.options.get('echo');
    return echo === true || echo === 'debug';
  }

  get hideParameters(): boolean {
    return this.options.get('hide_parameters') === true;
  }
}

/** An option that is a dictionary, or an empty one. */
const asMap = (value: unknown): ReadonlyMap<string, unknown> =>
  value instanceof Map ? (value as ReadonlyMap<string, unknown>) : new Map();

/** Keywords that every engine takes; those of the pool depend on its class. */
const ENGINE_KEYWORDS = new Set([
  'connect_args',
  'convert_unicode',
  'creator',
  'echo',
  'echo_pool',
  'enable_from_linting',
  'execution_options',
  'future',
  'hide_parameters',
  'implicit_returning',
  'insertmanyvalues_page_size',
  'isolation_level',
  'json_deserializer',
  'json_serializer',
  'label_length',
  'logging_name',
  'max_identifier_length',
  'module',
  'paramstyle',
  'plugins',
  'pool',
  'poolclass',
  'pool_events',
  'pool_logging_name',
  'pool_pre_ping',
  'pool_recycle',
  'pool_reset_on_return',
  'query_cache_size',
  'skip_autocommit_rollback',
  'use_insertmanyvalues',
  'executemany_mode',
  'executemany_batch_page_size',
  'client_encoding',
  'use_native_hstore',
  'native_inet_types',
  'user_version',
  'server_side_cursors',
  'strategy',
]);
const QUEUE_KEYWORDS = new Set(['pool_size', 'max_overflow', 'pool_timeout', 'pool_use_lifo']);

/**
 * `create_engine(url, **keywords)`.
 * @param written options are texts of a settings file; one becomes what it stands for when somebody takes it.
 * @throws ArgumentError, NoSuchModuleError, ModuleNotFoundError, TypeError
 */
export function createEngine(
  process: Process,
  given: unknown,
  options: EngineOptions,
  written = false,
): Engine {
  const url = makeUrl(given);
  const future = options.get('future');
  if ((written ? coerced('future', future) : future) === false) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      "The 'future' parameter passed to create_engine() may only be set to True.",
    ]);
  }
  const dialect = dialectOf(url, {
    paramstyle: (options.get('paramstyle') as string | null | undefined) ?? null,
  });
  loadDriver(dialect, process.machine);
  const poolClass = poolClassName(options.get('poolclass'), dialect);
  const queued = poolClass === 'QueuePool' || poolClass === 'AsyncAdaptedQueuePool';
  const unknown = [...options.keys()].filter(
    (key) => !ENGINE_KEYWORDS.has(key) && !(queued && QUEUE_KEYWORDS.has(key)),
  );
  if (unknown.length > 0) {
    throw new Raise('builtins.TypeError', [
      `Invalid argument(s) ${unknown.map((key) => `'${key}'`).join(',')} sent to create_engine(), using configuration ` +
        `${dialect.className}/${poolClass}/Engine.  Please check that the keyword arguments are appropriate for this ` +
        'combination of components.',
    ]);
  }
  if (dialect.isAsync && poolClass === 'QueuePool') {
    throw new Raise(
      'sqlalchemy.exc.ArgumentError',
      [`Pool class ${poolClass} cannot be used with asyncio engine`],
      {
        attributes: { code: 'pcls' },
      },
    );
  }
  const settled = written
    ? new Map([...options].map(([key, value]) => [key, coerced(key, value)] as const))
    : options;
  const engine = new Engine(process, url, dialect, settled, poolClass);
  if (engine.echo) echoToStdout(process, settled.get('echo') === 'debug' ? 'DEBUG' : 'INFO');
  return engine;
}

/** `engine.echo = True`, `False` or `"debug"` later on; connections that are open go on as they began. */
export function setEcho(engine: Engine, value: unknown): void {
  engine.options = new Map([...engine.options, ['echo', value]]);
  if (engine.echo) echoToStdout(engine.process, value === 'debug' ? 'DEBUG' : 'INFO');
  else engine.process.python.execute(QUIET, new Map());
}

const QUIET = "import logging\nlogging.getLogger('sqlalchemy.engine.Engine').setLevel(logging.NOTSET)\n";

interface PoolClass {
  readonly poolName?: string;
}

const poolClassName = (given: unknown, dialect: Dialect): string =>
  (given as PoolClass | null | undefined)?.poolName ??
  (dialect.isAsync ? 'AsyncAdaptedQueuePool' : 'QueuePool');

/** `echo=True` or `echo="debug"`: a handler of its own, where the logger has none yet. */
function echoToStdout(process: Process, level: 'INFO' | 'DEBUG'): void {
  const source = [
    'import logging, sys',
    "logger = logging.getLogger('sqlalchemy.engine.Engine')",
    'if not logger.handlers:',
    '    handler = logging.StreamHandler(sys.stdout)',
    "    handler.setFormatter(logging.Formatter('%(asctime)s %(levelname)s %(name)s %(message)s'))",
    '    logger.addHandler(handler)',
    `if not logger.isEnabledFor(logging.${level}):`,
    `    logger.setLevel(logging.${level})`,
    '',
  ].join('\n');
  process.python.execute(source, new Map());
}

const BOOLEANS = new Set([
  'echo',
  'echo_pool',
  'future',
  'hide_parameters',
  'implicit_returning',
  'pool_pre_ping',
  'pool_use_lifo',
  'use_native_hstore',
]);
const NUMBERS = new Set([
  'pool_recycle',
  'pool_size',
  'max_overflow',
  'query_cache_size',
  'insertmanyvalues_page_size',
  'max_identifier_length',
]);

/** `engine_from_config(configuration, prefix)`: options as text become what they stand for. @throws KeyError 'url' */
export function engineFromConfig(
  process: Process,
  configuration: ReadonlyMap<string, unknown>,
  prefix: string,
  keywords: ReadonlyMap<string, unknown>,
): Engine {
  const options = new Map<string, unknown>();
  for (const [key, value] of configuration) {
    if (key.startsWith(prefix)) options.set(key.slice(prefix.length), value);
  }
  for (const [key, value] of keywords) options.set(key, value);
  if (!options.has('url')) throw new Raise('builtins.KeyError', ['url']);
  const url = options.get('url');
  options.delete('url');
  options.delete('_coerce_config');
  return createEngine(process, url, options, true);
}

/** Text of a settings file as the keyword wants it. */
function coerced(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (key === 'echo' && value.trim().toLowerCase() === 'debug') return 'debug';
  if (BOOLEANS.has(key)) return asBoolean(value);
  if (key === 'pool_timeout') return Number(value);
  return NUMBERS.has(key) ? asInteger(value) : value;
}

/** `int(text)` @throws ValueError */
function asInteger(text: string): number {
  if (/^\s*[+-]?\d+\s*$/.test(text)) return Number.parseInt(text, 10);
  throw new Raise('builtins.ValueError', [`invalid literal for int() with base 10: ${host().repr(text)}`]);
}

function asBoolean(text: string): boolean {
  const word = text.trim().toLowerCase();
  if (['true', 'yes', 'on', 'y', 't', '1'].includes(word)) return true;
  if (['false', 'no', 'off', 'n', 'f', '0'].includes(word)) return false;
  throw new Raise('builtins.ValueError', [`String is not true/false: ${host().repr(word)}`]);
}
