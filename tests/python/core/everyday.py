# things beginners and migrations write
from __future__ import annotations
class User:
    id: Mapped[int]
    name: Mapped[Optional["str"]] = 5
    tags: list[dict[str, int | None]] = []
    f: "a.b.C"
    g: Callable[[int, str], None]
    h: Literal["a", 'b', 1]
    t: tuple[()]
    u: x[1:2, ...]
    v: not_defined.anything(a, *b, k=1, **kw)
    w: -1 + 2 * (3 + 4) ** 2
    y: a if b else c
    z: lambda_ or (x and not y)
print(User.__annotations__)
def f(a: int = 1, *args: str, **kw: "X") -> None: ...
print(f.__annotations__)
import builtins
print(builtins.len([1]), len.__name__, len)
print((1).__add__(2), "a".__add__("b"), [1].__contains__(1), (5).__class__, "x".__len__(), object.__eq__(1, 1), int.__eq__(1, 2), str.join("-", ["a", "b"]))
print(type(f), f, type(User()), User().__class__.__name__) if False else None
print(repr(User)[:14], User.__name__, User.__dict__.get("name"), hasattr(User, "id"))
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), min({"a": 3, "b": 1}.items(), key=lambda x: x[1]))
print(*[1, 2], sep="-", end="!\n")
print("%-10s|%5.1f|%s" % ("ab", 2.345, {"a": 1}))
print("{:%}".format(0.5), "{:,}".format(1234567.891), "{:>{w}}".format("x", w=4), "{!s:>4}".format(1))
print(isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int), type(1) is int, type("") == str)
try:
    try:
        raise ValueError("a")
    except ValueError as e:
        raise TypeError("b") from e
except TypeError as e:
    print(e.__cause__, e.__context__ is e.__cause__, e.__suppress_context__, e.__traceback__.tb_lineno)
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *exc): return False
with (Ctx() as a, Ctx() as b): pass
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    return inner
i = outer(); print(i(), i())
print([(a, b) for a in range(2) for b in "xy"], {a for a in (1, 1, 2)}, {k: v for k, v in [("a", 1)]}, list(x for x in [1, 2] if x > 1))
print(eval("1 + 2 * 3"), eval("[x for x in range(3)]"), eval("a", {"a": 9}))
ns = {}; exec("def g(): return 5\ny = g()", ns); print(ns["y"], ns["g"]())
d = {}; d["a", 1] = 2; print(d, d["a", 1], {(1, "x"): [1]}, {None: 1, True: 2, 1.5: 3, "s": 4, (): 5, frozenset([1]): 6})
print(0x1F, 0o17, 0b11, 1_000, 1e3, 1E-3, .5, 5., 1j, 'a' 'b', r'\n', b'x', rb'\x', "\N{BULLET}", "\u00e9", '''tri
ple''')
x = 10; x -= 3; x *= 2; x //= 3; x **= 2; x %= 7; x <<= 2; x |= 1; x ^= 3; x &= 6; print(x)
print(1 if x else 2, x and 5 or 6, not x, x is None, x is not None, 5 not in [1])
a, b = 1, 2; a, b = b, a; print(a, b); (c, d), e = (1, 2), 3; print(c, d, e); first, *_, last = range(5); print(first, last)
for i, (k, v) in enumerate({"a": 1}.items()): print(i, k, v)
while True:
    break
try: pass
except: pass
else: print("else")
finally: print("finally")
lam = lambda *a, k=1, **kw: (a, k, kw); print(lam(1, 2, k=3, z=4))
def deflt(x, acc=[]): acc.append(x); return acc
deflt(1); print(deflt(2))
class Enumish:
    A = 1; B = A + 1
    @staticmethod
    def s(): return Enumish.B
    @classmethod
    def c(cls): return cls.A
    @property
    def p(self): return self.A + 5
print(Enumish.s(), Enumish.c(), Enumish().p)
class WithSlots:
    __slots__ = ["x"]
    def __init__(self): self.x = 1
print(WithSlots().x)
class Abs:
    def __eq__(self, o): return True
try: hash(Abs())
except TypeError as e: print(e)
print(Abs() == 5, Abs() != 5)
import builtins as bb; print(bb is builtins)
print(dir(WithSlots())[-1], [n for n in dir() if n == "WithSlots"], callable(WithSlots), id(x) == id(x))
print(str(b"abc"), str(b"abc", "utf8"), bytes("é", "utf8"), "é".encode("latin-1"), b"a" in b"abc", bytes(3))
print(int.from_bytes(b"\x01\x00", "big"), (256).to_bytes(2, "big"), (5).bit_length(), float.is_integer(1.0), (2.5).as_integer_ratio())
print("abc" > "abb", [1, 2] == [1, 2], (1,) < (1, 2), {"a": 1} == {"a": 1}, {1, 2} > {1}, 1 < 2.5 < 3)
print(divmod(-7, 3), -7 // 2, 7 % -3, -7.5 // 2, 2 ** 10, 2 ** -1, 10 ** 30, 7 / 2, 6 / 2)
print(round(1.5), round(2.5), round(1.2345, 2), abs(-3), sum(range(10)), max("abc"), min([3, 1]), pow(2, 3, 5))
def gen():
    x = yield
    while x: x = yield x * 2
g = gen(); next(g); print(g.send(2), g.send(3))
print(list(zip(*[(1, 2), (3, 4)])), list(map(str, [1, 2])), dict(a=1, **{"b": 2}), list(reversed("abc")), sorted("cab"), "".join(sorted("cab")))
print(str(Exception("a", 1)), repr(Exception("a")), str(KeyError("k")), str(Exception()), Exception("x") == Exception("x"))
assert x, "not reached"
def outer2():
    try:
        return "try"
    finally:
        print("cleanup")
print(outer2())
print(f"{x!r:>5} {x:#06x} {'%s' % x} {x if x else 'n'} {[i for i in range(2)]}", f"{{}}", f"{x:{'>'}{10}}", f"""{
    x
}""")
global_var = 1
def use_global():
    global global_var
    global_var += 1
use_global(); print(global_var)
