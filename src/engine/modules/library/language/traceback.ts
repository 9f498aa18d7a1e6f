/** `traceback`. */
import { list, PyTuple } from '../../../python/values/containers/containers.ts';
import { PyException } from '../../../python/values/exceptions/exceptions.ts';
import { formatException } from '../../../python/values/exceptions/traceback.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { pythonModule } from '../../library.ts';
import { callingFrame } from '../caller.ts';

const source = (call: Interpreter) => (file: string) => call.process.machine.files.read(file);

const format = nativeFunction('_format', 'exception, limit', (call, exception: Value, limit: Value) =>
  exception instanceof PyException
    ? formatException(
        {
          python: call,
          source: source(call),
          plain: true,
          limit: limit === null ? undefined : Number(limit),
        },
        exception,
      )
    : 'NoneType: None\n',
);

const handled = nativeFunction('_handled', '', (call) => call.handling);

const frame = nativeFunction('_frame', '', (call) => callingFrame(call) ?? null);

/** Traceback entries, outermost first, as (file, line, function, source line). */
const entries = nativeFunction('_entries', 'exception', (call, exception: Value) =>
  list(
    exception instanceof PyException
      ? exception.traceback.toReversed().map(({ file, name, span }) => {
          const line = source(call)(file)?.split('\n')[span.lineno - 1];
          return new PyTuple([file, span.lineno, name, line?.trim() ?? '']);
        })
      : [],
  ),
);

const natives: NativeModule['names'] = {
  _format: () => format,
  _handled: () => handled,
  _frame: () => frame,
  _entries: () => entries,
};

export const tracebackModule = pythonModule(
  'traceback',
  String.raw`
import sys as _sys


def _exception(exc, value=None):
    if isinstance(exc, BaseException):
        return exc
    return value


def format_exc(limit=None, chain=True):
    return _format(_handled(), limit)


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(limit), end="", file=_sys.stderr if file is None else file)


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    return _format(_exception(exc, value), limit).splitlines(True)


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    print(_format(_exception(exc, value), limit), end="", file=_sys.stderr if file is None else file)


def format_exception_only(exc, /, value=None):
    exception = _exception(exc, value)
    cls = type(exception)
    name = cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else "%s.%s" % (cls.__module__, cls.__qualname__)
    text = str(exception)
    return ["%s: %s\n" % (name, text) if text else "%s\n" % name]


class FrameSummary:
    def __init__(self, filename, lineno, name, line=None):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


class StackSummary(list):
    def format(self):
        return ['  File "%s", line %s, in %s\n%s' % (f.filename, f.lineno, f.name, "    %s\n" % f.line if f.line else "") for f in self]


def extract_tb(tb, limit=None):
    return StackSummary(FrameSummary(*entry) for entry in _entries(_handled()))


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), end="", file=_sys.stderr if file is None else file)


def extract_stack(f=None, limit=None):
    found = []
    frame = _frame()
    while frame is not None:
        found.append(FrameSummary(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    return StackSummary(reversed(found))


def format_stack(f=None, limit=None):
    return extract_stack().format()


def print_stack(f=None, limit=None, file=None):
    print("".join(format_stack()), end="", file=_sys.stderr if file is None else file)


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **kwargs):
        self.exc_type = exc_type
        self._value = exc_value
        self.stack = StackSummary(FrameSummary(*entry) for entry in _entries(exc_value))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        yield from format_exception(self._value)

    def format_exception_only(self):
        yield from format_exception_only(self._value)

    def __str__(self):
        return str(self._value)
`,
  natives,
);
