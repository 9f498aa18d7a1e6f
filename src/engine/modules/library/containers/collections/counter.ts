/** `Counter`. */
export const COUNTER = String.raw`
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


`;
