/** Futures, tasks and the loop: a task runs to its end when somebody waits. Answers to: asyncio's futures, tasks, base_events, runners. */
export const TASKS = String.raw`
import contextlib as _contextlib
import inspect as _inspect
import types as _types

iscoroutinefunction = _inspect.iscoroutinefunction
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = __builtins__.TimeoutError


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


def iscoroutine(obj):
    return isinstance(obj, _types.CoroutineType)


def isfuture(obj):
    return isinstance(obj, Future)


class Future:
    def __init__(self, *, loop=None):
        self._state, self._value, self._error, self._callbacks = "PENDING", None, None, []

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def _finish(self, state, value=None, error=None):
        if self.done():
            raise InvalidStateError("invalid state")
        self._state, self._value, self._error = state, value, error
        for callback in self._callbacks:
            callback(self)

    def set_result(self, result):
        self._finish("FINISHED", result)

    def set_exception(self, exception):
        self._finish("FINISHED", error=exception() if isinstance(exception, type) else exception)

    def cancel(self, msg=None):
        if self.done():
            return False
        self._finish("CANCELLED")
        return True

    def _outcome(self):
        if self.cancelled():
            raise CancelledError
        if not self.done():
            raise InvalidStateError("Result is not set.")

    def result(self):
        self._outcome()
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self):
        self._outcome()
        return self._error

    def add_done_callback(self, fn, *, context=None):
        if self.done():
            fn(self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        before = len(self._callbacks)
        self._callbacks = [one for one in self._callbacks if one != fn]
        return before - len(self._callbacks)

    def get_loop(self):
        return get_event_loop()

    def _work(self):
        _settle()

    def __await__(self):
        if not self.done():
            self._work()
        if not self.done():
            raise NotImplementedError("this would wait for ever: asyncio does one thing at a time in this simulator")
        return self.result()
        yield


class Task(Future):
    _count = 0

    def __init__(self, coro, *, loop=None, name=None, context=None):
        if not iscoroutine(coro):
            raise TypeError("a coroutine was expected, got %r" % (coro,))
        super().__init__()
        Task._count += 1
        self._coro, self._name, self._begun = coro, str(name) if name is not None else "Task-%d" % Task._count, False
        _waiting.append(self)

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def cancel(self, msg=None):
        if self.done() or self._begun:
            return False
        self._coro.close()
        return super().cancel()

    def _run(self):
        if self in _waiting:
            _waiting.remove(self)
        if self.done() or self._begun:
            return
        self._begun = True
        _running.append(self)
        try:
            value = _wait_for_value(self._coro)
        except CancelledError:
            self._finish("CANCELLED")
        except Exception as error:
            self._finish("FINISHED", error=error)
        else:
            self._finish("FINISHED", value)
        finally:
            _running.pop()

    def _work(self):
        while _waiting and not self.done():
            _waiting[0]._run()


_waiting, _running, _loops = [], [], []


def _settle():
    """Runs what is waiting, and what that adds."""
    while _waiting:
        _waiting[0]._run()


class _UnixSelectorEventLoop:
    def __init__(self):
        self._closed = False

    def _begin(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if _loops:
            raise RuntimeError("This event loop is already running" if _loops[-1] is self else "Cannot run the event loop while another loop is running")

    def run_until_complete(self, future):
        self._begin()
        _loops.append(self)
        try:
            task = ensure_future(future)
            task._work()
            return task.result()
        finally:
            _loops.pop()

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, name=name)

    def create_future(self):
        return Future()

    def is_running(self):
        return self in _loops

    def is_closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def stop(self):
        pass

    def get_debug(self):
        return False

    def set_debug(self, enabled):
        pass

    def call_soon(self, callback, *args, context=None):
        async def call():
            callback(*args)

        return Task(call())

    def call_later(self, delay, callback, *args, context=None):
        return self.call_soon(callback, *args)

    def time(self):
        import time

        return time.monotonic()

    def run_in_executor(self, executor, func, *args):
        future = Future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        pass

    def __repr__(self):
        return "<_UnixSelectorEventLoop running=%s closed=%s debug=False>" % (self.is_running(), self._closed)


AbstractEventLoop = BaseEventLoop = SelectorEventLoop = _UnixSelectorEventLoop
_current = [None]


def new_event_loop():
    return _UnixSelectorEventLoop()


def set_event_loop(loop):
    _current[0] = loop


def get_event_loop():
    if _loops:
        return _loops[-1]
    if _current[0] is None:
        _current[0] = new_event_loop()
    return _current[0]


def get_running_loop():
    if not _loops:
        raise RuntimeError("no running event loop")
    return _loops[-1]


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = (loop_factory or new_event_loop)()

    def __enter__(self):
        return self

    def __exit__(self, *how):
        self.close()

    def close(self):
        self._loop.close()

    def get_loop(self):
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError("a coroutine was expected, got %r" % (coro,))
        if _loops:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        try:
            return self._loop.run_until_complete(coro)
        finally:
            for task in list(_waiting):
                task.cancel()
            _waiting.clear()


def run(main, *, debug=None):
    if _loops:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner() as runner:
        return runner.run(main)


def create_task(coro, *, name=None, context=None):
    get_running_loop()
    return Task(coro, name=name)


def ensure_future(coro_or_future, *, loop=None):
    if isinstance(coro_or_future, Future):
        return coro_or_future
    if iscoroutine(coro_or_future):
        return Task(coro_or_future)
    if not hasattr(coro_or_future, "__await__"):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")

    async def wait():
        return await coro_or_future

    return Task(wait())


def current_task(loop=None):
    return _running[-1] if _running else None


def all_tasks(loop=None):
    return {*_running, *_waiting}
`;
