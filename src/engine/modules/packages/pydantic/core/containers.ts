/** Values that must be one of several, and values of values. Answers to: pydantic_core's validators of enums, sequences, dicts and unions. */
export const CONTAINERS = String.raw`

def _listed(values):
    shown = [repr(one) for one in values]
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]


def _to_enum(cls, value):
    if isinstance(value, cls):
        return value
    try:
        return cls(value)
    except ValueError:
        raise _wrong("enum", "Input should be " + _listed([one.value for one in cls]), value)


def _each(values, item, context, make):
    found, lines = [], []
    for at, one in enumerate(values):
        try:
            found.append(_check(item, one, context))
        except _Invalid as invalid:
            lines += _below(at, invalid)
    if lines:
        raise _Invalid(lines)
    return make(found)


_SEQUENCES = {
    list: ("list_type", "Input should be a valid list", (list, tuple, set, frozenset)),
    set: ("set_type", "Input should be a valid set", (list, tuple, set, frozenset)),
    frozenset: ("frozen_set_type", "Input should be a valid frozenset", (list, tuple, set, frozenset)),
    tuple: ("tuple_type", "Input should be a valid tuple", (list, tuple, set, frozenset)),
}


def _to_sequence(origin, args, value, context):
    kind, msg, accepted = _SEQUENCES[origin]
    if not isinstance(value, accepted):
        raise _wrong(kind, msg, value)
    if origin is tuple and args and not (len(args) == 2 and args[1] is ...):
        return tuple(_check(one, each, context) for one, each in zip(args, value))
    return _each(value, args[0] if args else _typing.Any, context, origin)


def _to_dict(args, value, context):
    if not isinstance(value, _abc.Mapping):
        raise _wrong("dict_type", "Input should be a valid dictionary", value)
    key, item = args if len(args) == 2 else (_typing.Any, _typing.Any)
    found, lines = {}, []
    for name, one in value.items():
        try:
            found[_check(key, name, context)] = _check(item, one, context)
        except _Invalid as invalid:
            lines += _below(name, invalid)
    if lines:
        raise _Invalid(lines)
    return found


def _name_of(annotation):
    return getattr(annotation, "_title", None) or getattr(annotation, "__name__", str(annotation))


def _to_union(args, value, context):
    for one in args:
        if isinstance(one, type) and type(value) is one:
            return value
    if value is None and type(None) in args:
        return None
    others = [one for one in args if one is not type(None)]
    if len(others) == 1:
        return _check(others[0], value, context)
    lines = []
    for one in others:
        try:
            return _check(one, value, context)
        except _Invalid as invalid:
            lines += _below(_name_of(one), invalid)
    raise _Invalid(lines)


_UNIONS = (_typing.Union, _types.UnionType)
`;
