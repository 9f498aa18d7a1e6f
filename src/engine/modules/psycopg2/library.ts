/** psycopg2.extras and psycopg2.sql, as far as they are Python. Answers to: the modules of these names. */
import { pythonModule } from '../library.ts';

const EXTRAS = String.raw`
from collections import OrderedDict, namedtuple


class DictRow(list):
    __slots__ = ("_names",)

    def __init__(self, names, row):
        super().__init__(row)
        self._names = list(names)

    def __getitem__(self, key):
        if not isinstance(key, (int, slice)):
            if key not in self._names:
                raise KeyError(key)
            key = self._names.index(key)
        return super().__getitem__(key)

    def keys(self):
        return iter(self._names)

    def values(self):
        return iter(list(self))

    def items(self):
        return zip(self._names, list(self))

    def get(self, key, default=None):
        return self[key] if key in self._names else default

    def __contains__(self, key):
        return key in self._names


class Range:
    __slots__ = ("_lower", "_upper", "_bounds")

    def __init__(self, lower=None, upper=None, bounds="[)", empty=False):
        if not empty and bounds not in ("[)", "(]", "()", "[]"):
            raise ValueError(f"bound flags not valid: {bounds!r}")
        self._lower, self._upper, self._bounds = (None, None, None) if empty else (lower, upper, bounds)

    def _parts(self):
        return self._lower, self._upper, self._bounds

    def __repr__(self):
        shown = "empty=True" if self.isempty else ", ".join(map(repr, self._parts()))
        return f"{type(self).__name__}({shown})"

    def __str__(self):
        return "empty" if self.isempty else f"{self._bounds[0]}{self._lower}, {self._upper}{self._bounds[1]}"

    lower = property(lambda self: self._lower)
    upper = property(lambda self: self._upper)
    isempty = property(lambda self: self._bounds is None)
    lower_inf = property(lambda self: not self.isempty and self._lower is None)
    upper_inf = property(lambda self: not self.isempty and self._upper is None)
    lower_inc = property(lambda self: self._lower is not None and self._bounds[0] == "[")
    upper_inc = property(lambda self: self._upper is not None and self._bounds[1] == "]")

    def __contains__(self, value):
        if self.isempty:
            return False
        low, high, bounds = self._parts()
        above = low is None or value > low or (value == low and bounds[0] == "[")
        return above and (high is None or value < high or (value == high and bounds[1] == "]"))

    def __bool__(self):
        return not self.isempty

    def __eq__(self, other):
        return isinstance(other, Range) and self._parts() == other._parts()

    def __hash__(self):
        return hash(self._parts())

    def __lt__(self, other):
        if not isinstance(other, Range):
            return NotImplemented
        for mine, theirs in zip(self._parts(), other._parts()):
            if mine != theirs:
                return mine is None or (theirs is not None and mine < theirs)
        return False

    def __le__(self, other):
        return self == other or self.__lt__(other)

    def __gt__(self, other):
        return other.__lt__(self) if isinstance(other, Range) else NotImplemented

    def __ge__(self, other):
        return self == other or self.__gt__(other)


class NumericRange(Range):
    pass


class DateRange(Range):
    pass


class DateTimeRange(Range):
    pass


class DateTimeTZRange(Range):
    pass


for _kind in (Range, NumericRange, DateRange, DateTimeRange, DateTimeTZRange):
    _kind.__module__ = "psycopg2._range"


class RealDictRow(OrderedDict):
    pass


class DictCursor:
    @staticmethod
    def _make_row(names, row):
        return DictRow(names, row)


class RealDictCursor:
    @staticmethod
    def _make_row(names, row):
        return RealDictRow(zip(names, row))


class NamedTupleCursor:
    @staticmethod
    def _make_row(names, row):
        return namedtuple("Record", names, rename=True)(*row)


def _pages(items, size):
    items = list(items)
    for start in range(0, len(items), size):
        yield items[start:start + size]


def execute_batch(cur, sql, argslist, page_size=100):
    for page in _pages(argslist, page_size):
        cur.execute(b";".join(cur.mogrify(sql, args) for args in page))


def execute_values(cur, sql, argslist, template=None, page_size=100, fetch=False):
    text = sql.as_string(cur) if hasattr(sql, "as_string") else sql
    if text.count("%s") != 1:
        raise ValueError("the query doesn't contain any '%s' placeholder" if "%s" not in text else "the query contains more than one '%s' placeholder")
    before, after = text.split("%s")
    found = []
    for page in _pages(argslist, page_size):
        rows = []
        for args in page:
            shape = template or "(" + ",".join(["%s"] * len(args)) + ")"
            rows.append(cur.mogrify(shape, args).decode())
        cur.execute(before + ",".join(rows) + after)
        if fetch:
            found.extend(cur.fetchall())
    return found if fetch else None
`;

const SQL = String.raw`
import string


class Composable:
    def __init__(self, wrapped):
        self._wrapped = wrapped

    def __repr__(self):
        return f"{self.__class__.__name__}({self._wrapped!r})"

    def __add__(self, other):
        if not isinstance(other, Composable):
            return NotImplemented
        return Composed([self]) + Composed([other]) if not isinstance(other, Composed) else Composed([self]) + other

    def __mul__(self, count):
        return Composed([self] * count)

    def __eq__(self, other):
        return type(self) is type(other) and self._wrapped == other._wrapped

    def __hash__(self):
        return hash(repr(self))


class Composed(Composable):
    def __init__(self, seq):
        super().__init__(list(seq))

    @property
    def seq(self):
        return list(self._wrapped)

    def as_string(self, context):
        return "".join(part.as_string(context) for part in self._wrapped)

    def __iter__(self):
        return iter(self._wrapped)

    def __add__(self, other):
        if isinstance(other, Composed):
            return Composed(self._wrapped + other._wrapped)
        return Composed(self._wrapped + [other])

    def join(self, joiner):
        return (SQL(joiner) if isinstance(joiner, str) else joiner).join(self._wrapped)


class SQL(Composable):
    def __init__(self, string):
        if not isinstance(string, str):
            raise TypeError("SQL values must be strings")
        super().__init__(string)

    @property
    def string(self):
        return self._wrapped

    def as_string(self, context):
        return self._wrapped

    def format(self, *args, **kwargs):
        parts, place = [], 0
        for text, name, spec, conversion in string.Formatter().parse(self._wrapped):
            if text:
                parts.append(SQL(text))
            if name is None:
                continue
            if name == "":
                name, place = place, place + 1
            elif name.isdigit():
                name = int(name)
            parts.append(args[name] if isinstance(name, int) else kwargs[name])
        return Composed(parts)

    def join(self, seq):
        parts = []
        for one in seq:
            if parts:
                parts.append(self)
            parts.append(one)
        return Composed(parts)


class Identifier(Composable):
    def __init__(self, *strings):
        if not strings:
            raise TypeError("Identifier cannot be empty")
        for one in strings:
            if not isinstance(one, str):
                raise TypeError("SQL identifier parts must be strings")
        super().__init__(strings)

    @property
    def strings(self):
        return self._wrapped

    def __repr__(self):
        return f"Identifier({', '.join(map(repr, self._wrapped))})"

    def as_string(self, context):
        return ".".join('"' + one.replace('"', '""') + '"' for one in self._wrapped)


class Literal(Composable):
    @property
    def wrapped(self):
        return self._wrapped

    def as_string(self, context):
        cursor = context.cursor() if hasattr(context, "cursor") else context
        return cursor.mogrify("%s", (self._wrapped,)).decode()


class Placeholder(Composable):
    def __init__(self, name=None):
        super().__init__(name)

    @property
    def name(self):
        return self._wrapped

    def as_string(self, context):
        return "%s" if self._wrapped is None else f"%({self._wrapped})s"


NULL = SQL("NULL")
DEFAULT = SQL("DEFAULT")
`;

export const psycopg2Extras = pythonModule('psycopg2.extras', () => EXTRAS);
export const psycopg2Sql = pythonModule('psycopg2.sql', () => SQL, {}, { distribution: 'psycopg2' });
