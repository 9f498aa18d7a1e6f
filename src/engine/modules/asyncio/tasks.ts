/** Futures and tasks: a task runs to its end when somebody waits. Answers to: asyncio's futures, tasks. */
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
`;
