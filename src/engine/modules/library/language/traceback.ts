/** `traceback`. */
import { list, PyTuple } from '../../../python/values/containers/containers.ts';
import { PyException, type TracebackEntry } from '../../../python/values/exceptions/exceptions.ts';
import { formatException, sourceOf } from '../../../python/values/exceptions/traceback.ts';
import { PyTraceback } from '../../../python/values/exceptions/traceback-object.ts';
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

const framesOf = (value: Value): readonly TracebackEntry[] => {
  if (value instanceof PyTraceback) return value.entries;
  return value instanceof PyException ? value.traceback.toReversed() : [];
};

/** The frames of a traceback or an exception, outermost first, as (file, line, function, source line, its marks). */
const entries = nativeFunction('_entries', 'traceback', (call, given: Value) =>
  list(
    framesOf(given).map((entry) => {
      const { line, marks } = sourceOf({ source: source(call) }, entry);
      return new PyTuple([entry.file, entry.span.lineno, entry.name, line, marks]);
    }),
  ),
);

const line = nativeFunction('_line', 'file, number', (call, file: string, number: number) =>
  (source(call)(file)?.split('\n')[number - 1] ?? '').trim(),
);

const natives: NativeModule['names'] = {
  _format: () => format,
  _handled: () => handled,
  _frame: () => frame,
  _entries: () => entries,
  _line: () => line,
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
    def __init__(self, filename, lineno, name, line=None, marks="", *, lookup_line=True, locals=None):
        self.filename, self.lineno, self.name, self.line, self._marks = filename, lineno, name, line, marks
        self.locals = locals

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented

    def __len__(self):
        return 4

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


class StackSummary(list):
    @classmethod
    def from_list(cls, a_list):
        return cls(one if isinstance(one, FrameSummary) else FrameSummary(*one) for one in a_list)

    def format_frame_summary(self, frame_summary):
        f = frame_summary
        return '  File "%s", line %s, in %s\n%s' % (f.filename, f.lineno, f.name, "    %s\n%s" % (f.line, f._marks) if f.line else "")

    def format(self):
        lines, last, count = [], None, 0

        def repeated():
            if count > 3:
                lines.append("  [Previous line repeated %d more time%s]\n" % (count - 3, "" if count == 4 else "s"))

        for frame in self:
            place = (frame.filename, frame.lineno, frame.name)
            if place != last:
                repeated()
                last, count = place, 0
            count += 1
            if count <= 3:
                lines.append(self.format_frame_summary(frame))
        repeated()
        return lines


def _limited(frames, limit):
    if limit is None:
        return frames
    return frames[limit:] if limit < 0 else frames[:limit]


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print("".join(format_list(extracted_list)), end="", file=_sys.stderr if file is None else file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = _frame()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    pass


def extract_tb(tb, limit=None):
    return StackSummary(FrameSummary(*entry) for entry in _limited(_entries(tb), limit))


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), end="", file=_sys.stderr if file is None else file)


def extract_stack(f=None, limit=None):
    found = []
    for frame, number in walk_stack(f):
        file = frame.f_code.co_filename
        found.append(FrameSummary(file, number, frame.f_code.co_name, _line(file, number)))
    found.reverse()
    return StackSummary(found if limit is None else found[-limit:])


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print("".join(format_stack(f, limit)), end="", file=_sys.stderr if file is None else file)


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
