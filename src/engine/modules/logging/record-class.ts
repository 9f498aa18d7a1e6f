/** logging.LogRecord. */
import { nativeClass } from '../../python/values/native.ts';
import { percentFormat } from '../../python/values/percent.ts';
import type { Value } from '../../python/values/value.ts';
import { Float } from '../../stdlib/float.ts';
import { loggingOf } from '../../stdlib/logging/logging.ts';
import type { LogRecord } from '../../stdlib/logging/record.ts';

/** A record as handlers and filters of the learner see it. */
export class RecordValue {
  readonly record: LogRecord;
  constructor(record: LogRecord) {
    this.record = record;
  }
}

export const recordClass = nativeClass({
  name: 'LogRecord',
  module: 'logging',
  host: RecordValue,
  signature: 'name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs',
  construct: (
    call,
    _cls,
    name: string,
    level: number,
    file: string,
    line: number,
    msg: Value,
    args: Value,
    _excInfo: Value,
    func: string | null,
  ) => {
    const logging = loggingOf(call.process);
    const text = () =>
      args !== null && call.truth(args) ? percentFormat(call.str(msg), args) : call.str(msg);
    const origin = { file, line, functionName: func ?? '' };
    return new RecordValue(logging.record({ name }, level, text, { msg, args }, origin));
  },
  methods: { getMessage: ['', (_call, self: RecordValue) => self.record.message()] },
  getters: {
    name: ({ record }: RecordValue) => record.name,
    msg: ({ record }: RecordValue) => (record.msg as Value | undefined) ?? record.message(),
    args: ({ record }: RecordValue) => (record.args as Value | undefined) ?? null,
    levelno: ({ record }: RecordValue) => record.level,
    levelname: ({ record }: RecordValue) => record.levelName,
    pathname: ({ record }: RecordValue) => record.file,
    lineno: ({ record }: RecordValue) => record.line,
    funcName: ({ record }: RecordValue) => record.functionName,
    created: ({ record }: RecordValue) => new Float(Number(record.created) / 1e6),
    exc_info: () => null,
    exc_text: ({ record }: RecordValue) => record.exceptionText ?? null,
    message: ({ record }: RecordValue) => record.message(),
  },
  getattr: ({ record }: RecordValue, name) => record.extra?.get(name) as Value | undefined,
});
