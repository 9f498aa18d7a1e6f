/** Mapping, its views, MutableMapping. */
export const MAPPINGS = String.raw`
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
