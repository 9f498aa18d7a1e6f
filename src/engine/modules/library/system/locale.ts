/** `locale`. */
import { pythonModule } from '../../library.ts';

export const localeModule = pythonModule(
  'locale',
  String.raw`
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale not in (None, "", "C", "POSIX", "C.UTF-8", "en_US.UTF-8"):
        raise Error("unsupported locale setting")
    return "C" if locale is None else (locale or "C.UTF-8")


def getlocale(category=LC_CTYPE):
    return ("en_US", "UTF-8")


def getdefaultlocale(envvars=()):
    return ("en_US", "UTF-8")


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def getencoding():
    return "UTF-8"


def localeconv():
    return {"decimal_point": ".", "thousands_sep": "", "grouping": []}


def format_string(f, val, grouping=False, monetary=False):
    return f % val
`,
);
