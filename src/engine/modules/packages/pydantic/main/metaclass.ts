/** How a model comes to be: its fields, its decorators, and the walk of its validation. */
export const METACLASS = String.raw`
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
            _old("Support for class-based \x60config\x60 is deprecated, use ConfigDict instead")
            own = {key: value for key, value in vars(inner).items() if not key.startswith("__")}
            _warn_of_old_keys(own)
            config.update(own)
        config.update(namespace.get("model_config", {}))
        config.update({key: kwargs[key] for key in kwargs if key in _CONFIG_KEYS})
        rest = {key: kwargs[key] for key in kwargs if key not in _CONFIG_KEYS}
        _warn_of_old_keys(config)
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
        _warn_of_order(cls)
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


def _warn_of_order(cls):
    mro = [one.__name__ for one in cls.__mro__]
    if _typing.Generic in cls.__mro__ and "BaseModel" in mro and cls.__mro__.index(_typing.Generic) < cls.__mro__.index(BaseModel):
        _warnings.warn(
            GenericBeforeBaseModelWarning(
                "Classes should inherit from ${'`'}BaseModel${'`'} before generic classes (e.g. ${'`'}typing.Generic[T]${'`'}) for pydantic generics to work properly."
            ),
            stacklevel=3,
        )


def _warn_of_shadow(cls, bases, name):
    for base in bases:
        if hasattr(base, name) and name not in getattr(base, "__dataclass_fields__", {}):
            _warnings.warn(
                'Field name "%s" in "%s" shadows an attribute in parent "%s"' % (name, cls.__qualname__, base.__qualname__),
                UserWarning,
                stacklevel=4,
            )


def _named_by(generator, name, field):
    """The field with the names that the generator gives it, where it has none of its own."""
    if field.alias is not None:
        return field
    if not isinstance(generator, AliasGenerator):
        generator = AliasGenerator(alias=generator)
    alias, validation, serialization = generator.generate_aliases(name)
    made = _copy.copy(field)
    made.alias = alias
    made.validation_alias = field.validation_alias or validation or alias
    made.serialization_alias = field.serialization_alias or serialization or alias
    return made


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

        def inner(each):
            if isinstance(each, str) and cls.model_config.get("str_strip_whitespace"):
                each = each.strip()
            wanted = _resolve_later(cls, field)
            if field.discriminator:
                return _to_tagged(wanted, field.discriminator, each, context)
            return _bounded(field.bounds, _check(wanted, each, context), given)

        for one in checks:
            if one.mode == "wrap":
                inner = _wrapped(one, cls, inner, info)
        value = inner(value)
    for one in checks:
        if one.mode in ("after", "v1"):
            value = _guarded(lambda given: _call_validator(one, cls, value, info), given)
    if cls.model_config.get("use_enum_values") and isinstance(value, _enum.Enum):
        value = value.value
    return value


def _wrapped(decorated, cls, inner, info):
    """A validation with a decorated method around it."""
    function = decorated.function
    bound = function.__get__(None, cls) if isinstance(function, (classmethod, staticmethod)) else _functools.partial(function, cls)
    takes = len(_inspect.signature(_plain(function)).parameters) - (not isinstance(function, staticmethod))
    around = (lambda each, handler: bound(each, handler, info)) if takes > 2 else bound
    return lambda each: _around(around, inner, each)


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
            try:
                values[name] = _default_of(cls, name, field, values, context)
            except _Invalid as invalid:
                lines += _below(name, invalid)
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


`;
