/** `functools`. */
import { pythonModule } from '../../library.ts';

export const functoolsModule = pythonModule(
  'functools',
  String.raw`
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
_NOT_FOUND = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _NOT_FOUND)
        if value is not _NOT_FOUND:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, ()))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partial:
    def __init__(self, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(arg) for arg in self.args)
        parts.extend("%s=%r" % item for item in self.keywords.items())
        return "functools.partial(%s)" % ", ".join(parts)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        bound = self.func.__get__(obj, cls)
        return partial(bound, *self.args, **self.keywords)


def reduce(function, sequence, initial=_NOT_FOUND, /):
    try:
        items = iter(sequence)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _NOT_FOUND:
        try:
            value = next(items)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in items:
        value = function(value, item)
    return value


def cmp_to_key(mycmp):
    def ordering(holds):
        return lambda self, other: holds(mycmp(self.obj, other.obj))

    class K:
        __slots__ = ("obj",)
        __lt__ = ordering(lambda sign: sign < 0)
        __le__ = ordering(lambda sign: sign <= 0)
        __eq__ = ordering(lambda sign: sign == 0)
        __ge__ = ordering(lambda sign: sign >= 0)
        __gt__ = ordering(lambda sign: sign > 0)

        def __init__(self, obj):
            self.obj = obj

    return K


class _CacheInfo(tuple):
    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)


class _lru_cache_wrapper:
    def __init__(self, user_function, maxsize, typed):
        if not callable(user_function):
            raise TypeError("the first argument must be callable")
        self._function = user_function
        self._maxsize = maxsize
        self._typed = typed
        self._cache = {}
        self._hits = 0
        self._misses = 0
        update_wrapper(self, user_function)

    def __call__(self, *args, **kwds):
        key = args
        if kwds:
            key = (args, tuple(kwds.items()))
        if self._typed:
            key = (key, tuple(type(arg) for arg in args), tuple(type(arg) for arg in kwds.values()))
        cache = self._cache
        if key in cache:
            self._hits += 1
            value = cache.pop(key)
            cache[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **kwds)
        if self._maxsize != 0:
            cache[key] = value
            if self._maxsize is not None and len(cache) > self._maxsize:
                del cache[next(iter(cache))]
        return value

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return partial(self, obj)

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._cache))

    def cache_clear(self):
        self._cache.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def __repr__(self):
        return "<functools._lru_cache_wrapper object at 0x7f0000000000>"


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _lru_cache_wrapper(maxsize, 128, typed)
    if not (maxsize is None or isinstance(maxsize, int)):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    kept = None if maxsize is None else max(maxsize, 0)
    return lambda user_function: _lru_cache_wrapper(user_function, kept, typed)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    attrname = None

    def __init__(self, func):
        self.func, self.__doc__ = func, func.__doc__

    def __set_name__(self, owner, name):
        known = self.attrname or name
        if known != name:
            raise TypeError(f"Cannot assign the same cached_property to two different names ({known!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if not self.attrname:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        values = vars(instance)
        if self.attrname not in values:
            values[self.attrname] = self.func(instance)
        return values[self.attrname]


def _derived(name, base, invert, with_eq):
    def method(self, other):
        answer = getattr(type(self), base)(self, other)
        if answer is NotImplemented:
            return answer
        if with_eq == "or ==":
            return (not answer if invert else answer) or self == other
        if with_eq == "and !=":
            return (not answer if invert else answer) and self != other
        return not answer if invert else answer

    method.__name__ = name
    return method


_ORDERINGS = {
    "__lt__": [("__gt__", True, "and !="), ("__le__", False, "or =="), ("__ge__", True, "")],
    "__le__": [("__ge__", True, "or =="), ("__lt__", False, "and !="), ("__gt__", True, "")],
    "__gt__": [("__lt__", True, "and !="), ("__ge__", False, "or =="), ("__le__", True, "")],
    "__ge__": [("__le__", True, "or =="), ("__gt__", False, "and !="), ("__lt__", True, "")],
}


def total_ordering(cls):
    roots = {name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for root in ("__lt__", "__le__", "__gt__", "__ge__"):
        if root in roots:
            break
    for name, invert, with_eq in _ORDERINGS[root]:
        if name not in roots:
            setattr(cls, name, _derived(name, root, invert, with_eq))
    return cls


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        for known, implementation in registry.items():
            if known is not object and issubclass(cls, known):
                return implementation
        return func

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            func = cls
            from typing import get_type_hints

            hints = get_type_hints(func)
            cls = next(iter(hints.values()))
        registry[cls] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % func.__name__)
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def chosen(*args, **kwargs):
            return self.dispatcher.dispatch(type(args[0])).__get__(obj, cls)(*args, **kwargs)

        return chosen
`,
);
