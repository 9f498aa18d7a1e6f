/** logging's handlers, formatters and filters as Python classes. */
import type { Output } from '../../machine.ts';
import { list } from '../../python/values/containers.ts';
import { type Interpreter, interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native.ts';
import type { Value } from '../../python/values/value.ts';
import { Formatter } from '../../stdlib/logging/formatter.ts';
import { type Filter, Handler, NullHandler, StreamHandler } from '../../stdlib/logging/handler.ts';
import { loggingOf } from '../../stdlib/logging/logging.ts';
import type { LogRecord } from '../../stdlib/logging/record.ts';
import { fromOutput, toOutput } from '../streams.ts';
import { RecordValue } from './record-class.ts';

const MODULE = 'logging';

export const formatterClass = nativeClass({
  name: 'Formatter',
  module: MODULE,
  host: Formatter,
  signature: "fmt=None, datefmt=None, style='%', validate=True, *, defaults=None",
  construct: (call, _cls, format: string | null, dateFormat: string | null, style: string, validate: Value) =>
    new Formatter(format, dateFormat, style, call.truth(validate)),
  methods: {
    format: ['record', (_call, self: Formatter, record: RecordValue) => self.text(record.record)],
    formatTime: [
      'record, datefmt=None',
      (_call, self: Formatter, record: RecordValue, dateFormat: string | null) =>
        self.time(record.record, dateFormat ?? undefined),
    ],
  },
  getters: { _fmt: (self: Formatter) => self.format, datefmt: (self: Formatter) => self.dateFormat ?? null },
});

/** A learner's formatter may override `format`; a learner's handler `emit`. */
class LearnerFormatter extends Formatter {
  readonly object: Value;
  constructor(object: Value) {
    super();
    this.object = object;
  }
  override text(record: LogRecord): string {
    return interpreter().str(interpreter().callMethod(this.object, 'format', new RecordValue(record)));
  }
}

export const asFormatter = (value: Value): Formatter | undefined => {
  if (value === null) return undefined;
  const plain = value instanceof Formatter && Object.getPrototypeOf(value) === Formatter.prototype;
  return plain && interpreter().getAttribute(value, '__class__') === formatterClass
    ? value
    : new LearnerFormatter(value);
};

/** Filters: an object with `filter`, a callable, or a logger's name. */
export const asFilter =
  (filter: Value): Filter =>
  (record) => {
    const call = interpreter();
    const own = call.getAttribute(filter, 'filter');
    return call.truth(call.call(own ?? filter, [new RecordValue(record)]));
  };

function emitThrough(call: Interpreter, self: Handler): Handler {
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
    handler.level = loggingOf(call.process).levels.check(level);
    return handler;
  },
  methods: {
    setLevel: [
      'level',
      (call, self: Handler, level: Value) => {
        self.level = loggingOf(call.process).levels.check(level);
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
    addFilter: [
      'filter',
      (_call, self: Handler, filter: Value) => {
        self.filters.push(asFilter(filter));
        return null;
      },
    ],
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
    filters: () => list([]),
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
  repr: (self: Handler, call) =>
    `<${String(call.getAttribute(call.getAttribute(self, '__class__')!, '__name__'))} (${loggingOf(call.process).levels.nameOf(self.level)})>`,
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
  setters: {
    stream: (self: StreamHandler, stream: Value, call) => {
      self.stream = streamOf(call, stream);
    },
    terminator: (self: StreamHandler, text: string) => {
      self.terminator = text;
    },
  },
});

/** A file that grows with every record. */
class FileStream implements Output {
  readonly path: string;
  readonly #call: Interpreter;
  constructor(call: Interpreter, path: string, mode: string) {
    this.#call = call;
    this.path = path;
    if (mode.startsWith('w') || !call.process.machine.files.isFile(path))
      call.process.machine.files.write(path, '');
  }
  write(text: string): void {
    const { files } = this.#call.process.machine;
    files.write(this.path, (files.read(this.path) ?? '') + text);
  }
}

class FileHandler extends StreamHandler {}

const fileHandler = (name: string, module: string, signature: string) =>
  nativeClass({
    name,
    module,
    bases: [streamHandlerClass],
    signature,
    construct: (call, _cls, file: Value, mode: string | null) => {
      const name = call.str(file);
      const path = name.startsWith('/') ? name : `${call.process.cwd}/${name}`;
      return new FileHandler(new FileStream(call, path, mode ?? 'a'));
    },
    host: FileHandler,
  });

export const fileHandlerClass = fileHandler(
  'FileHandler',
  MODULE,
  "filename, mode='a', encoding=None, delay=False, errors=None",
);

/** Files of a lesson are never rotated: they stay far below any limit. */
export const rotatingHandlerClass = fileHandler(
  'RotatingFileHandler',
  'logging.handlers',
  "filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None",
);
