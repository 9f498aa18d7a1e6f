/** Classes made from the tables of a database. Answers to: sqlalchemy/ext/automap.py. */
import { pythonModule } from '../../../library.ts';

const DEFINES =
  'AutomapBase automap_base classname_for_table name_for_collection_relationship name_for_scalar_relationship generate_relationship';

/** Classes get their relationships once all of them are there. */
const SOURCE = String.raw`
import sqlalchemy as _sa
from sqlalchemy import orm as _orm


def classname_for_table(base, tablename, table):
    return str(tablename)


def name_for_scalar_relationship(base, local_cls, referred_cls, constraint):
    return referred_cls.__name__.lower()


def name_for_collection_relationship(base, local_cls, referred_cls, constraint):
    return referred_cls.__name__.lower() + "_collection"


def generate_relationship(base, direction, return_fn, attrname, local_cls, referred_cls, **kw):
    if return_fn is _orm.backref:
        return return_fn(attrname, **kw)
    return return_fn(referred_cls, **kw)


class _Classes:
    def __init__(self):
        object.__setattr__(self, "_data", {})

    def __getattr__(self, name):
        if name in self._data:
            return self._data[name]
        raise AttributeError(name)

    def __getitem__(self, name):
        return self._data[name]

    def __contains__(self, name):
        return name in self._data

    def __iter__(self):
        return iter(list(self._data.values()))

    def __len__(self):
        return len(self._data)

    def __dir__(self):
        return dir(super()) + [str(name) for name in self._data]

    def keys(self):
        return list(self._data)

    def values(self):
        return list(self)

    def items(self):
        return list(self._data.items())

    def get(self, name, default=None):
        return self._data.get(name, default)


def _foreign_keys(table):
    return sorted(table.foreign_key_constraints, key=lambda one: [c.name for c in one.columns])


def _is_secondary(table):
    keys = _foreign_keys(table)
    columns = {column for key in keys for column in key.columns}
    return len(keys) == 2 and columns == set(table.c)


class AutomapBase:
    __abstract__ = True
    classes = None

    @classmethod
    def prepare(
        cls,
        autoload_with=None,
        engine=None,
        reflect=False,
        schema=None,
        classname_for_table=classname_for_table,
        modulename_for_table=None,
        collection_class=list,
        name_for_scalar_relationship=name_for_scalar_relationship,
        name_for_collection_relationship=name_for_collection_relationship,
        generate_relationship=generate_relationship,
        reflection_options={},
    ):
        bind = autoload_with if autoload_with is not None else (engine if reflect else None)
        if bind is not None:
            options = {"schema": schema, "extend_existing": True, "autoload_replace": False, **reflection_options}
            cls.metadata.reflect(bind, **options)
        mapped = {}
        for declared in _subclasses(cls):
            if "__table__" in vars(declared) or getattr(declared, "__table__", None) is not None:
                mapped[declared.__table__] = declared
                cls.classes._data.setdefault(declared.__name__, declared)
        fresh, secondaries = [], []
        for table in list(cls.metadata.tables.values()):
            if _is_secondary(table):
                secondaries.append(table)
            elif len(table.primary_key.columns) > 0 and table not in mapped:
                name = classname_for_table(cls, table.name, table)
                made = type(name, (cls,), {"__table__": table})
                mapped[table] = made
                cls.classes._data[name] = made
                fresh.append(table)
        style = (collection_class, name_for_scalar_relationship, name_for_collection_relationship, generate_relationship)
        for table in list(mapped):
            _relate(cls, table, mapped, *style)
        for table in secondaries:
            _relate_both(cls, table, mapped, *style)


def _subclasses(cls):
    for one in cls.__subclasses__():
        yield one
        yield from _subclasses(one)


def _has(cls, name):
    return name in _sa.inspect(cls).relationships


def _relate(base, table, mapped, collection_class, scalar, collection, generate):
    local = mapped[table]
    for key in _foreign_keys(table):
        referred = mapped.get(key.elements[0].column.table)
        if referred is None or (local is not referred and issubclass(local, referred)):
            continue
        name = scalar(base, local, referred, key)
        back = collection(base, referred, local, key)
        options = {}
        ondelete = (key.ondelete or "").lower()
        if False not in {element.parent.nullable for element in key.elements}:
            if ondelete == "set null":
                options["passive_deletes"] = True
        else:
            options["cascade"] = "all, delete-orphan"
            if ondelete == "cascade":
                options["passive_deletes"] = True
        if _has(local, name):
            continue
        keywords = {}
        if not _has(referred, back):
            keywords["backref"] = generate(
                base, _orm.interfaces.ONETOMANY, _orm.backref, back, referred, local, collection_class=collection_class, **options
            )
        relation = generate(
            base,
            _orm.interfaces.MANYTOONE,
            _orm.relationship,
            name,
            local,
            referred,
            foreign_keys=[element.parent for element in key.elements],
            remote_side=[element.column for element in key.elements],
            **{one: value for one, value in keywords.items() if value is not None},
        )
        if relation is not None:
            setattr(local, name, relation)


def _relate_both(base, table, mapped, collection_class, scalar, collection, generate):
    first, second = _foreign_keys(table)
    local, referred = mapped.get(first.elements[0].column.table), mapped.get(second.elements[0].column.table)
    if local is None or referred is None:
        return
    name = collection(base, local, referred, first)
    back = collection(base, referred, local, second)
    if _has(local, name):
        return
    backref = None
    if not _has(referred, back) and not (local is referred and back == name):
        backref = generate(
            base, _orm.interfaces.MANYTOMANY, _orm.backref, back, referred, local, collection_class=collection_class
        )
    relation = generate(
        base,
        _orm.interfaces.MANYTOMANY,
        _orm.relationship,
        name,
        local,
        referred,
        secondary=table,
        primaryjoin=_sa.and_(*(element.column == element.parent for element in first.elements)),
        secondaryjoin=_sa.and_(*(element.column == element.parent for element in second.elements)),
        collection_class=collection_class,
        **({} if backref is None else {"backref": backref}),
    )
    if relation is not None:
        setattr(local, name, relation)


def automap_base(declarative_base=None, **kw):
    base = _orm.declarative_base(**kw) if declarative_base is None else declarative_base
    return type(base.__name__, (AutomapBase, base), {"__abstract__": True, "classes": _Classes()})
`;

export const AUTOMAP = pythonModule(
  'sqlalchemy.ext.automap',
  () => SOURCE,
  {},
  { defines: DEFINES.split(' ') },
).names;
