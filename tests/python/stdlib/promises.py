"""collections.abc: what a class gets for the methods that it promises."""
from collections import abc


class Bag(abc.MutableSet):
    def __init__(self, items=()):
        self.items = []
        for item in items:
            self.add(item)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)

    def __repr__(self):
        return f"Bag({sorted(self.items)})"


one, two = Bag([1, 2, 3]), Bag([3, 4])
print(one & two, one | two, one - two, one ^ two, {1, 9} - one, {1, 9} | one)
print(one < two, one <= Bag([1, 2, 3]), one > Bag([1]), one == Bag([3, 2, 1]), one != two, one.isdisjoint(two))
one |= [7]
one -= [1]
one ^= [2, 8]
one &= [3, 7, 8]
print(one, one.pop(), len(one))
one.clear()
print(one)
for change in (lambda: one.remove(5), lambda: one.pop(), lambda: one < 3, lambda: hash(one)):
    try:
        print(change())
    except Exception as error:
        print(type(error).__name__, error)


class Settings(abc.MutableMapping):
    def __init__(self, **values):
        self.values_ = values

    def __getitem__(self, key):
        return self.values_[key]

    def __setitem__(self, key, value):
        self.values_[key] = value

    def __delitem__(self, key):
        del self.values_[key]

    def __iter__(self):
        return iter(self.values_)

    def __len__(self):
        return len(self.values_)

    def __repr__(self):
        return "Settings()"


settings = Settings(host="db", port=5432)
print(settings.get("host"), settings.get("user"), settings.get("user", "learner"), "port" in settings, 3 in settings)
print(settings.keys(), settings.values(), settings.items(), len(settings.items()))
print(list(settings.keys()), list(settings.values()), list(settings.items()))
print(("host", "db") in settings.items(), ("host", "x") in settings.items(), "db" in settings.values())
print(sorted(settings.keys() & {"host"}), sorted(settings.keys() | {"user"}), sorted(settings.items() - {("host", "db")}))
print(settings.setdefault("user", "learner"), settings.setdefault("user", "other"), settings.pop("user"), settings.pop("user", 0))
settings.update({"a": 1}, b=2)
settings.update([("c", 3)])
print(dict(settings), settings == dict(settings), settings == 3, settings.popitem())
try:
    settings.pop("nothing")
except KeyError as error:
    print(repr(error))
settings.clear()
try:
    settings.popitem()
except KeyError as error:
    print(repr(error))
try:
    reversed(settings)
except TypeError as error:
    print(error)


class Line(abc.MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __len__(self):
        return len(self.items)

    def insert(self, index, value):
        self.items.insert(index, value)


line = Line(1, 2, 3, 2)
print(list(line), list(reversed(line)), 2 in line, 9 in line, line.count(2), line.index(2), line.index(2, 2), line.index(2, -1))
line.append(4)
line.extend([5, 6])
line += (7,)
print(line.pop(), line.pop(0), line.items)
line.remove(2)
line.reverse()
line.extend(line)
print(line.items)
for change in (lambda: line.index(99), lambda: line.remove(99)):
    try:
        change()
    except ValueError as error:
        print(repr(error))
line.clear()
print(line.items)

for made in (abc.Set, abc.MutableSequence, abc.Hashable, abc.Generator, abc.Mapping):
    try:
        made()
    except TypeError as error:
        print(error)


class Steps:
    def __iter__(self):
        return iter(())

    def __next__(self):
        raise StopIteration


class Unhashable:
    __hash__ = None


print(issubclass(Steps, abc.Iterator), issubclass(Steps, abc.Iterable), issubclass(Steps, abc.Reversible))
print(isinstance([], abc.Collection), isinstance({}, abc.Mapping), isinstance("", abc.Sequence), isinstance(iter([]), abc.Iterator))
print(isinstance(Unhashable(), abc.Hashable), isinstance(3, abc.Hashable), isinstance(len, abc.Callable), isinstance((x for x in ()), abc.Generator))
print(isinstance({}.keys(), abc.KeysView), isinstance(set(), abc.MutableSet), isinstance(frozenset(), abc.MutableSet), isinstance(b"", abc.ByteString))
print(abc.Iterable[int], abc.Mapping[str, int], abc.Sequence.__name__, abc.Callable.__module__, abc.Set.__abstractmethods__ == {"__contains__", "__iter__", "__len__"})
print(sorted(abc.MutableMapping.__abstractmethods__), sorted(abc.AsyncGenerator.__abstractmethods__), sorted(abc.Coroutine.__abstractmethods__))


class Countdown(abc.Generator):
    def __init__(self, start):
        self.left = start

    def send(self, value):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left + 1

    def throw(self, kind, value=None, trace=None):
        print("thrown", kind.__name__)
        raise kind


countdown = Countdown(2)
print(next(countdown), list(countdown), countdown.close())
