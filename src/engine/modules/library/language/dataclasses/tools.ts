/** What one does with data classes: `fields`, `asdict`, `astuple`, `replace`, `make_dataclass`. */
export const TOOLS = String.raw`
def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _is_instance(obj):
    return is_dataclass(type(obj)) and not isinstance(obj, type)


def fields(class_or_instance):
    every = getattr(class_or_instance, "__dataclass_fields__", None)
    if every is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([one for one in every.values() if one._field_type is _ORDINARY])


def _unfolded(value, rebuild):
    """A value with every data class in it rebuilt, down through lists, tuples and dicts."""
    deeper = lambda inner: _unfolded(inner, rebuild)
    kind = type(value)
    if _is_instance(value):
        return rebuild([(one.name, deeper(getattr(value, one.name))) for one in fields(value)])
    if isinstance(value, dict):
        return kind([(deeper(key), deeper(inner)) for key, inner in value.items()])
    if not isinstance(value, (list, tuple)):
        return _copy.deepcopy(value)
    parts = [deeper(inner) for inner in value]
    return kind(*parts) if hasattr(value, "_fields") else kind(parts)


def _of_instance(called, obj):
    if not _is_instance(obj):
        raise TypeError(f"{called}() should be called on dataclass instances")


def asdict(obj, *, dict_factory=dict):
    _of_instance("asdict", obj)
    return _unfolded(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    _of_instance("astuple", obj)
    return _unfolded(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def replace(obj, /, **changes):
    _of_instance("replace", obj)
    for name, one in obj.__dataclass_fields__.items():
        given = name in changes
        if one._field_type is _OF_CLASS:
            continue
        if not one.init and given:
            raise ValueError(f"field {name} is declared with init=False, it cannot be specified with replace()")
        if given or not one.init:
            continue
        if one._field_type is _ORDINARY:
            changes[name] = getattr(obj, name)
        elif one.default is MISSING:
            raise ValueError(f"InitVar {name!r} must be specified with replace()")
    return type(obj)(**changes)


def _asked_for(item):
    """Name, type and whatever stands behind them."""
    if isinstance(item, str):
        return item, "typing.Any", []
    if len(item) not in (2, 3):
        raise TypeError(f"Invalid field: {item!r}")
    return item[0], item[1], item[2:]


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    body, annotations = dict(namespace or {}), {}
    for name, annotation, default in map(_asked_for, fields):
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if _iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
        body.update((name, value) for value in default)
    made = type(cls_name, bases, {**body, "__annotations__": annotations})
    made.__module__ = "types"
    return dataclass(made, **options)
`;
