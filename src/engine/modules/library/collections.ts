/** `collections`: named tuples and the other containers. */
import type { PyDict } from '../../python/values/dict.ts';
import { nativeFunction } from '../../python/values/native.ts';
import { orderedView } from '../builtins/dict.ts';
import { pythonModule } from '../library.ts';
import { callerModule } from './caller.ts';

export const collectionsModule = pythonModule(
  'collections',
  String.raw`
from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping, MutableSequence as _MutableSequence, Sequence as _Sequence
from types import GenericAlias as _GenericAlias


def _is_identifier(name):
    return isinstance(name, str) and name.isidentifier()


_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global "
    "if import in is lambda nonlocal not or pass raise return try while with yield".split()
)


class _tuplegetter(property):
    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")


def _field(index, name):
    def get(self):
        return tuple.__getitem__(self, index)

    return _tuplegetter(get, doc="Alias for field number %d" % index)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen:
                field_names[index] = "_%d" % index
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: %r" % name)
        if name in _KEYWORDS:
            raise ValueError("Type names and field names cannot be a keyword: %r" % name)
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % name)
        if name in seen:
            raise ValueError("Encountered duplicate field name: %r" % name)
        seen.add(name)
    given = () if defaults is None else tuple(defaults)
    without = len(field_names) - len(given)
    if without < 0:
        raise TypeError("Got more default values than field names")
    field_defaults = dict(zip(field_names[without:], given))
    fields = tuple(field_names)
    parameters = "".join(", %s" % name + ("=_defaults[%r]" % name if name in field_defaults else "") for name in fields)
    scope = {"_tuple_new": tuple.__new__, "_defaults": field_defaults}
    items = "".join("%s, " % name for name in fields)
    exec("def __new__(_cls%s):\n    return _tuple_new(_cls, (%s))" % (parameters, items), scope)
    new = scope["__new__"]
    new.__qualname__ = typename + ".__new__"

    @classmethod
    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(fields):
            raise TypeError("Expected %d arguments, got %d" % (len(fields), len(result)))
        return result

    def _replace(self, /, **kwds):
        result = self._make(kwds.pop(name, value) for name, value in zip(fields, self))
        if kwds:
            raise ValueError("Got unexpected field names: %r" % (list(kwds),))
        return result

    def __repr__(self):
        return self.__class__.__name__ + "(" + ", ".join("%s=%r" % pair for pair in zip(fields, self)) + ")"

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        "__doc__": "%s(%s)" % (typename, ", ".join(fields)),
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": new,
        "_make": _make,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for index, name in enumerate(fields):
        namespace[name] = _field(index, name)
    result = type(typename, (tuple,), namespace)
    if module is None:
        module = _caller_module()
    result.__module__ = module
    return result


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def __repr__(self):
        return "defaultdict(%r, %s)" % (self.default_factory, dict.__repr__(self))

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        return self._joined(self, other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return self._joined(other, self) if isinstance(other, dict) else NotImplemented

    def _joined(self, left, right):
        made = type(self)(self.default_factory, left)
        made.update(right)
        return made


def _pairs(other):
    """The pairs of an iterable, in the words in which OrderedDict refuses what are none."""
    for pair in other:
        parts = list(pair)
        if len(parts) < 2:
            raise ValueError("need more than %d value%s to unpack" % (len(parts), "" if len(parts) == 1 else "s"))
        if len(parts) > 2:
            raise ValueError("too many values to unpack (expected 2)")
        yield parts


class OrderedDict(dict):
    def __init__(self, other=(), /, **kwds):
        self.update(other, **kwds)

    def update(self, other=(), /, **kwds):
        super().update(other if hasattr(other, "keys") else _pairs(other), **kwds)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
        else:
            rest = list(self.items())
            self.clear()
            self[key] = value
            self.update(rest)

    def __repr__(self):
        if not self:
            return "%s()" % self.__class__.__name__
        return "%s(%r)" % (self.__class__.__name__, list(self.items()))

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict.__eq__(self, other)

    def copy(self):
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def keys(self):
        return _ordered_view(self, "keys")

    def values(self):
        return _ordered_view(self, "values")

    def items(self):
        return _ordered_view(self, "items")

    def __or__(self, other):
        return self._joined(self, other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return self._joined(other, self) if isinstance(other, dict) else NotImplemented

    def _joined(self, left, right):
        made = self.__class__(left)
        made.update(right)
        return made


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        ranked = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return ranked if n is None else ranked[: max(0, n)]

    def elements(self):
        for element, count in self.items():
            for _ in range(count):
                yield element

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def _tally(self, iterable, step, kwds):
        """Adds (step 1) or takes away (step -1) what is counted or listed."""
        for given in (iterable, kwds or None):
            if given is None:
                continue
            if isinstance(given, _Mapping):
                if step > 0 and not self:
                    super().update(given)
                    continue
                for element, count in given.items():
                    self[element] = count + self.get(element, 0) if step > 0 else self.get(element, 0) - count
            else:
                for element in given:
                    self[element] = self.get(element, 0) + step

    def update(self, iterable=None, /, **kwds):
        self._tally(iterable, 1, kwds)

    def subtract(self, iterable=None, /, **kwds):
        self._tally(iterable, -1, kwds)

    def copy(self):
        return self.__class__(self)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return "%s()" % self.__class__.__name__
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return "%s(%r)" % (self.__class__.__name__, shown)

    def _combined(self, other, count):
        """What count() makes of both counts of an element, where that is more than nothing."""
        if not isinstance(other, Counter):
            return NotImplemented
        counts = {element: count(self[element], other[element]) for element in [*self, *other]}
        return _counted((element, number) for element, number in counts.items() if number > 0)

    def _keep(self, result):
        if result is NotImplemented:
            return result
        self.clear()
        super().update(result)
        return self

    def __add__(self, other):
        return self._combined(other, lambda mine, theirs: mine + theirs)

    def __sub__(self, other):
        return self._combined(other, lambda mine, theirs: mine - theirs)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __iadd__(self, other):
        return self._keep(self + other)

    def __isub__(self, other):
        return self._keep(self - other)

    def __ior__(self, other):
        return self._keep(self | other)

    def __iand__(self, other):
        return self._keep(self & other)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _holds(self, other, test):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(test(self[element], other[element]) for element in [*self, *other])

    def __eq__(self, other):
        return self._holds(other, lambda mine, theirs: mine == theirs)

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __le__(self, other):
        return self._holds(other, lambda mine, theirs: mine <= theirs)

    def __ge__(self, other):
        return self._holds(other, lambda mine, theirs: mine >= theirs)

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented


def _counted(pairs):
    made = Counter()
    dict.update(made, pairs)
    return made


class deque:
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and not isinstance(maxlen, int):
            raise TypeError("an integer is required")
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = []
        self._maxlen = maxlen
        self.extend(iterable)

    def __class_getitem__(cls, item):
        return _GenericAlias(cls, item)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, x):
        self._items.append(x)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            del self._items[0]

    def appendleft(self, x):
        self._items.insert(0, x)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            del self._items[-1]

    def extend(self, iterable):
        for item in list(iterable):
            self.append(item)

    def extendleft(self, iterable):
        for item in list(iterable):
            self.appendleft(item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def clear(self):
        self._items.clear()

    def copy(self):
        return self.__class__(self._items, self._maxlen)

    __copy__ = copy

    def count(self, x):
        return self._items.count(x)

    def index(self, x, *args):
        try:
            return self._items.index(x, *args)
        except ValueError:
            raise ValueError("%r is not in deque" % (x,)) from None

    def insert(self, i, x):
        if self._maxlen is not None and len(self._items) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._items.insert(i, x)

    def remove(self, value):
        try:
            self._items.remove(value)
        except ValueError:
            raise ValueError("%r is not in deque" % (value,)) from None

    def reverse(self):
        self._items.reverse()

    def rotate(self, n=1):
        if self._items:
            n %= len(self._items)
            self._items[:] = self._items[-n:] + self._items[:-n] if n else self._items

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, x):
        return x in self._items

    def _place(self, index):
        if not hasattr(index, "__index__"):
            raise TypeError("sequence index must be integer, not '%s'" % type(index).__name__)
        if not -len(self._items) <= index < len(self._items):
            raise IndexError("deque index out of range")
        return index

    def __getitem__(self, index):
        return self._items[self._place(index)]

    def __setitem__(self, index, value):
        self._items[self._place(index)] = value

    def __delitem__(self, index):
        del self._items[self._place(index)]

    def __bool__(self):
        return bool(self._items)

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "%s") to deque' % type(other).__name__)
        made = self.copy()
        made.extend(other)
        return made

    def __mul__(self, count):
        return self.__class__(self._items * count, self._maxlen)

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __repr__(self):
        tail = "" if self._maxlen is None else ", maxlen=%d" % self._maxlen
        return "%s(%r%s)" % (self.__class__.__name__, self._items, tail)


class ChainMap(_MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def _holder(self, key):
        return next((one for one in self.maps if key in one), None)

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        holder = self._holder(key)
        return self.__missing__(key) if holder is None else holder[key]

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return self._holder(key) is not None

    def _merged(self):
        return {key: None for one in self.maps[::-1] for key in one}

    def __iter__(self):
        return iter(self._merged())

    def __len__(self):
        return len(self._merged())

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def _lacking(self, key):
        return KeyError(f"Key not found in the first mapping: {key!r}")

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise self._lacking(key)
        del self.maps[0][key]

    def pop(self, key, *args):
        if key not in self.maps[0] and not args:
            raise self._lacking(key)
        return self.maps[0].pop(key, *args)

    def popitem(self):
        if not self.maps[0]:
            raise KeyError("No keys found in the first mapping.")
        return self.maps[0].popitem()

    def clear(self):
        self.maps[0].clear()

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        return type(self)({**other, **self}) if isinstance(other, _Mapping) else NotImplemented

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def new_child(self, m=None, **kwargs):
        first = kwargs if m is None else m
        if first is not kwargs:
            first.update(kwargs)
        return type(self)(first, *self.maps)

    parents = property(lambda self: type(self)(*self.maps[1:]))


class _OfData:
    """What the three wrappers answer from the plain value that they hold in data."""

    def __len__(self):
        return len(self.data)

    def __contains__(self, value):
        return value in self.data

    def __repr__(self):
        return repr(self.data)


class UserDict(_OfData, _MutableMapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for given in (dict, kwargs):
            if given:
                self.update(given)

    def __iter__(self):
        return iter(self.data)

    def __getitem__(self, key):
        if key not in self.data and hasattr(type(self), "__missing__"):
            return type(self).__missing__(self, key)
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def copy(self):
        return type(self)(self.data)

    def __or__(self, other):
        return type(self)(self.data | getattr(other, "data", other))

    def __ror__(self, other):
        return type(self)(other | self.data)


class UserList(_OfData, _MutableSequence):
    def __init__(self, initlist=None):
        self.data = list(() if initlist is None else initlist)

    def __getitem__(self, place):
        found = self.data[place]
        return type(self)(found) if isinstance(place, slice) else found

    def __setitem__(self, place, value):
        self.data[place] = value

    def __delitem__(self, place):
        del self.data[place]

    def __eq__(self, other):
        return self.data == getattr(other, "data", other)

    def __add__(self, other):
        return type(self)(self.data + list(other))

    def __radd__(self, other):
        return type(self)(list(other) + self.data)

    def __mul__(self, count):
        return type(self)(self.data * count)

    __rmul__ = __mul__

    def insert(self, place, value):
        self.data.insert(place, value)

    def append(self, value):
        self.data.append(value)

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)


class UserString(_OfData, _Sequence):
    def __init__(self, seq):
        self.data = str(seq)

    def __str__(self):
        return self.data

    def __hash__(self):
        return hash(self.data)

    def __eq__(self, other):
        return self.data == getattr(other, "data", other)

    def __getitem__(self, place):
        return type(self)(self.data[place])

    def __getattr__(self, name):
        return getattr(self.data, name)
`,
  {
    _caller_module: () => callerModule,
    _ordered_view: () =>
      nativeFunction(
        '_ordered_view',
        'mapping, kind',
        (_call, mapping: PyDict, kind: 'keys' | 'values' | 'items') => orderedView(mapping, kind),
      ),
  },
);
