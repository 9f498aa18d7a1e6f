/** Values of range types: `Range(1, 5)`. Answers to: sqlalchemy/dialects/postgresql/ranges.py (Range, MultiRange). */
import type { NativeModule } from '../../../python/values/native/native.ts';
import { pythonModule } from '../../library.ts';

const source = (): string => String.raw`
import datetime as _datetime
import typing as _typing

_T = _typing.TypeVar("_T", bound=_typing.Any)
_PARTS = ("lower", "upper", "bounds", "empty")


class Range(_typing.Generic[_T]):
    def __init__(self, lower=None, upper=None, *, bounds="[)", empty=False):
        self.__dict__.update(lower=lower, upper=upper, bounds=bounds, empty=empty)

    def __setattr__(self, name, value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError("cannot assign to field %r" % (name,))

    def __hash__(self):
        return hash(tuple(getattr(self, part) for part in _PARTS))

    def __repr__(self):
        return "Range(%s)" % ", ".join("%s=%r" % (part, getattr(self, part)) for part in _PARTS)

    def __str__(self):
        if self.empty:
            return "empty"
        lower, upper = ("" if edge is None else edge for edge in (self.lower, self.upper))
        return f"{self.bounds[0]}{lower},{upper}{self.bounds[1]}"

    @property
    def isempty(self):
        return self.empty

    is_empty = isempty

    @property
    def lower_inc(self):
        return self.bounds[0] == "["

    @property
    def lower_inf(self):
        return not self.empty and self.lower is None

    @property
    def upper_inc(self):
        return self.bounds[1] == "]"

    @property
    def upper_inf(self):
        return not self.empty and self.upper is None

    def __bool__(self):
        return not self.empty

    def _step(self):
        edges = (self.lower, self.upper)
        if any(isinstance(edge, int) for edge in edges):
            return 1
        if any(isinstance(edge, _datetime.datetime) for edge in edges):
            return None
        return _datetime.timedelta(days=1) if any(isinstance(edge, _datetime.date) for edge in edges) else None

    # A place beside a value: before it (0) or after it (1); of whole numbers and days, before the next one.
    def _beside(self, edge, after):
        step = self._step()
        return (0, edge + step, 0) if after and step is not None else (0, edge, int(after))

    @property
    def _start(self):
        return (-1,) if self.lower is None else self._beside(self.lower, not self.lower_inc)

    @property
    def _end(self):
        return (1,) if self.upper is None else self._beside(self.upper, self.upper_inc)

    def __eq__(self, other):
        if not isinstance(other, Range):
            return NotImplemented
        if self.empty or other.empty:
            return self.empty and other.empty
        return (self._start, self._end) == (other._start, other._end)

    def contained_by(self, other):
        if self.empty:
            return True
        return not other.empty and other._start <= self._start and self._end <= other._end

    def contains(self, value):
        if isinstance(value, Range):
            return value.contained_by(self)
        return not self.empty and self._start <= (0, value, 0) and self._beside(value, True) <= self._end

    __contains__ = contains

    def overlaps(self, other):
        return not self.empty and not other.empty and self._start < other._end and other._start < self._end

    def strictly_left_of(self, other):
        return not self.empty and not other.empty and self._end <= other._start

    __lshift__ = strictly_left_of

    def strictly_right_of(self, other):
        return not self.empty and not other.empty and self._start >= other._end

    __rshift__ = strictly_right_of

    def not_extend_left_of(self, other):
        return not self.empty and not other.empty and self._start >= other._start

    def not_extend_right_of(self, other):
        return not self.empty and not other.empty and self._end <= other._end

    def adjacent_to(self, other):
        return not self.empty and not other.empty and (self._start == other._end or self._end == other._start)

    def union(self, other):
        if self.empty or other.empty:
            return other if self.empty else self
        if not self.overlaps(other) and not self.adjacent_to(other):
            raise ValueError("Adding non-overlapping and non-adjacent ranges is not implemented")
        low = self if self._start <= other._start else other
        high = self if self._end >= other._end else other
        return Range(low.lower, high.upper, bounds=low.bounds[0] + high.bounds[1])

    __add__ = union

    def difference(self, other):
        if self.empty or other.empty or not self.overlaps(other):
            return self
        left, right = self._start < other._start, other._end < self._end
        if left and right:
            raise ValueError("Subtracting a strictly inner range is not implemented")
        if left:
            return Range(self.lower, other.lower, bounds=self.bounds[0] + (")" if other.lower_inc else "]"))
        if right:
            return Range(other.upper, self.upper, bounds=("(" if other.upper_inc else "[") + self.bounds[1])
        return Range(None, None, empty=True)

    __sub__ = difference

    def intersection(self, other):
        if not self.overlaps(other):
            return Range(None, None, empty=True)
        low = self if self._start >= other._start else other
        high = self if self._end <= other._end else other
        return Range(low.lower, high.upper, bounds=low.bounds[0] + high.bounds[1])

    __mul__ = intersection


class MultiRange(_typing.List[Range[_T]]):
    pass


Range.__module__ = MultiRange.__module__ = "sqlalchemy.dialects.postgresql.ranges"


def of_driver(value):
    if value is None or not hasattr(value, "_bounds"):
        return value
    return Range(value._lower, value._upper, bounds=value._bounds or "[)", empty=not value._bounds)


def for_driver(value, kind):
    if not isinstance(value, Range):
        return value
    import psycopg2.extras

    return getattr(psycopg2.extras, kind)(value.lower, value.upper, value.bounds, value.empty)
`;

const values = pythonModule(
  'sqlalchemy.dialects.postgresql.range_values',
  source,
  {},
  { defines: ['Range', 'MultiRange', 'of_driver', 'for_driver'] },
);

/** `Range` and `MultiRange`, as `sqlalchemy.dialects.postgresql` has them. */
export const RANGE_VALUES: NativeModule['names'] = {
  Range: (call) => values.names.Range!(call),
  MultiRange: (call) => values.names.MultiRange!(call),
};

/** What turns them into the driver's ranges and back; no program sees it. */
export const RANGES_OF_DRIVER: NativeModule['names'] = values.names;
