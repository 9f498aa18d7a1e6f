import importlib
import importlib.metadata
import importlib.util
import inspect
import pkgutil
import sys
import time
import traceback
import types


def sample(a, b: int = 1, /, c="x", *args: str, d, e=None, **kw) -> bool:
    """Doc.

    More.
    """
    return True


class Thing:
    """A thing."""

    def __init__(self, x, y=2):
        self.x = x

    def method(self, q):
        return q

    @classmethod
    def make(cls):
        return cls(1)

    async def later(self): ...


print(inspect.signature(sample), list(inspect.signature(sample).parameters), inspect.signature(sample).parameters["b"].default, inspect.signature(sample).return_annotation)
print(inspect.signature(Thing), inspect.signature(Thing.method), inspect.signature(Thing(1).method), inspect.getdoc(sample), inspect.signature(lambda x, *, y: 1))
print(inspect.isclass(Thing), inspect.isfunction(sample), inspect.ismethod(Thing(1).method), inspect.iscoroutinefunction(Thing.later), inspect.ismodule(sys), inspect.isbuiltin(len))
print([n for n, _ in inspect.getmembers(Thing, inspect.isfunction)], inspect.getmodule(Thing).__name__, inspect.getfullargspec(sample).args)
print(inspect.getsource(sample), inspect.cleandoc("  a\n    b\n    c"))
print(importlib.import_module("json").dumps([1]), importlib.util.find_spec("nope_nope"), importlib.util.find_spec("json").name)
try:
    importlib.import_module("no_such_module")
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    importlib.metadata.version("no-such-package")
except importlib.metadata.PackageNotFoundError as error:
    print(error)


def fail():
    raise ValueError("inner")


try:
    fail()
except ValueError as error:
    text = traceback.format_exc()
    print(text.splitlines()[0], text.splitlines()[-1], "".join(traceback.format_exception(error)) == text, traceback.format_exception_only(error), [f.name for f in traceback.extract_tb(error.__traceback__)])
print(type(time.time()), time.strftime("%Y", time.gmtime(0)), time.gmtime(86400), time.gmtime(0).tm_year)
ns = types.SimpleNamespace(a=1, b="x")
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="x"), types.MappingProxyType({"a": 1})["a"], types.FunctionType, isinstance(sample, types.FunctionType))
print([m.name for m in pkgutil.iter_modules(["/nowhere"])], sys.version_info[:2], sys.version_info >= (3, 9))
