/** Decorators of models: validators, serializers, computed fields. */
export const DECORATORS = String.raw`
class _Decorated:
    def __init__(self, kind, fields, function, mode, when_used="always"):
        self.kind, self.fields, self.function, self.mode, self.when_used = kind, fields, function, mode, when_used

    def __get__(self, instance, owner):
        return self.function.__get__(instance, owner)


def field_validator(field, /, *fields, mode="after", check_fields=None, json_schema_input_type=None):
    if callable(field):
        raise PydanticUserError(
            "The ${'`'}@field_validator${'`'} decorator cannot be used without arguments. Instead, explicitly specify at least one target field, e.g. ${'`'}@field_validator('field_name')${'`'}, or specify '*' to apply the validator to all fields.",
            code="decorator-missing-arguments",
        )
    return lambda function: _Decorated("field", (field, *fields), function, mode)


def validator(field, *fields, pre=False, each_item=False, always=False, check_fields=None, allow_reuse=False):
    mode = "v1-before" if pre else "v1"
    return lambda function: _Decorated("field", (field, *fields), function, mode)


def model_validator(*, mode):
    return lambda function: _Decorated("model", (), function, mode)


def root_validator(*args, pre=False, skip_on_failure=False, allow_reuse=False):
    if args or not pre and not skip_on_failure:
        raise PydanticUserError(
            "If you use ${'`'}@root_validator${'`'} with pre=False (the default) you MUST specify ${'`'}skip_on_failure=True${'`'}. Note that "
            "${'`'}@root_validator${'`'} is deprecated and should be replaced with ${'`'}@model_validator${'`'}.",
            code="root-validator-pre-skip",
        )
    return lambda function: _Decorated("model", (), function, "v1-before" if pre else "v1")


def field_serializer(*fields, mode="plain", when_used="always", **kw):
    return lambda function: _Decorated("serializer", fields, function, mode, when_used)


def model_serializer(function=None, /, *, mode="plain", when_used="always", **kw):
    decorated = lambda given: _Decorated("model_serializer", (), given, mode, when_used)
    return decorated if function is None else decorated(function)


def computed_field(function=None, /, **kw):
    if function is None:
        return computed_field
    wrapped = function if isinstance(function, property) else property(function)
    return _Computed(wrapped.fget)


class _Computed(property):
    pass


class ValidationInfo:
    def __init__(self, data, field_name):
        self.data = data
        self.field_name = field_name
        self.context = None
        self.mode = "python"
        self.config = None


def _plain(function):
    return function.__func__ if isinstance(function, (classmethod, staticmethod)) else function


def _call_validator(decorated, cls, value, info):
    function = decorated.function
    takes = len(_inspect.signature(_plain(function)).parameters)
    bound = function.__get__(None, cls)
    if not isinstance(function, staticmethod):
        takes -= 1
    if not isinstance(function, (classmethod, staticmethod)):
        bound = _functools.partial(function, cls)
    if decorated.mode.startswith("v1"):
        return bound(value, info.data) if takes > 1 else bound(value)
    return bound(value, info) if takes > 1 else bound(value)


`;
