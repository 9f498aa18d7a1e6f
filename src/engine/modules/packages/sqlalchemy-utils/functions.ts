/** Mixins, decorators and functions. Answers to: sqlalchemy_utils/{models,listeners,functions}. */
export const FUNCTIONS_SOURCE = String.raw`
from sqlalchemy import event as _event
from sqlalchemy.engine import make_url as _make_url
from sqlalchemy.orm import class_mapper as _class_mapper


class Timestamp:
    created = _sa.Column(_sa.DateTime, default=lambda: _datetime.datetime.now(_datetime.timezone.utc).replace(tzinfo=None), nullable=False)
    updated = _sa.Column(_sa.DateTime, default=lambda: _datetime.datetime.now(_datetime.timezone.utc).replace(tzinfo=None), nullable=False)


Timestamp.__module__ = "sqlalchemy_utils.models"


def generic_repr(*fields):
    def decorate(cls, named=()):
        def __repr__(self):
            keys = named or [one.key for one in _class_mapper(type(self)).columns]
            shown = ["%s=%s" % (key, repr(getattr(self, key)) if key in vars(self) else "<not loaded>") for key in keys]
            return "%s(%s)" % (type(self).__name__, ", ".join(shown))

        cls.__repr__ = __repr__
        return cls

    if len(fields) == 1 and isinstance(fields[0], type):
        return decorate(fields[0])
    return lambda cls: decorate(cls, fields)


def force_auto_coercion(mapper=None):
    pass


def force_instant_defaults(mapper=None):
    pass


def _with_database(url, name):
    from sqlalchemy import create_engine
    return create_engine(_make_url(url).set(database=name), isolation_level="AUTOCOMMIT")


def database_exists(url):
    wanted = _make_url(url).database
    for name in (wanted, "postgres", "template1", "template0", None):
        try:
            engine = _with_database(url, name)
            with engine.connect() as connection:
                found = connection.scalar(_sa.text("SELECT 1 FROM pg_database WHERE datname='%s'" % wanted))
            return bool(found) or name == wanted
        except (_sa.exc.ProgrammingError, _sa.exc.OperationalError):
            continue
    return False


def create_database(url, encoding="utf8", template=None):
    name = _make_url(url).database
    with _with_database(url, "postgres").begin() as connection:
        connection.execute(_sa.text('CREATE DATABASE "%s" ENCODING \'%s\' TEMPLATE %s' % (name, encoding, template or "template1")))


def drop_database(url):
    name = _make_url(url).database
    with _with_database(url, "postgres").begin() as connection:
        connection.execute(_sa.text('DROP DATABASE "%s"' % name))


def get_tables(mixed):
    if isinstance(mixed, _sa.Table):
        return [mixed]
    return list(_class_mapper(mixed if isinstance(mixed, type) else type(mixed)).tables)


def get_columns(mixed):
    return mixed.c if isinstance(mixed, _sa.Table) else mixed.__table__.c


def get_primary_keys(mixed):
    from collections import OrderedDict
    return OrderedDict((column.key, column) for column in get_columns(mixed) if column.primary_key)


def get_mapper(mixed):
    return _class_mapper(mixed if isinstance(mixed, type) else type(mixed))


def get_bind(obj):
    return obj.bind if hasattr(obj, "bind") else obj


def get_class_by_table(base, table, data=None):
    for mapper in base.registry.mappers:
        if mapper.local_table is table:
            return mapper.class_
    return None


def get_declarative_base(model):
    for parent in model.__bases__:
        if hasattr(parent, "metadata"):
            return get_declarative_base(parent)
    return model


def get_type(expr):
    return expr.type if hasattr(expr, "type") else expr.property.columns[0].type


def table_name(obj):
    return getattr(obj, "__tablename__", None) or obj.__table__.name


def has_index(columns):
    columns = [columns] if isinstance(columns, _sa.Column) else list(columns)
    names = [one.name for one in columns]
    table = columns[0].table
    first = [[one.name for one in index.columns][: len(names)] for index in table.indexes]
    return names in first or [one.name for one in table.primary_key.columns][: len(names)] == names


def escape_like(string, escape_char="*"):
    return string.replace(escape_char, escape_char * 2).replace("%", escape_char + "%").replace("_", escape_char + "_")


def observes(*paths, observer=None):
    return lambda function: function


def aggregated(relationship, column):
    return lambda function: column
`;
