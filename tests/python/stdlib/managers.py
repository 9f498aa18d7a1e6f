"""contextlib: managers from generators, and what they swallow."""
import asyncio
from contextlib import contextmanager, asynccontextmanager, AbstractContextManager, suppress, ExitStack
@contextmanager
def a(n):
    "doc"
    print("in", n)
    try:
        yield n
    except KeyError as e:
        print("got", repr(e))
    finally:
        print("out")
with a(1) as x: print(x)
with a(2): raise KeyError(3)
for bad in (ValueError, StopIteration):
    try:
        with a(3): raise bad("x")
    except bad as e: print(repr(e), e.__cause__, e.__context__)
@a(9)
def f(): return 5
print(f(), a.__name__, a.__doc__, type(a(1)).__name__)
@contextmanager
def none():
    if 0: yield
try:
    with none(): pass
except RuntimeError as e: print(e, e.__cause__, e.__suppress_context__)
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
@contextmanager
def other():
    try: yield
    except ValueError as e: raise TypeError("t") from e
try:
    with other(): raise ValueError("v")
except TypeError as e: print(repr(e), repr(e.__cause__))
@contextmanager
def goon():
    try: yield
    except ValueError: pass
    yield
try:
    with goon(): raise ValueError("v")
except RuntimeError as e: print(e)
@asynccontextmanager
async def b():
    print("b in")
    try: yield 7
    except KeyError: print("swallow")
    finally: print("b out")
async def main():
    async with b() as v: print(v)
    async with b(): raise KeyError
    try:
        async with b(): raise ValueError(1)
    except ValueError as e: print(repr(e))
asyncio.run(main())
class M:
    def __enter__(self): pass
    def __exit__(self,*a): pass
print(issubclass(M, AbstractContextManager), issubclass(int, AbstractContextManager), AbstractContextManager[int])
