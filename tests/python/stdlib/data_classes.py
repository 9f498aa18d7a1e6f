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
