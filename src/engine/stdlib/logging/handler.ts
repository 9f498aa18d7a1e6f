/** Where records end up. */
import type { Output } from '../../machine.ts';
import { Formatter } from './formatter.ts';
import { NOTSET } from './levels.ts';
import type { LogRecord } from './record.ts';

/** Lets a record pass, or not. */
export type Filter = (record: LogRecord) => boolean;

export class Handler {
  name: string | null = null;
  level: number = NOTSET;
  /** undefined: the bare message. */
  formatter: Formatter | undefined;
  readonly filters: Filter[] = [];

  handle(record: LogRecord): void {
    if (record.level < this.level) return;
    if (this.filters.every((filter) => filter(record))) this.emit(record);
  }

  format(record: LogRecord): string {
    return (this.formatter ?? PLAIN).text(record);
  }

  /** Writes the record; a handler of no kind does nothing. */
  emit(_record: LogRecord): void {}
}

const PLAIN = new Formatter();

export class NullHandler extends Handler {}

/** Writes lines to a stream. */
export class StreamHandler extends Handler {
  stream: Output;
  terminator = '\n';

  constructor(stream: Output) {
    super();
    this.stream = stream;
  }

  override emit(record: LogRecord): void {
    let text: string;
    try {
      text = this.format(record);
    } catch (error) {
      if (!record.failed) throw error;
      record.failed(error);
      return;
    }
    this.stream.write(text + this.terminator);
  }
}
