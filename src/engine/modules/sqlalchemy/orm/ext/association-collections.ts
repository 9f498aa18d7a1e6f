/** Lists, dicts and sets of association proxies: they look at the owner's collection anew each time. Answers to: sqlalchemy/ext/associationproxy.py. */
export const ASSOCIATION_COLLECTIONS = String.raw`

class _AssociationCollection:
    def __init__(self, lazy_collection, creator, value_attr, parent):
        self.lazy_collection = lazy_collection
        self.creator = creator
        self.value_attr = value_attr
        self.parent = parent

    @property
    def col(self):
        return self.lazy_collection()

    def _get(self, member):
        return getattr(member, self.value_attr)

    def __len__(self):
        return len(self.col)

    def __bool__(self):
        return bool(self.col)

    def __repr__(self):
        return repr(self._plain())

    def __eq__(self, other):
        return self._plain() == other

    def __ne__(self, other):
        return self._plain() != other

    def __hash__(self):
        raise TypeError(f"{type(self).__name__} objects are unhashable")

    def clear(self):
        self.col.clear()

    def copy(self):
        return self._plain()


class _AssociationList(_AssociationCollection):
    def _plain(self):
        return [self._get(member) for member in self.col]

    def _replace(self, values):
        given = list(values)
        self.clear()
        self.extend(given)

    def __iter__(self):
        for member in self.col:
            yield self._get(member)

    def __contains__(self, value):
        return any(value == self._get(member) for member in self.col)

    def __getitem__(self, at):
        found = self.col[at]
        return [self._get(member) for member in found] if isinstance(at, slice) else self._get(found)

    def __setitem__(self, at, value):
        if not isinstance(at, slice):
            setattr(self.col[at], self.value_attr, value)
            return
        self.col[at] = [self.creator(one) for one in value]

    def __delitem__(self, at):
        del self.col[at]

    def append(self, value):
        self.col.append(self.creator(value))

    def extend(self, values):
        for value in values:
            self.append(value)

    def insert(self, at, value):
        self.col.insert(at, self.creator(value))

    def pop(self, at=-1):
        return self._get(self.col.pop(at))

    def remove(self, value):
        for at, one in enumerate(self):
            if one == value:
                del self.col[at]
                return
        raise ValueError("value not in list")

    def count(self, value):
        return self._plain().count(value)

    def index(self, value, *place):
        return self._plain().index(value, *place)

    def __add__(self, other):
        return self._plain() + list(other)

    def __radd__(self, other):
        return list(other) + self._plain()

    def __iadd__(self, values):
        self.extend(values)
        return self

    def __lt__(self, other):
        return self._plain() < list(other)

    def __gt__(self, other):
        return self._plain() > list(other)

    def reverse(self):
        raise NotImplementedError()

    def sort(self):
        raise NotImplementedError()


class _AssociationDict(_AssociationCollection):
    def _plain(self):
        return dict(self.items())

    def _replace(self, values):
        given = dict(values)
        for key in [one for one in self.col if one not in given]:
            del self[key]
        self.update(given)

    def __iter__(self):
        return iter(self.col.keys())

    def __contains__(self, key):
        return key in self.col

    def __getitem__(self, key):
        return self._get(self.col[key])

    def __setitem__(self, key, value):
        if key in self.col:
            setattr(self.col[key], self.value_attr, value)
        else:
            self.col[key] = self.creator(key, value)

    def __delitem__(self, key):
        del self.col[key]

    def get(self, key, default=None):
        return self[key] if key in self.col else default

    def setdefault(self, key, default=None):
        if key not in self.col:
            self[key] = default
        return self[key]

    def keys(self):
        return self.col.keys()

    def values(self):
        return [self._get(member) for member in self.col.values()]

    def items(self):
        return [(key, self._get(self.col[key])) for key in self.col]

    def pop(self, key, *default):
        if key not in self.col and default:
            return default[0]
        return self._get(self.col.pop(key))

    def popitem(self):
        key, member = self.col.popitem()
        return key, self._get(member)

    def update(self, *given, **more):
        for key, value in dict(*given, **more).items():
            self[key] = value


class _AssociationSet(_AssociationCollection):
    def _plain(self):
        return set(self)

    def _replace(self, values):
        given = set(values)
        for value in set(self) - given:
            self.remove(value)
        for value in given:
            self.add(value)

    def __iter__(self):
        for member in self.col:
            yield self._get(member)

    def __contains__(self, value):
        return any(self._get(member) == value for member in self.col)

    def add(self, value):
        if value not in self:
            self.col.add(self.creator(value))

    def discard(self, value):
        for member in list(self.col):
            if self._get(member) == value:
                self.col.discard(member)
                break

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        if not self.col:
            raise KeyError("pop from an empty set")
        return self._get(self.col.pop())

    def update(self, *others):
        for other in others:
            for value in other:
                self.add(value)

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        for value in list(other):
            self.discard(value)
        return self

    def __or__(self, other):
        return set(self) | set(other)

    def __and__(self, other):
        return set(self) & set(other)

    def __sub__(self, other):
        return set(self) - set(other)

    def union(self, other):
        return set(self).union(other)

    def intersection(self, other):
        return set(self).intersection(other)

    def difference(self, other):
        return set(self).difference(other)

    def issubset(self, other):
        return set(self).issubset(other)

    def issuperset(self, other):
        return set(self).issuperset(other)


def _kind_of(collection):
    if isinstance(collection, dict):
        return _AssociationDict
    return _AssociationSet if isinstance(collection, set) else _AssociationList
`;
