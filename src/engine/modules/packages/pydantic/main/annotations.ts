/** Constraints that stand in annotations, and the names of constrained types. */
export const ANNOTATIONS = String.raw`
class BeforeValidator:
    def __init__(self, func, json_schema_input_type=None):
        self.func = func
        self.__pydantic_before__ = func


class AfterValidator:
    def __init__(self, func):
        self.func = func
        self.__pydantic_after__ = func


class WrapValidator:
    def __init__(self, func, json_schema_input_type=None):
        self.func = func
        self.__pydantic_wrap__ = func


class PlainValidator:
    def __init__(self, func, json_schema_input_type=None):
        self.func = func
        self.__pydantic_plain__ = func


def _read_json(value):
    if not isinstance(value, (str, bytes, bytearray)):
        raise _wrong("json_type", "JSON input should be string, bytes or bytearray", value)
    try:
        return _json.loads(value)
    except ValueError as error:
        raise _wrong("json_invalid", "Invalid JSON: " + _no_json(value if isinstance(value, str) else value.decode(), error), value)


def _no_json(text, error):
    """What is wrong with a text, in the words of the other parser."""
    text = text.rstrip()
    if error.pos < len(text):
        what = {"Extra data": "trailing characters"}.get(error.msg, "expected value")
        return "%s at line %d column %d" % (what, error.lineno, error.colno)
    opened = text[max(text.rfind("{"), text.rfind("[")) :][:1]
    inside = {"{": "an object", "[": "a list"}.get(opened if text[-1:] not in (",", ":") else "", "a value")
    return "EOF while parsing %s at line %d column %d" % (inside, text.count("\n") + 1, len(text) - text.rfind("\n") - 1)


class _JsonText:
    __pydantic_before__ = staticmethod(_read_json)


class Json:
    @classmethod
    def __pydantic_validate__(cls, value, context):
        return _read_json(value)

    def __class_getitem__(cls, item):
        return cls if item is _typing.Any else _typing.Annotated[item, _JsonText()]


class WithJsonSchema:
    def __init__(self, json_schema, **kw):
        self.json_schema = json_schema


class StringConstraints:
    def __init__(self, *, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, min_length=None, max_length=None, pattern=None):
        self.bounds = {name: value for name, value in (("min_length", min_length), ("max_length", max_length), ("pattern", pattern)) if value is not None}
        self.strip_whitespace = strip_whitespace

    def __pydantic_after__(self, value):
        return _bounded(self.bounds, value.strip() if self.strip_whitespace else value, value)


FieldInfo.__pydantic_after__ = lambda self, value: _bounded(self.bounds, value, value)


def _constrained(base):
    def make(*item, **kw):
        item = item or [kw[name] for name in ("item_type",) if name in kw]
        return _typing.Annotated[base[item[0]] if item else base, FieldInfo(**{name: value for name, value in kw.items() if name in _BOUNDS})]

    return make


constr, conint, confloat, condecimal, conlist = (
    _constrained(str), _constrained(int), _constrained(float), _constrained(_decimal.Decimal), _constrained(list)
)
PositiveInt = conint(gt=0)
NonNegativeInt = conint(ge=0)
NegativeInt = conint(lt=0)
PositiveFloat = confloat(gt=0)
NonNegativeFloat = confloat(ge=0)
StrictStr = str
StrictInt = int
StrictBool = bool
StrictFloat = float
UUID4 = _uuid.UUID
UUID1 = _uuid.UUID
FilePath = _pathlib.Path
DirectoryPath = _pathlib.Path
AwareDatetime = _datetime.datetime
NaiveDatetime = _datetime.datetime
PastDatetime = _datetime.datetime
FutureDatetime = _datetime.datetime
PastDate = _datetime.date
FutureDate = _datetime.date
IPvAnyAddress = str
SerializeAsAny = _typing.Optional
InstanceOf = _typing.Optional
VERSION = "2.14.4"
__version__ = "2.14.4"


`;
