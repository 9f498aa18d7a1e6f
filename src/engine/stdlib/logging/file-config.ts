/** `logging.config.fileConfig`: loggers, handlers and formatters from an ini file. Answers to: CPython 3.11 Lib/logging/config.py. */
import { Raise } from '../../machine.ts';
import type { ConfigParser } from '../configparser/config-parser.ts';
import type { Formatter } from './formatter.ts';
import type { Handler } from './handler.ts';
import { NOTSET } from './levels.ts';
import type { Logger } from './logger.ts';
import type { Logging } from './logging.ts';

/** What needs Python: classes and arguments are expressions of it. */
export interface Makers {
  formatter(
    className: string | undefined,
    format: string | undefined,
    dateFormat: string | undefined,
    style: string,
  ): Formatter;
  /** @param args text of a tuple; @param keywords text of a dict */
  handler(className: string, args: string, keywords: string): Handler;
}

/**
 * Replaces the configuration of a process by the parser's.
 * @throws KeyError for a section, option, handler or formatter that is not there; ValueError
 */
export function configureLogging(
  logging: Logging,
  parser: ConfigParser,
  makers: Makers,
  disableExisting: boolean,
): void {
  const formatters = makeFormatters(parser, makers);
  const handlers = makeHandlers(logging, parser, makers, formatters);
  const names = listed(required(parser, 'loggers', 'keys'));
  if (!names.includes('root')) throw new Raise('builtins.ValueError', ['list.remove(x): x not in list']);
  configureRoot(logging, parser, handlers);
  const existing = new Map(logging.all().map((logger) => [logger.name, logger]));
  const children = new Set<Logger>();
  for (const name of names.filter((each, i) => each !== 'root' || i !== names.indexOf('root'))) {
    configureLogger(logging, parser, name, handlers, existing, children);
  }
  for (const logger of existing.values()) {
    if (children.has(logger)) {
      logger.level = NOTSET;
      logger.handlers.length = 0;
      logger.propagate = true;
    } else {
      logger.disabled = disableExisting;
    }
  }
}

function makeFormatters(parser: ConfigParser, makers: Makers): Map<string, Formatter> {
  const formatters = new Map<string, Formatter>();
  const keys = required(parser, 'formatters', 'keys');
  if (keys === '') return formatters;
  for (const name of listed(keys)) {
    const section = `formatter_${name}`;
    const raw = (option: string) =>
      (parser.get(section, option, { raw: true, fallback: undefined }) ?? undefined) as string | undefined;
    const format = raw('format');
    const dateFormat = raw('datefmt');
    const style = raw('style') ?? '%';
    const className = optional(parser, section, 'class');
    formatters.set(name, makers.formatter(className || undefined, format, dateFormat, style));
  }
  return formatters;
}

function makeHandlers(
  logging: Logging,
  parser: ConfigParser,
  makers: Makers,
  formatters: ReadonlyMap<string, Formatter>,
): Map<string, Handler> {
  const handlers = new Map<string, Handler>();
  const keys = required(parser, 'handlers', 'keys');
  if (keys === '') return handlers;
  for (const name of listed(keys)) {
    const section = `handler_${name}`;
    const className = required(parser, section, 'class');
    const formatter = optional(parser, section, 'formatter') ?? '';
    const args = optional(parser, section, 'args') ?? '()';
    const handler = makers.handler(className, args, optional(parser, section, 'kwargs') ?? '{}');
    handler.name = name;
    const level = optional(parser, section, 'level');
    if (level !== undefined) handler.level = logging.levels.check(level);
    if (formatter !== '') handler.formatter = named(formatters, formatter);
    handlers.set(name, handler);
  }
  return handlers;
}

function configureRoot(logging: Logging, parser: ConfigParser, handlers: ReadonlyMap<string, Handler>): void {
  const level = optional(parser, 'logger_root', 'level');
  if (level !== undefined) logging.root.level = logging.levels.check(level);
  logging.root.handlers.length = 0;
  addHandlers(logging.root, parser, 'logger_root', handlers);
}

function configureLogger(
  logging: Logging,
  parser: ConfigParser,
  name: string,
  handlers: ReadonlyMap<string, Handler>,
  existing: Map<string, Logger>,
  children: Set<Logger>,
): void {
  const section = `logger_${name}`;
  const qualname = required(parser, section, 'qualname');
  const propagate = integer(optional(parser, section, 'propagate') ?? '1');
  const logger = logging.getLogger(qualname);
  if (existing.delete(qualname)) {
    for (const [other, below] of existing) if (other.startsWith(`${qualname}.`)) children.add(below);
  }
  const level = optional(parser, section, 'level');
  if (level !== undefined) logger.level = logging.levels.check(level);
  logger.handlers.length = 0;
  logger.propagate = propagate !== 0;
  logger.disabled = false;
  addHandlers(logger, parser, section, handlers);
}

function addHandlers(
  logger: Logger,
  parser: ConfigParser,
  section: string,
  handlers: ReadonlyMap<string, Handler>,
): void {
  const keys = required(parser, section, 'handlers');
  if (keys !== '') for (const key of listed(keys)) logger.addHandler(named(handlers, key));
}

const listed = (keys: string) => keys.split(',').map((key) => key.trim());

function named<T>(known: ReadonlyMap<string, T>, name: string): T {
  const found = known.get(name);
  if (found === undefined) throw new Raise('builtins.KeyError', [name]);
  return found;
}

/** `parser[section][option]` */
function required(parser: ConfigParser, section: string, option: string): string {
  const value = optional(parser, section, option);
  if (value === undefined) throw new Raise('builtins.KeyError', [option]);
  return value;
}

/** `parser[section].get(option)` */
function optional(parser: ConfigParser, section: string, option: string): string | undefined {
  if (!parser.hasSection(section)) throw new Raise('builtins.KeyError', [section]);
  return (parser.get(section, option, { fallback: undefined }) ?? undefined) as string | undefined;
}

function integer(text: string): number {
  if (/^\s*[+-]?\d+\s*$/.test(text)) return Number(text);
  throw new Raise('builtins.ValueError', [`invalid literal for int() with base 10: '${text}'`]);
}
