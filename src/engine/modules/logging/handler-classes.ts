/** `logging.Handler`, and handlers of streams. */
import type { Output } from '../../machine.ts';
import { typeName } from '../../python/values/classes/class-of.ts';
import { type Interpreter, interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { Handler, NullHandler, StreamHandler } from '../../stdlib/logging/handler.ts';
import { loggingOf } from '../../stdlib/logging/logging.ts';
import type { LogRecord } from '../../stdlib/logging/record.ts';
import { fromOutput, toOutput } from '../streams.ts';
import { FILTER_METHODS, filterList } from './filters.ts';
import { asFormatter, MODULE } from './formatter-class.ts';
import { levelOf } from './level.ts';
import { RecordValue } from './record-class.ts';

/** `<StreamHandler <stderr> (INFO)>`; `where` ends in a space. */
export function handlerText(call: Interpreter, handler: Handler, where = ''): string {
  const level = loggingOf(call.process).levels.nameOf(handler.level);
  return `<${typeName(handler as unknown as Value)} ${where}(${level})>`;
}

function emitThrough(call: Interpreter, self: Handler): Handler {
  if (Object.hasOwn(self, 'emit')) return self;
  const cls = call.getAttribute(self, '__class__');
  if (cls === handlerClass || cls === streamHandlerClass || cls === nullHandlerClass) return self;
  Object.defineProperty(self, 'emit', {
    configurable: true,
    value: (record: LogRecord) => {
      interpreter().callMethod(self, 'emit', new RecordValue(record));
    },
  });
  return self;
}

/** A handler as a logger keeps it: one of a learner's class calls the learner's `emit`. */
export const asHandler = (call: Interpreter, self: Handler): Handler => emitThrough(call, self);

export const handlerClass = nativeClass({
  name: 'Handler',
  module: MODULE,
  host: Handler,
  signature: 'level=0',
  construct: (call, _cls, level: Value) => {
    const handler = new Handler();
    handler.level = levelOf(call, level);
    return handler;
  },
  methods: {
    setLevel: [
      'level',
      (call, self: Handler, level: Value) => {
        self.level = levelOf(call, level);
        return null;
      },
    ],
    setFormatter: [
      'fmt',
      (_call, self: Handler, format: Value) => {
        self.formatter = asFormatter(format);
        return null;
      },
    ],
    ...FILTER_METHODS,
    format: ['record', (_call, self: Handler, record: RecordValue) => self.format(record.record)],
    emit: [
      'record',
      (_call, self: Handler, record: RecordValue) => {
        (Object.getPrototypeOf(self) as Handler).emit.call(self, record.record);
        return null;
      },
    ],
    handle: [
      'record',
      (_call, self: Handler, record: RecordValue) => {
        self.handle(record.record);
        return null;
      },
    ],
    flush: ['', () => null],
    close: ['', () => null],
    acquire: ['', () => null],
    release: ['', () => null],
  },
  getters: {
    level: (self: Handler) => self.level,
    name: (self: Handler) => self.name,
    formatter: (self: Handler) => self.formatter ?? null,
    filters: filterList,
  },
  setters: {
    level: (self: Handler, level: number) => {
      self.level = level;
    },
    name: (self: Handler, name: string) => {
      self.name = name;
    },
    formatter: (self: Handler, format: Value) => {
      self.formatter = asFormatter(format);
    },
  },
  repr: (self: Handler, call) => handlerText(call, self),
});

export const nullHandlerClass = nativeClass({
  name: 'NullHandler',
  module: MODULE,
  bases: [handlerClass],
  host: NullHandler,
  signature: 'level=0',
  construct: () => new NullHandler(),
});

const streamOf = (call: Interpreter, stream: Value): Output =>
  stream === null ? call.process.stderr : toOutput(call, stream);

export const streamHandlerClass = nativeClass({
  name: 'StreamHandler',
  module: MODULE,
  bases: [handlerClass],
  host: StreamHandler,
  signature: 'stream=None',
  construct: (call, _cls, stream: Value) => new StreamHandler(streamOf(call, stream)),
  methods: {
    setStream: [
      'stream',
      (call, self: StreamHandler, stream: Value) => {
        const before = self.stream;
        self.stream = streamOf(call, stream);
        return fromOutput(call, before);
      },
    ],
  },
  getters: {
    stream: (self: StreamHandler, call) => fromOutput(call, self.stream),
    terminator: (self: StreamHandler) => self.terminator,
  },
  repr: (self: StreamHandler, call) => {
    const name = call.getAttribute(fromOutput(call, self.stream), 'name');
    const shown = name === undefined || name === null || name === '' ? '' : `${call.str(name)} `;
    return handlerText(call, self, shown);
  },
  setters: {
    stream: (self: StreamHandler, stream: Value, call) => {
      self.stream = streamOf(call, stream);
    },
    terminator: (self: StreamHandler, text: string) => {
      self.terminator = text;
    },
  },
});
