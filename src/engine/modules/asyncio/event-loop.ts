/** The loop and who asks for it. Answers to: asyncio's base_events, runners. */
export const EVENT_LOOP = String.raw`

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
