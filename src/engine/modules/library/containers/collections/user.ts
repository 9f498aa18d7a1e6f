/** `UserDict`, `UserList` and `UserString`. */
export const USER = String.raw`
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


`;
