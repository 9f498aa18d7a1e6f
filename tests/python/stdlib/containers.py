import collections
import contextlib
import copy
import functools
import heapq
import operator
from bisect import bisect_left, insort
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Iterable, Mapping, MutableMapping, Sequence

Point = namedtuple("Point", "x y z", defaults=[7])
print(Point(1, 2), Point(1, 2)._replace(y=5), Point._make([1, 2, 3]), Point._fields, Point(1, 2)._asdict(), Point.__doc__)
print(Point(1, 2) == (1, 2, 7), Point(1, 2)[2], hash(Point(1, 2)) == hash((1, 2, 7)))
d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, dict(d), d.get("zz"), "zz" in d, isinstance(d, dict))
c = Counter("abracadabra")
print(c, c.most_common(2), c["zz"], c + Counter("ab"), c - Counter("aaaaaa"), sum(c.values()), list(Counter(a=2).elements()))
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
q.rotate(1)
print(q, q.pop(), q.popleft(), len(q), list(reversed(q)), deque("ab") == deque("ab"))
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, o.popitem(), o, OrderedDict([("z", 1)]) == {"z": 1})
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(cm["a"], cm["b"], dict(cm), len(cm), cm.new_child({"c": 1}), cm.parents)
print([isinstance(v, Iterable) for v in ([], "", 3, {}, iter([]))], isinstance({}, Mapping), isinstance([], Sequence), isinstance("", Sequence), isinstance({}, MutableMapping))


class Lower(MutableMapping):
    def __init__(self, **kw):
        self.d = {}
        self.update(kw)

    def __getitem__(self, k):
        return self.d[k.lower()]

    def __setitem__(self, k, v):
        self.d[k.lower()] = v

    def __delitem__(self, k):
        del self.d[k.lower()]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


low = Lower(AB=1)
low.setdefault("C", 5)
print(low["ab"], "Ab" in low, list(low.items()), low.pop("c"), low.get("no", 3), dict(low), low == {"ab": 1})
try:

    class Half(Mapping):
        pass

    Half()
except TypeError as error:
    print(error)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(30), fib.cache_info(), fib.__name__)


class C:
    calls = 0

    @functools.cached_property
    def slow(self):
        C.calls += 1
        return 42


obj = C()
print(obj.slow, obj.slow, C.calls)
print(functools.reduce(operator.add, [1, 2, 3]), functools.partial(int, base=2)("101"), functools.partial(print, "x", sep="-"))


def deco(f):
    @functools.wraps(f)
    def inner(*a, **k):
        "inner doc"
        return f(*a, **k)

    return inner


@deco
def hello(a: int) -> str:
    "hello doc"
    return "h"


print(hello.__name__, hello.__doc__, hello.__wrapped__(1), hello.__annotations__)


@functools.total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(V(1) <= V(2), V(3) > V(2), V(1) >= V(2), sorted([V(3), V(1)], key=functools.cmp_to_key(lambda a, b: a.n - b.n))[0].n)


@functools.singledispatch
def kind(x):
    return "other"


@kind.register
def _(x: int):
    return "int"


@kind.register(str)
def _(x):
    return "str"


print(kind(1), kind("a"), kind(1.5), kind(True))


@contextlib.contextmanager
def managed(name):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
    finally:
        print("exit", name)


with managed("a") as m, contextlib.suppress(KeyError):
    print(m)
    {}["x"]
with managed("b"):
    raise ValueError("boom")
with contextlib.ExitStack() as stack:
    print(stack.enter_context(managed("c")), stack.callback(print, "bye"))
with contextlib.nullcontext(5) as n:
    print(n)
try:
    with managed("d"):
        raise RuntimeError("out")
except RuntimeError as error:
    print("got", error)
deep = {"a": [1, {"b": 2}], "t": (1, [2])}
shallow, full = copy.copy(deep), copy.deepcopy(deep)
deep["a"].append(3)
print(shallow, full, copy.deepcopy(obj).slow, copy.copy(Point(1, 2)))
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print([heapq.heappop(h) for _ in range(4)], heapq.nlargest(2, [1, 5, 3]), bisect_left([1, 3, 5], 3))
print(operator.itemgetter(1)([5, 6]), operator.attrgetter("x")(Point(1, 2)), operator.methodcaller("upper")("a"), sorted([(2, "a"), (1, "b")], key=operator.itemgetter(0)))
for bad in (lambda: Point(1), lambda: namedtuple("A", "a a"), lambda: namedtuple("A", "def"), lambda: deque().pop(), lambda: OrderedDict().popitem(), lambda: defaultdict(3), lambda: collections.Nope, lambda: functools.reduce(operator.add, []), lambda: Point(1, 2).w):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
