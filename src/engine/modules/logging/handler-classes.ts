/** logging's handlers, formatters and filters as Python classes. */

import type { Output } from '../../machine.ts';
import { typeName } from '../../python/values/class-of.ts';
import { list } from '../../python/values/containers.ts';
import { isException, valueError } from '../../python/values/exceptions.ts';
import { type Interpreter, interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native.ts';
import type { Value } from '../../python/values/value.ts';
import { Formatter } from '../../stdlib/logging/formatter.ts';
import { type Filter, Handler, NullHandler, StreamHandler } from '../../stdlib/logging/handler.ts';
import { loggingOf } from '../../stdlib/logging/logging.ts';
import type { LogRecord } from '../../stdlib/logging/record.ts';
import { reprString } from '../../stdlib/repr.ts';
import { parseFormat } from '../builtins/str-format.ts';
import { fromOutput, toOutput } from '../streams.ts';
import { levelOf } from './level.ts';
import { keepChanges, RecordValue } from './record-class.ts';

const MODULE = 'logging';

const FIELD = /^(?:\d+|[a-z_]\w*)(?:\.\w+|\[[^\]]+\])*$/i;
const SPEC = /^(?:.?[<=>^])?[+ -]?#?0?(?:\d+|\{\w+\})?[,_]?(?:\.(?:\d+|\{\w+\}))?[bcdefgnosx%]?$/i;

/** Formats of the styles `{` and `$` are read before they are used. @throws ValueError as logging words it */
function checkFormat(format: string, style: string): void {
  const invalid = (what: string) => valueError(`invalid format: ${what}`);
  if (style === '$') {
    const rest = format.replace(/\$\$|\$\w+|\$\{\w+\}/g, '');
    if (rest.includes('$')) throw invalid("bare '$' not allowed");
    if (!/\$\w|\$\{/.test(format.replaceAll('$$', ''))) throw invalid('no fields');
  }
  if (style !== '{') return;
  let parts: ReturnType<typeof parseFormat>;
  try {
    parts = parseFormat(format);
  } catch (error) {
    throw isException(error, 'ValueError') ? invalid(String(error.args[0])) : error;
  }
  const fields = parts.filter((part) => typeof part !== 'string').filter(({ name }) => name !== '');
  for (const { name, conversion, spec } of fields) {
    if (!FIELD.test(name)) throw invalid(`invalid field name/expression: ${reprString(name)}`);
    if (conversion && !'rsa'.includes(conversion))
      throw invalid(`invalid conversion: ${reprString(conversion)}`);
    if (!SPEC.test(spec)) throw invalid(`bad specifier: ${reprString(spec)}`);
  }
  if (fields.length === 0) throw invalid('no fields');
}

export const formatterClass = nativeClass({
  name: 'Formatter',
  module: MODULE,
  host: Formatter,
  signature: "fmt=None, datefmt=None, style='%', validate=True, *, defaults=None",
  construct: (
    call,
    _cls,
    format: string | null,
    dateFormat: string | null,
    style: string,
    validate: Value,
  ) => {
    if (call.truth(validate) && format) checkFormat(format, style);
    return new Formatter(format, dateFormat, style, call.truth(validate));
  },
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

/** What filters were made from. */
const origins = new WeakMap<Filter, Value>();

/** Filters: an object with `filter`, or a callable. */
export function asFilter(value: Value): Filter {
  const filter: Filter = (record) => {
    const call = interpreter();
    const own = call.getAttribute(value, 'filter');
    const seen = new RecordValue(record);
    const passes = call.truth(call.call(own ?? value, [seen]));
    keepChanges(call, seen);
    return passes;
  };
  origins.set(filter, value);
  return filter;
}

/** The learner's object behind a filter. */
export const filterValue = (filter: Filter): Value => origins.get(filter) ?? null;

/** `<StreamHandler <stderr> (INFO)>`; `where` ends in a space. */
function handlerText(call: Interpreter, handler: Handler, where = ''): string {
  const level = loggingOf(call.process).levels.nameOf(handler.level);
  return `<${typeName(handler as unknown as Value)} ${where}(${level})>`;
}

/** Takes out the filter that was made from this object; nothing where there is none. */
export function removeFilter(filters: Filter[], value: Value): void {
  const at = filters.findIndex((filter) => origins.get(filter) === value);
  if (at >= 0) filters.splice(at, 1);
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
    addFilter: [
      'filter',
      (_call, self: Handler, filter: Value) => {
        self.filters.push(asFilter(filter));
        return null;
      },
    ],
    removeFilter: [
      'filter',
      (_call, self: Handler, filter: Value) => {
        removeFilter(self.filters, filter);
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
    filters: (self: Handler) => list(self.filters.map(filterValue)),
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

/** A file that grows with every record. */
class FileStream implements Output {
  readonly path: string;
  readonly #call: Interpreter;
  readonly mode: string;
  #isOpen = false;
  constructor(call: Interpreter, path: string, mode: string) {
    this.#call = call;
    this.path = path;
    this.mode = mode;
  }
  /** @throws OSError of Python where the file cannot be written */
  open(): void {
    if (!this.#isOpen) this.#call.call(this.#call.importName('io.open'), [this.path, this.mode]);
    this.#isOpen = true;
  }
  write(text: string): void {
    this.open();
    const { files } = this.#call.process.machine;
    files.write(this.path, (files.read(this.path) ?? '') + text);
  }
}

class FileHandler extends StreamHandler {
  override stream: FileStream;
  constructor(stream: FileStream) {
    super(stream);
    this.stream = stream;
  }
}

/** A class of handlers that write to a file; each has a host of its own, by which its objects are known. */
function fileHandler(name: string, module: string, signature: string) {
  class Host extends FileHandler {}
  const takesMode = signature.includes(' mode=');
  const delayed = signature.split(', ').findIndex((part) => part.startsWith('delay='));
  return nativeClass({
    name,
    module,
    bases: [streamHandlerClass],
    signature,
    construct: (call, _cls, ...given: Value[]) => {
      const [file, mode] = given as [Value, string | null];
      const name = call.str(call.call(call.importName('os.fspath'), [file]));
      const path = name.startsWith('/') ? name : `${call.process.cwd}/${name}`;
      const stream = new FileStream(call, path, takesMode ? (mode ?? 'a') : 'a');
      if (!call.truth(given[delayed]!)) stream.open();
      return new Host(stream);
    },
    getters: {
      baseFilename: (self: FileHandler) => self.stream.path,
      mode: (self: FileHandler) => self.stream.mode,
    },
    repr: (self: FileHandler, call) => handlerText(call, self, `${self.stream.path} `),
    host: Host,
  });
}

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

export const timedRotatingHandlerClass = fileHandler(
  'TimedRotatingFileHandler',
  'logging.handlers',
  "filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None",
);

export const watchedHandlerClass = fileHandler(
  'WatchedFileHandler',
  'logging.handlers',
  "filename, mode='a', encoding=None, delay=False, errors=None",
);
