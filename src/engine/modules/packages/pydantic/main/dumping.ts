/** What `model_dump` and `model_dump_json` give. Answers to: pydantic_core's serializers. */
export const DUMPING = String.raw`
class _Dumping:
    """What a dump was asked for; serializers get a copy of it as their info."""

    def __init__(self, mode="python", by_alias=None, exclude_unset=False, exclude_defaults=False, exclude_none=False, context=None, **more):
        self.mode, self.by_alias, self.context = mode, by_alias, context
        self.exclude_unset, self.exclude_defaults, self.exclude_none = exclude_unset, exclude_defaults, exclude_none
        self.include = self.exclude = self.field_name = None
        self.round_trip, self.serialize_as_any = more.get("round_trip", False), more.get("serialize_as_any", False)

    def mode_is_json(self):
        return self.mode == "json"

    def _asks(self, when, value):
        if when.startswith("json") and self.mode != "json":
            return False
        return not (when.endswith("unless-none") and value is None)

    def _info(self, field_name=None):
        made = _copy.copy(self)
        made.field_name = field_name
        return made


class PlainSerializer:
    def __init__(self, func, return_type=PydanticUndefined, when_used="always"):
        self.func, self.return_type, self.when_used = func, return_type, when_used


class WrapSerializer(PlainSerializer):
    pass


def _chosen(key, include, exclude):
    """Whether a part is dumped, and what of it."""
    if include is not None and key not in include and "__all__" not in include:
        return False, None, None
    inside = include.get(key, include.get("__all__")) if isinstance(include, dict) else None
    without = exclude.get(key, exclude.get("__all__")) if isinstance(exclude, dict) else None
    if without is True or without is ... or exclude is not None and not isinstance(exclude, dict) and key in exclude:
        return False, None, None
    return True, inside if isinstance(inside, (dict, set)) else None, without if isinstance(without, (dict, set)) else None


def _with_info(function, given, info, skipped=0):
    takes = len(_inspect.signature(function).parameters)
    return function(*given, info) if takes > len(given) else function(*given)


def _dump_model(model, how, include=None, exclude=None):
    own = _validators(type(model), "model_serializer")
    if not own:
        return _dump_fields(model, how, include, exclude)
    bound = own[-1].function.__get__(model, type(model))
    given = [lambda each: _dump_fields(each, how, include, exclude)] if own[-1].mode == "wrap" else []
    return _dump_value(_with_info(bound, given, how._info()), _typing.Any, how)


def _dump_fields(model, how, include, exclude):
    cls = type(model)
    if isinstance(model, RootModel):
        return _dump_value(model.root, cls.model_fields["root"].annotation, how, include, exclude)
    by_alias = cls.model_config.get("serialize_by_alias") if how.by_alias is None else how.by_alias
    found = {}
    for name in [*cls.model_fields, *(model.__pydantic_extra__ or {}), *cls.model_computed_fields]:
        field = cls.model_fields.get(name)
        wanted, inside, without = _chosen(name, include, exclude)
        if not wanted or field is not None and (field.exclude or name not in model.__dict__):
            continue
        if how.exclude_unset and field is not None and name not in model.__pydantic_fields_set__:
            continue
        value = getattr(model, name)
        if how.exclude_none and value is None or how.exclude_defaults and field is not None and value == field.default:
            continue
        alias = field.serialization_alias if field is not None and by_alias else None
        found[alias or name] = _dump_field(model, name, field, value, how, inside, without)
    return found


def _dump_field(model, name, field, value, how, include, exclude):
    cls = type(model)
    annotation = _resolve_later(cls, field) if field is not None else _typing.Any
    for one in _validators(cls, "serializer"):
        if (name in one.fields or "*" in one.fields) and how._asks(one.when_used, value):
            bound = one.function.__get__(model, cls)
            given = [value, lambda each: _dump_value(each, annotation, how, include, exclude)] if one.mode == "wrap" else [value]
            value, annotation = _with_info(bound, given, how._info(name)), _typing.Any
    return _dump_value(value, annotation, how, include, exclude)


def _dump_value(value, annotation, how, include=None, exclude=None):
    if _typing.get_origin(annotation) is _typing.Annotated:
        *rest, one = _typing.get_args(annotation)
        inner = _typing.Annotated[tuple(rest)] if len(rest) > 1 else rest[0]
        if not isinstance(one, PlainSerializer) or not how._asks(one.when_used, value):
            return _dump_value(value, inner, how, include, exclude)
        given = [value, lambda each: _dump_value(each, inner, how, include, exclude)] if isinstance(one, WrapSerializer) else [value]
        return _dump_value(_with_info(one.func, given, how._info()), _typing.Any, how)
    args = [one for one in _typing.get_args(annotation) if one is not type(None)]
    if _typing.get_origin(annotation) in _UNIONS:
        return _dump_value(value, args[0] if len(args) == 1 else _typing.Any, how, include, exclude)
    if isinstance(value, BaseModel):
        return _dump_model(value, how, include, exclude)
    if isinstance(value, dict):
        return _dump_items(value.items(), args[1] if len(args) == 2 else _typing.Any, how, include, exclude)
    if isinstance(value, (list, tuple, set, frozenset)):
        item = args[0] if len(args) == 1 or args[1:] == [...] else _typing.Any
        made = [*_dump_items(enumerate(value), item, how, include, exclude).values()]
        return made if how.mode == "json" or isinstance(value, list) else tuple(made) if isinstance(value, tuple) else type(value)(made)
    return _dump_scalar(value) if how.mode == "json" else value


def _dump_items(items, annotation, how, include, exclude):
    found = {}
    for key, one in items:
        wanted, inside, without = _chosen(key, include, exclude)
        if wanted:
            key = _dump_scalar(key) if how.mode == "json" else key
            found[key] = _dump_value(one, annotation, how, inside, without)
    return found


def _dump_scalar(value):
    if isinstance(value, _enum.Enum):
        return _dump_scalar(value.value)
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, _datetime.timedelta):
        return _iso_duration(value)
    if isinstance(value, (_datetime.datetime, _datetime.date, _datetime.time)):
        return value.isoformat().replace("+00:00", "Z")
    return value.decode() if isinstance(value, bytes) else str(value)


def _iso_duration(value):
    sign, value = ("-", -value) if value < _datetime.timedelta(0) else ("", value)
    years, days = divmod(value.days, 365)
    text = ("%dY" % years if years else "") + ("%dD" % days if days else "")
    hours, rest = divmod(value.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    clock = ("%dH" % hours if hours else "") + ("%dM" % minutes if minutes else "")
    if seconds or value.microseconds:
        clock += "%d" % seconds + (".%06d" % value.microseconds).rstrip("0").rstrip(".") + "S"
    return sign + "P" + text + ("T" + clock if clock else "") + ("" if text or clock else "T0S")


`;
