/** `SQLModel`. Answers to: sqlmodel/main.py. */
export const MODEL = String.raw`

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
        _refuse_related(bases, table)
        cls.__sqlmodel_relationships__ = {**_above(bases, "__sqlmodel_relationships__"), **related}
        cls.__sqlmodel_related__ = {**_above(bases, "__sqlmodel_related__"), **found}
        cls.model_config = {**cls.model_config, "table": bool(table)}
        if registry is not None:
            cls._sa_registry = registry
            cls.metadata = registry.metadata
            cls.__abstract__ = True
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        if not _is_table(cls):
            type.__init__(cls, name, bases, namespace)
            return
        for key, field in cls.model_fields.items():
            type.__setattr__(cls, key, get_column_from_field(field))
        # Beside a base that is a table, a class is a model of pydantic alone.
        if any(_is_table(base) for base in bases):
            type.__init__(cls, name, bases, namespace)
            return
        for key, annotation in cls.__sqlmodel_related__.items():
            type.__setattr__(cls, key, _relationship_of(annotation, cls.__sqlmodel_relationships__[key]))
        if "__tablename__" not in vars(cls) and not _given_table_name(cls):
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


def _is_table(cls):
    return bool(getattr(cls, "model_config", {}).get("table"))


def _refuse_related(bases, table):
    """A table keeps its relationships among its annotations, as Mapped: pydantic takes them for fields of a derived class."""
    related = [
        (base, key)
        for base in bases
        if _is_table(base)
        for key in base.__sqlmodel_related__
        if base.__sqlmodel_relationships__[key].sa_relationship is None
    ]
    try:
        hints = [_hint_of(base, key) for base, key in related]
    except NameError:
        # With a class that is not there yet, pydantic waits; SQLModel does not.
        if table:
            raise ValueError("%s has no matching SQLAlchemy type" % _Mapped) from None
        return
    if hints:
        raise _unknown_type(_Mapped[hints[0]])


def _hint_of(cls, key):
    holder = type(cls.__name__, (), {"__annotations__": {key: cls.__sqlmodel_related__[key]}, "__module__": cls.__module__})
    return _typing.get_type_hints(holder)[key]


def _given_table_name(cls):
    return any("__tablename__" in vars(base) for base in cls.__mro__[1:] if base.__name__ != "SQLModel")


class SQLModel(_BaseModel, metaclass=SQLModelMetaclass):
    model_config = {"from_attributes": True}
    __sqlmodel_relationships__ = {}
    __allow_unmapped__ = True
    __pydantic_extra__ = None
    __pydantic_fields_set__ = frozenset()
    __abstract__ = True
    _sa_registry = default_registry
    metadata: _typing.ClassVar = default_registry.metadata

    def __init__(self, **data):
        cls = type(self)
        if not _is_table(cls):
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
        if not _is_table(cls):
            _BaseModel.__setattr__(self, name, value)
            return
        object.__setattr__(self, name, value)
        if name in cls.model_fields:
            if "__pydantic_fields_set__" not in self.__dict__:
                object.__setattr__(self, "__pydantic_fields_set__", set())
            self.__pydantic_fields_set__.add(name)

    @classmethod
    def model_validate(cls, obj, *, update=None, **kw):
        values = obj if isinstance(obj, dict) else {
            name: getattr(obj, name) for name in cls.model_fields if hasattr(obj, name)
        }
        values = {**values, **(update or {})}
        if not _is_table(cls):
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
