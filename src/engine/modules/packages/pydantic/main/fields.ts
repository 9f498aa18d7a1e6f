/** Fields: `Field`, `FieldInfo`, private attributes. */
export const FIELDS = String.raw`
class AliasChoices:
    def __init__(self, first_choice, *choices):
        self.choices = [first_choice, *choices]


class AliasPath:
    def __init__(self, first_arg, *args):
        self.path = [first_arg, *args]


class AliasGenerator:
    """How a model names its fields outside."""

    def __init__(self, alias=None, validation_alias=None, serialization_alias=None):
        self.alias = alias
        self.validation_alias = validation_alias
        self.serialization_alias = serialization_alias

    def generate_aliases(self, field_name):
        return tuple(one(field_name) if one else None for one in (self.alias, self.validation_alias, self.serialization_alias))


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
        self.discriminator = kw.pop("discriminator", None)
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


`;
