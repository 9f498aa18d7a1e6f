/** Types of values that Python has itself. */
export const PLAIN = String.raw`
import datetime as _datetime
import enum as _enum
import importlib.util as _util
import json as _json
import uuid as _uuid
import sqlalchemy as _sa
from sqlalchemy import types as _types
from sqlalchemy.dialects import postgresql as _postgresql


class ImproperlyConfigured(Exception):
    pass


class ScalarListException(Exception):
    pass


ImproperlyConfigured.__module__ = "sqlalchemy_utils.exceptions"
ScalarListException.__module__ = "sqlalchemy_utils.types.scalar_list"


def _in(module):
    def place(cls):
        cls.__module__ = "sqlalchemy_utils.types." + module
        return cls

    return place


def _needs(package, message):
    if _util.find_spec(package) is None:
        raise ImproperlyConfigured(message)


class _Coerced:
    def coercion_listener(self, target, value, oldvalue, initiator):
        return self._coerce(value)


@_in("email")
class EmailType(_types.TypeDecorator):
    impl = _types.Unicode
    cache_ok = True

    def __init__(self, length=255, *args, **kwargs):
        super().__init__(*args, length=length, **kwargs)

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql" and self.impl.length is None:
            return dialect.type_descriptor(_postgresql.CITEXT())
        return dialect.type_descriptor(_types.Unicode(self.impl.length))

    def process_bind_param(self, value, dialect):
        return value.lower() if value is not None else value

    @property
    def python_type(self):
        return self.impl.type.python_type


@_in("url")
class URLType(_types.TypeDecorator):
    impl = _types.UnicodeText
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else str(value)


@_in("uuid")
class UUIDType(_types.TypeDecorator):
    impl = _types.BINARY(16)
    cache_ok = True

    def __init__(self, binary=True, native=True):
        self.binary = binary
        self.native = native

    def __repr__(self):
        return "UUIDType()" if self.binary else "UUIDType(binary=False)"

    def load_dialect_impl(self, dialect):
        if self.native and dialect.name in ("postgresql", "cockroachdb"):
            return dialect.type_descriptor(_postgresql.UUID())
        return dialect.type_descriptor(self.impl if self.binary else _types.CHAR(32))

    def process_bind_param(self, value, dialect):
        if value is None or isinstance(value, _uuid.UUID):
            return None if value is None else str(value)
        return str(_uuid.UUID(value))

    def process_result_value(self, value, dialect):
        return value if value is None or isinstance(value, _uuid.UUID) else _uuid.UUID(value)


class Choice:
    def __init__(self, code, value):
        self.code = code
        self.value = value

    def __eq__(self, other):
        return self.code == (other.code if isinstance(other, Choice) else other)

    def __hash__(self):
        return hash(self.code)

    def __str__(self):
        return str(self.value)

    def __repr__(self):
        return "Choice(code=%s, value=%s)" % (self.code, self.value)


Choice.__module__ = "sqlalchemy_utils.types.choice"


@_in("choice")
class ChoiceType(_types.TypeDecorator, _Coerced):
    impl = _types.Unicode(255)
    cache_ok = True

    def __init__(self, choices, impl=None):
        self.choices = tuple(choices) if isinstance(choices, list) else choices
        if not isinstance(choices, type) and not choices:
            raise ImproperlyConfigured("ChoiceType needs list of choices defined.")
        super().__init__()
        if impl is not None:
            self.impl = impl() if isinstance(impl, type) else impl

    @property
    def python_type(self):
        return self.impl.python_type

    def _coerce(self, value):
        if value is None:
            return None
        if isinstance(self.choices, type):
            return value if isinstance(value, self.choices) else self.choices(value)
        return value if isinstance(value, Choice) else Choice(value, dict(self.choices)[value])

    def process_bind_param(self, value, dialect):
        if isinstance(self.choices, type):
            return None if value is None else self.choices(value).value
        return value.code if isinstance(value, Choice) else value

    def process_result_value(self, value, dialect):
        return self._coerce(value)


@_in("json")
class JSONType(_types.TypeDecorator):
    impl = _types.UnicodeText
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(_postgresql.JSON() if dialect.name == "postgresql" else self.impl)


@_in("arrow")
class ArrowType(_types.TypeDecorator):
    impl = _types.DateTime
    cache_ok = True

    def __init__(self, *args, **kwargs):
        _needs("arrow", "'arrow' package is required to use 'ArrowType'")
        super().__init__(*args, **kwargs)
`;
