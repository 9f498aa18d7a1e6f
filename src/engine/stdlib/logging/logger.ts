/** A node in the tree of loggers. */
import type { Filter, Handler } from './handler.ts';
import { NOTSET } from './levels.ts';
import type { Logging } from './logging.ts';
import type { LogRecord } from './record.ts';

export class Logger {
  readonly name: string;
  readonly logging: Logging;
  level: number = NOTSET;
  propagate = true;
  disabled = false;
  readonly handlers: Handler[] = [];
  readonly filters: Filter[] = [];

  constructor(name: string, logging: Logging) {
    this.name = name;
    this.logging = logging;
  }

  /** The nearest logger above that exists; undefined for the root. */
  get parent(): Logger | undefined {
    return this.logging.parentOf(this);
  }

  effectiveLevel(): number {
    for (let logger: Logger | undefined = this; logger; logger = logger.parent) {
      if (logger.level !== NOTSET) return logger.level;
    }
    return NOTSET;
  }

  isEnabledFor(level: number): boolean {
    return !this.disabled && level > this.logging.disabledBelow && level >= this.effectiveLevel();
  }

  /** Own handlers, or those of a logger above that records reach? */
  hasHandlers(): boolean {
    for (
      let logger: Logger | undefined = this;
      logger;
      logger = logger.propagate ? logger.parent : undefined
    ) {
      if (logger.handlers.length > 0) return true;
    }
    return false;
  }

  addHandler(handler: Handler): void {
    if (!this.handlers.includes(handler)) this.handlers.push(handler);
  }

  removeHandler(handler: Handler): void {
    const at = this.handlers.indexOf(handler);
    if (at >= 0) this.handlers.splice(at, 1);
  }

  handle(record: LogRecord): void {
    if (this.disabled || !this.filters.every((filter) => filter(record))) return;
    let found = 0;
    for (
      let logger: Logger | undefined = this;
      logger;
      logger = logger.propagate ? logger.parent : undefined
    ) {
      for (const handler of [...logger.handlers]) handler.handle(record);
      found += logger.handlers.length;
    }
    if (found === 0) this.logging.lastResort.handle(record);
  }
}
