/** What waits for several things, and what tasks share: gather, wait, locks, queues. Answers to: asyncio's tasks, locks, queues, taskgroups. */
export const WAITING = String.raw`
async def sleep(delay, result=None):
    _settle()
    return result


class _Gathering(Future):
    def __init__(self, tasks, keep):
        super().__init__()
        self._tasks, self._keep = tasks, keep

    def _work(self):
        for task in self._tasks:
            if not task.done():
                task._work()
        errors = [CancelledError() if task.cancelled() else task.exception() for task in self._tasks]
        first = next((error for error in errors if error is not None), None)
        if first is not None and not self._keep:
            return self.set_exception(first)
        self.set_result([task._value if error is None else error for task, error in zip(self._tasks, errors)])


def gather(*coros_or_futures, return_exceptions=False):
    return _Gathering([ensure_future(one) for one in coros_or_futures], return_exceptions)


async def wait_for(fut, timeout):
    return await fut


async def shield(arg):
    return await arg


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if any(iscoroutine(one) for one in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    for one in fs:
        if not one.done():
            one._work()
    return {one for one in fs if one.done()}, {one for one in fs if not one.done()}


def as_completed(fs, *, timeout=None):
    for one in [ensure_future(each) for each in fs]:
        yield shield(one)


async def to_thread(func, /, *args, **kwargs):
    return func(*args, **kwargs)


def run_coroutine_threadsafe(coro, loop):
    return ensure_future(coro)


@_contextlib.asynccontextmanager
async def timeout(delay):
    yield None


timeout_at = timeout


class TaskGroup:
    def __init__(self):
        self._tasks = []

    async def __aenter__(self):
        return self

    def create_task(self, coro, *, name=None, context=None):
        self._tasks.append(Task(coro, name=name))
        return self._tasks[-1]

    async def __aexit__(self, kind, error, trace):
        for task in self._tasks:
            if error is not None:
                task.cancel()
            elif not task.done():
                task._work()
        errors = [task.exception() for task in self._tasks if not task.cancelled() and task.exception() is not None]
        if error is not None and kind is not CancelledError:
            errors.append(error)
        if errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors)


def _stuck(what):
    _settle()
    raise NotImplementedError("%s would wait for ever: asyncio does one thing at a time in this simulator" % what)


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value

    def locked(self):
        return self._value == 0

    async def acquire(self):
        if self._value == 0:
            _settle()
        if self._value == 0:
            _stuck("acquire()")
        self._value -= 1
        return True

    def release(self):
        self._value += 1

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *how):
        self.release()


class BoundedSemaphore(Semaphore):
    pass


class Lock(Semaphore):
    def __init__(self):
        super().__init__(1)

    def release(self):
        if not self.locked():
            raise RuntimeError("Lock is not acquired.")
        super().release()


class Event:
    def __init__(self):
        self._set = False

    def is_set(self):
        return self._set

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            _settle()
        return True if self._set else _stuck("Event.wait()")


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class Queue:
    __module__ = "asyncio.queues"

    def __init__(self, maxsize=0):
        self._maxsize, self._items, self._unfinished = maxsize, [], 0

    maxsize = property(lambda self: self._maxsize)

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self._maxsize <= len(self._items)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._items.append(item)
        self._unfinished += 1

    def _take(self):
        return self._items.pop(0)

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        return self._take()

    async def put(self, item):
        if self.full():
            _settle()
        if self.full():
            _stuck("Queue.put()")
        self.put_nowait(item)

    async def get(self):
        if self.empty():
            _settle()
        return _stuck("Queue.get()") if self.empty() else self._take()

    def task_done(self):
        if self._unfinished == 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1

    async def join(self):
        _settle()


class LifoQueue(Queue):
    def _take(self):
        return self._items.pop()


class PriorityQueue(Queue):
    def _take(self):
        least = min(self._items)
        self._items.remove(least)
        return least
`;
