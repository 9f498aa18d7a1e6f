/** logging.Logger. */
import { list, PyTuple, tuple } from '../../python/values/containers/containers.ts';
import { dict, keywordsOf, PyDict } from '../../python/values/containers/dict.ts';
import { keyError, PyException, typeError } from '../../python/values/exceptions/exceptions.ts';
import { formatException } from '../../python/values/exceptions/traceback.ts';
import { percentFormat } from '../../python/values/format/percent.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { PyClass, plain, type Value } from '../../python/values/value.ts';
import type { Handler } from '../../stdlib/logging/handler.ts';
import { CRITICAL, DEBUG, ERROR, INFO, WARNING } from '../../stdlib/logging/levels.ts';
import { Logger } from '../../stdlib/logging/logger.ts';
import { type Logging, loggingOf } from '../../stdlib/logging/logging.ts';
import { callingFrame } from '../library/caller.ts';
import { reportFailure } from './failure.ts';
import { FILTER_METHODS, filterList } from './filters.ts';
import { asHandler } from './handler-classes.ts';
import { levelOf } from './level.ts';

/** What a record has by itself, which `extra=` cannot set. */
const OWN_NAMES: ReadonlySet<string> = new Set(
  'name msg args levelname levelno pathname filename module exc_info exc_text stack_info lineno funcName created msecs relativeCreated thread threadName processName process message asctime'.split(
    ' ',
  ),
);

type Keywords = ReadonlyMap<string, Value>;

/** What every logging call does. */
export function logRecord(
  call: Interpreter,
  logger: Logger,
  given: Value,
  msg: Value,
  args: readonly Value[],
  keywords: Keywords,
): null {
  const level = plain(given);
  if (typeof level !== 'number') throw typeError('level must be an integer');
  if (!logger.isEnabledFor(level)) return null;
  let frame = callingFrame(call);
  for (let up = Number(keywords.get('stacklevel') ?? 1); up > 1 && frame?.back; up--) frame = frame.back;
  const origin = { file: frame?.file ?? '', line: frame?.line ?? 0, functionName: frame?.name ?? '' };
  const only = args[0];
  const values: Value = args.length === 1 && only instanceof PyDict && call.truth(only) ? only : tuple(args);
  const text = () => {
    const words = call.str(msg);
    return args.length > 0 ? percentFormat(words, values) : words;
  };
  const extra = keywords.get('extra') ?? null;
  const taken = [...keywordsOf(extra).keys()].find((name) => OWN_NAMES.has(name));
  if (taken !== undefined) throw keyError(`Attempt to overwrite '${taken}' in LogRecord`);
  // What a program put into the list of handlers by hand comes through here for the first time.
  for (let at: Logger | undefined = logger; at; at = at.parent)
    for (const handler of at.handlers) asHandler(call, handler);
  logger.handle(
    logger.logging.record(
      logger,
      level,
      text,
      {
        msg,
        args: values,
        exceptionText: exceptionText(call, keywords.get('exc_info') ?? null),
        ...(extra instanceof PyDict ? { extra: keywordsOf(extra) } : {}),
        failed: (error) => reportFailure(call, error, msg, values, frame),
      },
      origin,
    ),
  );
  return null;
}

function exceptionText(call: Interpreter, given: Value): string | undefined {
  if (given === null || given === false) return undefined;
  const exception =
    given instanceof PyException ? given : given instanceof PyTuple ? given.items[1] : call.handling;
  if (!(exception instanceof PyException)) return 'NoneType: None';
  const { files } = call.process.machine;
  const context = { python: call, source: (path: string) => files.read(path), plain: true };
  return formatException(context, exception).replace(/\n$/, '');
}

type Code = (
  call: Interpreter,
  self: Logger,
  msg: Value,
  args: Value[],
  keywords: Map<string, Value>,
) => Value;

const at =
  (level: number, more: readonly (readonly [string, Value])[] = []): Code =>
  (call, self, msg, args, keywords) =>
    logRecord(call, self, level, msg, args, more.length > 0 ? new Map([...more, ...keywords]) : keywords);

const CALL = 'msg, *args, **kwargs';

/** `logging.root.manager`: who keeps the loggers. */
class Manager {
  readonly logging: Logging;
  constructor(logging: Logging) {
    this.logging = logging;
  }
}

const managers = new WeakMap<Logging, Manager>();

function managerOf(logging: Logging): Manager {
  const manager = managers.get(logging) ?? new Manager(logging);
  managers.set(logging, manager);
  return manager;
}

nativeClass({
  name: 'Manager',
  module: 'logging',
  host: Manager,
  methods: {
    getLogger: ['name', (_call, self: Manager, name: string) => self.logging.getLogger(name)],
  },
  getters: {
    root: (self: Manager) => self.logging.root,
    disable: (self: Manager) => self.logging.disabledBelow,
    loggerDict: (self: Manager) => dict(self.logging.byName()),
  },
});

const classKey = Symbol('logging.setLoggerClass');

/** The class of loggers to come. */
export const loggerClassOf = (call: Interpreter): Value =>
  call.state(classKey, () => [loggerClass as Value])[0]!;

/** @throws TypeError where the class is none of loggers */
export function setLoggerClass(call: Interpreter, cls: Value): null {
  if (!(cls instanceof PyClass) || !cls.isSubclassOf(loggerClass)) {
    const name = cls instanceof PyClass ? cls.name : call.str(call.getAttribute(cls, '__name__')!);
    throw typeError(`logger not derived from logging.Logger: ${name}`);
  }
  call.state(classKey, () => [cls as Value])[0] = cls;
  loggingOf(call.process).make = (name) => call.call(cls, [name]) as unknown as Logger;
  return null;
}

export const loggerClass: PyClass = nativeClass({
  name: 'Logger',
  module: 'logging',
  host: Logger,
  signature: 'name, level=0',
  construct: (call, _cls, name: string, level: Value) => {
    const logger = new Logger(name, loggingOf(call.process));
    logger.level = levelOf(call, level);
    return logger;
  },
  methods: {
    debug: [CALL, at(DEBUG)],
    info: [CALL, at(INFO)],
    warning: [CALL, at(WARNING)],
    warn: [CALL, at(WARNING)],
    error: [CALL, at(ERROR)],
    exception: [CALL, at(ERROR, [['exc_info', true]])],
    critical: [CALL, at(CRITICAL)],
    fatal: [CALL, at(CRITICAL)],
    log: [
      'level, msg, *args, **kwargs',
      (call, self: Logger, level: Value, msg: Value, args: Value[], keywords: Map<string, Value>) =>
        logRecord(call, self, level, msg, args, keywords),
    ],
    setLevel: [
      'level',
      (call, self: Logger, level: Value) => {
        self.level = levelOf(call, level);
        return null;
      },
    ],
    getEffectiveLevel: ['', (_call, self: Logger) => self.effectiveLevel()],
    isEnabledFor: ['level', (_call, self: Logger, level: number) => self.isEnabledFor(level)],
    hasHandlers: ['', (_call, self: Logger) => self.hasHandlers()],
    addHandler: [
      'hdlr',
      (call, self: Logger, handler: Handler) => {
        self.addHandler(asHandler(call, handler));
        return null;
      },
    ],
    removeHandler: [
      'hdlr',
      (_call, self: Logger, handler: Handler) => {
        self.removeHandler(handler);
        return null;
      },
    ],
    ...FILTER_METHODS,
    getChild: [
      'suffix',
      (_call, self: Logger, suffix: string) =>
        self.logging.getLogger(self === self.logging.root ? suffix : `${self.name}.${suffix}`),
    ],
  },
  getters: {
    name: (self: Logger) => self.name,
    level: (self: Logger) => self.level,
    handlers: (self: Logger) => list(self.handlers as unknown as Value[]),
    filters: filterList,
    manager: (self: Logger) => managerOf(self.logging),
    parent: (self: Logger) => self.parent ?? null,
    root: (self: Logger) => self.logging.root,
    propagate: (self: Logger) => self.propagate,
    disabled: (self: Logger) => self.disabled,
  },
  setters: {
    level: (self: Logger, level: number) => {
      self.level = level;
    },
    propagate: (self: Logger, value: Value, call) => {
      self.propagate = call.truth(value);
    },
    disabled: (self: Logger, value: Value, call) => {
      self.disabled = call.truth(value);
    },
    handlers: (self: Logger, value: Value, call) => {
      self.handlers.splice(0, self.handlers.length, ...([...call.iterate(value)] as Handler[]));
    },
  },
  repr: (self: Logger) => {
    const kind = self === self.logging.root ? 'RootLogger' : 'Logger';
    return `<${kind} ${self.name} (${self.logging.levels.nameOf(self.effectiveLevel())})>`;
  },
});
