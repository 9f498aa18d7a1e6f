/** Small modules of the standard library: copy, operator, heapq, bisect, weakref, threading, platform, getpass and their like. */
import { pythonModule } from '../library.ts';

export const copyModule = pythonModule(
  'copy',
  String.raw`
class Error(Exception):
    pass


error = Error
_ATOMIC = (type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented), type(len), type(lambda: 0))


def copy(x):
    cls = type(x)
    if isinstance(x, type) or cls in _ATOMIC or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuilt(x, lambda value: value)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    cls = type(x)
    if isinstance(x, type) or cls in _ATOMIC:
        return x
    if cls is list:
        made = memo[id(x)] = []
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if cls is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        made = x if all(a is b for a, b in zip(items, x)) else tuple(items)
    elif cls in (set, frozenset):
        made = cls(deepcopy(item, memo) for item in x)
    else:
        method = getattr(cls, "__deepcopy__", None)
        if method is not None:
            made = method(x, memo)
        else:
            return _rebuilt(x, lambda value: deepcopy(value, memo), memo)
    memo[id(x)] = made
    return made


def _rebuilt(x, convert, memo=None):
    cls = type(x)
    if not hasattr(x, "__dict__") and not hasattr(cls, "__slots__") and not isinstance(x, (list, dict, set)):
        return x
    if isinstance(x, dict):
        made = cls.__new__(cls)
        if memo is not None:
            memo[id(x)] = made
        for key, value in x.items():
            dict.__setitem__(made, convert(key), convert(value))
    elif isinstance(x, list):
        made = cls.__new__(cls)
        if memo is not None:
            memo[id(x)] = made
        for value in x:
            list.append(made, convert(value))
    elif isinstance(x, set):
        made = cls(convert(value) for value in x)
    elif isinstance(x, BaseException):
        made = cls(*x.args)
    elif isinstance(x, (int, str, float, bytes, tuple)):
        return x
    else:
        made = object.__new__(cls)
        if memo is not None:
            memo[id(x)] = made
    for name, value in getattr(x, "__dict__", {}).items():
        object.__setattr__(made, name, convert(value))
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(x, name):
                object.__setattr__(made, name, convert(getattr(x, name)))
    return made


def replace(obj, /, **changes):
    return obj.__replace__(**changes)
`,
);

export const operatorModule = pythonModule(
  'operator',
  String.raw`
def lt(a, b, /): return a < b
def le(a, b, /): return a <= b
def eq(a, b, /): return a == b
def ne(a, b, /): return a != b
def ge(a, b, /): return a >= b
def gt(a, b, /): return a > b
def not_(a, /): return not a
def truth(a, /): return bool(a)
def is_(a, b, /): return a is b
def is_not(a, b, /): return a is not b
def abs(a, /): return __builtins__.abs(a)
def add(a, b, /): return a + b
def and_(a, b, /): return a & b
def floordiv(a, b, /): return a // b
def index(a, /): return a.__index__()
def inv(a, /): return ~a
def invert(a, /): return ~a
def lshift(a, b, /): return a << b
def mod(a, b, /): return a % b
def mul(a, b, /): return a * b
def matmul(a, b, /): return a @ b
def neg(a, /): return -a
def or_(a, b, /): return a | b
def pos(a, /): return +a
def pow(a, b, /): return a ** b
def rshift(a, b, /): return a >> b
def sub(a, b, /): return a - b
def truediv(a, b, /): return a / b
def xor(a, b, /): return a ^ b
def concat(a, b, /): return a + b
def contains(a, b, /): return b in a
def countOf(a, b, /): return sum(1 for item in a if item is b or item == b)
def delitem(a, b, /): del a[b]
def getitem(a, b, /): return a[b]
def setitem(a, b, c, /): a[b] = c
def length_hint(obj, default=0, /): return len(obj) if hasattr(obj, "__len__") else default
def call(obj, /, *args, **kwargs): return obj(*args, **kwargs)


def indexOf(a, b, /):
    for index, item in enumerate(a):
        if item is b or item == b:
            return index
    raise ValueError("sequence.index(x): x not in sequence")


def iadd(a, b, /):
    a += b
    return a


def ior(a, b, /):
    a |= b
    return a


def iand(a, b, /):
    a &= b
    return a


class attrgetter:
    def __init__(self, attr, /, *attrs):
        self._attrs = (attr,) + attrs
        for each in self._attrs:
            if not isinstance(each, str):
                raise TypeError("attribute name must be a string")

    def __call__(self, obj, /):
        values = []
        for path in self._attrs:
            value = obj
            for name in path.split("."):
                value = getattr(value, name)
            values.append(value)
        return values[0] if len(values) == 1 else tuple(values)

    def __repr__(self):
        return "operator.attrgetter(%s)" % ", ".join(map(repr, self._attrs))


class itemgetter:
    def __init__(self, item, /, *items):
        self._items = (item,) + items

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple(obj[item] for item in self._items)

    def __repr__(self):
        return "operator.itemgetter(%s)" % ", ".join(map(repr, self._items))


class methodcaller:
    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name, self._args, self._kwargs = name, args, kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)
`,
);

export const heapqModule = pythonModule(
  'heapq',
  String.raw`
def heappush(heap, item):
    heap.append(item)
    _siftdown(heap, 0, len(heap) - 1)


def heappop(heap):
    last = heap.pop()
    if heap:
        first = heap[0]
        heap[0] = last
        _siftup(heap, 0)
        return first
    return last


def heapreplace(heap, item):
    first = heap[0]
    heap[0] = item
    _siftup(heap, 0)
    return first


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _siftup(heap, 0)
    return item


def heapify(x):
    for i in reversed(range(len(x) // 2)):
        _siftup(x, i)


def _siftdown(heap, start, pos):
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        if not item < heap[parent]:
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def _siftup(heap, pos):
    end, start, item = len(heap), pos, heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _siftdown(heap, start, pos)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:n]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:n]


def merge(*iterables, key=None, reverse=False):
    yield from sorted([item for part in iterables for item in part], key=key, reverse=reverse)
`,
);

export const bisectModule = pythonModule(
  'bisect',
  String.raw`
def bisect_right(a, x, lo=0, hi=None, *, key=None):
    if lo < 0:
        raise ValueError("lo must be non-negative")
    hi = len(a) if hi is None else hi
    while lo < hi:
        mid = (lo + hi) // 2
        if x < (a[mid] if key is None else key(a[mid])):
            hi = mid
        else:
            lo = mid + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    if lo < 0:
        raise ValueError("lo must be non-negative")
    hi = len(a) if hi is None else hi
    while lo < hi:
        mid = (lo + hi) // 2
        if (a[mid] if key is None else key(a[mid])) < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)


bisect = bisect_right
insort = insort_right
`,
);

export const weakrefModule = pythonModule(
  'weakref',
  String.raw`
class ref:
    def __init__(self, object, callback=None, /):
        self._object = object

    def __call__(self):
        return self._object

    def __hash__(self):
        return hash(self._object)

    def __eq__(self, other):
        return isinstance(other, ref) and self._object == other._object


ReferenceType = ref
WeakMethod = ref


def proxy(object, callback=None, /):
    return object


class WeakKeyDictionary(dict):
    pass


class WeakValueDictionary(dict):
    pass


class WeakSet(set):
    pass


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        self.alive = True

    def __call__(self, _=None):
        self.alive = False

    def detach(self):
        self.alive = False
`,
);

export const threadingModule = pythonModule(
  'threading',
  String.raw`
class Lock:
    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if self._count == 0:
            raise RuntimeError("release unlocked lock")
        self._count -= 1

    def locked(self):
        return self._count > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()


RLock = Lock


class local:
    pass


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return self._flag


class Thread:
    _main = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self.name = name or "Thread-1"
        self.daemon = bool(daemon)
        self.ident = 140000000000000

    def start(self):
        self.run()

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        pass

    def is_alive(self):
        return False


_main_thread = Thread(name="MainThread")


def current_thread():
    return _main_thread


def main_thread():
    return _main_thread


def get_ident():
    return _main_thread.ident


def active_count():
    return 1
`,
);

export const platformModule = pythonModule(
  'platform',
  String.raw`
def system(): return "Linux"
def node(): return "stillhouse"
def release(): return "6.1.0"
def version(): return "#1 SMP"
def machine(): return "x86_64"
def processor(): return ""
def platform(aliased=False, terse=False): return "Linux-6.1.0-x86_64-with-glibc2.36"
def python_version(): return "3.11.7"
def python_version_tuple(): return ("3", "11", "7")
def python_implementation(): return "CPython"
def architecture(executable="", bits="", linkage=""): return ("64bit", "ELF")
`,
);

export const getpassModule = pythonModule(
  'getpass',
  String.raw`
class GetPassWarning(UserWarning):
    pass


def getuser():
    import os

    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = os.environ.get(name)
        if user:
            return user
    return "learner"


def getpass(prompt="Password: ", stream=None):
    raise EOFError("EOF when reading a line")
`,
);

export const keywordModule = pythonModule(
  'keyword',
  String.raw`
kwlist = (
    "False None True and as assert async await break class continue def del elif else except finally for from global "
    "if import in is lambda nonlocal not or pass raise return try while with yield".split()
)
softkwlist = ["_", "case", "match"]
iskeyword = frozenset(kwlist).__contains__
issoftkeyword = frozenset(softkwlist).__contains__
`,
);

export const gcModule = pythonModule(
  'gc',
  String.raw`
def collect(generation=2): return 0
def enable(): pass
def disable(): pass
def isenabled(): return True
`,
);

export const statisticsModule = pythonModule(
  'statistics',
  String.raw`
class StatisticsError(ValueError):
    pass


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    total = sum(data)
    value = total / len(data)
    return int(value) if isinstance(total, int) and value == int(value) else value


def fmean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    return float(sum(data)) / len(data)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def mode(data):
    counts = {}
    for item in data:
        counts[item] = counts.get(item, 0) + 1
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    middle = mean(data) if xbar is None else xbar
    return sum((x - middle) ** 2 for x in data) / (len(data) - 1)


def pvariance(data, mu=None):
    data = list(data)
    middle = mean(data) if mu is None else mu
    return sum((x - middle) ** 2 for x in data) / len(data)


def stdev(data, xbar=None):
    return variance(data, xbar) ** 0.5


def pstdev(data, mu=None):
    return pvariance(data, mu) ** 0.5
`,
);

export const SMALL_MODULES = [
  copyModule,
  operatorModule,
  heapqModule,
  bisectModule,
  weakrefModule,
  threadingModule,
  platformModule,
  getpassModule,
  keywordModule,
  gcModule,
  statisticsModule,
];
