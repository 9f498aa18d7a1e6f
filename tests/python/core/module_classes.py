"""Classes of modules, as lazy imports write them; parameters of whole signatures."""
import importlib
import types
from typing import Callable, Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class LazyImport(types.ModuleType):
    def __init__(self, name):
        super().__init__(name)
        self._found = None

    def __getattr__(self, name):
        if self._found is None:
            self._found = importlib.import_module(self.__name__)
        return getattr(self._found, name)

    @property
    def here(self):
        return self._found is not None


json = LazyImport("json")
print(json.here, json.dumps({"a": 1}), json.here, type(json).__name__)
try:
    json.nothing
except AttributeError as error:
    print(error)


def logged(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Callable[Concatenate[int, P], T]:
    return function(*args, **kwargs)


print(logged(max, 3, 4), logged.__annotations__)
print(P, P.args, P.kwargs.__origin__ is P, type(P).__name__, isinstance(P, TypeVar))
print(bytes.maketrans(b"ab", b"xy")[97:100], b"aabbc".translate(bytes.maketrans(b"ab", b"xy"), b"c"))
