/** Managers that hold others. */
export const EXIT_STACKS = String.raw`

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
`;
