/** The loggers of one process. Answers to: CPython 3.11 Lib/logging/__init__.py (behaviour). */
import type { LateMessage, LogLevel, Process } from '../../machine.ts';
import { Formatter } from './formatter.ts';
import { NullHandler, StreamHandler } from './handler.ts';
import { Levels, WARNING } from './levels.ts';
import { Logger } from './logger.ts';
import type { LogRecord } from './record.ts';

/** Loggers that exist when env.py starts, because the libraries make them as they are imported. */
const LIBRARY_LOGGERS: readonly string[] = [
  'alembic',
  'alembic.autogenerate.api',
  'alembic.autogenerate.compare',
  'alembic.autogenerate.compare.check_constraints',
  'alembic.autogenerate.compare.comments',
  'alembic.autogenerate.compare.constraints',
  'alembic.autogenerate.compare.schema',
  'alembic.autogenerate.compare.server_defaults',
  'alembic.autogenerate.compare.tables',
  'alembic.autogenerate.compare.types',
  'alembic.config',
  'alembic.ddl.impl',
  'alembic.ddl.postgresql',
  'alembic.runtime.migration',
  'alembic.runtime.plugins',
  'alembic.util.messaging',
  'asyncio',
  'concurrent.futures',
  'sqlalchemy',
  'sqlalchemy.dialects.postgresql',
];

/** Where a record comes from, when Python code logs. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly functionName: string;
}

const LIBRARY: Origin = { file: '', line: 0, functionName: '' };

export class Logging {
  readonly levels = new Levels();
  readonly root: Logger;
  /** Takes what no handler takes: warnings go to stderr, as bare messages. */
  readonly lastResort: StreamHandler;
  /** `logging.disable(level)`: nothing up to this level is logged. */
  disabledBelow = 0;
  /** Makes the loggers to come; a program may have set a class of its own. */
  make: (name: string) => Logger = (name) => new Logger(name, this);
  readonly #loggers = new Map<string, Logger>();
  readonly #process: Process;
  readonly #started: bigint;

  constructor(process: Process) {
    this.#process = process;
    this.#started = process.machine.now();
    this.root = new Logger('root', this);
    this.root.level = WARNING;
    this.lastResort = new StreamHandler(process.stderr);
    this.lastResort.level = WARNING;
    for (const name of LIBRARY_LOGGERS) this.getLogger(name);
    this.getLogger('alembic').addHandler(new NullHandler());
    this.getLogger('sqlalchemy').level = WARNING;
  }

  get stderr() {
    return this.#process.stderr;
  }

  /** @param name empty or "root" for the root */
  getLogger(name?: string): Logger {
    if (!name || name === 'root') return this.root;
    let logger = this.#loggers.get(name);
    if (!logger) {
      logger = this.make(name);
      this.#loggers.set(name, logger);
    }
    return logger;
  }

  /** Every logger but the root by its name, in the order in which they were made. */
  byName(): ReadonlyMap<string, Logger> {
    return this.#loggers;
  }

  /** Every logger but the root, sorted by name. */
  all(): Logger[] {
    return [...this.#loggers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  parentOf(logger: Logger): Logger | undefined {
    if (logger === this.root) return undefined;
    for (let dot = logger.name.lastIndexOf('.'); dot > 0; dot = logger.name.lastIndexOf('.', dot - 1)) {
      const above = this.#loggers.get(logger.name.slice(0, dot));
      if (above) return above;
    }
    return this.root;
  }

  /** A record as of now. */
  record(
    logger: Pick<Logger, 'name'>,
    level: number,
    text: () => string,
    rest: Partial<LogRecord> = {},
    origin: Origin = LIBRARY,
  ): LogRecord {
    const created = this.#process.machine.now();
    return {
      name: logger.name,
      level,
      levelName: this.levels.nameOf(level),
      msg: undefined,
      args: undefined,
      message: text,
      created,
      relative: created - this.#started,
      ...origin,
      ...rest,
    };
  }

  /** `getLogger(name).isEnabledFor(level)` */
  isLogged(name: string, level: LogLevel): boolean {
    return this.getLogger(name).isEnabledFor(this.levels.check(level));
  }

  /** Logs a finished text, as library code does. @param failed told where a formatter fails; the program goes on */
  log(
    name: string,
    level: LogLevel,
    message: string | LateMessage,
    failed?: (error: unknown, msg: string) => void,
  ): void {
    const logger = this.getLogger(name);
    const number = this.levels.check(level);
    if (!logger.isEnabledFor(number)) return;
    const [msg, text] =
      typeof message === 'string' ? [message, () => message] : [message.template, () => message.text()];
    const rest = { msg, failed: failed && ((error: unknown) => failed(error, msg)) };
    logger.handle(this.record(logger, number, text, rest));
  }

  /** `basicConfig` with its defaults filled in. A root that has handlers stays as it is, unless forced. */
  basicConfig(how: {
    formatter?: Formatter;
    level?: unknown;
    stream?: StreamHandler['stream'];
    force?: boolean;
  }): void {
    if (how.force) this.root.handlers.length = 0;
    if (this.root.handlers.length > 0) return;
    const handler = new StreamHandler(how.stream ?? this.stderr);
    handler.formatter = how.formatter ?? new Formatter(BASIC_FORMAT);
    this.root.addHandler(handler);
    if (how.level !== undefined && how.level !== null) this.root.level = this.levels.check(how.level);
  }
}

const BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s';

const logs = new WeakMap<Process, Logging>();

/** The loggers of a process; made on first use. */
export function loggingOf(process: Process): Logging {
  let logging = logs.get(process);
  if (!logging) {
    logging = new Logging(process);
    logs.set(process, logging);
  }
  return logging;
}
