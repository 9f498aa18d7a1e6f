/** `singledispatch`: one function for each class of the first argument. */
export const DISPATCH = String.raw`
_TICK = chr(96)


def _dispatched_on(kind):
    """The classes that a function is registered for; None where that is no class and no union of classes."""
    from typing import Union, get_args, get_origin

    if isinstance(kind, type) and get_origin(kind) is None:
        return (kind,)
    members = get_args(kind) if isinstance(kind, _types.UnionType) or get_origin(kind) is Union else ()
    return members if members and all(isinstance(member, type) for member in members) else None


def _annotated_kind(func):
    """What the first parameter of a function says that it takes."""
    if not getattr(func, "__annotations__", None):
        raise TypeError(
            f"Invalid first argument to {_TICK}register(){_TICK}: {func!r}. "
            f"Use either {_TICK}@register(some_class){_TICK} or plain {_TICK}@register{_TICK} on an annotated function."
        )
    from typing import Union, get_origin, get_type_hints

    name, kind = next(iter(get_type_hints(func).items()))
    if _dispatched_on(kind) is None:
        is_union = isinstance(kind, _types.UnionType) or get_origin(kind) is Union
        what = "not all arguments are classes." if is_union else "is not a class."
        raise TypeError(f"Invalid annotation for {name!r}. {kind!r} {what}")
    return kind


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry and base is not object:
                return registry[base]
        for known, implementation in registry.items():
            if known is not object and issubclass(cls, known):
                return implementation
        return registry[object]

    def register(cls, func=None):
        if _dispatched_on(cls) is None:
            if func is not None:
                raise TypeError(f"Invalid first argument to {_TICK}register(){_TICK}. {cls!r} is not a class or union type.")
            func, cls = cls, _annotated_kind(cls)
        elif func is None:
            return lambda f: register(cls, f)
        for one in _dispatched_on(cls):
            registry[one] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % getattr(func, "__name__", "singledispatch function"))
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _types.MappingProxyType(registry)
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def chosen(*args, **kwargs):
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        chosen.register = self.register
        update_wrapper(chosen, self.func)
        return chosen
`;
