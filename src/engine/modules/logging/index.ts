/** logging, logging.config, logging.handlers. */
import { Raise } from '../../machine.ts';
import { tuple } from '../../python/values/containers.ts';
import { dict, PyDict } from '../../python/values/dict.ts';
import { PyException, raise, typeError, valueError } from '../../python/values/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { lazyModule, type NativeModule, nativeFunction } from '../../python/values/native.ts';
import { plain, type Value } from '../../python/values/value.ts';
import { ConfigParser } from '../../stdlib/configparser/config-parser.ts';
import { configureLogging, type Makers } from '../../stdlib/logging/file-config.ts';
import { Formatter } from '../../stdlib/logging/formatter.ts';
import { type Handler, StreamHandler } from '../../stdlib/logging/handler.ts';
import { Levels } from '../../stdlib/logging/levels.ts';
import type { Logger } from '../../stdlib/logging/logger.ts';
import { type Logging, loggingOf } from '../../stdlib/logging/logging.ts';
import { reprString } from '../../stdlib/repr.ts';
import { toOutput } from '../streams.ts';
import {
  asFormatter,
  asHandler,
  fileHandlerClass,
  formatterClass,
  handlerClass,
  nullHandlerClass,
  rotatingHandlerClass,
  streamHandlerClass,
  timedRotatingHandlerClass,
  watchedHandlerClass,
} from './handler-classes.ts';
import { levelOf } from './level.ts';
import { loggerClass, loggerClassOf, logRecord, setLoggerClass } from './logger-class.ts';
import { recordClass } from './record-class.ts';

type Names = NativeModule['names'];

const LEVELS: Names = Object.fromEntries(
  ['CRITICAL', 'FATAL', 'ERROR', 'WARNING', 'WARN', 'INFO', 'DEBUG', 'NOTSET'].map((name) => [
    name,
    () => new Levels().numberOf(name)!,
  ]),
);

const of = (call: Interpreter): Logging => loggingOf(call.process);

/** `logging.info(…)`: the root logger, given a handler where it has none. */
function rootCall(name: string, level: number, more: readonly (readonly [string, Value])[] = []) {
  return () =>
    nativeFunction(
      name,
      'msg, *args, **kwargs',
      (call, msg: Value, args: Value[], keywords: Map<string, Value>) => {
        const logging = of(call);
        if (logging.root.handlers.length === 0) logging.basicConfig({});
        return logRecord(call, logging.root, level, msg, args, new Map([...more, ...keywords]));
      },
      'logging',
    );
}

const BASIC_KEYWORDS = new Set(
  'filename filemode format datefmt style level stream handlers force encoding errors'.split(' '),
);

/** @throws ValueError for arguments that do not go together, or are unknown */
function checkBasic(keywords: ReadonlyMap<string, Value>): void {
  const has = (name: string) => keywords.has(name) && keywords.get(name) !== null;
  if (has('handlers') && (has('stream') || has('filename')))
    throw valueError("'stream' or 'filename' should not be specified together with 'handlers'");
  if (has('stream') && has('filename'))
    throw valueError("'stream' and 'filename' should not be specified together");
  const style = keywords.get('style');
  if (style !== undefined && !['%', '{', '$'].includes(String(style)))
    throw valueError('Style must be one of: %,{,$');
}

/** Said when everything else is done. @throws ValueError */
function checkUnknown(keywords: ReadonlyMap<string, Value>): void {
  const unknown = [...keywords.keys()].filter((name) => !BASIC_KEYWORDS.has(name));
  if (unknown.length > 0) throw valueError(`Unrecognised argument(s): ${unknown.join(', ')}`);
}

function basicConfig(call: Interpreter, keywords: ReadonlyMap<string, Value>): null {
  const logging = of(call);
  const text = (name: string) => (keywords.get(name) ?? undefined) as string | undefined;
  const stream = keywords.get('stream') ?? null;
  const filename = keywords.get('filename') ?? null;
  const handlers = keywords.get('handlers') ?? null;
  const force = call.truth(keywords.get('force') ?? false);
  const configures = force || logging.root.handlers.length === 0;
  if (configures) checkBasic(keywords);
  if (handlers !== null || filename !== null) {
    if (force) logging.root.handlers.length = 0;
    if (logging.root.handlers.length > 0) return null;
    const made =
      handlers === null
        ? [call.call(fileHandlerClass, [filename, text('filemode') ?? 'a'])]
        : [...call.iterate(handlers)];
    const style = text('style');
    const format = new Formatter(
      text('format') ?? '%(levelname)s:%(name)s:%(message)s',
      text('datefmt'),
      style,
    );
    for (const handler of made as Handler[]) {
      handler.formatter ??= format;
      logging.root.addHandler(asHandler(call, handler));
    }
    const level = keywords.get('level') ?? null;
    if (level !== null) logging.root.level = levelOf(call, level);
    if (configures) checkUnknown(keywords);
    return null;
  }
  logging.basicConfig({
    ...(text('format') === undefined ? {} : { format: text('format')! }),
    ...(text('datefmt') === undefined ? {} : { dateFormat: text('datefmt')! }),
    ...(text('style') === undefined ? {} : { style: text('style')! }),
    level:
      keywords.has('level') && keywords.get('level') !== null ? levelOf(call, keywords.get('level')!) : null,
    ...(stream === null ? {} : { stream: toOutput(call, stream) }),
    force,
  });
  if (configures) checkUnknown(keywords);
  return null;
}

const fn =
  (
    name: string,
    signature: string,
    code: (call: Interpreter, ...bound: never[]) => Value,
    module = 'logging',
  ) =>
  () =>
    nativeFunction(name, signature, code, module);

/** Names that a text of the library gives, fetched when one is asked for. */
const later = (list: string): Names =>
  Object.fromEntries(
    list.split(' ').map((name) => [name, (call: Interpreter) => call.importName(`_logging_more.${name}`)]),
  );

/** @throws TypeError where it is no text */
function loggerName(call: Interpreter, name: Value): string | undefined {
  const bare = plain(name);
  if (typeof bare === 'string') return bare;
  if (call.truth(name)) throw typeError('A logger name must be a string');
  return undefined;
}

const LOGGING: Names = {
  ...LEVELS,
  Logger: () => loggerClass,
  Handler: () => handlerClass,
  StreamHandler: () => streamHandlerClass,
  FileHandler: () => fileHandlerClass,
  NullHandler: () => nullHandlerClass,
  Formatter: () => formatterClass,
  LogRecord: () => recordClass,
  root: (call) => of(call).root,
  lastResort: (call) => of(call).lastResort,
  getLogger: fn('getLogger', 'name=None', (call, name: Value) => of(call).getLogger(loggerName(call, name))),
  basicConfig: fn('basicConfig', '**kwargs', (call, keywords: Map<string, Value>) =>
    basicConfig(call, keywords),
  ),
  debug: rootCall('debug', 10),
  info: rootCall('info', 20),
  warning: rootCall('warning', 30),
  warn: rootCall('warn', 30),
  error: rootCall('error', 40),
  exception: rootCall('exception', 40, [['exc_info', true]]),
  critical: rootCall('critical', 50),
  fatal: rootCall('fatal', 50),
  log: fn(
    'log',
    'level, msg, *args, **kwargs',
    (call, level: Value, msg: Value, args: Value[], keywords: Map<string, Value>) =>
      logRecord(call, of(call).root, level, msg, args, keywords),
  ),
  disable: fn('disable', 'level=50', (call, level: Value) => {
    of(call).disabledBelow = levelOf(call, level);
    return null;
  }),
  getLevelName: fn('getLevelName', 'level', (call, level: Value) => {
    const { levels } = of(call);
    return typeof level === 'string'
      ? (levels.numberOf(level) ?? `Level ${level}`)
      : levels.nameOf(Number(level));
  }),
  getLevelNamesMapping: fn('getLevelNamesMapping', '', (call) => dict(of(call).levels.names())),
  _nameToLevel: (call) => dict(of(call).levels.names()),
  _checkLevel: fn('_checkLevel', 'level', (call, level: Value) => levelOf(call, level)),
  BASIC_FORMAT: () => '%(levelname)s:%(name)s:%(message)s',
  raiseExceptions: () => true,
  getLoggerClass: fn('getLoggerClass', '', (call) => loggerClassOf(call)),
  setLoggerClass: fn('setLoggerClass', 'klass', (call, cls: Value) => setLoggerClass(call, cls)),
  ...later('Filter LoggerAdapter BufferingFormatter'),
  addLevelName: fn('addLevelName', 'level, levelName', (call, level: number, name: string) => {
    of(call).levels.add(level, name);
    return null;
  }),
  makeLogRecord: fn('makeLogRecord', 'dict', (call, given: Value) => {
    const record = call.call(recordClass, [null, null, '', 0, '', tuple([]), null, null]);
    for (const [name, value] of given instanceof PyDict ? given.entries() : [])
      call.setAttribute(record, String(name), value);
    return record;
  }),
  captureWarnings: fn('captureWarnings', 'capture', () => null),
  shutdown: fn('shutdown', 'handlerList=None', () => null),
  handlers: (call) => call.importModule('logging.handlers'),
  config: (call) => call.importModule('logging.config'),
};

/** Classes and arguments of an ini file are expressions over the logging module. */
function makersFor(call: Interpreter): Makers {
  const evaluate = (source: string): Value => {
    const names = new Map<string, unknown>([['sys', call.importModule('sys')]]);
    for (const name of Object.keys(LOGGING)) {
      if (new RegExp(`\\b${name}\\b`).test(source)) names.set(name, call.importName(`logging.${name}`));
    }
    return call.process.python.evaluate(source, names) as Value;
  };
  const find = (name: string): Value =>
    /^\w+$/.test(name) && name in LOGGING
      ? call.importName(`logging.${name}`)
      : name.startsWith('handlers.')
        ? call.importName(`logging.${name}`)
        : name.includes('.')
          ? call.importName(name)
          : call.importModule(name);
  return {
    formatter: (className, format, dateFormat, style) =>
      className === undefined
        ? new Formatter(format, dateFormat, style)
        : asFormatter(call.call(find(className), [format ?? null, dateFormat ?? null, style]))!,
    handler: (className, args, keywords) => {
      if (className === 'StreamHandler' && args.replace(/\s/g, '') === '(sys.stderr,)' && keywords === '{}') {
        return new StreamHandler(call.process.stderr);
      }
      const cls = find(className);
      const values = [...call.iterate(evaluate(args))];
      const named = evaluate(keywords) as PyDict;
      const keywordMap = new Map([...named.entries()].map(([key, value]) => [String(key), value] as const));
      return asHandler(call, call.call(cls, values, keywordMap) as Handler);
    },
  };
}

/** @throws FileNotFoundError, RuntimeError, KeyError, ValueError */
function fileConfig(call: Interpreter, file: Value, defaults: Value, disable: Value): null {
  const parser = file instanceof ConfigParser ? file : parserFor(call, call.str(file), defaults);
  configureLogging(of(call), parser, makersFor(call), call.truth(disable));
  return null;
}

function parserFor(call: Interpreter, name: string, defaults: Value): ConfigParser {
  const { machine, cwd } = call.process;
  const path = name.startsWith('/') ? name : `${cwd}/${name}`;
  const text = machine.files.read(path);
  if (text === undefined) throw new Raise('builtins.FileNotFoundError', [`${name} doesn't exist`]);
  if (text === '') throw new Raise('builtins.RuntimeError', [`${name} is an empty file`]);
  const pairs =
    defaults instanceof PyDict
      ? [...defaults.entries()].map(([key, value]) => [String(key), call.str(value)] as const)
      : [];
  const parser = new ConfigParser({ defaults: pairs });
  try {
    parser.readText(text, reprString(name));
  } catch (error) {
    const wrong = error instanceof Raise && /\.(ParsingError|MissingSectionHeaderError)$/.test(error.type);
    if (!wrong) throw error;
    throw new Raise('builtins.RuntimeError', [`${name} is invalid: ${String(error.args[0])}`]);
  }
  return parser;
}

const CONFIG: Names = {
  fileConfig: fn(
    'fileConfig',
    'fname, defaults=None, disable_existing_loggers=True, encoding=None',
    (call, file: Value, defaults: Value, disable: Value) => fileConfig(call, file, defaults, disable),
    'logging.config',
  ),
  dictConfig: fn(
    'dictConfig',
    'config',
    (call, config: PyDict) => dictConfig(call, config),
    'logging.config',
  ),
};

/** The part of dictConfig that settings of small projects use: formatters, handlers, loggers, root. */
function dictConfig(call: Interpreter, config: PyDict): null {
  const version = config.get('version');
  if (version === undefined) throw valueError("dictionary doesn't specify a version");
  if (version !== 1) throw valueError(`Unsupported version: ${call.str(version)}`);
  const logging = of(call);
  const at = (map: Value, key: string): Value => (map instanceof PyDict ? (map.get(key) ?? null) : null);
  const entries = (map: Value): [string, Value][] =>
    map instanceof PyDict ? [...map.entries()].map(([key, value]) => [String(key), value]) : [];
  const formatters = new Map(
    entries(at(config, 'formatters')).map(([name, one]) => [
      name,
      new Formatter(at(one, 'format') as string | null, at(one, 'datefmt') as string | null),
    ]),
  );
  const handlers = new Map(
    entries(at(config, 'handlers')).map(([name, one]) =>
      configured(call, `handler '${name}'`, () => {
        const options = entries(one).filter(
          ([key]) => !['class', 'level', 'formatter', 'filters'].includes(key),
        );
        const resolved = options.map(([key, value]) => [key, resolveExt(call, value)] as const);
        const handler = call.call(
          call.importName(String(at(one, 'class'))),
          [],
          new Map(resolved),
        ) as Handler;
        const level = at(one, 'level');
        if (level !== null) handler.level = levelOf(call, level);
        const format = at(one, 'formatter');
        if (format !== null) handler.formatter = known(formatters, String(format));
        return [name, asHandler(call, handler)] as const;
      }),
    ),
  );
  const configure = (logger: Logger, one: Value) => {
    const level = at(one, 'level');
    if (level !== null) logger.level = levelOf(call, level);
    logger.handlers.length = 0;
    const names = at(one, 'handlers');
    for (const name of names === null ? [] : call.iterate(names))
      logger.addHandler(known(handlers, String(name)));
    if (at(one, 'propagate') !== null) logger.propagate = call.truth(at(one, 'propagate'));
  };
  for (const [name, one] of entries(at(config, 'loggers')))
    configured(call, `logger '${name}'`, () => configure(logging.getLogger(name), one));
  const root = at(config, 'root');
  if (root !== null) configured(call, 'root logger', () => configure(logging.root, root));
  return null;
}

/** Runs one step of dictConfig: what goes wrong in it is the cause of its own ValueError. */
function configured<T>(call: Interpreter, what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const cause = call.toException(error);
    if (!(cause instanceof PyException)) throw error;
    const wrapped = valueError(`Unable to configure ${what}`);
    wrapped.cause = cause;
    wrapped.suppressContext = true;
    throw wrapped;
  }
}

/** What the configuration defines under a name. @throws KeyError */
function known<T>(defined: ReadonlyMap<string, T>, name: string): T {
  const found = defined.get(name);
  if (found === undefined) throw raise('KeyError', name);
  return found;
}

const resolveExt = (call: Interpreter, value: Value): Value =>
  typeof value === 'string' && value.startsWith('ext://') ? call.importName(value.slice(6)) : value;

export const LOGGING_MODULES: readonly NativeModule[] = [
  lazyModule('logging', LOGGING, { package: true }),
  lazyModule('logging.config', CONFIG),
  lazyModule('logging.handlers', {
    RotatingFileHandler: () => rotatingHandlerClass,
    TimedRotatingFileHandler: () => timedRotatingHandlerClass,
    WatchedFileHandler: () => watchedHandlerClass,
    ...later('QueueHandler QueueListener BufferingHandler MemoryHandler'),
    DEFAULT_TCP_LOGGING_PORT: () => 9020,
    SYSLOG_UDP_PORT: () => 514,
  }),
];
