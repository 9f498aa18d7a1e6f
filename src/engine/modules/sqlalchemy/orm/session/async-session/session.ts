/** AsyncSession and its transactions. Answers to: sqlalchemy/ext/asyncio/session.py. */
export const SESSION = String.raw`

class AsyncSessionTransaction:
    def __init__(self, session, nested=False):
        self.session = session
        self.nested = nested
        self.sync_transaction = None

    @property
    def is_active(self):
        return self._started().is_active

    def _started(self):
        if self.sync_transaction is None:
            raise _AsyncContextNotStarted(
                "AsyncSessionTransaction context has not been started and object has not been awaited."
            )
        return self.sync_transaction

    async def start(self, is_ctxmanager=False):
        sync = self.session.sync_session
        self.sync_transaction = await _greenlet_spawn(sync.begin_nested if self.nested else sync.begin)
        if is_ctxmanager:
            self.sync_transaction.__enter__()
        return self

    async def commit(self):
        await _greenlet_spawn(self._started().commit)

    async def rollback(self):
        await _greenlet_spawn(self._started().rollback)

    def __await__(self):
        return self.start().__await__()

    async def __aenter__(self):
        return await self.start(is_ctxmanager=True)

    async def __aexit__(self, type_, value, traceback):
        return await _greenlet_spawn(self._started().__exit__, type_, value, traceback)


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
        return await _greenlet_spawn(self.sync_session.execute, statement, params, **kw)

    async def scalar(self, statement, params=None, **kw):
        return await _greenlet_spawn(self.sync_session.scalar, statement, params, **kw)

    async def scalars(self, statement, params=None, **kw):
        return await _greenlet_spawn(self.sync_session.scalars, statement, params, **kw)

    async def stream(self, statement, params=None, **kw):
        return AsyncResult(await _greenlet_spawn(self.sync_session.execute, statement, params, **kw))

    async def stream_scalars(self, statement, params=None, **kw):
        return AsyncScalarResult(await _greenlet_spawn(self.sync_session.scalars, statement, params, **kw))

    async def get(self, entity, ident, **kw):
        return await _greenlet_spawn(self.sync_session.get, entity, ident, **kw)

    async def get_one(self, entity, ident, **kw):
        return await _greenlet_spawn(self.sync_session.get_one, entity, ident, **kw)

    async def delete(self, instance):
        await _greenlet_spawn(self.sync_session.delete, instance)

    async def delete_all(self, instances):
        await _greenlet_spawn(self.sync_session.delete_all, instances)

    async def merge(self, instance, **kw):
        return await _greenlet_spawn(self.sync_session.merge, instance, **kw)

    async def flush(self, objects=None):
        await _greenlet_spawn(self.sync_session.flush)

    async def refresh(self, instance, attribute_names=None, with_for_update=None):
        await _greenlet_spawn(self.sync_session.refresh, instance, attribute_names)

    async def commit(self):
        await _greenlet_spawn(self.sync_session.commit)

    async def rollback(self):
        await _greenlet_spawn(self.sync_session.rollback)

    async def close(self):
        await _greenlet_spawn(self.sync_session.close)

    async def aclose(self):
        await _greenlet_spawn(self.sync_session.close)

    async def reset(self):
        await _greenlet_spawn(self.sync_session.close)

    async def invalidate(self):
        await _greenlet_spawn(self.sync_session.close)

    async def run_sync(self, fn, *arg, **kw):
        return await _greenlet_spawn(fn, self.sync_session, *arg, **kw)

    async def connection(self, **kw):
        sync = await _greenlet_spawn(self.sync_session.connection, **kw)
        return _AsyncConnection._retrieve_proxy_for_target(sync)

    def begin(self):
        return AsyncSessionTransaction(self)

    def begin_nested(self):
        return AsyncSessionTransaction(self, nested=True)

    def get_bind(self, mapper=None, **kw):
        return self.sync_session.get_bind(mapper, **kw)

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
        await _greenlet_spawn(self.sync_session.close)


_PROXIED = set(
    "add add_all expire expire_all expunge expunge_all is_modified in_transaction in_nested_transaction dirty deleted new "
    "identity_map is_active autoflush no_autoflush info get_transaction".split()
)
`;
