/** Handlers that write files. */
import type { Output } from '../../machine.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { StreamHandler } from '../../stdlib/logging/handler.ts';
import { absolutePath } from '../../stdlib/posix-path.ts';
import { MODULE } from './formatter-class.ts';
import { handlerText, streamHandlerClass } from './handler-classes.ts';

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
      const path = absolutePath(call.process.cwd, name);
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
