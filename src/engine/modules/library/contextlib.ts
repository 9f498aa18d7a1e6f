/** `contextlib`. */
import { pythonModule } from '../library.ts';

export const contextlibModule = pythonModule(
  'contextlib',
  String.raw`
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


class _Holding:
    """Gives what it was made with."""

    _name = "thing"

    def __init__(self, thing):
        setattr(self, self._name, thing)

    def _held(self):
        return getattr(self, self._name)


class closing(_Holding, AbstractContextManager):
    def __enter__(self):
        return self._held()

    def __exit__(self, *how):
        self.thing.close()


class aclosing(_Holding, AbstractAsyncContextManager):
    async def __aenter__(self):
        return self._held()

    async def __aexit__(self, *how):
        await self.thing.aclose()


class nullcontext(_Holding, AbstractContextManager, AbstractAsyncContextManager):
    _name = "enter_result"

    def __init__(self, enter_result=None):
        super().__init__(enter_result)

    def __enter__(self):
        return self._held()

    def __exit__(self, *how):
        return None

    async def __aenter__(self):
        return self._held()

    async def __aexit__(self, *how):
        return None


class _RedirectStream(AbstractContextManager):
    """Puts another object in the place of a stream of sys; may be entered several times."""

    def __init__(self, new_target):
        self._replacement, self._before = new_target, []

    def __enter__(self):
        name = type(self).__name__.removeprefix("redirect_")
        self._before.append((name, getattr(_sys, name)))
        setattr(_sys, name, self._replacement)
        return self._replacement

    def __exit__(self, *how):
        setattr(_sys, *self._before.pop())


class redirect_stdout(_RedirectStream):
    pass


class redirect_stderr(_RedirectStream):
    pass


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._swallowed = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, *rest):
        return bool(kind) and issubclass(kind, self._swallowed)


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        new_stack = type(self)()
        new_stack._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return new_stack

    def push(self, exit):
        method = getattr(type(exit), "__exit__", None)
        self._exit_callbacks.append(exit if method is None else lambda *details: method(exit, *details))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        if not hasattr(cls, "__enter__") or not hasattr(cls, "__exit__"):
            raise TypeError("'%s.%s' object does not support the context manager protocol" % (cls.__module__, cls.__qualname__))
        result = cls.__enter__(cm)
        self._exit_callbacks.append(lambda *details: cls.__exit__(cm, *details))
        return result

    def callback(self, callback, /, *args, **kwds):
        def _exit(exc_type, exc, tb):
            callback(*args, **kwds)

        self._exit_callbacks.append(_exit)
        return callback

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *exc_details):
        value = exc_details[1]
        received = value is not None
        suppressed = False
        pending = False
        while self._exit_callbacks:
            callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if value is None else (type(value), value, value.__traceback__)
                if callback(*details):
                    suppressed, pending, value = True, False, None
            except BaseException as new:
                value, pending = new, True
        if pending:
            raise value
        return received and suppressed


class AsyncExitStack(AbstractAsyncContextManager):
    def __init__(self):
        self._stack = []

    def enter_context(self, cm):
        result = type(cm).__enter__(cm)
        self._stack.append((False, cm))
        return result

    async def enter_async_context(self, cm):
        result = await type(cm).__aenter__(cm)
        self._stack.append((True, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        self._stack.append((None, lambda: callback(*args, **kwds)))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *details):
        while self._stack:
            is_async, cm = self._stack.pop()
            if is_async is None:
                cm()
            elif is_async:
                await type(cm).__aexit__(cm, *details)
            else:
                type(cm).__exit__(cm, *details)
        return False


class chdir(AbstractContextManager):
    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os

        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os

        os.chdir(self._old_cwd.pop())
`,
);
