/** Models with type variables, and calls whose arguments are checked. Answers to: pydantic/_internal/_generics.py, validate_call_decorator.py. */
export const GENERICS = String.raw`
_generic_models = {}


def _substituted(annotation, types):
    if isinstance(annotation, _typing.TypeVar):
        return types.get(annotation, annotation)
    origin, args = _typing.get_origin(annotation), _typing.get_args(annotation)
    if not args or origin is _typing.Literal:
        return annotation
    if origin is _typing.Annotated:
        return _typing.Annotated[(_substituted(args[0], types), *args[1:])]
    made = tuple(_substituted(one, types) if not isinstance(one, list) else one for one in args)
    if made == args:
        return annotation
    return _typing.Union[made] if origin in _UNIONS else origin[made if len(made) > 1 else made[0]]


def _shown_type(annotation):
    args = _typing.get_args(annotation)
    if not args or _typing.get_origin(annotation) is _typing.Literal:
        return _name_of(annotation)
    if _typing.get_origin(annotation) is _typing.Annotated:
        return _shown_type(args[0])
    parts = [_shown_type(one) for one in args if one is not type(None)]
    if _typing.get_origin(annotation) in _UNIONS:
        inner = parts[0] if len(parts) == 1 else "Union[%s]" % ", ".join(parts)
        return inner if len(parts) == len(args) else "Optional[%s]" % inner
    return "%s[%s]" % (_typing.get_origin(annotation).__name__, ", ".join(parts))


def _parametrized(cls, item):
    given = item if isinstance(item, tuple) else (item,)
    variables = getattr(cls, "__parameters__", ())
    if not variables:
        raise TypeError("%s cannot be parametrized because it does not inherit from typing.Generic" % (cls,))
    if len(given) != len(variables):
        word, least = ("many", "") if len(given) > len(variables) else ("few", "at least ")
        raise TypeError("Too %s arguments for %s; actual %d, expected %s%d" % (word, cls, len(given), least, len(variables)))
    if given == tuple(variables):
        return cls
    key = (cls, *map(repr, given))
    if key not in _generic_models:
        types = dict(zip(variables, given))
        fields = {name: _copy.copy(field) for name, field in cls.model_fields.items()}
        annotations = {name: _substituted(field.annotation, types) for name, field in fields.items()}
        name = "%s[%s]" % (cls.__name__, ", ".join(map(_shown_type, given)))
        made = type(cls)(name, (cls,), {**fields, "__annotations__": annotations, "__module__": cls.__module__})
        made.__parameters__ = tuple(one for one in given if isinstance(one, _typing.TypeVar))
        _generic_models[key] = made
    return _generic_models[key]


def validate_call(func=None, /, *, config=None, validate_return=False):
    if func is None:
        return lambda given: validate_call(given, config=config, validate_return=validate_return)
    signature = _inspect.signature(func)
    hints = {}

    def read(name):
        if not hints:
            hints.update(_typing.get_type_hints(func, include_extras=True))
        return hints.get(name, _typing.Any)

    @_functools.wraps(func)
    def checked(*args, **kwargs):
        places = dict(zip(signature.parameters, range(len(args))))
        bound, lines = signature.bind_partial(*args, **kwargs), []
        for name, param in signature.parameters.items():
            if name not in bound.arguments:
                if param.default is param.empty and param.kind not in (param.VAR_POSITIONAL, param.VAR_KEYWORD):
                    kind = {param.POSITIONAL_ONLY: "positional only ", param.KEYWORD_ONLY: "keyword only "}.get(param.kind, "")
                    lines.append({
                        "type": "missing_%sargument" % kind.replace(" ", "_"), "loc": (list(signature.parameters).index(name) if param.kind is param.POSITIONAL_ONLY else name,), "msg": "Missing required %sargument" % kind,
                        "input": _ArgsKwargs(args, kwargs),
                    })
                continue
            value = bound.arguments[name]
            try:
                if param.kind is param.VAR_POSITIONAL:
                    bound.arguments[name] = _each(value, read(name), _Context(), tuple)
                elif param.kind is param.VAR_KEYWORD:
                    bound.arguments[name] = {key: _check(read(name), one, _Context()) for key, one in value.items()}
                else:
                    bound.arguments[name] = _check(read(name), value, _Context())
            except _Invalid as invalid:
                if param.kind is param.VAR_POSITIONAL:
                    lines += [{**line, "loc": (line["loc"][0] + places[name], *line["loc"][1:])} for line in invalid.lines]
                else:
                    lines += _below(places.get(name, name), invalid)
        if lines:
            raise ValidationError(func.__name__, lines)
        found = func(*bound.args, **bound.kwargs)
        return _check(read("return"), found, _Context()) if validate_return else found

    return checked


class _ArgsKwargs:
    def __init__(self, args, kwargs):
        self.args, self.kwargs = args, kwargs

    def __repr__(self):
        return "ArgsKwargs(%r%s)" % (self.args, ", %r" % (self.kwargs,) if self.kwargs else "")


_ArgsKwargs.__name__ = "ArgsKwargs"


`;
