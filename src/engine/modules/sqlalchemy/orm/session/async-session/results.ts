/** The bind of an awaited session, and results that are awaited. Answers to: sqlalchemy/ext/asyncio/result.py. */
export const RESULTS = String.raw`
import contextlib as _contextlib
from sqlalchemy.orm import Session as _Session, object_session as _object_session
from sqlalchemy.exc import InvalidRequestError as _InvalidRequestError
from sqlalchemy.ext.asyncio.engine import AsyncConnection as _AsyncConnection
from sqlalchemy.ext.asyncio.exc import AsyncContextNotStarted as _AsyncContextNotStarted
from sqlalchemy.util import ScopedRegistry as _ScopedRegistry, greenlet_spawn as _greenlet_spawn


def _sync_bind(bind):
    return getattr(bind, "sync_connection", None) or getattr(bind, "sync_engine", bind)


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
`;
