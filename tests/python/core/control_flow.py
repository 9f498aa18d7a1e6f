def g():
    x = yield 1
    print("got", x)
    try:
        y = (yield 2) + (yield 3)
        print("sum", y)
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("cleanup")
    return "ret"
it = g()
print(next(it), it.send("a"), it.send(10))
try: it.send(20)
except StopIteration as e: print("stop", e.value)
it = g(); next(it); next(it)
print(it.throw(ValueError("v")))
it.close()
def d():
    r = yield from g()
    print("r", r)
    yield from [7, 8]
    return (yield from (i for i in range(2)))
dg = d()
print([next(dg), next(dg), dg.send(1)])
try:
    print(dg.send(2))
    print(list(dg))
except TypeError as e: print(e)
def e():
    r = yield from (i for i in range(2))
    yield from [7, 8]
    return (yield from (i for i in range(2)))
print(list(e()))
def f(a):
    return [a, (yield a), {"k": (yield a + 1)}, (lambda: 5)()]
it = f(1); print(next(it), it.send("s"))
try: it.send("t")
except StopIteration as e: print(e.value)
def cond(n):
    while True:
        if n > 3 and (yield n):
            break
        n += 1
        x = (yield "a") if n % 2 else (yield "b")
        for i in (yield "iter") or [1]:
            with open_(i) as q:
                yield q
        if n > 6: return
class open_:
    def __init__(self, v): self.v = v
    def __enter__(self): return ("cm", self.v)
    def __exit__(self, *a): print("exit", a[0])
it = cond(2)
print([next(it) for _ in range(9)])
def bad():
    raise StopIteration("x")
    yield
try: list(bad())
except RuntimeError as e: print(repr(e), repr(e.__cause__))
def tr():
    try:
        yield 1
        yield 2
    finally:
        yield 3
t = tr(); next(t)
try: print(t.close())
except RuntimeError as e: print(e)
def gexp():
    return sum(x * y for x in range(3) for y in range(x) if y)
print(gexp())
it = iter([1, 2, 3, 4])
for a in it:
    if a == 2: break
print(list(it))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from builtins import zip as z
print([v for _, v in z(range(10), fib())])
gen = (print("side", i) or i for i in range(3))
print(next(gen)); print(gen.__name__, type(gen).__name__)
def m(x):
    match x:
        case 0 | 1: yield "small"
        case [a, b]: yield (a, b)
        case str() as s if s: yield s.upper()
        case {"k": v, **rest}: yield v, rest
        case complex() | float(): yield "num"
        case open_(v=q): yield q
        case None: yield "none"
        case _: yield "other"
print([list(m(v)) for v in [0, [1, 2], "abc", "", {"k": 1, "z": 2}, 1.5, open_(3), None, object]])
async def aw(x): return x * 2
async def agen():
    for i in range(3):
        yield await aw(i)
async def main():
    out = [x async for x in agen()]
    async for y in agen():
        out.append(y)
    class ACM:
        async def __aenter__(self): return "acm"
        async def __aexit__(self, *a): return True
    async with ACM() as q:
        out.append(q)
        raise ValueError
    return out
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
print(run(main()))
def tf():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "ret"
            print("body", i)
        except: pass
        else: print("else", i)
        finally: print("fin", i)
print(tf())
def nested():
    try:
        try: raise ValueError("a")
        finally: print("f1")
    except ValueError as e:
        try: raise KeyError("b")
        except KeyError as k: print(repr(k.__context__), e)
    try: e
    except UnboundLocalError as u: print(u)
nested()
for i in range(2):
    for j in range(2):
        if j: break
    else: print("no")
else: print("for else")
n = 0
while n < 2: n += 1
else: print("while else", n)
x = y = [1]; x += [2]; print(y)
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
[p, q] = "ab"; print(p, q)
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, (*[1], 2))
if (w := 10) > 5: print(w)
print([last := i for i in range(3)], last)
def kw(*, a, b=2): return a, b
print(kw(**{"a": 1}), kw(a=1, **{"b": 3}))
def pos(a, b, /, c, *, d): return a, b, c, d
print(pos(1, 2, c=3, d=4))
del x; 
try: x
except NameError as e: print(e)
def sc():
    global GG
    GG = 5
    def inner():
        return loc
    try: inner()
    except NameError as e: print(e)
    loc = 1
    return inner()
print(sc(), GG)
class Sc:
    a = 1
    def f(self, b=a): return b
    l = [1, 2]
    t = tuple(v for v in l)
print(Sc().f(), Sc.t)
def annot(a: int, b: "str" = 1, *args: float, c: list[int] = None, **k: dict) -> None: "doc"
print(annot.__annotations__, annot.__defaults__, annot.__kwdefaults__, annot.__doc__, annot.__name__)
print((lambda x, *y, z=1: 0).__name__, annot.__code__.co_name)
def deco(arg):
    def w(fn):
        print("deco", arg, fn.__name__)
        return fn
    return w
@deco(1)
@deco(2)
def decorated(): pass
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 != 2, "a" in "abc" in ["abc"])
assert True
print(__name__, __doc__)
exec("print(zz)", {"zz": 1}); print(eval("a + 1", {"a": 2}))
print(f"{'a' if True else 'b'}", f"{ {'a': 1}['a'] }", f'{"x":{">"}{4}}')
print("%s" % "x" "y", not 1, -2 ** 2, 2 ** -1, 1 if 0 else 2)
