/**
 * Sessions that are awaited, over the synchronous one. Answers to: sqlalchemy/ext/asyncio/{session,scoping,result}.py.
 *
 * The session's bind is an object with `connect` and `dispose`, which starts the engine's connection as an awaited one:
 * a session over asyncpg then never meets MissingGreenlet.
 */
import { pythonModule } from '../../library.ts';

const SOURCE = String.raw`
import contextlib as _contextlib
from sqlalchemy.orm import Session as _Session, object_session as _object_session
from sqlalchemy.exc import InvalidRequestError as _InvalidRequestError


def _finish(awaitable):
    steps = awaitable.__await__()
    try:
        next(steps)
    except StopIteration as stop:
        return stop.value


class _AwaitedEngine:
    def __init__(self, engine):
        self.engine = engine
        self.dialect = engine.dialect

    def connect(self):
        return _finish(self.engine.connect().start()).sync_connection

    def dispose(self):
        pass


def _sync_bind(bind):
    if bind is None:
        return None
    if hasattr(bind, "sync_connection"):
        return bind.sync_connection
    if hasattr(bind, "sync_engine"):
        return _AwaitedEngine(bind)
    return bind


class AsyncResult:
    def __init__(self, result):
        self._result = result

    def scalars(self, index=0):
        return AsyncScalarResult(self._result.scalars(index))

    def mappings(self):
        return AsyncMappingResult(self._result.mappings())

    def unique(self, strategy=None):
        self._result.unique(strategy)
        return self

    def keys(self):
        return self._result.keys()

    async def all(self):
        return self._result.all()

    async def first(self):
        return self._result.first()

    async def one(self):
        return self._result.one()

    async def one_or_none(self):
        return self._result.one_or_none()

    async def scalar(self):
        return self._result.scalar()

    async def scalar_one(self):
        return self._result.scalar_one()

    async def scalar_one_or_none(self):
        return self._result.scalar_one_or_none()

    async def fetchone(self):
        return self._result.fetchone()

    async def fetchmany(self, size=None):
        return self._result.fetchmany(size)

    async def fetchall(self):
        return self._result.all()

    async def close(self):
        self._result.close()

    def __class_getitem__(cls, item):
        return cls

    async def __aiter__(self):
        for row in self._result:
            yield row


class AsyncScalarResult(AsyncResult):
    pass


class AsyncMappingResult(AsyncResult):
    pass


class AsyncSessionTransaction:
    def __init__(self, session, nested=False):
        self.session = session
        self.nested = nested
        self.sync_transaction = None

    @property
    def is_active(self):
        return self.sync_transaction is not None

    def _start(self):
        sync = self.session.sync_session
        self.sync_transaction = sync.begin_nested() if self.nested else sync.begin()
        return self

    async def commit(self):
        self.sync_transaction.commit()

    async def rollback(self):
        self.sync_transaction.rollback()

    def __await__(self):
        self._start()
        return self
        yield

    async def __aenter__(self):
        self._start()
        self.sync_transaction.__enter__()
        return self

    async def __aexit__(self, type_, value, traceback):
        return self.sync_transaction.__exit__(type_, value, traceback)


class AsyncSession:
    sync_session_class = _Session

    def __init__(self, bind=None, *, binds=None, sync_session_class=None, **kw):
        if sync_session_class:
            self.sync_session_class = sync_session_class
        self.bind = bind
        self.binds = binds
        self.sync_session = self.sync_session_class(bind=_sync_bind(bind), **kw)

    def __class_getitem__(cls, item):
        raise TypeError("%r is not a generic class" % (cls,))

    async def execute(self, statement, params=None, **kw):
        return self.sync_session.execute(statement, params, **kw)

    async def scalar(self, statement, params=None, **kw):
        return self.sync_session.scalar(statement, params, **kw)

    async def scalars(self, statement, params=None, **kw):
        return self.sync_session.scalars(statement, params, **kw)

    async def stream(self, statement, params=None, **kw):
        return AsyncResult(self.sync_session.execute(statement, params, **kw))

    async def stream_scalars(self, statement, params=None, **kw):
        return AsyncScalarResult(self.sync_session.scalars(statement, params, **kw))

    async def get(self, entity, ident, **kw):
        return self.sync_session.get(entity, ident, **kw)

    async def get_one(self, entity, ident, **kw):
        return self.sync_session.get_one(entity, ident, **kw)

    async def delete(self, instance):
        self.sync_session.delete(instance)

    async def delete_all(self, instances):
        for instance in instances:
            self.sync_session.delete(instance)

    async def merge(self, instance, **kw):
        return self.sync_session.merge(instance, **kw)

    async def flush(self, objects=None):
        self.sync_session.flush()

    async def refresh(self, instance, attribute_names=None, with_for_update=None):
        self.sync_session.refresh(instance)

    async def commit(self):
        self.sync_session.commit()

    async def rollback(self):
        self.sync_session.rollback()

    async def close(self):
        self.sync_session.close()

    async def aclose(self):
        self.sync_session.close()

    async def reset(self):
        self.sync_session.close()

    async def invalidate(self):
        self.sync_session.close()

    async def run_sync(self, fn, *arg, **kw):
        from sqlalchemy.util import greenlet_spawn
        return await greenlet_spawn(fn, self.sync_session, *arg, **kw)

    async def connection(self, **kw):
        from sqlalchemy.ext.asyncio import AsyncEngine
        self.sync_session.connection()
        if isinstance(self.bind, AsyncEngine):
            return await self.bind.connect()
        return self.bind

    def begin(self):
        return AsyncSessionTransaction(self)

    def begin_nested(self):
        return AsyncSessionTransaction(self, nested=True)

    def get_bind(self, mapper=None, **kw):
        return getattr(self.bind, "sync_engine", self.bind)

    def __contains__(self, instance):
        return instance in self.sync_session

    def __iter__(self):
        return iter(self.sync_session)

    def __getattr__(self, name):
        if name in _PROXIED:
            return getattr(self.sync_session, name)
        raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))

    async def __aenter__(self):
        return self

    async def __aexit__(self, type_, value, traceback):
        self.sync_session.close()


_PROXIED = set(
    "add add_all expire expire_all expunge expunge_all is_modified in_transaction in_nested_transaction dirty deleted new "
    "identity_map is_active autoflush no_autoflush info get_transaction".split()
)


class async_sessionmaker:
    def __init__(self, bind=None, *, class_=AsyncSession, autoflush=True, expire_on_commit=True, info=None, **kw):
        kw.update(bind=bind, autoflush=autoflush, expire_on_commit=expire_on_commit)
        if info is not None:
            kw["info"] = info
        self.kw = kw
        self.class_ = type(class_.__name__, (class_,), {})

    def __class_getitem__(cls, item):
        return cls

    def __call__(self, **local_kw):
        return self.class_(**{**self.kw, **local_kw})

    def configure(self, **new_kw):
        self.kw.update(new_kw)

    def begin(self):
        session = self()

        @_contextlib.asynccontextmanager
        async def begun():
            async with session:
                async with session.begin():
                    yield session

        return begun()


class async_scoped_session:
    def __init__(self, session_factory, scopefunc):
        self.session_factory = session_factory
        self.scopefunc = scopefunc
        self._registry = {}

    def __class_getitem__(cls, item):
        return cls

    def __call__(self, **kw):
        key = self.scopefunc()
        if key not in self._registry:
            self._registry[key] = self.session_factory(**kw)
        return self._registry[key]

    async def remove(self):
        session = self._registry.pop(self.scopefunc(), None)
        if session is not None:
            await session.close()

    def __getattr__(self, name):
        return getattr(self(), name)


class _AwaitableAttributes:
    def __init__(self, instance):
        self._instance = instance

    async def _get(self, name):
        return getattr(self._instance, name)

    def __getattr__(self, name):
        return self._get(name)


class AsyncAttrs:
    @property
    def awaitable_attrs(self):
        return _AwaitableAttributes(self)


def async_object_session(instance):
    return None


async def close_all_sessions():
    pass
`;

export const asyncSessionModule = pythonModule('sqlalchemy.ext.asyncio.session', SOURCE);
