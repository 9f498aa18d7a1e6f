/** `logging.config`. */
import { Raise } from '../../machine.ts';
import { keywordsOf, PyDict } from '../../python/values/containers/dict.ts';
import { PyException, raise, valueError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';
import { ConfigParser } from '../../stdlib/configparser/config-parser.ts';
import { configureLogging, type Makers } from '../../stdlib/logging/file-config.ts';
import { type Handler, StreamHandler } from '../../stdlib/logging/handler.ts';
import type { Logger } from '../../stdlib/logging/logger.ts';
import { absolutePath } from '../../stdlib/posix-path.ts';
import { reprString } from '../../stdlib/repr.ts';
import { asFormatter } from './formatter-class.ts';
import { asHandler } from './handler-classes.ts';
import { levelOf } from './level.ts';
import { LOGGING } from './logging-module.ts';
import { loggingIn, type Names, nativeName } from './names.ts';
import { PythonFormatter } from './python-formatter.ts';

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
        ? new PythonFormatter(format, dateFormat, style)
        : asFormatter(call.call(find(className), [format ?? null, dateFormat ?? null, style]))!,
    handler: (className, args, keywords) => {
      if (className === 'StreamHandler' && args.replace(/\s/g, '') === '(sys.stderr,)' && keywords === '{}') {
        return new StreamHandler(call.process.stderr);
      }
      const cls = find(className);
      const values = [...call.iterate(evaluate(args))];
      return asHandler(call, call.call(cls, values, keywordsOf(evaluate(keywords))) as Handler);
    },
  };
}

/** @throws FileNotFoundError, RuntimeError, KeyError, ValueError */
function fileConfig(call: Interpreter, file: Value, defaults: Value, disable: Value): null {
  const parser = file instanceof ConfigParser ? file : parserFor(call, call.str(file), defaults);
  configureLogging(loggingIn(call), parser, makersFor(call), call.truth(disable));
  return null;
}

function parserFor(call: Interpreter, name: string, defaults: Value): ConfigParser {
  const { machine, cwd } = call.process;
  const text = machine.files.read(absolutePath(cwd, name));
  if (text === undefined) throw new Raise('builtins.FileNotFoundError', [`${name} doesn't exist`]);
  if (text === '') throw new Raise('builtins.RuntimeError', [`${name} is an empty file`]);
  const pairs = [...keywordsOf(defaults)].map(([key, value]) => [key, call.str(value)] as const);
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

export const CONFIG: Names = {
  fileConfig: nativeName(
    'fileConfig',
    'fname, defaults=None, disable_existing_loggers=True, encoding=None',
    (call, file: Value, defaults: Value, disable: Value) => fileConfig(call, file, defaults, disable),
    'logging.config',
  ),
  dictConfig: nativeName(
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
  const logging = loggingIn(call);
  const at = (map: Value, key: string): Value => (map instanceof PyDict ? (map.get(key) ?? null) : null);
  const entries = (map: Value): [string, Value][] => [...keywordsOf(map)];
  const formatters = new Map(
    entries(at(config, 'formatters')).map(([name, one]) => [
      name,
      new PythonFormatter(at(one, 'format') as string | null, at(one, 'datefmt') as string | null),
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
