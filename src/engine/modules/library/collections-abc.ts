/** `collections.abc`: what containers promise, and what follows from each promise. */
import { pythonModule } from '../library.ts';

/** Recognised by their methods alone: each names its abstract methods and those it asks of others. */
const PROTOCOLS = String.raw`
from abc import ABCMeta, abstractmethod


def _promised(name, refusal):
    def stub(self, *given, **named):
        raise refusal

    stub.__name__ = stub.__qualname__ = name
    return abstractmethod(stub)


def _promises(names, refusal=NotImplementedError):
    return {name: _promised(name, refusal) for name in names.split()}


def _owner(cls, name):
    return next((one for one in cls.__mro__ if name in vars(one)), None)


def _offers(cls, names):
    owners = {name: _owner(cls, name) for name in names}
    kept = all(owner is not None and vars(owner)[name] is not None for name, owner in owners.items())
    return True if kept else NotImplemented


def _aliased(cls, item):
    return _alias(cls, item)


def _recogniser(name, asked):
    def hook(cls, candidate):
        return _offers(candidate, asked) if cls.__dict__.get("_protocol") == name else NotImplemented

    return classmethod(hook)


def _protocol(name, *bases, promises, asks=None, **given):
    names = {
        "__module__": __name__,
        "__slots__": (),
        "_protocol": name,
        "__subclasshook__": _recogniser(name, (asks or promises).split()),
        **_promises(promises),
        **given,
    }
    if name not in ("Hashable", "Sized"):
        names.setdefault("__class_getitem__", classmethod(_aliased))
    return ABCMeta(name, bases, names)


def _itself(self):
    return self


def _ended(self):
    try:
        self.throw(GeneratorExit)
    except (StopIteration, GeneratorExit):
        return


def _advanced(self):
    return self.send(None)


async def _async_advanced(self):
    return await self.asend(None)


async def _async_ended(self):
    try:
        await self.athrow(GeneratorExit)
    except (StopAsyncIteration, GeneratorExit):
        return


Hashable = _protocol("Hashable", promises="__hash__")
Sized = _protocol("Sized", promises="__len__")
Callable = _protocol("Callable", promises="__call__")
Container = _protocol("Container", promises="__contains__")
Iterable = _protocol("Iterable", promises="__iter__")
Iterator = _protocol("Iterator", Iterable, promises="__next__", asks="__iter__ __next__", __iter__=_itself)
Reversible = _protocol("Reversible", Iterable, promises="__reversed__", asks="__reversed__ __iter__")
Generator = _protocol(
    "Generator", Iterator, promises="send throw", asks="__iter__ __next__ send throw close",
    __next__=_advanced, close=_ended,
)
Collection = _protocol("Collection", Sized, Iterable, Container, promises="", asks="__len__ __iter__ __contains__")
Awaitable = _protocol("Awaitable", promises="__await__")
Coroutine = _protocol("Coroutine", Awaitable, promises="send throw", asks="__await__ send throw close", close=_ended)
AsyncIterable = _protocol("AsyncIterable", promises="__aiter__")
AsyncIterator = _protocol(
    "AsyncIterator", AsyncIterable, promises="__anext__", asks="__anext__ __aiter__", __aiter__=_itself,
)
AsyncGenerator = _protocol(
    "AsyncGenerator", AsyncIterator, promises="asend athrow", asks="__aiter__ __anext__ asend athrow aclose",
    __anext__=_async_advanced, aclose=_async_ended,
)
`;

/** `in` asks for the same object or an equal one. */
const SETS = String.raw`
def _same(one, other):
    return one is other or one == other


def _set_comparison(holds):
    return lambda self, other: holds(self, other) if isinstance(other, Set) else NotImplemented


def _set_operation(members):
    def operate(self, other):
        return self._from_iterable(members(self, other)) if isinstance(other, Iterable) else NotImplemented

    return operate


def _within(small, large):
    return len(small) <= len(large) and all(each in large for each in small)


class Set(Collection):
    __slots__ = ()
    __le__ = _set_comparison(_within)
    __ge__ = _set_comparison(lambda self, other: _within(other, self))
    __lt__ = _set_comparison(lambda self, other: len(self) < len(other) and _within(self, other))
    __gt__ = _set_comparison(lambda self, other: len(self) > len(other) and _within(other, self))
    __eq__ = _set_comparison(lambda self, other: len(self) == len(other) and _within(self, other))
    __and__ = __rand__ = _set_operation(lambda self, other: [each for each in other if each in self])
    __or__ = __ror__ = _set_operation(lambda self, other: [*self, *other])

    @_set_operation
    def __sub__(self, other):
        gone = list(other)
        return [each for each in self if each not in gone]

    @_set_operation
    def __rsub__(self, other):
        return [each for each in other if each not in self]

    @_set_operation
    def __xor__(self, other):
        others = list(other)
        return [each for each in self if each not in others] + [each for each in others if each not in self]

    __rxor__ = __xor__

    @classmethod
    def _from_iterable(cls, members):
        return cls(members)

    def isdisjoint(self, other):
        return all(each not in self for each in other)


class MutableSet(Set):
    __slots__ = ()
    locals().update(_promises("add discard"))

    def remove(self, value):
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def pop(self):
        for first in self:
            break
        else:
            raise KeyError
        self.discard(first)
        return first

    def clear(self):
        self -= list(self)

    def __ior__(self, added):
        for each in added:
            self.add(each)
        return self

    def __isub__(self, gone):
        for each in list(gone):
            self.discard(each)
        return self

    def __iand__(self, kept):
        self -= [each for each in self if each not in kept]
        return self

    def __ixor__(self, other):
        for each in list(other):
            change = self.discard if each in self else self.add
            change(each)
        return self
`;

const MAPPINGS = String.raw`
_ABSENT = object()


def _looked_up(mapping, key):
    try:
        return mapping[key]
    except KeyError:
        return _ABSENT


class Mapping(Collection):
    __slots__ = ()
    __reversed__ = None
    locals().update(_promises("__getitem__", KeyError))

    def get(self, key, default=None):
        found = _looked_up(self, key)
        return default if found is _ABSENT else found

    def __contains__(self, key):
        return _looked_up(self, key) is not _ABSENT

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)


class MappingView(Sized):
    __slots__ = ("_mapping",)
    __class_getitem__ = classmethod(_aliased)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class _PlainSetView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, members):
        return set(members)


class KeysView(_PlainSetView):
    __slots__ = ()

    def __iter__(self):
        return iter(self._mapping)

    def __contains__(self, key):
        return key in self._mapping


class ItemsView(_PlainSetView):
    __slots__ = ()

    def __iter__(self):
        return ((key, self._mapping[key]) for key in self._mapping)

    def __contains__(self, pair):
        key, value = pair
        found = _looked_up(self._mapping, key)
        return found is not _ABSENT and _same(found, value)


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __iter__(self):
        return (self._mapping[key] for key in self._mapping)

    def __contains__(self, value):
        return any(_same(each, value) for each in self)


class MutableMapping(Mapping):
    __slots__ = ()
    locals().update(_promises("__setitem__ __delitem__", KeyError))

    def pop(self, key, default=_ABSENT):
        if default is not _ABSENT and key not in self:
            return default
        taken = self[key]
        del self[key]
        return taken

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def setdefault(self, key, default=None):
        found = _looked_up(self, key)
        if found is not _ABSENT:
            return found
        self[key] = default
        return default

    def update(self, given=(), /, **named):
        pairs = [(key, given[key]) for key in given.keys()] if hasattr(given, "keys") else given
        for source in (pairs, named.items()):
            for key, value in source:
                self[key] = value

    def clear(self):
        for key in [*self]:
            del self[key]
`;

const SEQUENCES = String.raw`
class Sequence(Reversible, Collection):
    __slots__ = ()
    locals().update(_promises("__getitem__", IndexError))

    def __iter__(self):
        place = 0
        while True:
            try:
                item = self[place]
            except IndexError:
                return
            yield item
            place += 1

    def __reversed__(self):
        return (self[place] for place in range(len(self) - 1, -1, -1))

    def __contains__(self, value):
        return any(_same(each, value) for each in self)

    def index(self, value, start=0, stop=None):
        size = len(self)
        low, high = (size if edge is None else max(edge + size, 0) if edge < 0 else edge for edge in (start, stop))
        for place, item in enumerate(self):
            if low <= place < high and _same(item, value):
                return place
        raise ValueError

    def count(self, value):
        return sum(_same(each, value) for each in self)


class ByteString(Sequence):
    __slots__ = ()


class MutableSequence(Sequence):
    __slots__ = ()
    locals().update(_promises("__setitem__ __delitem__ insert", IndexError))

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for each in [*values]:
            self.append(each)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        taken = self[index]
        del self[index]
        return taken

    def remove(self, value):
        self.pop(self.index(value))

    def clear(self):
        while len(self) > 0:
            self.pop()

    def reverse(self):
        for place, item in enumerate([*self][::-1]):
            self[place] = item
`;

/** The built-in types that count as each. */
const BUILT_IN = String.raw`
for _kind, _types in {
    Set: (frozenset, type({}.keys()), type({}.items())),
    MutableSet: (set,),
    Mapping: (type(type.__dict__),),
    MutableMapping: (dict,),
    Sequence: (tuple, str, range, bytes),
    ByteString: (bytes, bytearray),
    MutableSequence: (list, bytearray),
    KeysView: (type({}.keys()),),
    ItemsView: (type({}.items()),),
    ValuesView: (type({}.values()),),
}.items():
    for _type in _types:
        _kind.register(_type)
`;

export const collectionsAbcModule = pythonModule(
  'collections.abc',
  PROTOCOLS + SETS + MAPPINGS + SEQUENCES + BUILT_IN,
  { _alias: (call) => call.importName('types.GenericAlias') },
);
