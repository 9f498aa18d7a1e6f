/** `environs`: typed settings from the environment. Answers to: environs 14. */
export const ENVIRONS = String.raw`
import datetime as _datetime
import decimal as _decimal
import json as _json
import os as _os
import pathlib as _pathlib
import uuid as _uuid

_TRUE = {"t", "T", "true", "True", "TRUE", "on", "On", "ON", "y", "Y", "yes", "Yes", "YES", "1"}
_FALSE = {"f", "F", "false", "False", "FALSE", "off", "Off", "OFF", "n", "N", "no", "No", "NO", "0"}


class EnvError(ValueError):
    pass


class EnvNotSetError(EnvError):
    pass


class EnvValidationError(EnvError):
    def __init__(self, message, error_messages):
        super().__init__(message)
        self.error_messages = error_messages


def _wrong(name, message):
    return EnvValidationError('Environment variable "%s" invalid: %s' % (name, message), [message])


class _Bad(Exception):
    pass


def _boolean(value):
    if value in _TRUE | _FALSE:
        return value in _TRUE
    raise _Bad("Not a valid boolean.")


def _number(kind, message):
    def read(value):
        try:
            return kind(value)
        except (ValueError, ArithmeticError):
            raise _Bad(message)

    return read


_READERS = {
    "str": str,
    "bool": _boolean,
    "int": _number(int, "Not a valid integer."),
    "float": _number(float, "Not a valid number."),
    "decimal": _number(_decimal.Decimal, "Not a valid number."),
    "uuid": _number(_uuid.UUID, "Not a valid UUID."),
    "json": _number(_json.loads, "Not valid JSON."),
    "path": _pathlib.Path,
    "url": str,
    "date": _number(_datetime.date.fromisoformat, "Not a valid date."),
    "datetime": _number(_datetime.datetime.fromisoformat, "Not a valid datetime."),
    "log_level": lambda value: int(value) if value.isdigit() else getattr(__import__("logging"), value.upper()),
}


class Env:
    def __init__(self, *, eager=True, expand_vars=False, prefix=None):
        self.eager, self._prefix = eager, prefix

    def read_env(self, path=None, recurse=True, verbose=False, override=False, **kw):
        folder = _os.path.dirname(_calling_file())
        name = _os.fspath(path) if path is not None else ".env"
        while not _os.path.isfile(_os.path.join(folder, name)) and recurse and folder != _os.path.dirname(folder):
            folder = _os.path.dirname(folder)
        from dotenv import load_dotenv

        return load_dotenv(_os.path.join(folder, name), override=override)

    def prefixed(self, prefix):
        from contextlib import contextmanager

        @contextmanager
        def within():
            before, self._prefix = self._prefix, (self._prefix or "") + prefix
            try:
                yield self
            finally:
                self._prefix = before

        return within()

    def seal(self):
        pass

    def _given(self, name, default, read):
        full = (self._prefix or "") + name
        value = _os.environ.get(full)
        if value is None:
            if default is ...:
                raise EnvNotSetError('Environment variable "%s" not set' % full)
            return default
        try:
            return read(value)
        except _Bad as error:
            raise _wrong(full, str(error)) from error

    def __call__(self, name, default=..., **kw):
        return self.str(name, default, **kw)

    def list(self, name, default=..., subcast=None, delimiter=",", **kw):
        one = _subcast(subcast)
        return self._given(name, default, lambda value: [one(part) for part in value.split(delimiter)] if value else [])

    def dict(self, name, default=..., subcast_values=None, delimiter=",", **kw):
        one = _subcast(subcast_values)
        return self._given(
            name, default, lambda value: {key.strip(): one(item.strip()) for key, item in (part.split("=", 1) for part in value.split(delimiter))}
        )

    def enum(self, name, default=..., *, enum=None, type=None, **kw):
        kind = enum or type
        return self._given(name, default, lambda value: kind[value])

    def timedelta(self, name, default=..., **kw):
        return self._given(name, default, lambda value: _datetime.timedelta(seconds=int(value)))


def _subcast(kind):
    return _READERS.get(getattr(kind, "__name__", "str"), kind) if kind else str


def _method(read):
    return lambda self, name, default=..., **kw: self._given(name, default, read)


for _name in _READERS:
    setattr(Env, _name, _method(_READERS[_name]))

env = Env()
`;
