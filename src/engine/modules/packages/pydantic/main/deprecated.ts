/** What pydantic keeps of its first version, each with its warning. Answers to: pydantic/deprecated, pydantic/warnings.py. */
export const DEPRECATED = String.raw`
import warnings as _warnings


class PydanticDeprecationWarning(DeprecationWarning):
    since, until = (2, 0), (3, 0)

    def __init__(self, message, *args, since=None, expected_removal=None):
        DeprecationWarning.__init__(self, message, *args)
        self.message = message.rstrip(".")
        self.since = since or type(self).since
        self.expected_removal = expected_removal or type(self).until

    def __str__(self):
        text = "%s. Deprecated in Pydantic V%s.%s to be removed in V%s.%s." % (self.message, *self.since, *self.expected_removal)
        if self.since == (2, 0):
            text += " See Pydantic V2 Migration Guide at https://errors.pydantic.dev/2.14/migration/"
        return text


def _since(minor):
    return type("PydanticDeprecatedSince2%d" % minor, (PydanticDeprecationWarning,), {"since": (2, minor), "__module__": "pydantic.warnings"})


PydanticDeprecatedSince20 = _since(0)
PydanticDeprecatedSince26 = _since(6)
PydanticDeprecatedSince29 = _since(9)
PydanticDeprecatedSince210 = _since(10)
PydanticDeprecatedSince211 = _since(11)
PydanticDeprecatedSince212 = _since(12)
PydanticDeprecatedSince214 = _since(14)
PydanticDeprecationWarning.__module__ = "pydantic.warnings"


class PydanticExperimentalWarning(Warning):
    pass


class GenericBeforeBaseModelWarning(Warning):
    pass


GenericBeforeBaseModelWarning.__module__ = "pydantic.warnings"


class PydanticUndefinedAnnotation(PydanticUserError, NameError):
    pass


class PydanticInvalidForJsonSchema(PydanticUserError):
    pass


class PydanticImportError(PydanticUserError, ImportError):
    pass


for _one in (PydanticUndefinedAnnotation, PydanticInvalidForJsonSchema, PydanticImportError):
    _one.__module__ = "pydantic.errors"


def _old(message):
    _warnings.warn(message, category=PydanticDeprecatedSince20, stacklevel=3)


def _moved(path, place):
    _warnings.warn("${'`'}%s${'`'} has been moved to ${'`'}%s${'`'}." % (path, place), category=PydanticDeprecatedSince20, stacklevel=2)


def _from_v1(path, place):
    _warnings.warn(
        "${'`'}%s${'`'} has been removed. We are importing from ${'`'}%s${'`'} instead. See the migration guide for more details: https://pydantic.dev/docs/validation/2.14/migration/" % (path, place),
        category=PydanticDeprecatedSince20,
        stacklevel=2,
    )


def _private(name):
    _warnings.warn(
        "Importing %s from ${'`'}pydantic${'`'} is deprecated. This feature is either no longer supported, or is not public." % name,
        PydanticDeprecatedSince20,
        stacklevel=2,
    )


def _gone(path):
    raise PydanticImportError("${'`'}%s${'`'} has been removed in V2." % path, code="import-error")


def _settings_moved():
    raise PydanticImportError(
        "${'`'}BaseSettings${'`'} has been moved to the ${'`'}pydantic-settings${'`'} package. See https://pydantic.dev/docs/validation/2.14/migration/#basesettings-has-moved-to-pydantic-settings for more details.",
        code="import-error",
    )


class _ExtraMeta(type):
    def __getattribute__(self, name):
        if name in ("allow", "ignore", "forbid"):
            _warnings.warn(
                "${'`'}pydantic.config.Extra${'`'} is deprecated, use literal values instead (e.g. ${'`'}extra='allow'${'`'})",
                category=PydanticDeprecatedSince20,
                stacklevel=2,
            )
        return type.__getattribute__(self, name)


class Extra(metaclass=_ExtraMeta):
    allow = "allow"
    ignore = "ignore"
    forbid = "forbid"


class BaseConfig:
    def __init_subclass__(cls, **kw):
        _old("Support for class-based ${'`'}config${'`'} is deprecated, use ConfigDict instead")


def parse_obj_as(type_, obj, type_name=None):
    _old("${'`'}parse_obj_as${'`'} is deprecated. Use ${'`'}pydantic.TypeAdapter.validate_python${'`'} instead")
    return TypeAdapter(type_).validate_python(obj)


`.replaceAll("${'`'}", '`');
