/** Hints read from what is annotated, and the decorators of `typing`. */
export const HINTS = String.raw`
import sys as _sys
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = _sys.modules.get(base.__module__, None)
            base_globals = globalns if globalns is not None else getattr(module, "__dict__", {})
            base_locals = localns if localns is not None else dict(vars(base))
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _hint(value, base_globals, base_locals)
    else:
        if globalns is None:
            if hasattr(obj, "__dict__") and type(obj) is type(_sys):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, "__wrapped__"):
                    inner = inner.__wrapped__
                globalns = getattr(inner, "__globals__", {})
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            raise TypeError("%r is not a module, class, method, or function." % (obj,))
        for name, value in annotations.items():
            hints[name] = _hint(value, globalns, globalns if localns is None else localns)
    if include_extras:
        return hints
    return {name: _stripped(value) for name, value in hints.items()}


def _hint(value, globalns, localns):
    if value is None:
        return _NoneType
    evaluate = lambda text: _hint(eval(text, globalns, localns), globalns, localns)
    if isinstance(value, str):
        return evaluate(value)
    return _evaluated(value, evaluate)


_overloads = {}


def _plain_function(func):
    return getattr(func, "__func__", func)


def overload(func):
    plain = _plain_function(func)
    try:
        place = _overloads.setdefault((plain.__module__, plain.__qualname__), {})
        place[plain.__code__.co_firstlineno] = func
    except AttributeError:
        pass

    def _overload_dummy(*args, **kwds):
        raise NotImplementedError(
            "You should not call an overloaded function. "
            "A series of @overload-decorated functions "
            "outside a stub module should always be followed "
            "by an implementation that is not @overload-ed."
        )

    return _overload_dummy


def get_overloads(func):
    plain = _plain_function(func)
    return list(_overloads.get((plain.__module__, plain.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg


def no_type_check_decorator(decorator):
    return decorator


def assert_never(arg, /):
    value = repr(arg)
    raise AssertionError("Expected code to be unreachable, but got: " + value[:100])


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print("Runtime type is %r" % type(obj).__name__, file=_sys.stderr)
    return obj


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    told = dict(
        eq_default=eq_default, order_default=order_default, kw_only_default=kw_only_default, field_specifiers=field_specifiers, kwargs=kwargs
    )

    def decorator(target):
        target.__dataclass_transform__ = told
        return target

    return decorator


def _override(arg, /):
    try:
        arg.__override__ = True
    except (AttributeError, TypeError):
        pass
    return arg


class _deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def _warn(self):
        if self.category is not None:
            import warnings

            warnings.warn(self.message, category=self.category, stacklevel=self.stacklevel + 2)

    def __call__(self, arg, /):
        import functools

        if isinstance(arg, type):
            made = arg.__init__

            @functools.wraps(made)
            def __init__(instance, /, *args, **kwargs):
                if type(instance) is arg:
                    self._warn()
                return made(instance, *args, **kwargs)

            arg.__init__ = __init__
            arg.__deprecated__ = self.message
            return arg

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            self._warn()
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = self.message
        return wrapper


class _TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__, self.__value__, self.__type_params__ = name, value, type_params

    def __repr__(self):
        return self.__name__

    def __getitem__(self, item):
        return self.__value__[item]

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self):
        raise TypeError("Type alias is not callable")


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        if "." in name:
            name = name.rpartition(".")[-1]
        self.__name__ = name
        self.__supertype__ = tp
        module = _caller_module()
        if module != "typing":
            self.__module__ = module

    def __repr__(self):
        return "%s.%s" % (self.__module__, self.__qualname__)

    def __call__(self, x):
        return x

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
`;
