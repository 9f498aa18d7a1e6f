/** Which validation an annotation asks for. */
export const CHECK = String.raw`

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
