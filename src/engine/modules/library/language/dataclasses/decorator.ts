/** `@dataclass`: collects the fields of a class and its bases, then adds the methods that were asked for. */
export const DECORATOR = String.raw`
def _put(cls, name, method):
    method.__name__ = name
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    method.__module__ = cls.__module__
    setattr(cls, name, method)


def _put_where_absent(cls, name, method):
    if name not in cls.__dict__:
        _put(cls, name, method)


def _put_or_refuse(cls, name, method, advice=""):
    if name in cls.__dict__:
        raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{advice}")
    _put(cls, name, method)


def _own_fields(cls, kw_only):
    annotations = cls.__dict__.get("__annotations__", {})
    own, marked = [], False
    for name, annotation in annotations.items():
        if not _is_keyword_mark(annotation):
            own.append(_declared(cls, name, annotation, kw_only))
            continue
        if marked:
            raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
        marked = kw_only = True
    for one in own:
        if not isinstance(getattr(cls, one.name, None), Field):
            continue
        if one.default is MISSING:
            delattr(cls, one.name)
        else:
            setattr(cls, one.name, one.default)
    for name, value in vars(cls).items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return own


def _collect(cls, frozen, kw_only):
    """All fields by name, those of the bases first."""
    bases = [base for base in reversed(cls.__mro__[1:]) if is_dataclass(base)]
    found = {name: one for base in bases for name, one in base.__dataclass_fields__.items()}
    found.update((one.name, one) for one in _own_fields(cls, kw_only))
    if bases:
        from_frozen = any(base.__dataclass_params__.frozen for base in bases)
        if from_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not from_frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return found


def _put_hash(cls, names, explicit, params):
    if params.unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        _put(cls, "__hash__", _hash_method(names))
    elif params.eq and not explicit:
        if params.frozen:
            _put(cls, "__hash__", _hash_method(names))
        else:
            cls.__hash__ = None


def _put_methods(cls, params, positional, keyword_only, ordinary):
    # Python itself puts None there for a class that has an __eq__ of its own.
    explicit_hash = not (cls.__dict__.get("__hash__") is None and ("__eq__" in cls.__dict__ or "__hash__" not in cls.__dict__))
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    compared = [one.name for one in ordinary if one.compare]
    if params.init:
        _put_where_absent(cls, "__init__", _init_method(cls, positional, keyword_only, params.frozen))
    if params.repr:
        _put_where_absent(cls, "__repr__", _repr_method([one.name for one in ordinary if one.repr]))
    if params.eq:
        _put_where_absent(cls, "__eq__", _comparison(compared, lambda one, other: one == other))
    for name, compare in _ORDERINGS.items() if params.order else ():
        _put_or_refuse(cls, name, _comparison(compared, compare), ". Consider using functools.total_ordering")
    if params.frozen:
        for name, method in _frozen_methods(cls, {one.name for one in ordinary}).items():
            _put_or_refuse(cls, name, method)
    hashed = [one.name for one in ordinary if (one.compare if one.hash is None else one.hash)]
    _put_hash(cls, hashed, explicit_hash, params)


def _with_slots(cls):
    """The class again, with a slot for each field that no base has one for."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    names = [one.name for one in fields(cls)]
    taken = set()
    for base in cls.__mro__[1:-1]:
        slots = vars(base).get("__slots__", ())
        taken |= {slots} if isinstance(slots, str) else set(slots)
    left_out = {*names, "__dict__", "__weakref__"}
    body = {name: value for name, value in vars(cls).items() if name not in left_out}
    body["__slots__"] = tuple([name for name in names if name not in taken])
    body["__qualname__"] = cls.__qualname__
    return type(cls)(cls.__name__, cls.__bases__, body)


def _signature_text(cls):
    from inspect import signature

    return str(signature(cls)).removesuffix(" -> None")


def _made(cls, match_args, kw_only, slots, weakref_slot, **chosen):
    every = _collect(cls, chosen["frozen"], kw_only)
    cls.__dataclass_fields__ = every
    cls.__dataclass_params__ = params = _DataclassParams(**chosen)
    in_init = [one for one in every.values() if one._field_type is not _OF_CLASS]
    keyword_only = [one for one in in_init if one.init and one.kw_only]
    positional = [one for one in in_init if one not in keyword_only]
    _put_methods(cls, params, positional, keyword_only, fields(cls))
    if not cls.__doc__:
        cls.__doc__ = f"{cls.__name__}{_signature_text(cls)}"
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([one.name for one in positional if one.init])
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    return _update_abstractmethods(_with_slots(cls) if slots else cls)


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False,
):
    def decorate(cls):
        return _made(
            cls, match_args, kw_only, slots, weakref_slot,
            init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        )

    return decorate if cls is None else decorate(cls)
`;
