/** `pprint`: values over several lines. What does not fit behind its place is laid out by what it is, else written as it is. */
import { pythonModule } from '../../library.ts';

export const pprintModule = pythonModule(
  'pprint',
  String.raw`
import re
import sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


class _Sortable:
    """Orders what cannot be compared by the names of the types."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _by_key(item):
    return _Sortable(item[0]), _Sortable(item[1])


def _recursion(value):
    return "<Recursion on %s with id=%s>" % (type(value).__name__, id(value))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if int(indent) < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._step = int(indent)
        self._width = int(width)
        self._depth = depth
        self._stream = stream
        self._compact = bool(compact)
        self._sorted = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        stream = sys.stdout if self._stream is None else self._stream
        if stream is not None:
            stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        return self._laid(object, 0, 0, 0, ())

    def isrecursive(self, object):
        return "<Recursion on " in self._line(object, 0, ())

    def isreadable(self, object):
        text = self._line(object, 0, ())
        return "<" not in text and "..." not in text

    def format(self, object, context, maxlevels, level):
        text = self._line(object, level, ())
        return text, "<" not in text, "<Recursion on " in text

    def _entries(self, mapping):
        items = list(mapping.items())
        return sorted(items, key=_by_key) if self._sorted else items

    def _line(self, value, level, outer):
        """The value on one line; level counts what it is inside of."""
        kind = type(value)
        if issubclass(kind, int) and kind.__repr__ is int.__repr__:
            return "{:_d}".format(value) if self._underscores else repr(value)
        is_dict = issubclass(kind, dict) and kind.__repr__ is dict.__repr__
        is_list = issubclass(kind, list) and kind.__repr__ is list.__repr__
        is_tuple = issubclass(kind, tuple) and kind.__repr__ is tuple.__repr__
        if not (is_dict or is_list or is_tuple):
            return repr(value)
        opening, closing = "{}" if is_dict else "[]" if is_list else "()"
        if not value:
            return opening + closing
        if self._depth is not None and level >= self._depth:
            return opening + "..." + closing
        if id(value) in outer:
            return _recursion(value)
        inside = (*outer, id(value))
        if is_dict:
            parts = ["%s: %s" % (self._line(k, level + 1, inside), self._line(v, level + 1, inside)) for k, v in self._entries(value)]
        else:
            parts = [self._line(one, level + 1, inside) for one in value]
        if is_tuple and len(parts) == 1:
            closing = ",)"
        return opening + ", ".join(parts) + closing

    def _laid(self, value, column, after, level, outer):
        """The value as it stands at a column, with so many characters behind it on its last line."""
        if id(value) in outer:
            return _recursion(value)
        text = self._line(value, level, ())
        if len(text) <= self._width - column - after:
            return text
        inside = (*outer, id(value))
        kind = type(value)
        made = kind.__repr__
        if made is dict.__repr__:
            return "{" + self._pairs(self._entries(value), column, after + 1, level + 1, inside) + "}"
        if made is list.__repr__:
            return "[" + self._row(value, column, after + 1, level + 1, inside) + "]"
        if made is tuple.__repr__:
            closing = ",)" if len(value) == 1 else ")"
            return "(" + self._row(value, column, after + len(closing), level + 1, inside) + closing
        if made in (set.__repr__, frozenset.__repr__) and value:
            opening, closing = ("{", "}") if kind is set else (kind.__name__ + "({", "})")
            row = sorted(value, key=_Sortable)
            return opening + self._row(row, column + len(opening) - 1, after + len(closing), level + 1, inside) + closing
        if made is str.__repr__ and value:
            return self._words(value, column, after, level + 1)
        if hasattr(kind, "__dataclass_fields__") and getattr(made, "__wrapped__", None) is not None:
            shown = [(name, getattr(value, name)) for name, field in kind.__dataclass_fields__.items() if field.repr]
            start = column + len(kind.__name__) + 1
            return kind.__name__ + "(" + self._named(shown, start, after, level + 1, inside) + ")"
        return text

    def _pad(self):
        return " " * (self._step - 1)

    def _pairs(self, items, column, after, level, outer):
        column += self._step
        parts = []
        for at, (key, one) in enumerate(items):
            name = self._line(key, level, outer)
            behind = after if at == len(items) - 1 else 1
            parts.append("%s: %s" % (name, self._laid(one, column + len(name) + 2, behind, level, outer)))
        return self._pad() + (",\n" + " " * column).join(parts)

    def _named(self, items, column, after, level, outer):
        parts = []
        for at, (name, one) in enumerate(items):
            behind = after if at == len(items) - 1 else 1
            parts.append("%s=%s" % (name, self._laid(one, column + len(name) + 1, behind, level, outer)))
        return (",\n" + " " * column).join(parts)

    def _row(self, values, column, after, level, outer):
        column += self._step
        values = list(values)
        lines = []
        room = 0
        for at, one in enumerate(values):
            behind = after if at == len(values) - 1 else 1
            if self._compact:
                text = self._line(one, level, ())
                whole = self._width - column + 1 - (after if at == len(values) - 1 else 0)
                left = room - (after if at == len(values) - 1 else 0)
                if lines and left >= len(text) + 2:
                    lines[-1] += ", " + text
                    room -= len(text) + 2
                    continue
                if whole >= len(text) + 2:
                    lines.append(text)
                    room = self._width - column + 1 - len(text) - 2
                    continue
            lines.append(self._laid(one, column, behind, level, outer))
            room = 0
        return self._pad() + (",\n" + " " * column).join(lines)

    def _words(self, text, column, after, level):
        if level == 1:
            column += 1
            after += 1
        room = self._width - column
        chunks = []
        lines = text.splitlines(True)
        for at, line in enumerate(lines):
            tail = after if at == len(lines) - 1 else 0
            if len(repr(line)) <= room - tail:
                chunks.append(repr(line))
                continue
            words = re.findall(r"\S+\s*|\s+", line)
            current = ""
            for place, word in enumerate(words):
                limit = room - (tail if place == len(words) - 1 else 0)
                if current and len(repr(current + word)) > limit:
                    chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        whole = ("\n" + " " * column).join(chunks)
        return "(" + whole + ")" if level == 1 else whole


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
    ).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
    ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._line(object, 0, ())


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
`,
);
