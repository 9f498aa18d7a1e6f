/** `csv`. */
import { pythonModule } from '../library.ts';

export const csvModule = pythonModule(
  'csv',
  String.raw`
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
_SETTINGS = "delimiter doublequote escapechar lineterminator quotechar quoting skipinitialspace strict".split()
_dialects = {}
_limit = [131072]


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(excel):
    lineterminator = "\n"
    quoting = QUOTE_ALL


class _Settings:
    def __init__(self, dialect, given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        values = dict(delimiter=",", quotechar='"', escapechar=None, doublequote=True, skipinitialspace=False, lineterminator="\r\n", quoting=QUOTE_MINIMAL, strict=False)
        for name in _SETTINGS:
            value = getattr(dialect, name, None)
            if value is not None or (name == "quotechar" and dialect is not None):
                values[name] = value
        for name, value in given.items():
            if name not in values:
                raise TypeError("%r is an invalid keyword argument for this function" % name)
            values[name] = value
        if not isinstance(values["delimiter"], str) or len(values["delimiter"]) != 1:
            kind = "string" if isinstance(values["delimiter"], str) else None
            raise TypeError('"delimiter" must be a 1-character string' if kind else '"delimiter" must be string, not %s' % type(values["delimiter"]).__name__)
        if values["quotechar"] is None and values["quoting"] != QUOTE_NONE:
            if "quoting" in given:
                raise TypeError("quotechar must be set if quoting enabled")
            values["quoting"] = QUOTE_NONE
        self.__dict__.update(values)


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Settings(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(limit=None):
    before = _limit[0]
    if limit is not None:
        _limit[0] = limit
    return before


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class _Reader:
    """One line after the other goes through an automaton: where a field begins, inside it, inside its quotes, behind them."""

    def __init__(self, lines, dialect, settings):
        self._lines = iter(lines)
        self.dialect = _Settings(dialect, settings)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._row, self._field, self._number = [], None, False
        state = "begin"
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state in ("quoted", "escaped in quotes") and (self._field or self._row or state != "begin"):
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    return self._row
                if state != "begin":
                    self._save()
                    return self._row
                raise
            if not isinstance(line, str):
                raise Error("iterator should return strings, not %s (the file should be opened in text mode)" % type(line).__name__)
            self.line_num += 1
            state = self._feed(line, state)
            if state is None:
                return self._row

    def _save(self):
        field = self._field or ""
        self._row.append(float(field) if self._number else field)
        self._field, self._number = None, False

    def _feed(self, line, state):
        d = self.dialect
        started = state != "begin"
        ended = False
        for char in line:
            newline = char in "\r\n"
            if ended:
                if newline:
                    continue
                raise Error("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
            if state == "escaped":
                self._field = (self._field or "") + char
                state = "plain"
            elif state == "escaped in quotes":
                self._field += char
                state = "quoted"
            elif state == "quoted":
                if char == d.escapechar:
                    state = "escaped in quotes"
                elif char == d.quotechar and d.quoting != QUOTE_NONE:
                    state = "quote in quotes" if d.doublequote else "plain"
                else:
                    self._field += char
            elif newline:
                if started or self._field is not None or self._row or state != "begin":
                    self._save()
                ended = True
            elif state == "quote in quotes":
                if char == d.quotechar:
                    self._field += char
                    state = "quoted"
                elif char == d.delimiter:
                    self._save()
                    state = "field"
                elif d.strict:
                    raise Error("'%s' expected after '%s'" % (d.delimiter, d.quotechar))
                else:
                    self._field += char
                    state = "plain"
            elif char == d.escapechar:
                state = "escaped"
            elif char == d.delimiter:
                self._save()
                state = "field"
            elif state in ("begin", "field") and char == d.quotechar and d.quoting != QUOTE_NONE:
                self._field = ""
                state = "quoted"
            elif state in ("begin", "field") and char == " " and d.skipinitialspace:
                state = "field"
            else:
                if state in ("begin", "field") and d.quoting == QUOTE_NONNUMERIC:
                    self._number = True
                self._field = (self._field or "") + char
                state = "plain"
        if ended:
            return None
        if state in ("quoted", "escaped in quotes"):
            return state
        if state != "begin" or self._field is not None:
            self._save()
        return None


def reader(iterable, /, dialect="excel", **fmtparams):
    return _Reader(iterable, dialect, fmtparams)


class _Writer:
    def __init__(self, file, dialect, settings):
        self._write = file.write
        self.dialect = _Settings(dialect, settings)

    def _text(self, value, single):
        d = self.dialect
        text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
        special = [d.delimiter, d.escapechar, d.quotechar, "\r", "\n", *d.lineterminator]
        must = any(char in text for char in special if char)
        if d.quoting == QUOTE_NONE:
            if not must:
                if single and not text:
                    raise Error("single empty field record must be quoted")
                return text
            if d.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            return "".join(d.escapechar + char if char in special else char for char in text)
        quoted = must or d.quoting == QUOTE_ALL or (d.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))) or (single and not text)
        if not quoted:
            return text
        if d.doublequote:
            text = text.replace(d.quotechar, d.quotechar * 2)
        elif d.quotechar in text:
            if d.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            text = text.replace(d.quotechar, d.escapechar + d.quotechar)
        return d.quotechar + text + d.quotechar

    def writerow(self, row, /):
        try:
            row = list(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__) from None
        fields = [self._text(value, len(row) == 1) for value in row]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


def writer(fileobj, /, dialect="excel", **fmtparams):
    return _Writer(fileobj, dialect, fmtparams)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._names = None if fieldnames is None else list(fieldnames)
        self.restkey, self.restval, self.dialect = restkey, restval, dialect
        self.line_num, self.reader = 0, reader(f, dialect, *args, **kwds)

    def __iter__(self):
        return self

    def _heading(self):
        """The names of the columns, which the first row holds where none were given."""
        if self._names is None:
            self._names = next(self.reader, None)
            self.line_num = self.reader.line_num
        return self._names

    def _name(self, names):
        self._names = names

    fieldnames = property(_heading, _name)

    def __next__(self):
        names = self._heading() if self.line_num == 0 else self._names
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        record = dict(zip(names, row))
        if len(row) > len(names):
            record[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            record[name] = self.restval
        return record


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def _values(self, record):
        extra = [name for name in record if name not in self.fieldnames] if self.extrasaction == "raise" else ()
        if extra:
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join(repr(name) for name in extra))
        return (record.get(name, self.restval) for name in self.fieldnames)

    def writeheader(self):
        return self.writerow({name: name for name in self.fieldnames})

    def writerow(self, rowdict):
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(self._values(record) for record in rowdicts)
`,
);
