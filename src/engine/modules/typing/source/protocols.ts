/** Protocol, and the protocols that are ready. */
export const PROTOCOLS = String.raw`

_PROTOCOL_NAMES = {
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
    "__subclasshook__", "__weakref__", "__class_getitem__", "_is_protocol", "_is_runtime_protocol", "__parameters__",
    "__orig_bases__", "__protocol_attrs__", "_MutableMapping__marker", "__hash__", "__eq__", "__qualname__",
}


def _protocol_names(cls):
    names = set()
    for base in cls.__mro__:
        if base.__name__ in ("Protocol", "Generic", "object"):
            continue
        for name in list(base.__dict__.keys()) + list(base.__dict__.get("__annotations__", {}).keys()):
            if name not in _PROTOCOL_NAMES:
                names.add(name)
    return names


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if getattr(cls, "_is_protocol", False):
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if all(hasattr(instance, name) for name in _protocol_names(cls)):
                return True
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        if getattr(cls, "_is_protocol", False) and cls.__name__ != "Protocol":
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if all(any(name in base.__dict__ for base in subclass.__mro__) for name in _protocol_names(cls)):
                return True
        return super().__subclasscheck__(subclass)


def _no_init_or_replace_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or base.__module__ in ("collections.abc", "contextlib") or getattr(base, "_is_protocol", False)):
                raise TypeError("Protocols can only inherit from other protocols, got %r" % (base,))
        if "__init__" not in cls.__dict__:
            cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    if not issubclass(cls, Generic) or not cls._is_protocol:
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    @_abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    @_abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    @_abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    @_abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    @_abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol):
    @_abstractmethod
    def __round__(self, ndigits=0):
        pass


class IO(Generic[AnyStr]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()
`;
