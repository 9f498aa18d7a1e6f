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


def _tags_of(model, key):
    """What the discriminator's field of a model may say."""
    field = getattr(model, "model_fields", {}).get(key)
    args = _typing.get_args(field.annotation) if field is not None else ()
    return [one.value if isinstance(one, _enum.Enum) else one for one in args]


def _to_tagged(annotation, key, value, context):
    """One of several models, chosen by what a field of theirs says."""
    while _typing.get_origin(annotation) is _typing.Annotated:
        annotation = _typing.get_args(annotation)[0]
    models = {tag: one for one in _typing.get_args(annotation) if one is not type(None) for tag in _tags_of(one, key)}
    if value is None and type(None) in _typing.get_args(annotation):
        return None
    tag = value.get(key) if isinstance(value, _abc.Mapping) else getattr(value, key, None)
    if tag is None:
        raise _wrong("union_tag_not_found", "Unable to extract tag using discriminator '%s'" % key, value, ctx={"discriminator": repr(key)})
    tag = tag.value if isinstance(tag, _enum.Enum) else tag
    if tag not in models:
        known = ", ".join(map(repr, models))
        raise _wrong(
            "union_tag_invalid",
            "Input tag '%s' found using '%s' does not match any of the expected tags: %s" % (tag, key, known),
            value,
            ctx={"discriminator": repr(key), "tag": str(tag), "expected_tags": known},
        )
    try:
        return _check(models[tag], value, context)
    except _Invalid as invalid:
        raise _Invalid(_below(tag, invalid)) from None


_UNIONS = (_typing.Union, _types.UnionType)
`;
