/** Models, fields, validators and the types that pydantic brings. Answers to: pydantic/main.py, fields.py, types.py, networks.py. */
export const MAIN_SOURCE = String.raw`
import copy as _copy
from abc import ABCMeta as _ABCMeta
import functools as _functools
import inspect as _inspect
import sys as _sys
import urllib.parse as _urlparse


class PydanticUserError(RuntimeError):
    def __init__(self, message, *, code=None):
        self.code = code
        self.message = message
        if code:
            message += "\n\nFor further information visit https://errors.pydantic.dev/2.14/u/" + code
        RuntimeError.__init__(self, message)


PydanticUserError.__module__ = "pydantic.errors"


class ConfigDict(dict):
    pass


class AliasChoices:
    def __init__(self, first_choice, *choices):
        self.choices = [first_choice, *choices]


class AliasPath:
    def __init__(self, first_arg, *args):
        self.path = [first_arg, *args]


class FieldInfo:
    def __init__(self, default=PydanticUndefined, **kw):
        self.default = PydanticUndefined if default is ... else default
        self.default_factory = kw.pop("default_factory", None)
        self.alias = kw.pop("alias", None)
        self.validation_alias = kw.pop("validation_alias", None) or self.alias
        self.serialization_alias = kw.pop("serialization_alias", None) or self.alias
        self.title = kw.pop("title", None)
        self.description = kw.pop("description", None)
        self.exclude = kw.pop("exclude", None)
        self.repr = kw.pop("repr", True)
        self.frozen = kw.pop("frozen", None)
        self.json_schema_extra = kw.pop("json_schema_extra", None)
        self.annotation = kw.pop("annotation", None)
        self.metadata = kw.pop("metadata", [])
        self.bounds = {name: value for name, value in kw.items() if name in _BOUNDS and value is not None}
        self.extra = {name: value for name, value in kw.items() if name not in _BOUNDS}

    def is_required(self):
        return self.default is PydanticUndefined and self.default_factory is None

    def get_default(self, *, call_default_factory=False, **kw):
        if self.default_factory is None:
            return _copy.deepcopy(self.default) if isinstance(self.default, (list, dict, set)) else self.default
        return self.default_factory() if call_default_factory else None

    def __repr__(self):
        shown = ["annotation=" + _name_of(self.annotation), "required=" + str(self.is_required())]
        if not self.is_required() and self.default_factory is None:
            shown.append("default=" + repr(self.default))
        return "FieldInfo(%s)" % ", ".join(shown)


_BOUNDS = {
    "gt": ("greater_than", "Input should be greater than %s", lambda value, bound: value > bound),
    "ge": ("greater_than_equal", "Input should be greater than or equal to %s", lambda value, bound: value >= bound),
    "lt": ("less_than", "Input should be less than %s", lambda value, bound: value < bound),
    "le": ("less_than_equal", "Input should be less than or equal to %s", lambda value, bound: value <= bound),
    "multiple_of": ("multiple_of", "Input should be a multiple of %s", lambda value, bound: value % bound == 0),
    "min_length": (None, None, lambda value, bound: len(value) >= bound),
    "max_length": (None, None, lambda value, bound: len(value) <= bound),
    "pattern": ("string_pattern_mismatch", "String should match pattern '%s'", lambda value, bound: _re.search(bound, value)),
    "strict": None, "max_digits": None, "decimal_places": None, "regex": None, "min_items": None, "max_items": None,
}


def _too(name, value, bound):
    end = "at least" if name == "min_length" else "at most"
    if isinstance(value, (str, bytes)):
        unit = "character" if bound == 1 else "characters"
        kind = "string_too_short" if name == "min_length" else "string_too_long"
        return kind, "String should have %s %s %s" % (end, bound, unit)
    unit = "item" if bound == 1 else "items"
    kind = "too_short" if name == "min_length" else "too_long"
    return kind, "%s should have %s %s %s %s validation, not %s" % (
        type(value).__name__.capitalize(), end, bound, unit, "after", len(value))


def _bounded(bounds, value, given):
    if value is None:
        return value
    for name, bound in bounds.items():
        rule = _BOUNDS[name]
        if rule is None or rule[2](value, bound):
            continue
        kind, msg = (rule[0], rule[1] % bound) if rule[0] else _too(name, value, bound)
        raise _wrong(kind, msg, given, ctx={name: bound})
    return value


def Field(default=PydanticUndefined, **kw):
    return FieldInfo(default, **kw)


class ModelPrivateAttr:
    def __init__(self, default=PydanticUndefined, default_factory=None):
        self.default = default
        self.default_factory = default_factory


def PrivateAttr(default=PydanticUndefined, *, default_factory=None, init=False):
    return ModelPrivateAttr(default, default_factory)


class _Decorated:
    def __init__(self, kind, fields, function, mode):
        self.kind, self.fields, self.function, self.mode = kind, fields, function, mode

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
    if args:
        return _Decorated("model", (), args[0], "v1-before")
    return lambda function: _Decorated("model", (), function, "v1-before" if pre else "v1")


def field_serializer(*fields, **kw):
    return lambda function: _Decorated("serializer", fields, function, kw.get("mode", "plain"))


def model_serializer(*args, **kw):
    if args:
        return args[0]
    return lambda function: function


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


def _resolve(annotation, namespace):
    if isinstance(annotation, str):
        try:
            return eval(annotation, namespace)
        except NameError:
            return annotation
    return annotation


_IGNORED = (staticmethod, classmethod, property, type, type(lambda: 0), _Decorated)


def _inferred(name, value, cls_name):
    if name.startswith("_") or isinstance(value, _IGNORED) or callable(value) and not isinstance(value, FieldInfo):
        return False
    if isinstance(value, _functools.cached_property):
        return False
    raise PydanticUserError(
        "A non-annotated attribute was detected: ${'`'}%s = %r${'`'}. All model fields require a type annotation; if ${'`'}%s${'`'} is not meant to be a field, you may be able to resolve this error by annotating it as a ${'`'}ClassVar${'`'} or updating ${'`'}model_config['ignored_types']${'`'}."
        % (name, value, name),
        code="model-field-missing-annotation",
    )


def _is_class_var(annotation):
    if isinstance(annotation, str):
        return annotation.startswith(("ClassVar", "typing.ClassVar"))
    return annotation is _typing.ClassVar or _typing.get_origin(annotation) is _typing.ClassVar


def _field_of(annotation, value):
    extra = [one for one in _typing.get_args(annotation)[1:]] if _typing.get_origin(annotation) is _typing.Annotated else []
    named = [one for one in extra if isinstance(one, FieldInfo)]
    if isinstance(value, FieldInfo):
        field = value
    elif named:
        field = _copy.copy(named[0])
        if value is not PydanticUndefined:
            field.default = value
    else:
        field = FieldInfo(value)
    field.annotation = annotation
    return field


class ModelMetaclass(_ABCMeta):
    def __new__(mcs, name, bases, namespace, **kwargs):
        if not any(isinstance(base, ModelMetaclass) for base in bases):
            return _ABCMeta.__new__(mcs, name, bases, namespace)
        config = {}
        for base in reversed(bases):
            config.update(getattr(base, "model_config", {}))
        inner = namespace.get("Config")
        if isinstance(inner, type):
            config.update({key: value for key, value in vars(inner).items() if not key.startswith("__")})
        config.update(namespace.get("model_config", {}))
        config.update({key: kwargs[key] for key in kwargs if key in _CONFIG_KEYS})
        rest = {key: kwargs[key] for key in kwargs if key not in _CONFIG_KEYS}
        namespace["model_config"] = config
        annotations = namespace.get("__annotations__", {})
        private, given = {}, {}
        for key in list(namespace):
            value = namespace[key]
            if isinstance(value, ModelPrivateAttr):
                private[key] = namespace.pop(key)
            elif key in annotations and not key.startswith("_") and not _is_class_var(annotations[key]) and key != "model_config":
                given[key] = namespace.pop(key)
            elif not key.startswith("__") and key not in ("model_config", "Config") and key not in annotations:
                if any(hasattr(base, key) for base in bases):
                    continue
                _inferred(key, value, name)
        for key in annotations:
            if key.startswith("_") and not key.startswith("__") and key in namespace and not _is_class_var(annotations[key]):
                private[key] = ModelPrivateAttr(namespace.pop(key))
        cls = _ABCMeta.__new__(mcs, name, bases, namespace, **rest)
        cls.__private_attributes__ = {**_inherited(bases, "__private_attributes__"), **private}
        _collect_fields(cls, bases, annotations, given)
        _collect_decorators(cls, bases, namespace)
        return cls

    def __getattr__(cls, name):
        fields = type.__getattribute__(cls, "__dict__").get("__own_fields__", {})
        raise AttributeError("type object '%s' has no attribute '%s'" % (cls.__name__, name))


_CONFIG_KEYS = frozenset(
    "title model_title_generator field_title_generator str_to_lower str_to_upper str_strip_whitespace "
    "str_min_length str_max_length extra frozen populate_by_name use_enum_values validate_assignment "
    "arbitrary_types_allowed from_attributes loc_by_alias alias_generator ignored_types allow_inf_nan "
    "json_schema_extra json_encoders strict revalidate_instances ser_json_timedelta ser_json_temporal "
    "val_temporal_unit ser_json_bytes val_json_bytes ser_json_inf_nan validate_default validate_return "
    "protected_namespaces hide_input_in_errors defer_build plugin_settings schema_generator "
    "json_schema_serialization_defaults_required json_schema_mode_override coerce_numbers_to_str regex_engine "
    "validation_error_cause use_attribute_docstrings cache_strings validate_by_alias validate_by_name "
    "serialize_by_alias url_preserve_empty_path polymorphic_serialization env_prefix env_file env_file_encoding "
    "case_sensitive env_ignore_empty env_nested_delimiter secrets_dir".split()
)


def _inherited(bases, attribute):
    found = {}
    for base in reversed(bases):
        found.update(getattr(base, attribute, None) or {})
    return found


def _collect_fields(cls, bases, annotations, given):
    fields = dict(_inherited(bases, "model_fields"))
    module = _sys.modules.get(cls.__module__)
    namespace = dict(vars(module)) if module else {}
    namespace.setdefault(cls.__name__, cls)
    for name, annotation in annotations.items():
        if name.startswith("_") or name == "model_config" or _is_class_var(annotation):
            continue
        resolved = _resolve(annotation, namespace)
        if _is_class_var(resolved):
            continue
        fields[name] = _field_of(resolved, given.get(name, PydanticUndefined))
    for name, value in given.items():
        if name not in annotations and name in fields:
            fields[name] = _field_of(fields[name].annotation, value)
    for field in fields.values():
        _require_known(field.annotation, cls.model_config.get("arbitrary_types_allowed"))
    cls.model_fields = fields
    cls.__fields__ = fields


def _collect_decorators(cls, bases, namespace):
    found = list(_typing.cast(list, []))
    for base in reversed(bases):
        for one in getattr(base, "__pydantic_decorated__", []):
            if one not in found:
                found.append(one)
    for name, value in namespace.items():
        if isinstance(value, _Decorated):
            found.append((name, value))
    cls.__pydantic_decorated__ = found
    cls.model_computed_fields = {
        **_inherited(bases, "model_computed_fields"),
        **{name: value for name, value in namespace.items() if isinstance(value, _Computed)},
    }


def _validators(cls, kind):
    return [one for _, one in cls.__pydantic_decorated__ if one.kind == kind]


def _names_of(field, name, config):
    alias = field.validation_alias
    if alias is None:
        return [name]
    names = alias.choices if isinstance(alias, AliasChoices) else [alias]
    return [*names, name] if config.get("populate_by_name") or config.get("validate_by_name") else names


def _validate_field(cls, name, field, value, data, context):
    info = ValidationInfo(data, name)
    checks = [one for one in _validators(cls, "field") if name in one.fields or "*" in one.fields]
    given = value
    for one in checks:
        if one.mode in ("before", "v1-before", "plain"):
            value = _guarded(lambda each: _call_validator(one, cls, each, info), value)
    if not any(one.mode == "plain" for one in checks):
        if isinstance(value, str) and cls.model_config.get("str_strip_whitespace"):
            value = value.strip()
        value = _check(_resolve_later(cls, field), value, context)
        value = _bounded(field.bounds, value, given)
    for one in checks:
        if one.mode in ("after", "v1"):
            value = _guarded(lambda each: _call_validator(one, cls, each, info), value)
    if cls.model_config.get("use_enum_values") and isinstance(value, _enum.Enum):
        value = value.value
    return value


def _resolve_later(cls, field):
    if isinstance(field.annotation, str):
        module = _sys.modules.get(cls.__module__)
        field.annotation = _resolve(field.annotation, dict(vars(module)) if module else {})
    return field.annotation


def _validated(cls, data, context):
    """Values of the fields by name, and the names that were given."""
    config = cls.model_config
    for one in _validators(cls, "model"):
        if one.mode in ("before", "v1-before"):
            data = _guarded(lambda each: _call_validator(one, cls, each, ValidationInfo({}, None)), data)
    if not isinstance(data, _abc.Mapping):
        if context.from_attributes or config.get("from_attributes"):
            data = {name: getattr(data, name) for name in cls.model_fields if hasattr(data, name)}
        else:
            raise _wrong("model_type", "Input should be a valid dictionary or instance of " + cls.__name__, data, ctx={"class_name": cls.__name__})
    values, given, lines, used = {}, set(), [], set()
    for name, field in cls.model_fields.items():
        names = _names_of(field, name, config)
        found = [one for one in names if one in data]
        if found:
            used.update(names)
            try:
                values[name] = _validate_field(cls, name, field, data[found[0]], values, context)
                given.add(name)
            except _Invalid as invalid:
                lines += _below(found[0], invalid)
        elif field.is_required():
            lines.append({"type": "missing", "loc": (names[0],), "msg": "Field required", "input": data})
        else:
            values[name] = _default_of(cls, name, field, values, context)
    extra = {key: value for key, value in data.items() if key not in used and key not in cls.model_fields}
    if config.get("extra") == "forbid":
        for key, value in extra.items():
            lines.append({"type": "extra_forbidden", "loc": (key,), "msg": "Extra inputs are not permitted", "input": value})
    if lines:
        raise _Invalid(lines)
    for one in _validators(cls, "model"):
        if one.mode == "v1":
            values = _guarded(lambda each: _call_validator(one, cls, each, ValidationInfo({}, None)), values)
    return values, given, extra if config.get("extra") == "allow" else None


def _default_of(cls, name, field, values, context):
    value = field.get_default(call_default_factory=True)
    checks = [one for one in _validators(cls, "field") if name in one.fields]
    if cls.model_config.get("validate_default") or any(one.mode == "v1" and getattr(one, "always", False) for one in checks):
        return _validate_field(cls, name, field, value, values, context)
    return value


def _values(model):
    return {name: value for name, value in model.__dict__.items() if not name.startswith("__pydantic_")}


class BaseModel(metaclass=ModelMetaclass):
    model_config = {}
    model_fields = {}
    model_computed_fields = {}
    __private_attributes__ = {}
    __pydantic_decorated__ = []

    def __init__(self, /, **data):
        self.__pydantic_init__(data, _Context())

    def __pydantic_init__(self, data, context):
        cls = type(self)
        try:
            values, given, extra = _validated(cls, data, context)
            object.__setattr__(self, "__dict__", {**values, **(extra or {})})
            object.__setattr__(self, "__pydantic_fields_set__", given | set(extra or {}))
            object.__setattr__(self, "__pydantic_extra__", extra)
            for name, private in cls.__private_attributes__.items():
                if private.default_factory is not None:
                    object.__setattr__(self, name, private.default_factory())
                elif private.default is not PydanticUndefined:
                    object.__setattr__(self, name, _copy.copy(private.default))
            for one in _validators(cls, "model"):
                if one.mode == "after":
                    _guarded(lambda each: _plain(one.function)(self), data)
            self.model_post_init(None)
        except _Invalid as invalid:
            raise ValidationError(cls.model_config.get("title") or cls.__name__, invalid.lines) from None

    def model_post_init(self, context, /):
        pass

    @classmethod
    def __pydantic_validate__(cls, value, context):
        if isinstance(value, cls):
            return value
        made = cls.__new__(cls)
        try:
            if isinstance(value, _abc.Mapping):
                made.__pydantic_init__(dict(value), context)
            else:
                made.__pydantic_init__(value, context)
        except ValidationError as error:
            raise _Invalid(error._lines) from None
        return made

    @classmethod
    def model_validate(cls, obj, *, strict=None, from_attributes=None, context=None, **kw):
        try:
            return cls.__pydantic_validate__(obj, _Context(from_attributes=bool(from_attributes)))
        except _Invalid as invalid:
            raise ValidationError(cls.__name__, invalid.lines) from None

    @classmethod
    def model_validate_json(cls, json_data, **kw):
        return cls.model_validate(_json.loads(json_data))

    @classmethod
    def model_construct(cls, _fields_set=None, **values):
        made = cls.__new__(cls)
        filled = {name: field.get_default(call_default_factory=True) for name, field in cls.model_fields.items() if not field.is_required()}
        object.__setattr__(made, "__dict__", {**filled, **values})
        object.__setattr__(made, "__pydantic_fields_set__", set(values))
        object.__setattr__(made, "__pydantic_extra__", None)
        return made

    @classmethod
    def parse_obj(cls, obj):
        return cls.model_validate(obj)

    @classmethod
    def from_orm(cls, obj):
        return cls.model_validate(obj, from_attributes=True)

    @classmethod
    def model_rebuild(cls, **kw):
        return True

    @classmethod
    def update_forward_refs(cls, **kw):
        pass

    @classmethod
    def model_json_schema(cls, **kw):
        return {"title": cls.__name__, "type": "object", "properties": {name: {"title": name} for name in cls.model_fields}}

    @property
    def model_fields_set(self):
        return self.__pydantic_fields_set__

    @property
    def model_extra(self):
        return self.__pydantic_extra__

    def model_dump(self, *, mode="python", include=None, exclude=None, by_alias=None, exclude_unset=False,
                   exclude_defaults=False, exclude_none=False, **kw):
        found = {}
        cls = type(self)
        names = [*cls.model_fields, *(self.__pydantic_extra__ or {}), *cls.model_computed_fields]
        for name in names:
            field = cls.model_fields.get(name)
            if include is not None and name not in include or exclude is not None and name in exclude:
                continue
            if field is not None and (field.exclude or name not in self.__dict__):
                continue
            if exclude_unset and name not in self.__pydantic_fields_set__:
                continue
            value = getattr(self, name)
            if exclude_none and value is None or exclude_defaults and field is not None and value == field.default:
                continue
            for one in _validators(cls, "serializer"):
                if name in one.fields:
                    value = _plain(one.function)(self, value)
            alias = field.serialization_alias if field is not None and by_alias else None
            found[alias or name] = _dumped(value, mode)
        return found

    def dict(self, **kw):
        return self.model_dump(**kw)

    def model_dump_json(self, *, indent=None, **kw):
        separators = (",", ":") if indent is None else None
        return _json.dumps(self.model_dump(mode="json", **kw), indent=indent, separators=separators, ensure_ascii=False)

    def json(self, **kw):
        return self.model_dump_json(**kw)

    def model_copy(self, *, update=None, deep=False):
        made = type(self).__new__(type(self))
        source = _copy.deepcopy(_values(self)) if deep else _values(self)
        object.__setattr__(made, "__dict__", {**source, **(update or {})})
        object.__setattr__(made, "__pydantic_fields_set__", set(self.__pydantic_fields_set__) | set(update or {}))
        object.__setattr__(made, "__pydantic_extra__", self.__pydantic_extra__)
        return made

    def copy(self, **kw):
        return self.model_copy(update=kw.get("update"), deep=kw.get("deep", False))

    def __setattr__(self, name, value):
        cls = type(self)
        config = cls.model_config
        descriptor = next((vars(one)[name] for one in cls.__mro__ if name in vars(one)), None)
        if name.startswith("_") or isinstance(descriptor, property):
            return object.__setattr__(self, name, value)
        if config.get("frozen") or name in cls.model_fields and cls.model_fields[name].frozen:
            kind = "frozen_instance" if config.get("frozen") else "frozen_field"
            what = "Instance" if config.get("frozen") else "Field"
            raise ValidationError(cls.__name__, [{"type": kind, "loc": (name,), "msg": what + " is frozen", "input": value}])
        if name not in cls.model_fields and config.get("extra") != "allow":
            raise ValueError('"%s" object has no field "%s"' % (cls.__name__, name))
        if config.get("validate_assignment") and name in cls.model_fields:
            try:
                value = _validate_field(cls, name, cls.model_fields[name], value, self.__dict__, _Context())
            except _Invalid as invalid:
                raise ValidationError(cls.__name__, _below(name, invalid)) from None
        self.__dict__[name] = value
        self.__pydantic_fields_set__.add(name)

    def __iter__(self):
        yield from _values(self).items()

    def __eq__(self, other):
        return type(self) is type(other) and _values(self) == _values(other)

    __hash__ = None

    def __repr_args__(self):
        for name, value in _values(self).items():
            field = type(self).model_fields.get(name)
            if field is None or field.repr:
                yield name, value
        for name in type(self).model_computed_fields:
            yield name, getattr(self, name)

    def __repr_str__(self, join):
        return join.join("%s=%r" % (name, value) for name, value in self.__repr_args__())

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, self.__repr_str__(", "))

    def __str__(self):
        return self.__repr_str__(" ")


def _dumped(value, mode):
    if isinstance(value, BaseModel):
        return value.model_dump(mode=mode)
    if isinstance(value, dict):
        return {key: _dumped(one, mode) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        made = [_dumped(one, mode) for one in value]
        return made if mode == "json" or isinstance(value, list) else type(value)(made)
    if mode != "json" or value is None or isinstance(value, (bool, int, float)) and not isinstance(value, _enum.Enum):
        return value
    if isinstance(value, _enum.Enum):
        return value.value
    if isinstance(value, (_datetime.datetime, _datetime.date, _datetime.time)):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, bytes):
        return value.decode()
    return str(value)


class RootModel(BaseModel):
    def __class_getitem__(cls, item):
        return type(cls)("RootModel[%s]" % _name_of(item), (cls,), {"__annotations__": {"root": item}, "__module__": cls.__module__})

    def __init__(self, /, root=PydanticUndefined, **data):
        self.__pydantic_init__(data if root is PydanticUndefined else {"root": root}, _Context())


class TypeAdapter:
    def __init__(self, type, **kw):
        self._type = type

    def validate_python(self, value, **kw):
        try:
            return _check(self._type, value, _Context())
        except _Invalid as invalid:
            raise ValidationError(_name_of(self._type), invalid.lines) from None

    def validate_json(self, data, **kw):
        return self.validate_python(_json.loads(data))


def create_model(model_name, /, *, __base__=None, __module__=None, **fields):
    annotations, namespace = {}, {"__module__": __module__ or __name__}
    for name, field in fields.items():
        kind, default = field if isinstance(field, tuple) else (type(field), field)
        annotations[name] = kind
        if default is not ...:
            namespace[name] = default
    namespace["__annotations__"] = annotations
    return ModelMetaclass(model_name, (__base__ or BaseModel,), namespace)


def validate_call(function=None, /, **kw):
    return function if function is not None else (lambda one: one)


class _Secret:
    def __init__(self, secret_value):
        self._secret_value = secret_value

    @classmethod
    def __pydantic_validate__(cls, value, context):
        return value if isinstance(value, cls) else cls(_check(cls._inner, value, context))

    def get_secret_value(self):
        return self._secret_value

    def __eq__(self, other):
        return type(self) is type(other) and self._secret_value == other._secret_value

    def __hash__(self):
        return hash(self._secret_value)

    def __len__(self):
        return len(self._secret_value)

    def __str__(self):
        return "**********" if self._secret_value else ""

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))


class SecretStr(_Secret):
    _inner = str


class SecretBytes(_Secret):
    _inner = bytes


class EmailStr:
    @classmethod
    def __pydantic_validate__(cls, value, context):
        text = _to_str(value, context)
        if not _re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", text):
            reason = "An email address must have an @-sign." if "@" not in text else "The part after the @-sign is not valid."
            raise _wrong("value_error", "value is not a valid email address: " + reason, value, ctx={"reason": reason})
        return text


class _Url:
    _schemes = None
    _needs_host = True

    def __init__(self, url):
        self._url = str(url)
        self._parts = _urlparse.urlsplit(self._url)

    @classmethod
    def __pydantic_validate__(cls, value, context):
        if isinstance(value, cls):
            return value
        if not isinstance(value, (str, _Url)):
            raise _wrong("url_type", "URL input should be a string or URL", value)
        text = str(value)
        if "://" not in text:
            raise _wrong("url_parsing", "Input should be a valid URL, relative URL without a base", value, ctx={"error": "relative URL without a base"})
        scheme = text.split("://")[0].lower()
        if cls._schemes and scheme not in cls._schemes:
            raise _wrong("url_scheme", "URL scheme should be " + _listed(cls._schemes), value, ctx={"expected_schemes": _listed(cls._schemes)})
        parts = _urlparse.urlsplit(text)
        if cls._adds_slash and parts.path == "":
            text = _urlparse.urlunsplit((parts[0], parts[1], "/", parts[3], parts[4]))
        return cls(text)

    _adds_slash = False

    @classmethod
    def build(cls, *, scheme, host, username=None, password=None, port=None, path=None, query=None, fragment=None):
        user = "" if username is None else username + ("" if password is None else ":" + password) + "@"
        text = scheme + "://" + user + (host or "") + ("" if port is None else ":%s" % port)
        if path is not None:
            text += "/" + path
        if query:
            text += "?" + query
        return cls(text)

    @property
    def scheme(self):
        return self._parts.scheme

    @property
    def host(self):
        return self._parts.hostname

    @property
    def port(self):
        return self._parts.port

    @property
    def username(self):
        return self._parts.username

    @property
    def password(self):
        return self._parts.password

    @property
    def path(self):
        return self._parts.path or None

    @property
    def query(self):
        return self._parts.query or None

    def unicode_string(self):
        return self._url

    def hosts(self):
        return [{"username": self.username, "password": self.password, "host": self.host, "port": self.port}]

    def __str__(self):
        return self._url

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._url)

    def __eq__(self, other):
        return type(self) is type(other) and self._url == other._url

    def __hash__(self):
        return hash(self._url)


class AnyUrl(_Url):
    pass


class AnyHttpUrl(_Url):
    _schemes = ("http", "https")
    _adds_slash = True


class HttpUrl(AnyHttpUrl):
    pass


class _MultiHostUrl(_Url):
    def __getattribute__(self, name):
        if name in ("host", "port", "username", "password"):
            raise AttributeError("'pydantic_core._pydantic_core.MultiHostUrl' object has no attribute '%s'" % name)
        return object.__getattribute__(self, name)

    def hosts(self):
        parts = object.__getattribute__(self, "_parts")
        return [{"username": parts.username, "password": parts.password, "host": parts.hostname, "port": parts.port}]


class PostgresDsn(_MultiHostUrl):
    _schemes = (
        "postgres", "postgresql", "postgresql+asyncpg", "postgresql+pg8000", "postgresql+psycopg",
        "postgresql+psycopg2", "postgresql+psycopg2cffi", "postgresql+py-postgresql", "postgresql+pygresql",
    )


class RedisDsn(_Url):
    _schemes = ("redis", "rediss")


class AmqpDsn(_Url):
    _schemes = ("amqp", "amqps")


class MongoDsn(_Url):
    _schemes = ("mongodb", "mongodb+srv")


class MySQLDsn(_Url):
    _schemes = ("mysql", "mysql+mysqlconnector", "mysql+aiomysql", "mysql+asyncmy", "mysql+mysqldb", "mysql+pymysql", "mysql+cymysql", "mysql+pyodbc")


class KafkaDsn(_Url):
    _schemes = ("kafka",)


class BeforeValidator:
    def __init__(self, func):
        self.func = func
        self.__pydantic_before__ = func


class AfterValidator:
    def __init__(self, func):
        self.func = func
        self.__pydantic_after__ = func


class PlainSerializer:
    def __init__(self, func, **kw):
        self.func = func


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
    def make(**kw):
        return _typing.Annotated[base, FieldInfo(**{name: value for name, value in kw.items() if name in _BOUNDS})]

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
Json = _typing.Any
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
`.replaceAll("${'`'}", '`');
