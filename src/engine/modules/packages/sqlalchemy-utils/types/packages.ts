/** Types whose values other packages bring. */
export const OTHER_PACKAGES = String.raw`

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
`;
