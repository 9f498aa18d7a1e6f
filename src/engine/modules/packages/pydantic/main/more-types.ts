/** Types and marks that fewer models use: bytes counted in text, encoded text, imports, what serializers and validators are annotated with. */
export const MORE_TYPES = String.raw`
import base64 as _base64
import importlib as _importlib


class _Mark:
    """A mark in an annotation that asks for no validation of its own."""

    def __init__(self, *args, **kw):
        self.args = args
        for name, value in kw.items():
            setattr(self, name, value)

    def __class_getitem__(cls, item):
        return cls


class Tag(_Mark):
    pass


class Discriminator(_Mark):
    pass


class UrlConstraints(_Mark):
    pass


class Strict(_Mark):
    pass


class FailFast(_Mark):
    pass


class AllowInfNan(_Mark):
    pass


class GetPydanticSchema(_Mark):
    pass


class GetCoreSchemaHandler(_Mark):
    pass


class GetJsonSchemaHandler(_Mark):
    pass


class SerializerFunctionWrapHandler(_Mark):
    pass


class ValidatorFunctionWrapHandler(_Mark):
    pass


class ModelWrapValidatorHandler(_Mark):
    pass


class SerializationInfo(_Mark):
    pass


class FieldSerializationInfo(SerializationInfo):
    pass


class SkipValidation:
    def __class_getitem__(cls, item):
        return _typing.Annotated[item, cls()]

    def __pydantic_plain__(self, value):
        return value


class OnErrorOmit:
    def __class_getitem__(cls, item):
        return item


class ImportString:
    """A dotted name in a model's data that stands for what it names."""

    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def __pydantic_validate__(cls, value, context):
        if not isinstance(value, str):
            return value
        module, _, name = value.partition(":") if ":" in value else (value, "", "")
        try:
            return _attribute(_importlib.import_module(module), name) if name else _by_path(module)
        except (ImportError, AttributeError) as error:
            raise _custom("import_error", "Invalid python path: %s" % error, value, {"error": str(error)})


def _attribute(found, path):
    for name in path.split("."):
        found = getattr(found, name)
    return found


def _by_path(path):
    try:
        return _importlib.import_module(path)
    except ModuleNotFoundError:
        above, _, name = path.rpartition(".")
        if not above:
            raise
        module = _importlib.import_module(above)
        if not hasattr(module, name):
            raise ImportError("cannot import name %r from %r" % (name, above)) from None
        return getattr(module, name)


_UNITS = {"b": 1, **{unit + "b": 1000 ** power for power, unit in enumerate("kmgtpe", 1)}}
_UNITS.update({unit + "ib": 1024 ** power for power, unit in enumerate("kmgtpe", 1)})
_UNITS.update({unit: 1000 ** power for power, unit in enumerate("kmgtpe", 1)})


class ByteSize(int):
    @classmethod
    def __pydantic_validate__(cls, value, context):
        if isinstance(value, int):
            return cls(value)
        found = _re.match(r"^\s*(\d*\.?\d+)\s*(\w+)?", str(value))
        if not found:
            raise _custom("byte_size", "could not parse value and unit from byte string", value)
        unit = (found.group(2) or "b").lower()
        if unit not in _UNITS:
            raise _custom("byte_size_unit", "could not interpret byte unit: " + found.group(2), value)
        return cls(float(found.group(1)) * _UNITS[unit])

    def human_readable(self, decimal=False, separator=""):
        divisor, units = (1000, "B KB MB GB TB PB") if decimal else (1024, "B KiB MiB GiB TiB PiB")
        number = float(self)
        for unit in units.split():
            if abs(number) < divisor:
                return ("%.0f" if unit == "B" else "%.1f") % number + separator + unit
            number /= divisor
        return "%.1f%s%s" % (number, separator, "EB" if decimal else "EiB")


def _encoded(decode, as_text):
    def decoded(value):
        data = decode(value.encode() if isinstance(value, str) else value)
        return data.decode() if as_text else data

    return AfterValidator(decoded)


Base64Bytes = _typing.Annotated[bytes, _encoded(_base64.decodebytes, False)]
Base64Str = _typing.Annotated[str, _encoded(_base64.decodebytes, True)]
Base64UrlBytes = _typing.Annotated[bytes, _encoded(_base64.urlsafe_b64decode, False)]
Base64UrlStr = _typing.Annotated[str, _encoded(_base64.urlsafe_b64decode, True)]


class Secret(_Secret):
    _inner = _typing.Any

    def __class_getitem__(cls, item):
        return type("Secret", (cls,), {"_inner": item, "__module__": cls.__module__})

    def __str__(self):
        return "**********" if self._secret_value else ""


JsonValue = _typing.Any
JsonDict = dict
FiniteFloat = float
NegativeFloat = confloat(lt=0)
NonPositiveFloat = confloat(le=0)
NonPositiveInt = conint(le=0)
StrictBytes = bytes
conbytes = _constrained(bytes)
conset = _constrained(set)
confrozenset = _constrained(frozenset)
condate = _constrained(_datetime.date)
UUID3 = _uuid.UUID
UUID5 = _uuid.UUID
UUID6 = _uuid.UUID
UUID7 = _uuid.UUID
UUID8 = _uuid.UUID
NewPath = _pathlib.Path
SocketPath = _pathlib.Path
IPvAnyInterface = str
IPvAnyNetwork = str


def with_config(config=None, /, **kw):
    def decorate(cls):
        cls.__pydantic_config__ = config if config is not None else kw
        return cls

    return decorate


`;
