/** Recognised by their methods alone: each names its abstract methods and those it asks of others. */
/** Recognised by their methods alone: each names its abstract methods and those it asks of others. */
export const PROTOCOLS = String.raw`
from abc import ABCMeta, abstractmethod


def _promised(name, refusal):
    def stub(self, *given, **named):
        raise refusal

    stub.__name__ = stub.__qualname__ = name
    return abstractmethod(stub)


def _promises(names, refusal=NotImplementedError):
    return {name: _promised(name, refusal) for name in names.split()}


def _owner(cls, name):
    return next((one for one in cls.__mro__ if name in vars(one)), None)


def _offers(cls, names):
    owners = {name: _owner(cls, name) for name in names}
    kept = all(owner is not None and vars(owner)[name] is not None for name, owner in owners.items())
    return True if kept else NotImplemented


def _aliased(cls, item):
    return _alias(cls, item)


def _recogniser(name, asked):
    def hook(cls, candidate):
        return _offers(candidate, asked) if cls.__dict__.get("_protocol") == name else NotImplemented

    return classmethod(hook)


def _protocol(name, *bases, promises, asks=None, **given):
    names = {
        "__module__": __name__,
        "__slots__": (),
        "_protocol": name,
        "__subclasshook__": _recogniser(name, (asks or promises).split()),
        **_promises(promises),
        **given,
    }
    if name not in ("Hashable", "Sized"):
        names.setdefault("__class_getitem__", classmethod(_aliased))
    return ABCMeta(name, bases, names)


def _itself(self):
    return self


def _ended(self):
    try:
        self.throw(GeneratorExit)
    except (StopIteration, GeneratorExit):
        return


def _advanced(self):
    return self.send(None)


async def _async_advanced(self):
    return await self.asend(None)


async def _async_ended(self):
    try:
        await self.athrow(GeneratorExit)
    except (StopAsyncIteration, GeneratorExit):
        return


Hashable = _protocol("Hashable", promises="__hash__")
Sized = _protocol("Sized", promises="__len__")
Callable = _protocol("Callable", promises="__call__", __class_getitem__=classmethod(lambda cls, item: _callable(cls, item)))
Container = _protocol("Container", promises="__contains__")
Iterable = _protocol("Iterable", promises="__iter__")
Iterator = _protocol("Iterator", Iterable, promises="__next__", asks="__iter__ __next__", __iter__=_itself)
Reversible = _protocol("Reversible", Iterable, promises="__reversed__", asks="__reversed__ __iter__")
Generator = _protocol(
    "Generator", Iterator, promises="send throw", asks="__iter__ __next__ send throw close",
    __next__=_advanced, close=_ended,
)
Collection = _protocol("Collection", Sized, Iterable, Container, promises="", asks="__len__ __iter__ __contains__")
Awaitable = _protocol("Awaitable", promises="__await__")
Coroutine = _protocol("Coroutine", Awaitable, promises="send throw", asks="__await__ send throw close", close=_ended)
AsyncIterable = _protocol("AsyncIterable", promises="__aiter__")
AsyncIterator = _protocol(
    "AsyncIterator", AsyncIterable, promises="__anext__", asks="__anext__ __aiter__", __aiter__=_itself,
)
AsyncGenerator = _protocol(
    "AsyncGenerator", AsyncIterator, promises="asend athrow", asks="__aiter__ __anext__ asend athrow aclose",
    __anext__=_async_advanced, aclose=_async_ended,
)
`;
