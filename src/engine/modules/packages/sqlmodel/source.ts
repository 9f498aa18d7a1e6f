/** Models that are pydantic's and SQLAlchemy's at once. Answers to: sqlmodel/main.py, sql/sqltypes.py. */
export const SQLTYPES_SOURCE = String.raw`
import datetime as _datetime
from sqlalchemy import types as _types


class AutoString(_types.TypeDecorator):
    impl = _types.String
    cache_ok = True
    mysql_default_length = 255

    def load_dialect_impl(self, dialect):
        return super().load_dialect_impl(dialect)


class UTCDateTime(_types.TypeDecorator):
    impl = _types.DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(_types.DateTime(timezone=True))

    def process_bind_param(self, value, dialect):
        if value is not None and value.tzinfo is None:
            value = value.replace(tzinfo=_datetime.timezone.utc)
        return value
`;

export const SQLMODEL_SOURCE = String.raw`
import datetime as _datetime
import decimal as _decimal
import enum as _enum
import pathlib as _pathlib
import types as _types
import typing as _typing
import uuid as _uuid
import sqlalchemy as _sa
from pydantic import BaseModel as _BaseModel, EmailStr as _EmailStr, ValidationError as _ValidationError
from pydantic.fields import FieldInfo as _PydanticField
from pydantic.main import ModelMetaclass as _ModelMetaclass, PydanticUndefined as _Undefined, _Context, _Url, _default_of
from sqlalchemy.orm import registry as _registry, relationship as _relationship
from sqlalchemy.orm.decl_api import DeclarativeMeta as _DeclarativeMeta
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

default_registry = _registry()

_COLUMN_ARGUMENTS = (
    "primary_key foreign_key ondelete unique nullable index sa_type sa_column sa_column_args sa_column_kwargs"
).split()


class FieldInfo(_PydanticField):
    def __init__(self, default=_Undefined, **kw):
        given = {name: kw.pop(name, _Undefined) for name in _COLUMN_ARGUMENTS}
        for name in ("primary_key", "nullable", "index", "unique", "foreign_key", "ondelete", "sa_column_args", "sa_column_kwargs", "sa_type"):
            if given["sa_column"] is not _Undefined and given[name] is not _Undefined and name not in ("nullable", "index"):
                raise RuntimeError("Passing %s is not supported when also passing a sa_column" % name)
        if given["foreign_key"] is _Undefined and given["ondelete"] is not _Undefined:
            raise RuntimeError("ondelete can only be used with foreign_key")
        _PydanticField.__init__(self, default, **kw)
        for name, value in given.items():
            setattr(self, name, value)


def Field(default=_Undefined, *, schema_extra=None, regex=None, const=None, **kw):
    if regex is not None:
        kw["pattern"] = regex
    return FieldInfo(default, **kw)


class RelationshipInfo:
    def __init__(self, *, back_populates=None, cascade_delete=False, passive_deletes=False, link_model=None,
                 sa_relationship=None, sa_relationship_args=None, sa_relationship_kwargs=None):
        if sa_relationship is not None:
            if sa_relationship_args is not None:
                raise RuntimeError("Passing sa_relationship_args is not supported when also passing a sa_relationship")
            if sa_relationship_kwargs is not None:
                raise RuntimeError("Passing sa_relationship_kwargs is not supported when also passing a sa_relationship")
        self.back_populates = back_populates
        self.cascade_delete = cascade_delete
        self.passive_deletes = passive_deletes
        self.link_model = link_model
        self.sa_relationship = sa_relationship
        self.sa_relationship_args = sa_relationship_args
        self.sa_relationship_kwargs = sa_relationship_kwargs


def Relationship(**kw):
    return RelationshipInfo(**kw)


def _inner(annotation):
    """The annotation without None and Annotated."""
    if _typing.get_origin(annotation) is _typing.Annotated:
        return _inner(_typing.get_args(annotation)[0])
    if _typing.get_origin(annotation) in (_typing.Union, _types.UnionType):
        others = [one for one in _typing.get_args(annotation) if one is not type(None)]
        if len(others) > 1:
            raise ValueError("Cannot have a (non-optional) union as a SQLAlchemy field")
        return _inner(others[0])
    return annotation


_TYPES = (
    (float, lambda field: _sa.Float),
    (bool, lambda field: _sa.Boolean),
    (int, lambda field: _sa.Integer),
    (_datetime.datetime, lambda field: UTCDateTime),
    (_datetime.date, lambda field: _sa.Date),
    (_datetime.timedelta, lambda field: _sa.Interval),
    (_datetime.time, lambda field: _sa.Time),
    (bytes, lambda field: _sa.LargeBinary),
    (_decimal.Decimal, lambda field: _sa.Numeric(precision=_bound(field, "max_digits"), scale=_bound(field, "decimal_places"))),
    (_pathlib.Path, lambda field: AutoString),
    (_uuid.UUID, lambda field: _sa.Uuid),
)


def _bound(field, name):
    found = field.bounds.get(name)
    if found is None and _typing.get_origin(field.annotation) is _typing.Annotated:
        for one in _typing.get_args(field.annotation)[1:]:
            found = getattr(one, "bounds", {}).get(name, found)
    return found


def get_sqlalchemy_type(field):
    if getattr(field, "sa_type", _Undefined) is not _Undefined:
        return field.sa_type
    kind = _inner(field.annotation)
    if _typing.get_origin(kind) in (list, dict, set, tuple) and isinstance(kind, type) is False:
        kind = _typing.get_origin(kind)
    if issubclass(kind, _enum.Enum):
        return _sa.Enum(kind)
    if issubclass(kind, (str, _EmailStr, _Url)):
        length = _bound(field, "max_length")
        return AutoString(length=length) if length else AutoString
    for base, make in _TYPES:
        if issubclass(kind, base):
            return make(field)
    raise ValueError("%s has no matching SQLAlchemy type" % (kind,))


def _is_noneable(field):
    nullable = getattr(field, "nullable", _Undefined)
    if nullable is not _Undefined:
        return nullable
    if _typing.get_origin(field.annotation) in (_typing.Union, _types.UnionType):
        return type(None) in _typing.get_args(field.annotation)
    return not field.is_required() and field.annotation in (None, type(None))


def _plain(value, otherwise):
    return otherwise if value is _Undefined else value


def get_column_from_field(field):
    column = getattr(field, "sa_column", _Undefined)
    if isinstance(column, _sa.Column):
        return column
    kind = get_sqlalchemy_type(field)
    primary_key = _plain(getattr(field, "primary_key", _Undefined), False)
    args = []
    keywords = {
        "primary_key": primary_key,
        "nullable": not primary_key and _is_noneable(field),
        "index": _plain(getattr(field, "index", _Undefined), False),
        "unique": _plain(getattr(field, "unique", _Undefined), False),
    }
    foreign_key = _plain(getattr(field, "foreign_key", _Undefined), None)
    if foreign_key:
        ondelete = _plain(getattr(field, "ondelete", _Undefined), None)
        if ondelete == "SET NULL" and not keywords["nullable"]:
            raise RuntimeError('ondelete="SET NULL" requires nullable=True')
        args.append(_sa.ForeignKey(foreign_key, ondelete=ondelete))
    args += _plain(getattr(field, "sa_column_args", _Undefined), ())
    if field.default_factory is not None:
        keywords["default"] = field.default_factory
    elif field.default is not _Undefined:
        keywords["default"] = field.default
    keywords.update(_plain(getattr(field, "sa_column_kwargs", _Undefined), {}))
    return _sa.Column(kind, *args, **keywords)


def _target(annotation):
    """What a relationship's annotation names, without List, Optional and quotes."""
    if isinstance(annotation, _typing.ForwardRef):
        return annotation.__forward_arg__
    if isinstance(annotation, str):
        text = annotation.strip()
        for outer in ("list[", "List[", "typing.List[", "Optional[", "typing.Optional[", "Sequence[", "set["):
            if text.startswith(outer) and text.endswith("]"):
                return _target(text[len(outer):-1])
        return text.replace("| None", "").replace("None |", "").strip().strip("'\"")
    args = [one for one in _typing.get_args(annotation) if one is not type(None)]
    return _target(args[0]) if args else annotation


def _is_many(annotation):
    if isinstance(annotation, str):
        return annotation.replace("typing.", "").startswith(("list[", "List[", "Sequence[", "set["))
    return _typing.get_origin(annotation) in (list, set) or getattr(_typing.get_origin(annotation), "__name__", "") == "Sequence"


def _relationship_of(annotation, info):
    if info.sa_relationship is not None:
        return info.sa_relationship
    keywords = {}
    if info.back_populates:
        keywords["back_populates"] = info.back_populates
    if info.cascade_delete:
        keywords["cascade"] = "all, delete-orphan"
    if info.passive_deletes:
        keywords["passive_deletes"] = info.passive_deletes
    if info.link_model:
        table = getattr(info.link_model, "__table__", None)
        if table is None:
            raise RuntimeError("Couldn't find the secondary table for model %s" % (info.link_model,))
        keywords["secondary"] = table
    if _is_many(annotation) is False:
        keywords["uselist"] = False
    keywords.update(info.sa_relationship_kwargs or {})
    return _relationship(_target(annotation), *(info.sa_relationship_args or ()), **keywords)


class SQLModelMetaclass(_ModelMetaclass, _DeclarativeMeta):
    def __new__(mcs, name, bases, namespace, **kwargs):
        annotations = dict(namespace.get("__annotations__", {}))
        related = {key: value for key, value in namespace.items() if isinstance(value, RelationshipInfo)}
        found = {key: annotations.pop(key) for key in related if key in annotations}
        made = {key: value for key, value in namespace.items() if key not in related}
        made["__annotations__"] = annotations
        table = kwargs.pop("table", made.get("model_config", {}).get("table", False))
        registry = kwargs.pop("registry", None)
        cls = _ModelMetaclass.__new__(mcs, name, bases, made, **kwargs)
        cls.__sqlmodel_relationships__ = {**_above(bases, "__sqlmodel_relationships__"), **related}
        cls.__sqlmodel_related__ = {**_above(bases, "__sqlmodel_related__"), **found}
        cls.model_config = {**cls.model_config, "table": bool(table)}
        if registry is not None:
            cls._sa_registry = registry
            cls.metadata = registry.metadata
            cls.__abstract__ = True
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        if not cls.model_config.get("table"):
            type.__init__(cls, name, bases, namespace)
            return
        above = [base for base in bases if getattr(base, "model_config", {}).get("table")]
        own = namespace.get("__annotations__", {}) if above else cls.model_fields
        for key, field in cls.model_fields.items():
            if key in own:
                type.__setattr__(cls, key, get_column_from_field(field))
        for key, annotation in cls.__sqlmodel_related__.items():
            type.__setattr__(cls, key, _relationship_of(annotation, cls.__sqlmodel_relationships__[key]))
        if "__tablename__" not in vars(cls) and not _given_table_name(cls) and not above:
            type.__setattr__(cls, "__tablename__", cls.__name__.lower())
        cls._sa_registry.map_declaratively(cls)

    def __setattr__(cls, name, value):
        if vars(cls).get("__mapper__") is not None and not name.startswith("__pydantic"):
            _DeclarativeMeta.__setattr__(cls, name, value)
        else:
            type.__setattr__(cls, name, value)


def _above(bases, name):
    found = {}
    for base in reversed(bases):
        found.update(getattr(base, name, None) or {})
    return found


def _given_table_name(cls):
    return any("__tablename__" in vars(base) for base in cls.__mro__[1:] if base.__name__ != "SQLModel")


class SQLModel(_BaseModel, metaclass=SQLModelMetaclass):
    model_config = {"from_attributes": True}
    __sqlmodel_relationships__ = {}
    __allow_unmapped__ = True
    __abstract__ = True
    _sa_registry = default_registry
    metadata: _typing.ClassVar = default_registry.metadata

    def __init__(self, **data):
        cls = type(self)
        if not cls.model_config.get("table"):
            _BaseModel.__init__(self, **data)
            return
        given = set()
        object.__setattr__(self, "__pydantic_extra__", None)
        for name, field in cls.model_fields.items():
            if name in data:
                given.add(name)
                object.__setattr__(self, name, data[name])
        for name, field in cls.model_fields.items():
            if name not in data and not field.is_required():
                object.__setattr__(self, name, field.get_default(call_default_factory=True))
        object.__setattr__(self, "__pydantic_fields_set__", given)
        for name in cls.__sqlmodel_relationships__:
            if name in data:
                object.__setattr__(self, name, data[name])

    def __setattr__(self, name, value):
        cls = type(self)
        if not cls.model_config.get("table"):
            _BaseModel.__setattr__(self, name, value)
            return
        object.__setattr__(self, name, value)
        if name in cls.model_fields:
            self.__pydantic_fields_set__.add(name)

    @classmethod
    def model_validate(cls, obj, *, update=None, **kw):
        values = obj if isinstance(obj, dict) else {
            name: getattr(obj, name) for name in cls.model_fields if hasattr(obj, name)
        }
        values = {**values, **(update or {})}
        if not cls.model_config.get("table"):
            return super().model_validate(values, **kw)
        plain = _BaseModel.__new__(cls)
        _BaseModel.__pydantic_init__(plain, values, _Context())
        return cls(**{name: getattr(plain, name) for name in cls.model_fields if name in plain.__dict__})

    def sqlmodel_update(self, obj, *, update=None):
        values = {**(obj if isinstance(obj, dict) else obj.model_dump()), **(update or {})}
        for name, value in values.items():
            if name in type(self).model_fields:
                setattr(self, name, value)
        return self

    def __repr_args__(self):
        for name, value in self.__dict__.items():
            if not name.startswith("_") and name not in type(self).__sqlmodel_relationships__:
                yield name, value


def col(column_expression):
    return column_expression
`;
