/** `db = SQLAlchemy()`. Answers to: flask_sqlalchemy/{extension,model}.py. */
import { FLASK_QUERY } from './flask-query.ts';

export const FLASK_SQLALCHEMY_SOURCE = String.raw`
import re as _re
import sqlalchemy as _sa
import sqlalchemy.orm as _orm
from flask import abort as _abort, current_app as _current_app


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
${FLASK_QUERY}
class _QueryProperty:
    def __get__(self, instance, cls):
        return cls.query_class(cls, session=cls.__fsa__.session())


class Model:
    query_class = Query
    query = _QueryProperty()

    def __init_subclass__(cls, **kwargs):
        key = getattr(cls, "__bind_key__", None)
        if key is not None and "metadata" not in vars(cls) and hasattr(cls, "__fsa__"):
            cls.metadata = cls.__fsa__._metadata_of(key)
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
Query.__module__ = "flask_sqlalchemy.query"


class SQLAlchemy:
    def __init__(self, app=None, *, metadata=None, session_options=None, query_class=None, model_class=Model,
                 engine_options=None, add_models_to_shell=True, disable_autonaming=False):
        self._engine_options = engine_options or {}
        self._engines = {}
        self.Model = self._base(model_class, metadata)
        self.metadata = self.Model.metadata
        self.metadatas = {None: self.metadata}
        self.Query = query_class or Query
        self.Model.query_class = self.Query
        self.Model.__fsa__ = self
        given = dict(session_options or {})
        scope = given.pop("scopefunc", lambda: id(_current_app._get_current_object()))
        given.setdefault("query_cls", self.Query)
        self.session = _orm.scoped_session(lambda **kw: _orm.Session(**{"bind": self.engine, **given, **kw}), scope)
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

    def _metadata_of(self, key):
        if key not in self.metadatas:
            self.metadatas[key] = _sa.MetaData(naming_convention=self.metadata.naming_convention, info={"bind_key": key})
        return self.metadatas[key]

    def _table(self, *args, **kwargs):
        key = kwargs.pop("bind_key", None)
        if len(args) > 1 and isinstance(args[1], _sa.MetaData):
            return _sa.Table(*args, **kwargs)
        return _sa.Table(args[0], self._metadata_of(key), *args[1:], **kwargs)

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
        if app.config.get("SQLALCHEMY_ECHO"):
            options.setdefault("echo", True)
        binds = {} if url is None else {None: {**(url if isinstance(url, dict) else {"url": url}), **options}}
        for key, value in (app.config.get("SQLALCHEMY_BINDS") or {}).items():
            binds[key] = dict(value) if isinstance(value, dict) else {"url": value}
        self._engines[app.name] = {key: _sa.create_engine(given.pop("url"), **given) for key, given in binds.items()}

    @property
    def engines(self):
        return self._engines[_current_app.name]

    @property
    def engine(self):
        return self.engines[None]

    def get_engine(self, bind_key=None, **kwargs):
        return self.engines[bind_key]

    def _on_binds(self, bind_key, action):
        keys = list(self.metadatas) if bind_key == "__all__" else [bind_key] if bind_key is None or isinstance(bind_key, str) else bind_key
        for key in keys:
            if key not in self.engines:
                name = "Bind key '%s' is not in 'SQLALCHEMY_BINDS' config." % key if key is not None else "'SQLALCHEMY_DATABASE_URI' config is not set. Used to create the default engine."
                raise _sa.exc.UnboundExecutionError(name)
            action(self.metadatas[key], self.engines[key])

    def create_all(self, bind_key="__all__"):
        self._on_binds(bind_key, lambda metadata, engine: metadata.create_all(engine))

    def drop_all(self, bind_key="__all__"):
        self._on_binds(bind_key, lambda metadata, engine: metadata.drop_all(engine))

    def reflect(self, bind_key="__all__"):
        self._on_binds(bind_key, lambda metadata, engine: metadata.reflect(engine))

    def get_or_404(self, entity, ident, *, description=None, **kwargs):
        return _found(self.session.get(entity, ident, **kwargs), description)

    def first_or_404(self, statement, *, description=None):
        return _found(self.session.execute(statement).scalar(), description)

    def one_or_404(self, statement, *, description=None):
        return _single(lambda: self.session.execute(statement).scalar_one(), description)

    def paginate(self, select, *, page=None, per_page=None, max_per_page=None, error_out=True, count=True):
        return SelectPagination((self.session, select), page, per_page, max_per_page or 100, error_out, count)

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
        others = len(self.engines) - 1
        return "<SQLAlchemy %s%s>" % (self.engine.url, " +%d" % others if others else "")
`;
