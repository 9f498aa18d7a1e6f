/** Set and MutableSet. */
/** `in` asks for the same object or an equal one. */
export const SETS = String.raw`
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
