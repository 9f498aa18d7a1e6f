/** `dotenv`: reading .env files. Answers to: python-dotenv 1.2. */
import { callerGlobals } from '../../library/caller.ts';
import { pythonModule } from '../../library.ts';

const SOURCE = String.raw`
import os as _os
import re as _re

_LINE = _re.compile(
    r"""\s*(?:export[^\S\r\n]+)?(?:'(?P<quoted>[^']+)'|(?P<name>[^=\#\s]+))[^\S\r\n]*"""
    r"""(?:=[^\S\r\n]*(?:'(?P<single>(?:[^'\\]|\\.)*)'|"(?P<double>(?:[^"\\]|\\.)*)"|(?P<plain>[^\r\n]*)))?"""
    r"""[^\S\r\n]*(?:\#[^\r\n]*)?(?:\r\n|\n|\r|$)""",
    _re.DOTALL,
)
_VARIABLE = _re.compile(r"\$\{(?P<name>[^\}:]*)(?::-(?P<default>[^\}]*))?\}")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a", '"': '"', "'": "'", "\\": "\\"}


def _unescaped(text):
    return _re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], "\\" + found[1]), text, flags=_re.DOTALL)


def _bindings(text):
    at = 0
    while at < len(text):
        rest = text[at:]
        blank = _re.match(r"\s*(?:\#[^\r\n]*)?(?:\r\n|\n|\r|$)", rest)
        if blank and blank.end() > 0:
            at += blank.end()
            continue
        found = _LINE.match(rest)
        if not found or found.end() == 0:
            line = _re.match(r"[^\r\n]*(?:\r\n|\n|\r|$)", rest)
            at += max(1, line.end())
            continue
        at += found.end()
        name = found["quoted"] or found["name"]
        if found["single"] is not None:
            yield name, _re.sub(r"\\(['\\])", r"\1", found["single"])
        elif found["double"] is not None:
            yield name, _unescaped(found["double"])
        elif found["plain"] is not None:
            yield name, _re.sub(r"\s+\#.*", "", found["plain"]).rstrip()
        else:
            yield name, None


def _resolved(bindings, override):
    values = {}
    for name, value in bindings:
        if value is not None:
            def replaced(found):
                places = [_os.environ, values] if override is False else [values, _os.environ]
                if override:
                    places = [values, _os.environ]
                for place in places:
                    if found["name"] in place:
                        return place[found["name"]] or ""
                return found["default"] or ""

            value = _VARIABLE.sub(replaced, value)
        values[name] = value
    return values


def _read(path, stream, encoding):
    if stream is not None:
        return stream.read()
    if path and _os.path.isfile(path):
        with open(path, encoding=encoding) as file:
            return file.read()
    return ""


def find_dotenv(filename=".env", raise_error_if_not_found=False, usecwd=False):
    if usecwd:
        folder = _os.getcwd()
    else:
        caller = _caller_globals()
        folder = _os.path.dirname(_os.path.abspath(caller["__file__"])) if caller and "__file__" in caller else _os.getcwd()
    last = None
    while last != folder:
        candidate = _os.path.join(folder, filename)
        if _os.path.isfile(candidate):
            return candidate
        last, folder = folder, _os.path.dirname(folder)
    if raise_error_if_not_found:
        raise IOError("File not found")
    return ""


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8"):
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    bindings = list(_bindings(_read(dotenv_path, stream, encoding)))
    return _resolved(bindings, True) if interpolate else dict(bindings)


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"):
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    bindings = list(_bindings(_read(dotenv_path, stream, encoding)))
    values = _resolved(bindings, override) if interpolate else dict(bindings)
    for name, value in values.items():
        if name in _os.environ and not override:
            continue
        if value is not None:
            _os.environ[name] = value
    return bool(values)


def get_key(dotenv_path, key_to_get, encoding="utf-8"):
    return dotenv_values(dotenv_path, encoding=encoding).get(key_to_get)


def set_key(dotenv_path, key_to_set, value_to_set, quote_mode="always", export=False, encoding="utf-8"):
    quoted = "'" + value_to_set.replace("'", "\\'") + "'" if quote_mode == "always" else value_to_set
    line = ("export " if export else "") + key_to_set + "=" + quoted + "\n"
    text = _read(dotenv_path, None, encoding)
    lines = [one for one in text.splitlines(True) if _re.match(r"\s*(export\s+)?([^=\s]*)", one)[2] != key_to_set]
    with open(dotenv_path, "w", encoding=encoding) as file:
        file.write("".join(lines) + line)
    return True, key_to_set, value_to_set
`;

const main = pythonModule(
  'dotenv.main',
  SOURCE,
  { _caller_globals: () => callerGlobals },
  { distribution: 'dotenv' },
);

/** The modules of python-dotenv. */
export const DOTENV_MODULES = [{ ...main, name: 'dotenv', names: main.names, package: true }, main];
