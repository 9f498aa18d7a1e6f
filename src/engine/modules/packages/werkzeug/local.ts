/** Proxies that look their object up each time. Answers to: werkzeug/local.py. */
export const LOCAL_SOURCE = String.raw`
import contextvars as _contextvars
import operator as _operator


class Local:
    def __init__(self, context_var=None):
        object.__setattr__(self, "_Local__values", {})

    def __iter__(self):
        return iter(self.__values.items())

    def __call__(self, name, *, unbound_message=None):
        return LocalProxy(self, name, unbound_message=unbound_message)

    def __release_local__(self):
        self.__values.clear()

    def __getattr__(self, name):
        if name in self.__values:
            return self.__values[name]
        raise AttributeError(name)

    def __setattr__(self, name, value):
        self.__values[name] = value

    def __delattr__(self, name):
        if name not in self.__values:
            raise AttributeError(name)
        del self.__values[name]


class LocalStack:
    def __init__(self, context_var=None):
        self._items = []

    def __release_local__(self):
        self._items.clear()

    def push(self, obj):
        self._items.append(obj)
        return list(self._items)

    def pop(self):
        return self._items.pop() if self._items else None

    @property
    def top(self):
        return self._items[-1] if self._items else None

    def __call__(self, name=None, *, unbound_message=None):
        return LocalProxy(self, name, unbound_message=unbound_message)


def release_local(local):
    local.__release_local__()


_MISSING = object()


def _finder(local, name, message):
    named = (lambda value: value) if name is None else _operator.attrgetter(name)

    def find():
        if isinstance(local, Local):
            if name not in dict(local):
                raise RuntimeError(message)
            return dict(local)[name]
        if isinstance(local, LocalStack):
            found = local.top if local._items else _MISSING
        elif isinstance(local, _contextvars.ContextVar):
            found = local.get(_MISSING)
        else:
            return named(local())
        if found is _MISSING:
            raise RuntimeError(message)
        return named(found)

    return find


class LocalProxy:
    def __init__(self, local, name=None, *, unbound_message=None):
        if not isinstance(local, (Local, LocalStack, _contextvars.ContextVar)) and not callable(local):
            raise TypeError("Don't know how to proxy '%s'." % type(local))
        if isinstance(local, Local) and name is None:
            raise TypeError("'name' is required when proxying a 'Local' object.")
        find = _finder(local, name, unbound_message or "object is not bound")
        object.__setattr__(self, "_get_current_object", find)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    @property
    def __class__(self):
        try:
            return self._get_current_object().__class__
        except RuntimeError:
            return type(self)

    @property
    def __dict__(self):
        return self._get_current_object().__dict__

    def __getattr__(self, name):
        return getattr(self._get_current_object(), name)

    def __setattr__(self, name, value):
        setattr(self._get_current_object(), name, value)

    def __delattr__(self, name):
        delattr(self._get_current_object(), name)

    def __repr__(self):
        try:
            return repr(self._get_current_object())
        except RuntimeError:
            return "<%s unbound>" % type(self).__name__

    def __bool__(self):
        try:
            return bool(self._get_current_object())
        except RuntimeError:
            return False

    def __dir__(self):
        try:
            return dir(self._get_current_object())
        except RuntimeError:
            return []


def _forward(name):
    def forwarded(self, *args):
        return getattr(self._get_current_object(), name)(*args)

    forwarded.__name__ = name
    return forwarded


for _name in (
    "str bytes len iter next contains getitem setitem delitem call enter exit eq ne lt le gt ge hash add sub mul truediv "
    "floordiv mod and or xor neg radd rsub rmul int float index format await aiter reversed"
).split():
    setattr(LocalProxy, "__%s__" % _name, _forward("__%s__" % _name))
`;
