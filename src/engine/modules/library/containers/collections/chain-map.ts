/** `ChainMap`. */
export const CHAIN_MAP = String.raw`
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


`;
