/** What makes sessions or holds one, and attributes that are awaited. Answers to: sqlalchemy/ext/asyncio/{session,scoping}.py. */
export const MAKERS = String.raw`

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
        self.registry = _ScopedRegistry(session_factory, scopefunc)

    def __class_getitem__(cls, item):
        return cls

    def __call__(self, **kw):
        if not kw:
            return self.registry()
        if self.registry.has():
            raise _InvalidRequestError("Scoped session is already present; no new arguments may be specified.")
        session = self.session_factory(**kw)
        self.registry.set(session)
        return session

    async def remove(self):
        if self.registry.has():
            await self.registry().close()
        self.registry.clear()

    def __getattr__(self, name):
        return getattr(self(), name)


class _AwaitableAttributes:
    def __init__(self, instance):
        self._instance = instance

    def __getattr__(self, name):
        return _greenlet_spawn(getattr, self._instance, name)


class AsyncAttrs:
    @property
    def awaitable_attrs(self):
        return _AwaitableAttributes(self)


def async_object_session(instance):
    return None


async def close_all_sessions():
    pass
`;
