/** One value turned into a plain type. Answers to: pydantic_core's validators of scalars. */
export const VALUES = String.raw`

class _Context:
    def __init__(self, strict=False, mode="python", from_attributes=False):
        self.strict = strict
        self.mode = mode
        self.from_attributes = from_attributes


def _to_str(value, context):
    if isinstance(value, str):
        return value.value if isinstance(value, _enum.Enum) else value
    raise _wrong("string_type", "Input should be a valid string", value)


def _to_int(value, context):
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        if value == int(value):
            return int(value)
        raise _wrong("int_from_float", "Input should be a valid integer, got a number with a fractional part", value)
    if isinstance(value, str):
        text = value.strip().replace("_", "")
        if _re.fullmatch(r"[+-]?\d+(\.0*)?", text):
            return int(text.split(".")[0])
        raise _wrong("int_parsing", "Input should be a valid integer, unable to parse string as an integer", value)
    if isinstance(value, _decimal.Decimal) and value == int(value):
        return int(value)
    raise _wrong("int_type", "Input should be a valid integer", value)


def _to_float(value, context):
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, str):
        try:
            return float(value.strip())
        except ValueError:
            raise _wrong("float_parsing", "Input should be a valid number, unable to parse string as a number", value)
    if isinstance(value, _decimal.Decimal):
        return float(value)
    raise _wrong("float_type", "Input should be a valid number", value)


_TRUE = ("1", "true", "t", "on", "y", "yes")
_FALSE = ("0", "false", "f", "off", "n", "no")


def _to_bool(value, context):
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        if value.lower() in _TRUE:
            return True
        if value.lower() in _FALSE:
            return False
        raise _wrong("bool_parsing", "Input should be a valid boolean, unable to interpret input", value)
    if isinstance(value, (int, float)):
        if value in (0, 1):
            return bool(value)
        raise _wrong("bool_parsing", "Input should be a valid boolean, unable to interpret input", value)
    raise _wrong("bool_type", "Input should be a valid boolean", value)


def _to_bytes(value, context):
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    raise _wrong("bytes_type", "Input should be a valid bytes", value)


def _to_decimal(value, context):
    if isinstance(value, _decimal.Decimal):
        return value
    if isinstance(value, (int, float, str)) and not isinstance(value, bool):
        try:
            return _decimal.Decimal(str(value))
        except _decimal.InvalidOperation:
            raise _wrong("decimal_parsing", "Input should be a valid decimal", value)
    raise _wrong("decimal_type", "Decimal input should be an integer, float, string or Decimal object", value)


def _no_uuid(text):
    """What is wrong with the text of a UUID."""
    bare = text[1:-1] if text.startswith("{") and text.endswith("}") else text
    for at, one in enumerate(bare):
        if one not in "0123456789abcdefABCDEF-":
            return "invalid character: found ${'`'}%s${'`'} at %d" % (one, at)
    groups = bare.split("-")
    if len(groups) != 5:
        return "invalid length: found %d" % len(bare) if len(groups) == 1 and bare == text else "invalid group count: expected 5, found %d" % len(groups)
    for number, (group, length) in enumerate(zip(groups, (8, 4, 4, 4, 12))):
        if len(group) != length:
            return "invalid group length in group %d: expected %d, found %d" % (number, length, len(group))
    return "invalid length: found %d" % len(bare)


def _to_uuid(value, context):
    if isinstance(value, _uuid.UUID):
        return value
    if isinstance(value, str):
        try:
            return _uuid.UUID(value)
        except ValueError:
            raise _wrong("uuid_parsing", "Input should be a valid UUID, " + _no_uuid(value), value)
    raise _wrong("uuid_type", "UUID input should be a string, bytes or UUID object", value)


def _to_datetime(value, context):
    if isinstance(value, _datetime.datetime):
        return value
    if isinstance(value, _datetime.date):
        return _datetime.datetime(value.year, value.month, value.day)
    if isinstance(value, str):
        try:
            return _datetime.datetime.fromisoformat(value)
        except ValueError:
            raise _wrong("datetime_from_date_parsing", "Input should be a valid datetime or date, input is too short", value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _datetime.datetime.fromtimestamp(value, _datetime.timezone.utc)
    raise _wrong("datetime_type", "Input should be a valid datetime", value)


def _to_date(value, context):
    if isinstance(value, _datetime.datetime):
        return value.date()
    if isinstance(value, _datetime.date):
        return value
    if isinstance(value, str):
        try:
            return _datetime.date.fromisoformat(value[:10])
        except ValueError:
            raise _wrong("date_from_datetime_parsing", "Input should be a valid date or datetime, input is too short", value)
    raise _wrong("date_type", "Input should be a valid date", value)


def _to_time(value, context):
    if isinstance(value, _datetime.time):
        return value
    if isinstance(value, str):
        try:
            return _datetime.time.fromisoformat(value)
        except ValueError:
            raise _wrong("time_parsing", "Input should be in a valid time format, input is too short", value)
    raise _wrong("time_type", "Input should be a valid time", value)


def _to_path(value, context):
    if isinstance(value, _pathlib.PurePath):
        return value
    if isinstance(value, str):
        return _pathlib.Path(value)
    raise _wrong("path_type", "Input is not a valid path", value)


_SIMPLE = {
    str: _to_str,
    int: _to_int,
    float: _to_float,
    bool: _to_bool,
    bytes: _to_bytes,
    _decimal.Decimal: _to_decimal,
    _uuid.UUID: _to_uuid,
    _datetime.datetime: _to_datetime,
    _datetime.date: _to_date,
    _datetime.time: _to_time,
    _datetime.timedelta: _to_timedelta,
    _pathlib.Path: _to_path,
}
`;
