/** logging.LogRecord. */
import { attributesOf } from '../../python/values/attributes/attributes.ts';
import { percentFormat } from '../../python/values/format/percent.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { Float } from '../../stdlib/float.ts';
import { loggingOf } from '../../stdlib/logging/logging.ts';
import type { LogRecord } from '../../stdlib/logging/record.ts';

/** A record as handlers and filters of the learner see it. */
export class RecordValue {
  readonly record: LogRecord;
  msg: Value;
  args: Value;
  constructor(record: LogRecord) {
    this.record = record;
    this.msg = (record.msg as Value | undefined) ?? record.message();
    this.args = (record.args as Value | undefined) ?? null;
  }
}

/** Takes what a filter has done to a record over into the record. */
export function keepChanges(call: Interpreter, value: RecordValue): void {
  const { record, msg, args } = value;
  const added = attributesOf(value);
  if (added?.size) record.extra = new Map([...(record.extra ?? []), ...added]);
  if (
    msg === ((record.msg as Value | undefined) ?? msg) &&
    args === ((record.args as Value | undefined) ?? args)
  )
    return;
  Object.assign(record, { msg, args, message: () => messageOf(call, value) });
}

/** The message with its arguments filled in, as they are now. */
const messageOf = (call: Interpreter, { msg, args }: RecordValue): string =>
  args !== null && call.truth(args) ? percentFormat(call.str(msg), args) : call.str(msg);

export const recordClass = nativeClass({
  name: 'LogRecord',
  module: 'logging',
  host: RecordValue,
  signature: 'name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs',
  construct: (
    call,
    _cls,
    name: string | null,
    level: number | null,
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
    return new RecordValue(logging.record({ name: name ?? 'None' }, level ?? 0, text, { msg, args }, origin));
  },
  methods: { getMessage: ['', (call, self: RecordValue) => messageOf(call, self)] },
  getters: {
    name: ({ record }: RecordValue) => record.name,
    msg: (self: RecordValue) => self.msg,
    args: (self: RecordValue) => self.args,
    levelno: ({ record }: RecordValue) => record.level,
    levelname: ({ record }: RecordValue) => record.levelName,
    pathname: ({ record }: RecordValue) => record.file,
    lineno: ({ record }: RecordValue) => record.line,
    funcName: ({ record }: RecordValue) => record.functionName,
    created: ({ record }: RecordValue) => new Float(Number(record.created) / 1e6),
    filename: ({ record }: RecordValue) => record.file.slice(record.file.lastIndexOf('/') + 1),
    module: ({ record }: RecordValue) =>
      record.file.slice(record.file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''),
    msecs: ({ record }: RecordValue) => new Float(Number((record.created / 1000n) % 1000n)),
    relativeCreated: ({ record }: RecordValue) => new Float(Number(record.relative) / 1000),
    process: () => 1,
    processName: () => 'MainProcess',
    thread: () => 1,
    threadName: () => 'MainThread',
    stack_info: () => null,
    exc_info: () => null,
    exc_text: ({ record }: RecordValue) => record.exceptionText ?? null,
    message: (self: RecordValue, call) => messageOf(call, self),
  },
  setters: {
    msg: (self: RecordValue, msg: Value) => {
      self.msg = msg;
    },
    args: (self: RecordValue, args: Value) => {
      self.args = args;
    },
  },
  repr: (self: RecordValue, call) => {
    const { name, level, file, line } = self.record;
    return `<LogRecord: ${name}, ${level}, ${file}, ${line}, "${call.str(self.msg)}">`;
  },
  getattr: ({ record }: RecordValue, name) => record.extra?.get(name) as Value | undefined,
});
