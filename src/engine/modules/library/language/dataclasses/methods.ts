/** The methods that a data class gets. `__init__` is written as text and executed, since tracebacks and signatures show it. */
export const METHODS = String.raw`
def _parameter(one):
    default = "" if not _has_default(one) else f"=_dflt_{one.name}" if one.default is not MISSING else "=_FACTORY"
    return f"{one.name}:_type_{one.name}{default}"


def _initial_value(one, slotted):
    """What __init__ stores in a field, as text; None where it stores nothing."""
    default = f"_dflt_{one.name}"
    if one._field_type is _FOR_INIT:
        return None
    if one.default_factory is not MISSING:
        return f"{default}() if {one.name} is _FACTORY else {one.name}" if one.init else f"{default}()"
    if one.init:
        return one.name
    return default if slotted and one.default is not MISSING else None


def _init_method(cls, positional, keyword_only, frozen):
    asked = [one for one in positional if one.init]
    for before, after in zip(asked, asked[1:]):
        if _has_default(before) and not _has_default(after):
            raise TypeError(f"non-default argument {after.name!r} follows default argument")
    every = [*positional, *keyword_only]
    me = "__dataclass_self__" if any(one.name == "self" for one in every) else "self"
    scope = {"_FACTORY": _FACTORY, "__dataclass_object__": object}
    lines = []
    for one in every:
        scope[f"_type_{one.name}"] = one.type
        if _has_default(one):
            scope[f"_dflt_{one.name}"] = one.default if one.default_factory is MISSING else one.default_factory
        value = _initial_value(one, "__slots__" in cls.__dict__)
        if value is not None:
            lines.append(f"__dataclass_object__.__setattr__({me}, {one.name!r}, {value})" if frozen else f"{me}.{one.name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append(f"{me}.__post_init__({','.join(one.name for one in every if one._field_type is _FOR_INIT)})")
    parameters = [me, *map(_parameter, asked)]
    if keyword_only:
        parameters += ["*", *map(_parameter, keyword_only)]
    body = "".join(f"\n    {line}" for line in lines or ["pass"])
    # A line of its own goes before, as the tracebacks of the real one show.
    exec(f"\ndef __init__({', '.join(parameters)})->None:{body}", scope)
    return scope["__init__"]


def _values_of(names):
    return lambda self: tuple([getattr(self, name) for name in names])


def _repr_method(names):
    being_shown = set()

    def shown(self):
        parts = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({parts})"

    def __repr__(self):
        if id(self) in being_shown:
            return "..."
        being_shown.add(id(self))
        try:
            return shown(self)
        finally:
            being_shown.remove(id(self))

    # By this pprint knows a repr() that the class did not write itself.
    __repr__.__wrapped__ = shown
    return __repr__


def _comparison(names, compare):
    values = _values_of(names)
    return lambda self, other: compare(values(self), values(other)) if type(other) is type(self) else NotImplemented


_ORDERINGS = {
    "__lt__": lambda one, other: one < other,
    "__le__": lambda one, other: one <= other,
    "__gt__": lambda one, other: one > other,
    "__ge__": lambda one, other: one >= other,
}


def _hash_method(names):
    values = _values_of(names)
    return lambda self: hash(values(self))


def _frozen_methods(cls, names):
    def guards(self, name):
        return type(self) is cls or name in names

    def __setattr__(self, name, value):
        if guards(self, name):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if guards(self, name):
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return {"__setattr__": __setattr__, "__delattr__": __delattr__}
`;
