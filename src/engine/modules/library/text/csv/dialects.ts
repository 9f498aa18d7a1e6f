/** Dialects and their register. */
export const DIALECTS = String.raw`
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
`;
