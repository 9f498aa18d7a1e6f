/** Errors and the validation of values. Answers to: pydantic_core. */
export const CORE_SOURCE = String.raw`
import collections.abc as _abc
import datetime as _datetime
import decimal as _decimal
import enum as _enum
import json as _json
import pathlib as _pathlib
import re as _re
import types as _types
import typing as _typing
import uuid as _uuid

_DOCS = "https://errors.pydantic.dev/2.14/v/"


class PydanticUndefinedType:
    def __repr__(self):
        return "PydanticUndefined"

    def __bool__(self):
        return True


PydanticUndefined = PydanticUndefinedType()


def _shown(value):
    text = repr(value)
    return text if len(text) <= 50 else text[:25] + "..." + text[-24:]


class ValidationError(ValueError):
    def __init__(self, title, lines):
        self.title = title
        self._lines = lines
        ValueError.__init__(self, title)

    def errors(self, *, include_url=True, include_context=True, include_input=True):
        found = []
        for line in self._lines:
            error = {"type": line["type"], "loc": line["loc"], "msg": line["msg"]}
            if include_input:
                error["input"] = line["input"]
            if include_context and line.get("ctx"):
                error["ctx"] = line["ctx"]
            if include_url and line["type"] not in ("value_error", "assertion_error") or include_url:
                error["url"] = _DOCS + line["type"]
            found.append(error)
        return found

    def error_count(self):
        return len(self._lines)

    def json(self, **kw):
        return _json.dumps(self.errors(include_context=False), default=str)

    def __str__(self):
        count = len(self._lines)
        parts = ["%d validation error%s for %s" % (count, "" if count == 1 else "s", self.title)]
        for line in self._lines:
            if line["loc"]:
                parts.append(".".join(str(one) for one in line["loc"]))
            parts.append(
                "  %s [type=%s, input_value=%s, input_type=%s]"
                % (line["msg"], line["type"], _shown(line["input"]), type(line["input"]).__name__)
            )
            parts.append("    For further information visit " + _DOCS + line["type"])
        return "\n".join(parts)

    def __repr__(self):
        return str(self)


ValidationError.__module__ = "pydantic_core._pydantic_core"


class _Invalid(Exception):
    def __init__(self, lines):
        self.lines = lines


def _wrong(type, msg, value, loc=(), ctx=None):
    return _Invalid([{"type": type, "loc": loc, "msg": msg, "input": value, "ctx": ctx}])


def _below(loc, invalid):
    return [{**line, "loc": (loc, *line["loc"])} for line in invalid.lines]


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


def _to_uuid(value, context):
    if isinstance(value, _uuid.UUID):
        return value
    if isinstance(value, str):
        try:
            return _uuid.UUID(value)
        except ValueError:
            raise _wrong("uuid_parsing", "Input should be a valid UUID, invalid character", value)
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


def _to_timedelta(value, context):
    if isinstance(value, _datetime.timedelta):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _datetime.timedelta(seconds=value)
    raise _wrong("time_delta_type", "Input should be a valid timedelta", value)


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


def _listed(values):
    shown = [repr(one) for one in values]
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]


def _to_enum(cls, value):
    if isinstance(value, cls):
        return value
    try:
        return cls(value)
    except ValueError:
        raise _wrong("enum", "Input should be " + _listed([one.value for one in cls]), value)


def _each(values, item, context, make):
    found, lines = [], []
    for at, one in enumerate(values):
        try:
            found.append(_check(item, one, context))
        except _Invalid as invalid:
            lines += _below(at, invalid)
    if lines:
        raise _Invalid(lines)
    return make(found)


_SEQUENCES = {
    list: ("list_type", "Input should be a valid list", (list, tuple, set, frozenset)),
    set: ("set_type", "Input should be a valid set", (list, tuple, set, frozenset)),
    frozenset: ("frozen_set_type", "Input should be a valid frozenset", (list, tuple, set, frozenset)),
    tuple: ("tuple_type", "Input should be a valid tuple", (list, tuple, set, frozenset)),
}


def _to_sequence(origin, args, value, context):
    kind, msg, accepted = _SEQUENCES[origin]
    if not isinstance(value, accepted):
        raise _wrong(kind, msg, value)
    if origin is tuple and args and not (len(args) == 2 and args[1] is ...):
        return tuple(_check(one, each, context) for one, each in zip(args, value))
    return _each(value, args[0] if args else _typing.Any, context, origin)


def _to_dict(args, value, context):
    if not isinstance(value, _abc.Mapping):
        raise _wrong("dict_type", "Input should be a valid dictionary", value)
    key, item = args if len(args) == 2 else (_typing.Any, _typing.Any)
    found, lines = {}, []
    for name, one in value.items():
        try:
            found[_check(key, name, context)] = _check(item, one, context)
        except _Invalid as invalid:
            lines += _below(name, invalid)
    if lines:
        raise _Invalid(lines)
    return found


def _name_of(annotation):
    return getattr(annotation, "__name__", str(annotation))


def _to_union(args, value, context):
    for one in args:
        if isinstance(one, type) and type(value) is one:
            return value
    if value is None and type(None) in args:
        return None
    others = [one for one in args if one is not type(None)]
    if len(others) == 1:
        return _check(others[0], value, context)
    lines = []
    for one in others:
        try:
            return _check(one, value, context)
        except _Invalid as invalid:
            lines += _below(_name_of(one), invalid)
    raise _Invalid(lines)


_UNIONS = (_typing.Union, _types.UnionType)


def _check(annotation, value, context):
    """The value as the annotation wants it; raises _Invalid."""
    simple = _SIMPLE.get(annotation) if isinstance(annotation, type) else None
    if simple is not None:
        return simple(value, context)
    if annotation is _typing.Any or annotation is object:
        return value
    if annotation is None or annotation is type(None):
        if value is not None:
            raise _wrong("none_required", "Input should be None", value)
        return None
    origin = _typing.get_origin(annotation)
    args = _typing.get_args(annotation)
    if origin is _typing.Annotated:
        return _check_annotated(args, value, context)
    if origin in _UNIONS:
        return _to_union(args, value, context)
    if origin is _typing.Literal:
        if value in args:
            return value
        raise _wrong("literal_error", "Input should be " + _listed(args), value)
    if origin in (_abc.Sequence, _abc.Iterable, _abc.MutableSequence):
        origin = list
    if origin in _SEQUENCES or annotation in _SEQUENCES:
        return _to_sequence(origin or annotation, args, value, context)
    if origin in (dict, _abc.Mapping, _abc.MutableMapping) or annotation is dict:
        return _to_dict(args, value, context)
    if origin is type or annotation is type or origin is _typing.ClassVar or isinstance(annotation, _typing.TypeVar):
        return value
    if origin is _abc.Callable or annotation is _abc.Callable:
        if not callable(value):
            raise _wrong("callable_type", "Input should be callable", value)
        return value
    if isinstance(annotation, type):
        return _check_class(annotation, value, context)
    if hasattr(annotation, "__supertype__"):
        return _check(annotation.__supertype__, value, context)
    return value


def _check_class(cls, value, context):
    validate = getattr(cls, "__pydantic_validate__", None)
    if validate is not None:
        return validate(value, context)
    if issubclass(cls, _enum.Enum):
        return _to_enum(cls, value)
    for base, simple in _SIMPLE.items():
        if issubclass(cls, base) and base is not object and not isinstance(value, cls):
            return cls(simple(value, context))
    if isinstance(value, cls):
        return value
    raise _wrong("is_instance_of", "Input should be an instance of " + cls.__name__, value, ctx={"class": cls.__name__})


def _check_annotated(args, value, context):
    wanted, checks = args[0], args[1:]
    for one in checks:
        before = getattr(one, "__pydantic_before__", None)
        if before is not None:
            value = _guarded(before, value)
    value = _check(wanted, value, context)
    for one in checks:
        after = getattr(one, "__pydantic_after__", None)
        if after is not None:
            value = _guarded(after, value)
    return value


def _guarded(function, value):
    """Calls a validator of the learner's: its ValueError and AssertionError become errors of the field."""
    try:
        return function(value)
    except _Invalid:
        raise
    except ValidationError:
        raise
    except AssertionError as error:
        raise _wrong("assertion_error", "Assertion failed, " + str(error), value, ctx={"error": error})
    except ValueError as error:
        raise _wrong("value_error", "Value error, " + str(error), value, ctx={"error": error})
`;
