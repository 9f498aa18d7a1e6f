/** Corners of the language and its library that models and scripts touch: classes, dataclasses, enumerations, typing, match, formats, errors. Above 300 lines because it is one table. */
import type { Random } from '../random.ts';

type Value = (kind?: 'int' | 'str' | 'list' | 'dict' | 'decimal' | 'date' | 'float' | 'tuple') => string;
type Corner = (r: Random, name: string, value: Value) => string;

/** Imports that the corners need. */
export const LANGUAGE_IMPORTS = `import bisect
import collections
import copy
import dataclasses
import decimal
import heapq
import traceback
import types
from typing import Annotated, Any, ClassVar, Generic, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union
`;

/** Several lines that stand alone. */
export const corner = (r: Random, name: string, value: Value): string[] =>
  r.pick(CORNERS)(r, name, value).trim().split('\n');

const shows = (r: Random, most: number, ...of: readonly string[]): string =>
  r
    .some(of, 1, most)
    .map((one) => `show(lambda: ${one})`)
    .join('\n');

const FILLS = ['', '<', '>', '^', '*^', '0>', '한<', '='];
const formatSpec = (r: Random): string =>
  `${r.pick(FILLS)}${r.pick(['', '', '+', '-', ' '])}${r.pick(['', '', '#'])}${r.pick(['', '', '0'])}${r.pick(['', '7', '12', '3'])}${r.pick(['', '', ',', '_'])}${r.pick(['', '', '.2', '.0', '.5'])}${r.pick(['', '', 'd', 'f', 'e', 'g', 'x', 'X', 'b', 'o', 's', 'n', '%', 'G', 'E', 'c', 'q'])}`;

const classes: readonly Corner[] = [
  (r, name, value) => `
class ${name}A:
    kind = ${value()}
    def __init__(self, x, *rest, **more):
        self.x = x
        self.rest = rest
        self.more = more
    @${r.pick(['classmethod', 'staticmethod'])}
    def make(${r.pick(['cls', 'cls, *args', 'a=1, *args'])}):
        return ${r.pick(['cls(1)', 'cls', '"made"'])}
    @property
    def double(self):
        return self.x ${r.pick(['+ self.x', '* 2', '.upper()'])}
    ${r.pick(['', '@double.setter\n    def double(self, v):\n        self.x = v', '@double.deleter\n    def double(self):\n        del self.x'])}
class ${name}B(${name}A):
    def __init__(self, *args, **kw):
        super().__init__(${r.pick(['*args, **kw', '*args', '1', '**kw', ''])})
    def __repr__(self):
        return f"<{type(self).__name__} {vars(self)}>"
${shows(r, 6, `${name}B(${value()}, ${value()}, k=${value()})`, `${name}B.make(${value('int')})`, `${name}B(${value('int')}).double`, `setattr(${name}B(1), "double", ${value()})`, `${name}B().kind`, `isinstance(${name}B(1), ${name}A), issubclass(${name}A, ${name}B)`, `${name}B.__mro__`, `${name}A.nope`, `${name}B(x=1).rest`, `delattr(${name}B(2), "double")`, `super(${name}B, ${name}B(1)).double`, `${name}A.__init__(1)`, `${name}A.double`)}`,
  (r, name, value) => `
class ${name}Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("making", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __${r.pick(['len', 'iter', 'contains', 'getitem', 'call'])}__(cls, *args):
        return ${r.pick(['1', 'iter([1, 2])', 'args', 'True'])}
class ${name}C(metaclass=${name}Meta${r.pick(['', ', flag=1'])}):
    a: int = 1
    b = 2
${shows(r, 4, `len(${name}C)`, `list(${name}C)`, `1 in ${name}C`, `${name}C[${value()}]`, `${name}C(${value()})`, `type(${name}C)`, `${name}C.__annotations__`, `type("New", (${name}C,), {"z": 1}).z`, `type("Bad", (int, str), {})`, `class_of(${name}C)`)}`,
  (r, name, value) => `
class ${name}D:
    def __set_name__(self, owner, name):
        self.name = "_" + name
    def __get__(self, obj, owner=None):
        return ${r.pick(['self if obj is None else getattr(obj, self.name, "unset")', '(obj is None, owner.__name__)'])}
    ${r.pick(['def __set__(self, obj, v):\n        setattr(obj, self.name, v)', ''])}
class ${name}E:
    field = ${name}D()
    __slots__ = ${r.pick(['("_field", "b")', '("b",)', '["b", "__dict__"]', '"b"'])}
e = ${name}E()
${shows(r, 5, 'e.field', `setattr(e, "field", ${value()})`, 'e.b', 'setattr(e, "c", 1)', `${name}E.b`, 'e.__dict__', `${name}E.field`, 'e.field')}`,
  (r, name, value) => `
@functools.total_ordering
class ${name}F:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return ${r.pick(['self.n == other.n', 'NotImplemented', 'isinstance(other, type(self)) and self.n == other.n'])}
    def __lt__(self, other): return ${r.pick(['self.n < other.n', 'NotImplemented'])}
    ${r.pick(['def __hash__(self): return hash(self.n)', ''])}
    def __${r.pick(['radd', 'iadd', 'neg', 'matmul', 'rsub', 'floordiv', 'divmod', 'pow', 'round', 'abs', 'invert'])}__(self, *other): return ("special", other)
a, b = ${name}F(${value('int')}), ${name}F(${value('int')})
${shows(r, 6, 'a < b, a >= b, a == b', 'sorted([a, b]) == [a, b]', 'hash(a) is not None', `${value()} + a`, '-a', 'a @ b', 'a // 2', 'divmod(a, 2)', 'a ** 2', 'round(a, 2)', 'abs(a)', '~a', '{a: 1}', `a < ${value()}`)}`,
];

const records: readonly Corner[] = [
  (r, name, value) => `
@dataclasses.dataclass(${r.pick(['', 'frozen=True', 'order=True', 'slots=True', 'kw_only=True', 'unsafe_hash=True', 'repr=False', 'init=False'])})
class ${name}G:
    a: int
    b: ${r.pick(['list[int]', '"str"', 'Optional[int]', 'ClassVar[int]', 'dataclasses.InitVar[int]'])} = ${r.pick(['5', 'None', '[]', 'dataclasses.field(default_factory=list)', 'dataclasses.field(default=1, compare=False)', 'dataclasses.field(init=False, default=7)', 'dataclasses.field()'])}
    ${r.pick(['', 'c: int', 'c: int = dataclasses.field(kw_only=True, default=3)', '_: dataclasses.KW_ONLY\n    d: int = 0', 'def __post_init__(self, *args):\n        print("post", args)'])}
${shows(r, 6, `${name}G(1)`, `${name}G(${value()}, ${value()})`, `${name}G(a=1, c=2)`, `dataclasses.asdict(${name}G(1))`, `dataclasses.replace(${name}G(1), a=${value()})`, `[(f.name, f.type, f.default) for f in dataclasses.fields(${name}G)]`, `${name}G(1) == ${name}G(1), ${name}G(1) == 1`, `${name}G(1) < ${name}G(2)`, `hash(${name}G(1)) == hash(${name}G(1))`, `setattr(${name}G(1), "a", 2)`, `dataclasses.astuple(${name}G(2))`, `${name}G.__match_args__`, `${name}G()`, `dataclasses.is_dataclass(${name}G), dataclasses.is_dataclass(1)`)}`,
  (r, name, value) => `
@dataclasses.dataclass
class ${name}H:
    x: int = 1
@dataclasses.dataclass${r.pick(['', '(frozen=True)', '(kw_only=True)'])}
class ${name}I(${name}H):
    ${r.pick(['y: int', 'y: int = 2', 'x: str = "s"', 'y: dict = {}', 'y: set = dataclasses.field(default_factory=set)'])}
${shows(r, 3, `${name}I(${value()}, ${value()})`, `${name}I(y=1)`, `${name}I()`, `dataclasses.make_dataclass("M", ["p", ("q", int, 3)])(${value()})`)}`,
  (r, name, value) => `
class ${name}J(NamedTuple):
    a: int
    b: str = ${value('str')}
    def both(self): return self.a, self.b
${shows(r, 5, `${name}J(${value()})`, `${name}J(1, 2, 3)`, `${name}J(a=1)._replace(b=${value()}, ${r.pick(['a=2', 'c=1'])})`, `${name}J(1).both()`, `${name}J._fields, ${name}J._field_defaults, ${name}J.__annotations__`, `${name}J(1) == (1, ${value()})`, `${name}J._make([1, 2])`, `${name}J._make([1, 2, 3])`, `setattr(${name}J(1), "a", 2)`, `${name}J(1)[${value('int')}]`)}`,
  (r, name, value) => `
class ${name}K(${r.pick(['enum.Enum', 'str, enum.Enum', 'enum.IntEnum', 'enum.Flag', 'enum.IntFlag', 'enum.StrEnum'])}):
    RED = ${r.pick(['1', 'enum.auto()', '"r"', '(1, 2)'])}
    BLUE = ${r.pick(['2', 'enum.auto()', '"b"', 'RED'])}
    ${r.pick(['GREEN = enum.auto()', 'ALIAS = RED', '_ignore_ = ["x"]', 'def f(self): return self.name', '__order__ = "RED BLUE"', ''])}
    ${r.pick(['', '@classmethod\n    def _missing_(cls, v):\n        return cls.RED', '@enum.property\n    def low(self): return self.name.lower()', 'def __str__(self): return "s:" + self.name', '@staticmethod\n    def _generate_next_value_(name, start, count, last): return name.lower()'])}
${shows(r, 7, `list(${name}K)`, `${name}K(${value()})`, `${name}K["RED"], ${name}K["NOPE"]`, `${name}K.RED.value, ${name}K.BLUE.name`, `${name}K.RED == 1, ${name}K.RED is ${name}K.BLUE`, `${name}K.RED | ${name}K.BLUE`, `${name}K.RED < ${name}K.BLUE`, `${name}K.__members__`, `str(${name}K.RED), repr(${name}K.BLUE), f"{${name}K.RED:>9}"`, `json.dumps(${name}K.RED)`, `${name}K.RED.zzz`, `setattr(${name}K, "RED", 5)`, `${name}K.RED in ${name}K, 1 in ${name}K`, `len(${name}K)`, `hash(${name}K.RED) == hash(${name}K.RED)`, `~${name}K.RED`, `${name}K(3)`, `enum.Enum("Fn", "a b c")(2)`, `sorted(${name}K)`, `{${name}K.RED: 1}[${name}K.RED]`)}`,
  (r, name, value) => `
class ${name}L(TypedDict${r.pick(['', ', total=False'])}):
    a: int
    b: "str"
T = TypeVar("T"${r.pick(['', ', bound=int', ', int, str', ', covariant=True'])})
class ${name}M(Generic[T]):
    def get(self, x: T) -> Optional[T]: return x
class ${name}N(${r.pick(['Protocol', 'typing.runtime_checkable and Protocol'])}):
    def go(self) -> int: ...
def ${name}f(a: int, b: "list[${name}M[int]]" = None, *c: Annotated[int, "x"], d: ${r.pick(['Literal[1, "a"]', 'int | None', 'Union[int, None, str]', 'dict[str, Any]', 'Optional["int"]', 'typing.Callable[[int], str]'])} = 1) -> None: ...
${shows(r, 7, `${name}L(a=1, b=${value()})`, `typing.get_type_hints(${name}f)`, `${name}f.__annotations__`, `${name}M[int], ${name}M[int, str]`, `${name}M[int]().get(${value()})`, 'T, Optional[T], Union[int, int], Literal["a", 1]', `${name}L.__total__, ${name}L.__annotations__`, `${name}N()`, 'Union[int, None], Optional[Union[int, str]], list[int] | None', 'typing.get_origin(dict[str, int]), typing.get_args(Annotated[int, 1])', 'int | "str"', 'list[int]()', 'typing.cast(int, "x")', 'Optional[int, str]', 'isinstance(1, int | str), isinstance([], list[int])', 'Literal[1] == Literal[1], Annotated[int]', 'typing.get_type_hints(5)')}`,
];

const flow: readonly Corner[] = [
  (r, name, value) => `
def ${name}(x):
    match x:
        case ${r.pick(['[a, b]', '(a, _)', '[a, *b]', '{"a": a, **b}', 'Point(a, b)', '{"a": int(a)} as b', 'str() | bytes() as a', '[[a, b], *_]', 'Point(x=0) | Point(y=0)', 'int(a) if a > 3', '-1 | 0 | 1 as a', 'None', 'Color.RED', '[Point(x=a), *b]', '{"a": [a, _]}'])}:
            print("first", {k: v for k, v in locals().items() if k != "x"})
        case ${r.pick(['[]', 'dict()', '(int() | float()) as n', '"abc" | "x"', '[_, _, _]', 'bool(n)', 'Point()', 'int(real=n)', 'list(n)'])}:
            print("second")
        case ${r.pick(['_', 'other', 'object()', '_ if x', 'tuple()'])}:
            print("last")
for one in (${value()}, ${value('list')}, ${value('dict')}, Point(0, 1), Color.RED, [1, 2], {"a": [1, 2]}, -1):
    show(lambda: ${name}(one))`,
  (r, name, value) => `
def ${name}():
    try:
        got = yield ${value()}
        while True:
            try:
                got = yield got
            except ${r.pick(['ValueError', 'KeyError', 'Exception'])} as e:
                print("caught", repr(e))
                ${r.pick(['got = "again"', 'return 5', 'raise', 'raise RuntimeError("r") from e'])}
    finally:
        print("closing")
        ${r.pick(['', 'yield 1', 'return 3'])}
def ${name}outer():
    result = yield from ${name}()
    print("result", result)
    return result
g = ${name}outer()
${shows(r, 7, 'next(g)', `g.send(${value()})`, 'g.throw(ValueError("v"))', 'g.throw(KeyError, "k")', 'g.close()', 'next(g)', 'g.gi_running', 'list(g)', 'g.send(None)', 'next(g, "end")')}`,
  (r, name, value) => `
def ${name}(n):
    try:
        print("try", n)
        ${r.pick([`return ${value()}`, '1 / n', 'raise ValueError(n)', 'n.x', 'assert n, "empty"'])}
    except ${r.pick(['ZeroDivisionError', '(ValueError, TypeError)', 'AttributeError', 'Exception', 'n'])} as e:
        print("except", type(e).__name__, e.args, e.__context__ is None)
        ${r.pick(['return 2', 'raise', 'raise KeyError("k") from e', 'raise KeyError("k")', 'pass', 'e.add_note("noted"); raise'])}
    else:
        print("else")
    finally:
        print("finally")
        ${r.pick(['', '', 'return 3', 'raise OSError("late")'])}
for n in (0, ${value('int')}, ${value()}):
    try:
        print(${name}(n))
    except BaseException as e:
        print(repr(e), repr(e.__cause__), repr(e.__context__), getattr(e, "__notes__", None))
        print("".join(traceback.format_exception_only(type(e), e)), end="")`,
  (r, name, value) => `
class ${name}Error(${r.pick(['Exception', 'ValueError', 'KeyError', 'LookupError', 'SystemExit'])}):
    ${r.pick(['pass', 'def __init__(self, a, b=2):\n        self.a = a', 'def __str__(self):\n        return "custom"', 'code = 5\n    def __init__(self, *args):\n        super().__init__("x", *args)'])}
def ${name}raise():
    raise ${name}Error${r.pick(['', '(1)', `(${value()})`, '(1, 2)', '()', '(b=1)'])}
try:
    ${name}raise()
except ${r.pick(['Exception', 'BaseException', `(${name}Error, TypeError)`])} as e:
    print(repr(e), str(e), e.args)
    traceback.print_exc(file=sys.stdout)
${shows(r, 3, `${name}Error(1) == ${name}Error(1)`, `${name}Error("a", "b")`, 'ExceptionGroup("g", [ValueError(1), TypeError("t")])', 'ExceptionGroup("g", [])', 'OSError(2, "No such file")', 'KeyError("a"), str(KeyError("a")), ValueError(), UnicodeDecodeError("u", b"x", 0, 1, "r")', 'BaseException.__subclasses__ is None', 'StopIteration(5).value', 'SystemExit("s").code', 'ImportError("m", name="n").name')}`,
  (r, name, value) => `
def ${name}(${r.pick(['a, b=1, *c, d, e=2, **f', 'a, /, b, *, c=3', '*a, b', 'a=[], *b', 'a, b, /', '**a', 'a, b=2, /, c=3, *, d=4'])}):
    return ${r.pick(['locals()', '[*locals().values()]'])}
show(lambda: ${name}(${r.pick(['1', '1, 2', '1, 2, 3', '', 'a=1', 'b=2', '1, d=4', '1, b=2, d=3', '*[1, 2], **{"d": 5}', '1, *(), d=0', '**{"a": 1}, **{"a": 2}', '1, c=2', '*5', '**[1]', '1, 2, z=1', 'a=1, b=2, c=3'])}))
show(lambda: ${name}(${value()}, ${value()}, d=${value()}))
show(lambda: functools.partial(${name}, 1)(2))
show(lambda: (${name}.__defaults__, ${name}.__kwdefaults__, ${name}.__code__.co_varnames))
show(lambda: __import__("inspect").signature(${name}))`,
  (r, name, value) => `
def ${name}(prefix):
    count = 0
    def wrap(f):
        @functools.wraps(f)
        def inner(*args, **kw):
            nonlocal count
            count += 1
            print(prefix, count, args, kw)
            return f(*args, **kw)
        return inner
    return wrap
@${name}(${value('str')})
def ${name}g(x, y=${value()}):
    "doc of g"
    return x, y
show(lambda: ${name}g(1))
show(lambda: ${name}g())
show(lambda: ${name}g(${value()}, y=2))
show(lambda: (${name}g.__name__, ${name}g.__doc__, ${name}g.__wrapped__ is not None, ${name}g.__qualname__))
${r.pick(['', `${name}g(z=1)`, `${name}g(1, 2, 3)`])}`,
];

const library: readonly Corner[] = [
  (r, _name, value) => `
for spec in (${Array.from({ length: 5 }, () => JSON.stringify(formatSpec(r))).join(', ')}):
    for one in (${value('int')}, ${value('float')}, ${value('str')}, ${value('decimal')}, ${value()}):
        show(lambda: (spec, format(one, spec)))`,
  (r, _name, value) => `
${shows(
  r,
  8,
  `"{0} {1!r:>5} {a.real} {b[0]}".format(${value()}, ${value()}, a=${value('int')}, b=${value('list')})`,
  `"{} {}".format(${value()})`,
  '"{0} {}".format(1, 2)',
  `"{:{w}.{p}f}|".format(${value('float')}, w=${r.pick(['8', '"9"', '-1'])}, p=2)`,
  '"{".format()',
  '"}".format()',
  '"{!x}".format(1)',
  '"{a[x]}".format(a={"x": 1})',
  '"{0.nope}".format(1)',
  '"{0[9]}".format([1])',
  `f"{${value('int')}!r:^{10}}|{${value('float')}:.{2}e}"`,
  `f"{${value('str').replaceAll('"', "'").replaceAll('\\', '')}=}"`,
  `string.Template("$a ${'$'}{b} $$ $c").${r.pick(['substitute(a=1, b=2)', 'safe_substitute(a=1)', 'substitute({"a": 1, "b": 2, "c": 3})'])}`,
  `"%(a)s %(b)d" % {"a": ${value()}, "b": ${value()}}`,
  `"%-8s|%08.3f|%+d|%x|%o|%e" % (${value()}, ${value('float')}, ${value('int')}, 255, 8, 1.5)`,
  `"%s %s" % (${value()},)`,
)}`,
  (r, _name, value) => `
d1 = datetime(${r.pick(['2026, 1, 15, 9, 30', '2024, 2, 29', '1999, 12, 31, 23, 59, 59, 999999', '1, 1, 1'])}${r.pick(['', ', tzinfo=timezone.utc', ''])})
${shows(
  r,
  8,
  `d1 + ${value('date')}`,
  `d1 - ${value('date')}`,
  `d1 < ${value('date')}`,
  `d1.strftime(${r.pick(['"%Y-%m-%dT%H:%M:%S%z"', '"%d/%m/%y %I:%M %p"', '"%A %B %j %U %w %V %G"', '"%f|%s"[:2]', '"%c %x %X"', '"%Z %%"'])})`,
  `datetime.strptime(${r.pick(['"2026-01-15 09:30", "%Y-%m-%d %H:%M"', '"15 Jan 2026", "%d %b %Y"', '"x", "%d"', '"2026-02-30", "%Y-%m-%d"', '"2026-1-5 extra", "%Y-%m-%d"', '"12:00 PM", "%I:%M %p"', '"2026-01-15+0900", "%Y-%m-%d%z"'])})`,
  `datetime.fromisoformat(${r.pick(['"2026-01-15T09:30:00+09:00"', '"2026-01-15 09:30"', '"2026-W03-4"', '"20260115T093000Z"', '"2026-13-01"', '"nope"'])})`,
  `d1.replace(${r.pick(['month=2', 'day=31', 'hour=25', 'tzinfo=timezone.utc', 'year=0', 'microsecond=5'])})`,
  `timedelta(${r.pick(['days=1.5', 'hours=-5', 'weeks=1, minutes=3', 'microseconds=1', 'days=10**10', 'seconds=1e-7'])}) ${r.pick(['* 2', '/ 2', '// timedelta(hours=1)', '% timedelta(hours=1)', '+ timedelta(1)', '* 1.5', '/ timedelta(minutes=1)'])}`,
  'd1.isoformat(timespec="milliseconds"), d1.isoformat(" ", "hours"), d1.date(), d1.time(), d1.timetz()',
  `date(${r.pick(['2026, 2, 29', '2026, 1, 1', '0, 1, 1', '2026, 1, "1"'])})`,
  'divmod(timedelta(days=5), timedelta(days=2)), abs(timedelta(-1)), -timedelta(1)',
  'd1.astimezone(timezone(timedelta(hours=9), "KST")).tzname() if d1.tzinfo else d1.weekday()',
  'date.fromisocalendar(2026, 3, 4), date(2026, 1, 1).isocalendar(), date.min, date.max, time.max',
)}`,
  (r, _name, value) => `
${shows(
  r,
  7,
  `Decimal(${r.pick(['"1.10"', '5', '1.1', '"abc"', '"1e-3"', '(0, (1, 2), -1)', '"Infinity"', '" 1_000.5 "', '"sNaN"'])}) ${r.pick(['+', '-', '*', '/', '//', '%', '**', '<', '=='])} ${value()}`,
  `Decimal("2.675").quantize(Decimal("${r.pick(['0.01', '1', '1e1', '0.0001'])}"), rounding=decimal.${r.pick(['ROUND_HALF_UP', 'ROUND_DOWN', 'ROUND_HALF_EVEN', 'ROUND_CEILING'])})`,
  `round(Decimal("2.675"), ${r.pick(['2', '0', '-1'])}), round(Decimal("2.5")), int(Decimal("2.9"))`,
  'decimal.Decimal(1) / 3, decimal.Decimal(10) ** 30, Decimal("1e5").normalize(), +Decimal("1.00")',
  'sum([Decimal("0.1")] * 3), max(Decimal(1), 2.5), Decimal("0.1") + 1',
  `str(Decimal("1E+${r.int(12)}")), f"{Decimal('1234.5'):,.2f}", Decimal("-0"), abs(Decimal("-1"))`,
  'Decimal(1) / Decimal(0)',
  'Decimal("1.5").as_integer_ratio(), Decimal("1.5").is_signed(), Decimal("NaN") == Decimal("NaN")',
  `round(${value('float')}, ${r.pick(['0', '1', '2', '-1', 'None'])})`,
  'math.floor(-1.5), math.ceil(1.2), math.trunc(-1.9), math.gcd(12, 18), math.isqrt(17), math.prod([1, 2, 3])',
  `math.${r.pick(['factorial(5)', 'factorial(-1)', 'comb(5, 2)', 'log(0)', 'log10(1000)', 'sqrt(-1)', 'hypot(3, 4)', 'copysign(1, -0.0)', 'fsum([0.1] * 10)', 'pow(2, 0.5)', 'isnan(float("nan"))', 'degrees(math.pi)', 'modf(1.5)', 'frexp(8)'])}`,
)}`,
  (r, _name, value) => `
${shows(
  r,
  7,
  `re.sub(r"(?P<w>\\w+)", ${r.pick(['r"<\\g<w>>"', 'lambda m: m.group("w").upper()', 'r"\\2"', '"x"'])}, ${value('str')})`,
  `re.split(${r.pick(['r"[,\\s]"', 'r"(,)"', '""', 'r"\\b"'])}, ${value('str')})`,
  `re.fullmatch(r"${r.pick(['\\\\d+', '[a-z]*', '(a)(b)?c?', '(?i)ABC', '^.*$'])}", ${value('str')})`,
  `[m.span() for m in re.finditer(r"${r.pick(['.', '\\\\w', 'a|b', '(?=a)', '[^a]+'])}", ${value('str')})]`,
  `re.search(r"(?P<a>\\w)(?P<b>\\w)?", ${value('str')}).groupdict()`,
  `re.compile(${r.pick(['"("', '"[a"', '"*"', '"(?P<1>a)"', '"a{2,1}"', '"\\\\\\\\"', '"(?z)"', '"a**"'])})`,
  're.escape("a.b*c"), re.compile("a", re.I | re.M), re.match("x", "y")',
  're.sub("a", "b", 5)',
  `re.findall(r"(a)(.)", ${value('str')}, ${r.pick(['re.I', '0', 're.S'])})`,
)}`,
  (r, _name, value) => `
q = collections.deque(${value('list')}${r.pick(['', ', maxlen=2'])})
c = Counter(${value('str')})
h = ${value('list')}
${shows(
  r,
  8,
  `q.${r.pick(['append(1)', 'appendleft(0)', 'pop()', 'popleft()', 'rotate(1)', 'extend("ab")', 'extendleft([1, 2])', 'index(1)', 'remove(3)', 'insert(0, 5)', 'count(1)'])}, q`,
  `c.${r.pick(['most_common(2)', 'total()', 'elements()', 'subtract("a")', 'update("ab")'])}, c`,
  `c + Counter("ab"), c - Counter("a"), c & Counter("b"), +c`,
  'collections.ChainMap({"a": 1}, {"b": 2})["b"], collections.ChainMap({"a": 1})',
  'heapq.heapify(h), heapq.heappop(h), h',
  `heapq.nlargest(2, ${value('list')}), bisect.bisect([1, 3], ${value('int')}), bisect.insort([1], 2)`,
  `copy.deepcopy(${value()}), copy.copy(${value('list')})`,
  'OrderedDict(a=1, b=2).move_to_end("a"), OrderedDict([("a", 1)]) == {"a": 1}',
  `types.SimpleNamespace(a=${value()}, b=1)`,
  `defaultdict(list, {"a": 1}), defaultdict(5)`,
  'operator.attrgetter("real", "imag")(5), operator.methodcaller("upper")("a"), operator.itemgetter(1, 2)([1, 2, 3])',
  `list(itertools.${r.pick(['permutations([1, 2, 3], 2)', 'combinations("abc", 2)', 'pairwise([1, 2, 3])', 'takewhile(bool, [1, 0, 2])', 'dropwhile(bool, [1, 0, 2])', 'starmap(pow, [(2, 3)])', 'chain.from_iterable([[1], [2]])', 'compress("abc", [1, 0, 1])', 'filterfalse(None, [0, 1])', 'tee([1, 2])[1]', 'repeat(1, 3)', 'combinations_with_replacement("ab", 2)'])})`,
  `functools.reduce(operator.${r.pick(['add', 'mul', 'or_', 'concat'])}, ${value('list')}${r.pick(['', ', 0', ', []'])})`,
)}`,
  (r, _name, value) => `
${shows(
  r,
  6,
  `json.dumps(${value()}, ${r.pick(['indent=2', 'sort_keys=True', 'separators=(",", ":")', 'ensure_ascii=False', 'default=str', 'allow_nan=False', 'skipkeys=True'])})`,
  `json.dumps({"a": ${value()}, 1: ${value()}, None: 2, True: 3})`,
  `json.loads(${r.pick(['\'{"a": [1, 2.5, null, true, "\\\\u00e9"]}\'', '"[1,]"', '"{\\\'a\\\': 1}"', '"nul"', '""', '"[1 2]"', '"\\"abc"', '"{\\"a\\" 1}"', '"NaN"', '"1 2"', '"\\ufeff[]"', '"{\\"a\\": }"'])})`,
  `json.loads('{"a": 1.5}', parse_float=${r.pick(['Decimal', 'str'])}, object_pairs_hook=${r.pick(['list', 'OrderedDict'])})`,
  `textwrap.wrap(${value('str')}, ${r.pick(['5', '3', '0'])}), textwrap.indent("a\\n\\nb", "> "), textwrap.dedent("  a\\n   b\\n")`,
  `uuid.UUID(int=${value('int')}), uuid.uuid5(uuid.NAMESPACE_DNS, "a"), uuid.UUID("x")`,
  `${value('str')}.${r.pick(['isascii()', 'isdecimal()', 'istitle()', 'splitlines(True)', 'rpartition(".")', 'expandtabs(3)', 'rindex("a")', 'encode("utf-16-le")', 'title()', 'zfill(7)', 'rsplit(None, 1)', 'translate({97: None, 98: "xy"})', 'translate(str.maketrans("ab", "xy", "c"))', 'casefold()', 'center(9, "ab")', 'split("")', 'replace("a", "b", 1)', 'join(5)', 'count("")', 'startswith(("a", 5))', 'find("a", -2)', 'removeprefix(5)'])}`,
  `bytes.fromhex(${r.pick(['"00ff"', '"0g"', '"00 ff"', '"0"'])}), bytearray(b"ab").decode(), int.from_bytes(b"\\x01\\x00", "big"), (5).to_bytes(1, "little")`,
  `contextlib.nullcontext(5).__enter__(), list(contextlib.ExitStack().__dict__)[:0]`,
  `sorted(${value('list')}, key=${r.pick(['len', 'str', 'lambda x: -x', 'None', 'repr'])}, reverse=${r.pick(['True', '1', 'None'])})`,
  `max(${value('list')}, ${r.pick(['default=0', 'key=str', '5'])}), min(${value()}, ${value()})`,
  `int(${r.pick(['"0x1f", 16', '"z", 36', '"12", 2', '" 5 "', '"1_0"', '"5.5"', '1.9', '"", 10', '"0b1", 0', 'None'])})`,
  `float(${r.pick(['"1e5"', '"nan"', '"inf"', '"1_0.5"', '"x"', '"  2 "', '[]'])}), complex("1+2j"), complex(1, 2) * 1j`,
  `print(${value()}, ${value()}, sep=${r.pick(['""', 'None', '5', '"-"'])}, end="|\\n")`,
  `dict(${r.pick(['[("a", 1)], b=2', '[1]', '["ab"]', '5', 'a=1, **{"a": 2}', 'zip("ab", [1, 2])'])})`,
  `slice(1, None, 2).indices(5), [1, 2, 3, 4][${r.pick(['1:3', '::-2', '-2:', '5:', 'None:None', '1.5', 'True'])}]`,
)}`,
];

const CORNERS: readonly Corner[] = [
  ...classes,
  ...records,
  ...records,
  ...flow,
  ...flow,
  ...library,
  ...library,
];
