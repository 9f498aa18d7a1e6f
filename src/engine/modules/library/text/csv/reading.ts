/** The reader. */
export const READING = String.raw`

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
`;
