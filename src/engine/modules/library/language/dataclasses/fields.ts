/** The fields of a data class: `field()`, `Field`, the marks beside them, and how an annotation becomes one. */
export const FIELDS = String.raw`
import copy as _copy
from keyword import iskeyword as _iskeyword
import sys as _sys
from abc import update_abstractmethods as _update_abstractmethods
from types import MappingProxyType as _MappingProxyType

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    pass


class _Mark:
    """A value that stands for itself."""

    def __init__(self, shown):
        self._shown = shown

    def __repr__(self):
        return self._shown


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


MISSING, KW_ONLY = _MISSING_TYPE(), _KW_ONLY_TYPE()
_FACTORY = _Mark("<factory>")
_ORDINARY, _OF_CLASS, _FOR_INIT = map(_Mark, ("_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"))


class InitVar:
    def __init__(self, type):
        self.type = type

    __class_getitem__ = classmethod(lambda cls, type: cls(type))

    def __repr__(self):
        return f"dataclasses.InitVar[{self.type.__name__ if isinstance(self.type, type) else repr(self.type)}]"


class _Facts:
    """Shown with all its facts, in the order of _shown."""

    def __repr__(self):
        facts = ",".join(f"{name}={getattr(self, name)!r}" for name in self._shown)
        return f"{type(self).__name__}({facts})"


class Field(_Facts):
    _shown = (
        "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        given = (None, None, default, default_factory, init, repr, hash, compare)
        for name, value in zip(self._shown, given):
            setattr(self, name, value)
        self.metadata = _MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __set_name__(self, owner, name):
        told = getattr(type(self.default), "__set_name__", None)
        if told is not None:
            told(self.default, owner, name)


class _DataclassParams(_Facts):
    _shown = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, **given):
        self.__dict__.update(given)


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
    kw_only=MISSING,
):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _says(annotation, name):
    """Whether an annotation that is text speaks of a name, perhaps behind its module's."""
    if not isinstance(annotation, str):
        return False
    return annotation.partition("[")[0].strip().rpartition(".")[2] == name


def _kind_of(annotation):
    typing = _sys.modules.get("typing")
    if _says(annotation, "ClassVar"):
        return _OF_CLASS
    if typing and typing.ClassVar in (annotation, getattr(annotation, "__origin__", None)):
        return _OF_CLASS
    if annotation is InitVar or isinstance(annotation, InitVar) or _says(annotation, "InitVar"):
        return _FOR_INIT
    return _ORDINARY


def _is_keyword_mark(annotation):
    return annotation is KW_ONLY or _says(annotation, "KW_ONLY")


def _has_default(one):
    return one.default is not MISSING or one.default_factory is not MISSING


def _declared(cls, name, annotation, kw_only):
    """The field that an annotation of a class body makes."""
    value = getattr(cls, name, MISSING)
    if type(value).__name__ in ("member_descriptor", "getset_descriptor"):
        value = MISSING
    made = value if isinstance(value, Field) else field(default=value)
    made.name, made.type, made._field_type = name, annotation, _kind_of(annotation)
    if made._field_type is not _ORDINARY and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is _OF_CLASS:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
        return made
    if made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _ORDINARY and type(made.default).__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made
`;
