/** Records as text. */
import { Raise } from '../../machine.ts';
import { reprString } from '../repr.ts';
import { formatPercent, VALID } from './percent.ts';
import type { LogRecord } from './record.ts';
import { formatTime } from './time.ts';

export type Style = '%' | '{' | '$';

const DEFAULT_FORMAT: Readonly<Record<Style, string>> = {
  '%': '%(message)s',
  '{': '{message}',
  $: '$' + '{message}',
};

/** Formats a record by a well-formed format in the `%` style; what else Python reads is up to those that extend this. */
export class Formatter {
  readonly format: string;
  readonly dateFormat: string | undefined;
  readonly style: Style;

  /** @throws ValueError for a format that its style cannot read */
  constructor(format?: string | null, dateFormat?: string | null, style: string = '%', validate = true) {
    if (!(style in DEFAULT_FORMAT)) throw new Raise('builtins.ValueError', ['Style must be one of: %,{,$']);
    this.style = style as Style;
    this.format = format || DEFAULT_FORMAT[this.style];
    this.dateFormat = dateFormat ?? undefined;
    if (validate && this.style === '%' && !VALID.test(this.format)) {
      throw new Raise('builtins.ValueError', [`Invalid format ${reprString(this.format)} for '%' style`]);
    }
  }

  text(record: LogRecord): string {
    const body = this.body(record);
    if (!record.exceptionText) return body;
    return `${body}${body.endsWith('\n') ? '' : '\n'}${record.exceptionText}`;
  }

  time(record: LogRecord, dateFormat = this.dateFormat): string {
    if (dateFormat) return formatTime(record.created, dateFormat);
    const millis = String((record.created / 1000n) % 1000n).padStart(3, '0');
    return `${formatTime(record.created, '%Y-%m-%d %H:%M:%S')},${millis}`;
  }

  /** The record by the format alone. @throws ValueError for a field that the record lacks, as logging words it */
  protected body(record: LogRecord): string {
    return formatPercent(this.format, (name) => this.attribute(record, name));
  }

  protected attribute(record: LogRecord, name: string): string | number | undefined {
    switch (name) {
      case 'message':
        return record.message();
      case 'name':
        return record.name;
      case 'levelname':
        return record.levelName;
      case 'levelno':
        return record.level;
      case 'asctime':
        return this.time(record);
      case 'created':
        return Number(record.created) / 1e6;
      case 'msecs':
        return Number((record.created / 1000n) % 1000n);
      case 'relativeCreated':
        return Number(record.relative) / 1000;
      case 'pathname':
        return record.file;
      case 'filename':
        return record.file.slice(record.file.lastIndexOf('/') + 1);
      case 'module':
        return record.file.slice(record.file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
      case 'lineno':
        return record.line;
      case 'funcName':
        return record.functionName;
      case 'process':
        return 1;
      case 'processName':
        return 'MainProcess';
      case 'thread':
        return 1;
      case 'threadName':
        return 'MainThread';
      default: {
        const extra = record.extra?.get(name);
        return extra === undefined ? undefined : typeof extra === 'number' ? extra : String(extra);
      }
    }
  }
}
