/** `inspect` and `traceback`. */
import { PyFunction } from '../../python/evaluate/function.ts';
import { NativeFunction, PyBoundMethod } from '../../python/values/callable.ts';
import { list, PyTuple } from '../../python/values/containers.ts';
import { PyException } from '../../python/values/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { type NativeModule, nativeFunction } from '../../python/values/native.ts';
import { formatException } from '../../python/values/traceback.ts';
import type { Value } from '../../python/values/value.ts';
import { REQUIRED, type Signature } from '../../stdlib/signature.ts';
import { pythonModule } from '../library.ts';
import { callingFrame } from './caller.ts';

const KINDS = ['positional-only', 'positional', 'var-positional', 'keyword', 'var-keyword'];

function signatureOf(callable: Value): Signature | undefined {
  if (callable instanceof PyFunction || callable instanceof NativeFunction) return callable.signature;
  return undefined;
}

/** Parameters as (name, kind, has default, default); None where there is no telling. */
const parameters = nativeFunction('_parameters', 'callable', (_call, callable: Value) => {
  const bound = callable instanceof PyBoundMethod;
  const signature = signatureOf(bound ? callable.function : callable);
  if (!signature) return null;
  const rows = signature.parameters.map(({ name, kind }, index) => {
    const value = signature.defaults[index];
    const has = value !== REQUIRED && value !== undefined;
    return new PyTuple([name, KINDS.indexOf(kind), has, has ? (value as Value) : null]);
  });
  return list(bound ? rows.slice(1) : rows);
});

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
  _parameters: () => parameters,
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

export const inspectModule = pythonModule(
  'inspect',
  String.raw`
import types as _types
import sys as _sys

CO_COROUTINE = 0x80
CO_GENERATOR = 0x20


def ismodule(object): return isinstance(object, _types.ModuleType)
def isclass(object): return isinstance(object, type)
def ismethod(object): return isinstance(object, _types.MethodType)
def isfunction(object): return isinstance(object, _types.FunctionType)
def isbuiltin(object): return isinstance(object, _types.BuiltinFunctionType)
def isroutine(object): return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
def ismethoddescriptor(object): return type(object).__name__ in ("method_descriptor", "wrapper_descriptor", "classmethod_descriptor")
def isdatadescriptor(object): return not isclass(object) and (hasattr(type(object), "__set__") or hasattr(type(object), "__delete__") or isinstance(object, property))
def isgenerator(object): return isinstance(object, _types.GeneratorType)
def iscoroutine(object): return isinstance(object, _types.CoroutineType)
def isasyncgen(object): return isinstance(object, _types.AsyncGeneratorType)
def isframe(object): return isinstance(object, _types.FrameType)
def istraceback(object): return isinstance(object, _types.TracebackType)
def iscode(object): return isinstance(object, _types.CodeType)
def isawaitable(object): return iscoroutine(object) or hasattr(object, "__await__")
def isabstract(object): return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def _flags(object):
    object = getattr(object, "__func__", object)
    return object.__code__.co_flags if isfunction(object) else 0


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_SUSPENDED if generator.gi_suspended else GEN_CREATED


def iscoroutinefunction(obj): return _flags(obj) & 0xA0 == 0x80
def isgeneratorfunction(obj): return _flags(obj) & 0xA0 == 0x20
def isasyncgenfunction(obj): return _flags(obj) & 0xA0 == 0xA0


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


getmembers_static = getmembers


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return _sys.modules.get(getattr(object, "__module__", None))


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError("%r is a built-in module" % (object,))
    if isclass(object):
        module = _sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        raise TypeError("%r is a built-in class" % (object,))
    object = getattr(object, "__func__", object)
    if isfunction(object):
        return object.__code__.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got %s" % type(object).__name__)


getsourcefile = getfile


def currentframe():
    return _frame()


def stack(context=1):
    import traceback

    return list(reversed(traceback.extract_stack()))


class _empty:
    pass


class _ParameterKind:
    def __init__(self, value, name, description):
        self.value, self.name, self.description = value, name, description

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, self.value)

    def __str__(self):
        return self.name

    def __index__(self):
        return self.value

    def __lt__(self, other):
        return self.value < other.value


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
_KINDS = [_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD]


def formatannotation(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, *, name=None, kind=None, default=None, annotation=None):
        return Parameter(name or self.name, kind or self.kind, default=self.default if default is None else default, annotation=self.annotation if annotation is None else annotation)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        if self.kind is _VAR_POSITIONAL:
            text = "*" + text
        elif self.kind is _VAR_KEYWORD:
            text = "**" + text
        return text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (other.name, other.kind, other.default, other.annotation)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    def replace(self, *, parameters=None, return_annotation=None):
        return Signature(list(self.parameters.values()) if parameters is None else parameters, return_annotation=self.return_annotation if return_annotation is None else return_annotation)

    def __str__(self):
        parts, starred, last = [], False, None
        for parameter in self.parameters.values():
            if last is _POSITIONAL_ONLY and parameter.kind is not _POSITIONAL_ONLY:
                parts.append("/")
            if parameter.kind is _VAR_POSITIONAL:
                starred = True
            elif parameter.kind is _KEYWORD_ONLY and not starred:
                parts.append("*")
                starred = True
            parts.append(str(parameter))
            last = parameter.kind
        if last is _POSITIONAL_ONLY:
            parts.append("/")
        text = "(%s)" % ", ".join(parts)
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if follow_wrapped:
        obj = unwrap(obj)
    skip = False
    if isinstance(obj, type):
        obj, skip = obj.__init__, True
    elif not isroutine(obj):
        obj, skip = type(obj).__call__, True
    found = _parameters(obj)
    if found is None:
        raise ValueError("no signature found for builtin %r" % (obj,))
    annotations = getattr(obj, "__annotations__", {})
    parameters = [
        Parameter(name, _KINDS[kind], default=default if has_default else _empty, annotation=annotations.get(name, _empty))
        for name, kind, has_default, default in found
    ]
    return Signature(parameters[1:] if skip else parameters, return_annotation=annotations.get("return", _empty))


def getfullargspec(func):
    from collections import namedtuple

    made = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
    found = signature(func).parameters.values()
    names = lambda *kinds: [p.name for p in found if p.kind in kinds]
    defaults = tuple(p.default for p in found if p.kind.value < 2 and p.default is not _empty)
    return made(
        names(_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD),
        next(iter(names(_VAR_POSITIONAL)), None),
        next(iter(names(_VAR_KEYWORD)), None),
        defaults or None,
        names(_KEYWORD_ONLY),
        {p.name: p.default for p in found if p.kind is _KEYWORD_ONLY and p.default is not _empty} or None,
        getattr(func, "__annotations__", {}),
    )


def getsourcelines(object):
    object = unwrap(object)
    path = getfile(object)
    with open(path) as file:
        lines = file.read().splitlines(True)
    if ismodule(object):
        return lines, 0
    if isclass(object):
        start = next((i for i, line in enumerate(lines) if line.lstrip().startswith("class %s" % object.__name__)), None)
    else:
        start = getattr(object, "__func__", object).__code__.co_firstlineno - 1
    if start is None:
        raise OSError("could not find class definition")
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return lines[start:end], start + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])
`,
  natives,
);
