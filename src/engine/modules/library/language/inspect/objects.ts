/** What kind of object something is, its members, its documentation, where it was written. */
export const OBJECTS = String.raw`
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
`;
