/** The writer, and rows as dictionaries. */
export const WRITING = String.raw`

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
`;
