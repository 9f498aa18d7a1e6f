import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar, List, Optional


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: List[str] = field(default_factory=list, repr=False)
    count: ClassVar[int] = 0

    def total(self) -> float:
        return self.price * 2


a, b = Item("a"), Item("a")
print(a, a == b, a != Item("b"), a.tags is b.tags, a.total(), Item.__match_args__, Item.count)
print([f.name for f in fields(Item)], asdict(a), astuple(a), replace(a, name="z"), is_dataclass(a), is_dataclass(Item))
print(Item.__doc__ is not None, Item.__init__.__qualname__, Item.__eq__.__qualname__, Item.__hash__)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


print(Version(1, 2) < Version(1, 3), sorted([Version(2), Version(1, 9)]), hash(Version(1)) == hash(Version(1)), Version(1, 1, "x") == Version(1, 1))


@dataclass
class Base:
    id: int
    _: KW_ONLY
    name: str = "n"
    extra: Optional[int] = None


@dataclass(kw_only=True)
class Child(Base):
    size: int

    def __post_init__(self):
        self.id += 1


print(Child(1, size=3), Base(1, name="q"))


@dataclass
class WithInit:
    x: int
    scale: InitVar[int] = 2
    y: int = field(init=False)

    def __post_init__(self, scale):
        self.y = self.x * scale


print(WithInit(3), WithInit(3, 5).y)


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 2


print(Slotted(1), Slotted.__slots__)
print(make_dataclass("Made", [("x", int), ("y", int, field(default=5))])(1))


@dataclass
class Node:
    value: int
    children: "list[Node]" = field(default_factory=list)


print(Node(1, [Node(2)]), asdict(Node(1, [Node(2)])))
print(fields(Version)[1].name)


def bad1():
    @dataclass
    class A:
        x: list = []


def bad2():
    @dataclass
    class A:
        x: int = 1
        y: int


def bad3():
    @dataclass(order=True, eq=False)
    class A:
        x: int


def bad4():
    @dataclass
    class A(Version):
        z: int = 1


for bad in (
    bad1, bad2, bad3, bad4,
    lambda: Item(),
    lambda: Item("a", 1, [], 4),
    lambda: Item(nme="x"),
    lambda: setattr(Version(1), "major", 2),
    lambda: fields(3),
    lambda: asdict(Item),
    lambda: field(default=1, default_factory=list),
    lambda: Version(1) < 3,
    lambda: hash(Item("a")),
    lambda: setattr(Slotted(1), "zzz", 1),
    lambda: replace(WithInit(1), y=2),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = field(default=0, hash=False)
    self: int = 3


print(Point(1), Point(1, 2) == Point(1, 2), hash(Point(1, 5)) == hash(Point(1, 6)), Point.__match_args__, Point.__doc__)
print(fields(Point)[0])
print(Point.__dataclass_params__, dataclasses.MISSING.__class__.__name__)


@dataclass(unsafe_hash=True)
class Loud:
    name: "str"
    loud: dataclasses.InitVar[bool] = False
    kinds: "ClassVar[int]" = 3
    later: int = field(default=7, init=False)

    def __post_init__(self, loud):
        if loud:
            self.name = self.name.upper()

    def __repr__(self):
        return f"<{self.name}>"


print(Loud("a", True), hash(Loud("a")) == hash(Loud("a")), Loud.kinds, [f.name for f in fields(Loud)], Loud("b").later)
print(astuple(Node(1, [Node(2)])), asdict(Node(1), dict_factory=list), replace(Loud("c"), name="d"))


def bad5():
    @dataclass
    class A:
        x: ClassVar[int] = field(default_factory=int)


def bad6():
    @dataclass
    class A:
        a: int
        _: KW_ONLY
        b: int
        __: KW_ONLY


def bad7():
    @dataclass
    class A:
        x = field()


def bad8():
    @dataclass(order=True)
    class A:
        x: int

        def __lt__(self, other):
            return True


def bad9():
    @dataclass(slots=True)
    class A:
        __slots__ = ("x",)
        x: int


def bad10():
    @dataclass(unsafe_hash=True)
    class A:
        x: int

        def __hash__(self):
            return 1


for bad in (
    bad5, bad6, bad7, bad8, bad9, bad10,
    lambda: delattr(Point(1), "x"),
    lambda: replace(Loud("c", True), later=1),
    lambda: make_dataclass("M", ["1x"]),
    lambda: make_dataclass("M", ["x", "x"]),
    lambda: make_dataclass("M", [("x", int, 3, 4)]),
    lambda: astuple(3),
    lambda: replace(3),
    lambda: Point(1).__init__(1, 2, 3, 4),
    lambda: dataclass(weakref_slot=True)(type("W", (), {})),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
