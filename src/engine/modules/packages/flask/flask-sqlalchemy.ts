/** `db = SQLAlchemy()` and `Migrate(app, db)`. Answers to: flask_sqlalchemy/{extension,model}.py, flask_migrate. */
export const FLASK_SQLALCHEMY_SOURCE = String.raw`
import re as _re
import sqlalchemy as _sa
import sqlalchemy.orm as _orm
from flask import current_app as _current_app


def camel_to_snake_case(name):
    name = _re.sub(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))", r"_\1", name)
    return name.lower().lstrip("_")


def _has_key(cls):
    for base in cls.__mro__:
        for name, value in vars(base).items():
            if isinstance(value, _sa.Column) and value.primary_key:
                return True
            if isinstance(value, _orm.MappedColumn) and value.column.primary_key:
                return True
            if isinstance(value, _orm.declared_attr) and name == "id":
                return True
    return False


def _wants_name(cls):
    if cls.__dict__.get("__abstract__") or "__table__" in cls.__dict__:
        return False
    for base in cls.__mro__:
        if "__tablename__" in vars(base):
            return False
        if base is not cls and vars(base).get("__table__") is not None:
            return _has_own_key(cls)
    return _has_key(cls)


def _has_own_key(cls):
    return any(isinstance(value, _sa.Column) and value.primary_key for value in vars(cls).values())


class Model:
    query = None

    def __init_subclass__(cls, **kwargs):
        if _wants_name(cls):
            cls.__tablename__ = camel_to_snake_case(cls.__name__)
        super().__init_subclass__(**kwargs)

    def __repr__(self):
        state = _sa.inspect(self)
        if state.transient:
            shown = "(transient %s)" % id(self)
        elif state.pending:
            shown = "(pending %s)" % id(self)
        else:
            shown = ", ".join(map(str, state.identity))
        return "<%s %s>" % (type(self).__name__, shown)


Model.__module__ = "flask_sqlalchemy.model"


class SQLAlchemy:
    def __init__(self, app=None, *, metadata=None, session_options=None, query_class=None, model_class=Model,
                 engine_options=None, add_models_to_shell=True, disable_autonaming=False):
        self._engine_options = engine_options or {}
        self._engines = {}
        self.Model = self._base(model_class, metadata)
        self.metadata = self.Model.metadata
        self.metadatas = {None: self.metadata}
        self.session = _orm.scoped_session(lambda: _orm.Session(bind=self.engine))
        self._names = {"Table": self._table}
        if app is not None:
            self.init_app(app)

    def _base(self, model_class, metadata):
        if isinstance(model_class, type) and issubclass(model_class, _orm.DeclarativeBase):
            body = {"__abstract__": True} if metadata is None else {"__abstract__": True, "metadata": metadata}
            base = type("FlaskSQLAlchemyBase", (Model, *model_class.__bases__), {**body, "metadata": model_class.metadata})
            return base
        if isinstance(model_class, type) and issubclass(model_class, Model):
            return _orm.declarative_base(cls=model_class, name="Model", metadata=metadata)
        if hasattr(model_class, "metadata"):
            return model_class
        return _orm.declarative_base(cls=type("Model", (model_class, Model), {}), name="Model", metadata=metadata)

    def _table(self, *args, **kwargs):
        if len(args) > 1 and isinstance(args[1], _sa.MetaData):
            return _sa.Table(*args, **kwargs)
        return _sa.Table(args[0], self.metadata, *args[1:], **kwargs)

    def init_app(self, app):
        if "sqlalchemy" in app.extensions:
            raise RuntimeError(
                "A 'SQLAlchemy' instance has already been registered on this Flask app. Import and use that instance instead."
            )
        app.extensions["sqlalchemy"] = self
        app.config.setdefault("SQLALCHEMY_TRACK_MODIFICATIONS", False)
        url = app.config.get("SQLALCHEMY_DATABASE_URI")
        if url is None and not app.config.get("SQLALCHEMY_BINDS"):
            raise RuntimeError("Either 'SQLALCHEMY_DATABASE_URI' or 'SQLALCHEMY_BINDS' must be set.")
        options = {**self._engine_options, **app.config.get("SQLALCHEMY_ENGINE_OPTIONS", {})}
        self._engines[app.name] = {} if url is None else {None: _sa.create_engine(url, **options)}

    @property
    def engines(self):
        return self._engines[_current_app.name]

    @property
    def engine(self):
        return self.engines[None]

    def get_engine(self, bind_key=None, **kwargs):
        return self.engines[bind_key]

    def create_all(self, bind_key="__all__"):
        self.metadata.create_all(self.engine)

    def drop_all(self, bind_key="__all__"):
        self.metadata.drop_all(self.engine)

    def get_or_404(self, entity, ident, **kw):
        return self.session.get(entity, ident)

    def relationship(self, *args, **kwargs):
        return _orm.relationship(*args, **kwargs)

    def dynamic_loader(self, argument, **kwargs):
        return _orm.relationship(argument, lazy="dynamic", **kwargs)

    def __getattr__(self, name):
        if name in self.__dict__.get("_names", {}):
            return self._names[name]
        for module in (_sa, _orm):
            if hasattr(module, name):
                return getattr(module, name)
        if name == "event":
            from sqlalchemy import event
            return event
        raise AttributeError(name)

    def __repr__(self):
        if not _current_app:
            return "<SQLAlchemy>"
        return "<SQLAlchemy %s>" % self.engine.url
`;

export const MIGRATE_SOURCE = String.raw`
class _MigrateConfig:
    def __init__(self, migrate, db, **kwargs):
        self.migrate = migrate
        self.db = db
        self.directory = migrate.directory
        self.configure_args = kwargs

    @property
    def metadata(self):
        return self.db.metadata


class Migrate:
    def __init__(self, app=None, db=None, directory="migrations", command="db", compare_type=True, render_as_batch=True, **kwargs):
        self.configure_callbacks = []
        self.db = db
        self.command = command
        self.directory = str(directory)
        self.alembic_ctx_kwargs = {**kwargs, "compare_type": compare_type, "render_as_batch": render_as_batch}
        if app is not None and db is not None:
            self.init_app(app, db, directory)

    def init_app(self, app, db=None, directory=None, command=None, compare_type=None, render_as_batch=None, **kwargs):
        self.db = db or self.db
        self.directory = str(directory or self.directory)
        self.alembic_ctx_kwargs.update(kwargs)
        app.extensions["migrate"] = _MigrateConfig(self, self.db, **self.alembic_ctx_kwargs)

    def configure(self, f):
        self.configure_callbacks.append(f)
        return f
`;
