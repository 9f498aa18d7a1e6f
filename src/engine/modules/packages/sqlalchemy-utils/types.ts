/** Column types. Answers to: sqlalchemy_utils/types. A type that needs another package says so where that is not installed. */
export const TYPES_SOURCE = String.raw`
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


@_in("password")
class PasswordType(_types.TypeDecorator):
    impl = _types.VARBINARY(1024)
    cache_ok = True

    def __init__(self, max_length=None, **kwargs):
        _needs("passlib", "'passlib' is required to use 'PasswordType'")
        super().__init__()
        self._max_length = max_length
        self.schemes = kwargs.get("schemes")

    def __repr__(self):
        return "PasswordType(max_length=%s)" % self._max_length

    def load_dialect_impl(self, dialect):
        length = self._max_length or 1094
        if dialect.name == "postgresql":
            return dialect.type_descriptor(_postgresql.BYTEA(length))
        return dialect.type_descriptor(_types.VARBINARY(length))


@_in("ts_vector")
class TSVectorType(_types.TypeDecorator):
    impl = _postgresql.TSVECTOR
    cache_ok = True

    def __init__(self, *args, **kwargs):
        self.columns = args
        self.options = kwargs
        super().__init__()


@_in("ltree")
class LtreeType(_types.UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "LTREE"


@_in("phone_number")
class PhoneNumberType(_types.TypeDecorator):
    impl = _types.Unicode(20)
    cache_ok = True

    def __init__(self, region=None, max_length=20, *args, **kwargs):
        _needs("phonenumbers", "The 'phonenumbers' package is required to use 'PhoneNumberType'")
        super().__init__(*args, **kwargs)
        self.region = region
        self.impl = _types.Unicode(max_length)


@_in("ip_address")
class IPAddressType(_types.TypeDecorator):
    impl = _types.Unicode
    cache_ok = True

    def __init__(self, max_length=50, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.impl = _types.Unicode(max_length)

    def process_bind_param(self, value, dialect):
        return str(value) if value else None


@_in("timezone")
class TimezoneType(_types.TypeDecorator):
    impl = _types.Unicode(50)
    cache_ok = True

    def __init__(self, backend="dateutil"):
        if backend in ("dateutil", "pytz"):
            package = "python-dateutil" if backend == "dateutil" else backend
            _needs(backend, "'%s' is required to use the '%s' backend for 'TimezoneType'" % (package, backend))
        elif backend != "zoneinfo":
            raise ImproperlyConfigured("'pytz' or 'dateutil' or 'zoneinfo' are the backends supported for 'TimezoneType'")
        self.backend = backend
        super().__init__()


@_in("scalar_list")
class ScalarListType(_types.TypeDecorator):
    impl = _types.UnicodeText
    cache_ok = True

    def __init__(self, coerce_func=str, separator=","):
        super().__init__()
        self.separator = str(separator)
        self.coerce_func = coerce_func

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if any(self.separator in str(item) for item in value):
            raise ScalarListException(
                "List values can't contain string '%s' (its being used as separator. If you wish for scalar list values to contain these strings, use a different separator string.)"
                % self.separator
            )
        return self.separator.join(str(item) for item in value)

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        return [] if value == "" else [self.coerce_func(one) for one in value.split(self.separator)]


@_in("color")
class ColorType(_types.TypeDecorator):
    impl = _types.Unicode(20)
    cache_ok = True

    def __init__(self, max_length=20, *args, **kwargs):
        _needs("colour", "'colour' package is required to use 'ColorType'")
        super().__init__(*args, **kwargs)
        self.impl = _types.Unicode(max_length)


@_in("country")
class CountryType(_types.TypeDecorator):
    impl = _types.String(2)
    cache_ok = True


@_in("locale")
class LocaleType(_types.TypeDecorator):
    impl = _types.Unicode(10)
    cache_ok = True

    def __init__(self):
        _needs("babel", "Babel packaged is required with LocaleType.")
        super().__init__()


@_in("currency")
class CurrencyType(_types.TypeDecorator):
    impl = _types.String(3)
    cache_ok = True

    def __init__(self, *args, **kwargs):
        _needs("babel", "'babel' package is required in order to use CurrencyType.")
        super().__init__(*args, **kwargs)


@_in("weekdays")
class WeekDaysType(_types.TypeDecorator):
    impl = _types.BIGINT
    cache_ok = True

    def __init__(self, *args, **kwargs):
        _needs("babel", "'babel' package is required to use 'WeekDaysType'")
        super().__init__(*args, **kwargs)


@_in("encrypted.encrypted_type")
class StringEncryptedType(_types.TypeDecorator):
    impl = _types.String
    cache_ok = True

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kwargs):
        _needs("cryptography", "'cryptography' is required to use StringEncryptedType")
        super().__init__(**kwargs)
        self.underlying_type = type_in() if isinstance(type_in, type) else type_in
        self._key = key


@_in("encrypted.encrypted_type")
class EncryptedType(StringEncryptedType):
    impl = _types.LargeBinary


class AesEngine:
    pass


class AesGcmEngine:
    pass


class FernetEngine:
    pass


def _range(name, kind):
    class RangeType(_types.TypeDecorator):
        impl = kind
        cache_ok = True

        def __init__(self, *args, **kwargs):
            _needs("intervals", "RangeType needs intervals package installed.")
            super().__init__()

    RangeType.__name__ = RangeType.__qualname__ = name
    return _in("range")(RangeType)


IntRangeType = _range("IntRangeType", _postgresql.INT4RANGE)
Int8RangeType = _range("Int8RangeType", _postgresql.INT8RANGE)
NumericRangeType = _range("NumericRangeType", _postgresql.NUMRANGE)
DateRangeType = _range("DateRangeType", _postgresql.DATERANGE)
DateTimeRangeType = _range("DateTimeRangeType", _postgresql.TSRANGE)


@_in("enriched_datetime.enriched_datetime_type")
class EnrichedDateTimeType(_types.TypeDecorator):
    impl = _types.DateTime
    cache_ok = True

    def __init__(self, *args, **kwargs):
        _needs("pendulum", "'pendulum' package is required to use 'PendulumDateTime'")
        super().__init__(*args, **kwargs)


@_in("enriched_datetime.enriched_date_type")
class EnrichedDateType(_types.TypeDecorator):
    impl = _types.Date
    cache_ok = True

    def __init__(self, *args, **kwargs):
        _needs("pendulum", "'pendulum' package is required to use 'PendulumDate'")
        super().__init__(*args, **kwargs)
`;
