/** Types that keep more than they show: encrypted text, ranges, dates of another library. */
export const ENCRYPTED = String.raw`

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
