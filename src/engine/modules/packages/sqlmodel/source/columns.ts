/** The column and the relationship that a field becomes. Answers to: sqlmodel/main.py (get_sqlalchemy_type, get_column_from_field). */
export const COLUMNS = String.raw`

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
`;
