/** Managers of any kind, and those made from a generator. */
export const MANAGERS = String.raw`
import sys as _sys
from abc import ABC, abstractmethod
from functools import wraps
from types import GenericAlias as _GenericAlias


def _has_methods(abstract, *names):
    def hook(cls, candidate):
        offered = cls.__name__ == abstract and all(hasattr(candidate, name) for name in names)
        return True if offered else NotImplemented

    return classmethod(hook)


class AbstractContextManager(ABC):
    __class_getitem__ = classmethod(_GenericAlias)
    __subclasshook__ = _has_methods("AbstractContextManager", "__enter__", "__exit__")

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Nothing to do, and nothing swallowed."""


class AbstractAsyncContextManager(ABC):
    __class_getitem__ = classmethod(_GenericAlias)
    __subclasshook__ = _has_methods("AbstractAsyncContextManager", "__aenter__", "__aexit__")

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Nothing to do, and nothing swallowed."""


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inside(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inside


_ENDED = object()


class _OfGenerator:
    """A context manager from a generator function: what stands before its yield, and what stands behind."""

    def __init__(self, func, args, kwds):
        self._made_by = func, args, kwds
        self.gen = func(*args, **kwds)
        self.__doc__ = func.__doc__

    def _swallowed(self, thrown, raised, ends):
        """Whether a generator that ended so swallowed what was thrown into it; None where it raised something of its own."""
        if isinstance(raised, ends):
            return raised is not thrown
        turned = isinstance(raised, RuntimeError) and isinstance(thrown, ends) and raised.__cause__ is thrown
        return False if raised is thrown or turned else None


class _GeneratorContextManager(_OfGenerator, ContextDecorator, AbstractContextManager):
    def _recreate_cm(self):
        return type(self)(*self._made_by)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            if next(self.gen, _ENDED) is _ENDED:
                return False
            raise RuntimeError("generator didn't stop")
        thrown = kind() if value is None else value
        try:
            self.gen.throw(thrown)
        except BaseException as raised:
            swallowed = self._swallowed(thrown, raised, StopIteration)
            if swallowed is None:
                raise
            raised.__traceback__ = traceback
            return swallowed
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_OfGenerator, AbstractAsyncContextManager):
    async def __aenter__(self):
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        if kind is None:
            if await anext(self.gen, _ENDED) is _ENDED:
                return False
            raise RuntimeError("generator didn't stop")
        thrown = kind() if value is None else value
        try:
            await self.gen.athrow(thrown)
        except BaseException as raised:
            swallowed = self._swallowed(thrown, raised, StopAsyncIteration)
            if swallowed is None:
                raise
            raised.__traceback__ = traceback
            return swallowed
        raise RuntimeError("generator didn't stop after athrow()")


def _manager_of(kind):
    def decorate(func):
        return wraps(func)(lambda *args, **kwds: kind(func, args, kwds))

    return decorate


contextmanager = _manager_of(_GeneratorContextManager)
asynccontextmanager = _manager_of(_AsyncGeneratorContextManager)
contextmanager.__name__, asynccontextmanager.__name__ = "contextmanager", "asynccontextmanager"
`;
