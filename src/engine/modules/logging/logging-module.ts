/** The names of `logging`. */
import { tuple } from '../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../python/values/containers/dict.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeFunction } from '../../python/values/native/native.ts';
import { plain, type Value } from '../../python/values/value.ts';
import { Levels } from '../../stdlib/logging/levels.ts';
import { basicConfig } from './basic-config.ts';
import { fileHandlerClass } from './file-handler-classes.ts';
import { formatterClass } from './formatter-class.ts';
import { handlerClass, nullHandlerClass, streamHandlerClass } from './handler-classes.ts';
import { levelOf } from './level.ts';
import { loggerClass, loggerClassOf, logRecord, setLoggerClass } from './logger-class.ts';
import { later, loggingIn, type Names, nativeName } from './names.ts';
import { recordClass } from './record-class.ts';

const LEVELS: Names = Object.fromEntries(
  ['CRITICAL', 'FATAL', 'ERROR', 'WARNING', 'WARN', 'INFO', 'DEBUG', 'NOTSET'].map((name) => [
    name,
    () => new Levels().numberOf(name)!,
  ]),
);

/** `logging.info(…)`: the root logger, given a handler where it has none. */
function rootCall(name: string, level: number, more: readonly (readonly [string, Value])[] = []) {
  return () =>
    nativeFunction(
      name,
      'msg, *args, **kwargs',
      (call, msg: Value, args: Value[], keywords: Map<string, Value>) => {
        const logging = loggingIn(call);
        if (logging.root.handlers.length === 0) logging.basicConfig({});
        return logRecord(call, logging.root, level, msg, args, new Map([...more, ...keywords]));
      },
      'logging',
    );
}

/** @throws TypeError where it is no text */
function loggerName(call: Interpreter, name: Value): string | undefined {
  const bare = plain(name);
  if (typeof bare === 'string') return bare;
  if (call.truth(name)) throw typeError('A logger name must be a string');
  return undefined;
}

export const LOGGING: Names = {
  ...LEVELS,
  Logger: () => loggerClass,
  Handler: () => handlerClass,
  StreamHandler: () => streamHandlerClass,
  FileHandler: () => fileHandlerClass,
  NullHandler: () => nullHandlerClass,
  Formatter: () => formatterClass,
  LogRecord: () => recordClass,
  root: (call) => loggingIn(call).root,
  lastResort: (call) => loggingIn(call).lastResort,
  getLogger: nativeName('getLogger', 'name=None', (call, name: Value) =>
    loggingIn(call).getLogger(loggerName(call, name)),
  ),
  basicConfig: nativeName('basicConfig', '**kwargs', (call, keywords: Map<string, Value>) =>
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
  log: nativeName(
    'log',
    'level, msg, *args, **kwargs',
    (call, level: Value, msg: Value, args: Value[], keywords: Map<string, Value>) =>
      logRecord(call, loggingIn(call).root, level, msg, args, keywords),
  ),
  disable: nativeName('disable', 'level=50', (call, level: Value) => {
    loggingIn(call).disabledBelow = levelOf(call, level);
    return null;
  }),
  getLevelName: nativeName('getLevelName', 'level', (call, level: Value) => {
    const { levels } = loggingIn(call);
    return typeof level === 'string'
      ? (levels.numberOf(level) ?? `Level ${level}`)
      : levels.nameOf(Number(level));
  }),
  getLevelNamesMapping: nativeName('getLevelNamesMapping', '', (call) =>
    dict(loggingIn(call).levels.names()),
  ),
  _nameToLevel: (call) => dict(loggingIn(call).levels.names()),
  _checkLevel: nativeName('_checkLevel', 'level', (call, level: Value) => levelOf(call, level)),
  BASIC_FORMAT: () => '%(levelname)s:%(name)s:%(message)s',
  raiseExceptions: () => true,
  getLoggerClass: nativeName('getLoggerClass', '', (call) => loggerClassOf(call)),
  setLoggerClass: nativeName('setLoggerClass', 'klass', (call, cls: Value) => setLoggerClass(call, cls)),
  ...later('Filter Filterer LoggerAdapter BufferingFormatter'),
  addLevelName: nativeName('addLevelName', 'level, levelName', (call, level: number, name: string) => {
    loggingIn(call).levels.add(level, name);
    return null;
  }),
  makeLogRecord: nativeName('makeLogRecord', 'dict', (call, given: Value) => {
    const record = call.call(recordClass, [null, null, '', 0, '', tuple([]), null, null]);
    for (const [name, value] of given instanceof PyDict ? given.entries() : [])
      call.setAttribute(record, String(name), value);
    return record;
  }),
  captureWarnings: nativeName('captureWarnings', 'capture', (call, capture: Value) =>
    call.call(call.importName('warnings._capture'), [call.truth(capture)]),
  ),
  shutdown: nativeName('shutdown', 'handlerList=None', () => null),
  handlers: (call) => call.importModule('logging.handlers'),
  config: (call) => call.importModule('logging.config'),
};
