import typing
from collections import abc
from typing import (
    TYPE_CHECKING, Annotated, Any, Callable, ClassVar, Dict, Final, ForwardRef, Generic, Iterable, List, Literal,
    NamedTuple, NewType, Optional, Protocol, Sequence, Set, Tuple, Type, TypedDict, TypeVar, Union, cast,
    get_args, get_origin, get_type_hints, overload, runtime_checkable,
)

T = TypeVar("T")
K = TypeVar("K", bound=int)
V = TypeVar("V", covariant=True)
print(T, K, V, K.__bound__, repr(T))
for form in (
    List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Union[int, None], Union[int], Tuple[int, ...], Tuple[()],
    Callable[[int, str], bool], Callable[..., Any], Literal["a", 1, None], Annotated[int, "x", 3], ClassVar[int], Final[str],
    Sequence["User"], Type[int], Set[T], List[Optional[T]], Optional["User"], Union["A", int], List[Any], list[Optional[int]], Any,
    Union, Optional, List, Iterable[int], Union[int, Union[str, None]], Optional[Union[int, str]], Annotated[Annotated[int, 1], 2],
):
    print(form, get_origin(form), get_args(form))
print(Optional[int] == Union[None, int], List[int] == List[int], hash(List[int]) == hash(List[int]), Union[int, str] == Union[str, int])
print(Optional[int].__origin__ is Union, Optional[int].__args__, List[int].__origin__, Sequence[int].__origin__ is abc.Sequence)
print(List[T][int], Dict[str, T][int], Union[T, None][str], List[T].__parameters__)
print(int | List[int] if False else "", Optional[int] | str, List[int] | None)
print(isinstance([], List), isinstance(3, Union[int, str]), issubclass(list, Sequence) if False else "")


class Box(Generic[T]):
    item: T

    def __init__(self, item: T) -> None:
        self.item = item


class IntBox(Box[int]):
    pass


print(Box[int], Box[int]("x").item, IntBox.__orig_bases__, IntBox.__mro__, Box.__parameters__, Box.__orig_bases__)


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 5

    def total(self):
        return self.x + self.y


p = Point(1)
print(p, p.total(), p._asdict(), p._replace(x=9), Point._fields, Point._field_defaults, p == (1, 5), Point.__annotations__)
x, y = p
print(x, y, p[0], len(p), Point.__doc__, Point(y=2, x=1))
Pair = NamedTuple("Pair", [("a", int), ("b", str)])
print(Pair(1, "z"), Pair.__name__, Pair.__module__)


class Movie(TypedDict, total=False):
    title: str
    year: int


m: Movie = {"title": "x"}
print(m, Movie.__annotations__, Movie.__total__, Movie(title="q"), Movie.__optional_keys__ == {"title", "year"})


@runtime_checkable
class Named(Protocol):
    name: str

    def hello(self) -> str: ...


class Good:
    name = "g"

    def hello(self):
        return "hi"


print(isinstance(Good(), Named), isinstance(3, Named))
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, cast(str, 3), TYPE_CHECKING)


class Model:
    a: int
    b: "Optional[str]" = None
    c: Annotated[int, "meta"]
    d: ClassVar[List["Model"]] = []

    def method(self, q: "int", *, r: str = "x") -> "Model": ...


print(get_type_hints(Model))
print(get_type_hints(Model, include_extras=True)["c"], get_type_hints(Model.method))


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


print(f(3), ForwardRef("X"), ForwardRef("X") == ForwardRef("X"))
for bad in (
    lambda: Optional[1],
    lambda: Optional[int, str],
    lambda: List[int, str],
    lambda: Dict[int],
    lambda: Union[()],
    lambda: Box[int, str],
    lambda: IntBox[int],
    lambda: Generic[int],
    lambda: List(),
    lambda: Any(),
    lambda: Union[int, str](),
    lambda: isinstance(1, List[int]),
    lambda: Callable[int],
    lambda: Annotated[int],
    lambda: typing.Nope,
    lambda: isinstance(1, Any),
    lambda: Literal[[]],
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)

# The same brackets give the same object.
print(typing.Union[int, None] is typing.Union[int, None], typing.List["A"] is typing.List["A"])
print(typing.Literal[1] is typing.Literal[True], typing.Optional[int] is typing.Optional[str])
shared = [1]
print(typing.Annotated[int, shared] is typing.Annotated[int, shared], typing.Union[int] is typing.Union[int,])
