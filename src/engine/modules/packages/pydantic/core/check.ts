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
    """What stands last is asked first: it may look at the value before or after the rest, go around it or replace it."""
    if len(args) == 1:
        return _check(args[0], value, context)
    rest, one = args[:-1], args[-1]
    if isinstance(one, FieldInfo) and one.discriminator:
        return _to_tagged(rest[0], one.discriminator, value, context)
    for name in ("__pydantic_before__", "__pydantic_after__", "__pydantic_wrap__", "__pydantic_plain__"):
        function = getattr(one, name, None)
        if function is not None:
            break
    else:
        return _check_annotated(rest, value, context)
    if name == "__pydantic_plain__":
        return _guarded(function, value)
    if name == "__pydantic_before__":
        return _check_annotated(rest, _guarded(function, value), context)
    if name == "__pydantic_after__":
        checked = _check_annotated(rest, value, context)
        if hasattr(one, "bounds"):
            return _bounded(one.bounds, checked.strip() if getattr(one, "strip_whitespace", None) else checked, value)
        return _guarded(lambda given: function(checked), value)
    return _around(lambda each, handler: function(each, handler), lambda each: _check_annotated(rest, each, context), value)


def _around(function, inner, value):
    """Calls a validator that gets the rest of the validation as a handler, which tells failures as ValidationError does."""

    def handler(each, outer_location=None, /):
        try:
            return inner(each)
        except _Invalid as invalid:
            raise ValidationError("ValidatorCallable", invalid.lines) from None

    try:
        return _guarded(lambda each: function(each, handler), value)
    except ValidationError as error:
        raise _Invalid(error._lines) from None


def _guarded(function, value):
    """Calls a validator of the learner's: its ValueError and AssertionError become errors of the field."""
    try:
        return function(value)
    except _Invalid:
        raise
    except ValidationError:
        raise
    except PydanticCustomError as error:
        raise _custom(error.type, error.message(), value, error.context)
    except AssertionError as error:
        raise _wrong("assertion_error", "Assertion failed, " + str(error), value, ctx={"error": error})
    except ValueError as error:
        raise _wrong("value_error", "Value error, " + str(error), value, ctx={"error": error})
`;
