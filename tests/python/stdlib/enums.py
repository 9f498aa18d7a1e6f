import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Status(str, Enum):
    NEW = "new"
    DONE = "done"
    ALIAS = "new"

    @property
    def label(self):
        return self.value.title()


class Color(Enum):
    """Colours."""

    RED = 1
    GREEN = 2
    BLUE = auto()

    @classmethod
    def default(cls):
        return cls.RED


class Size(IntEnum):
    S = 1
    M = auto()


class Kind(StrEnum):
    FIRST_ONE = auto()
    B = "b"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Bits(IntFlag):
    A = 1
    B = 2


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print(Status.NEW, repr(Status.NEW), Status.NEW == "new", Status("done"), f"{Status.NEW}", "%s" % Status.NEW, str(Status.NEW))
print(Status.ALIAS is Status.NEW, list(Status), Status.__members__, len(Status), Status.NEW.label)
print(Status["DONE"], Status.DONE.name, Status.DONE.value, isinstance(Status.NEW, str), Status.NEW.upper())
print(Color.BLUE, repr(Color.BLUE), Color(2), Color.default(), Color, [c.name for c in Color], Color.RED in Color)
print(Color.RED.__class__, Color.__name__, hash(Color.RED) == hash("RED"), Color.RED == 1, Color.RED != Color.GREEN)
print({Color.RED: 1}[Color.RED], Color.__doc__, Color.RED.__doc__)
print(Size.M, repr(Size.M), Size.M + 1, Size.M > Size.S, f"{Size.M}", "%d" % Size.M, sorted([Size.M, Size.S]))
print(Kind.FIRST_ONE, repr(Kind.B), Kind("b"), f"{Kind.B:>5}", Kind.FIRST_ONE == "first_one")
print(Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.RW, list(Perm), ~Perm.R, Perm.R & Perm.W, bool(Perm.R & Perm.W), Perm.R in Perm.RW)
print(Bits.A | Bits.B, repr(Bits.A | 8), Bits(3), Bits.A + 1, list(Perm.RW))
print(Planet.EARTH.mass, Planet.EARTH, Planet((0.64, 3.39)))

Animal = Enum("Animal", "ANT BEE CAT")
print(Animal.ANT, list(Animal), Animal.BEE.value, Animal.__module__)
Pair = Enum("Pair", {"a": "x", "b": "y"})
print(list(Pair), repr(Pair.a))
print(list(Enum("T", ["p", "q"], type=str)) if False else "-")

for bad in (
    lambda: Status("zzz"),
    lambda: Color(99),
    lambda: Color["NOPE"],
    lambda: Color.NOPE,
    lambda: setattr(Color, "RED", 3),
    lambda: Perm(64),
    lambda: unique(Status),
    lambda: Enum("Bad", "mro"),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)

try:

    class Twice(Enum):
        A = 1
        A = 2

except TypeError as error:
    print(error)


class Base(Enum):
    def describe(self):
        return f"{self.name}={self.value}"


class Derived(Base):
    X = "x"

    @classmethod
    def _missing_(cls, value):
        return cls.X


print(Derived.X.describe(), Derived("other"), Derived.X.__class__.__mro__)


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    ONE = auto()
    TWO = auto()


print([a.value for a in Auto], isinstance(Color, enum.EnumMeta), enum.EnumType is enum.EnumMeta)
print(dir(Color)[:3], Color.RED is Color(1), Color.RED is Color["RED"])
