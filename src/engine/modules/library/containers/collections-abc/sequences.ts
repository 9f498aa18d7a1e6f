/** Sequence and MutableSequence. */
export const SEQUENCES = String.raw`
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
