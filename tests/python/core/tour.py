print("hello", 1 + 2, 3.5, [1, 2], {'a': 1}, (1,), None, True)
def f(a, b=2, *args, c=3, **kw):
    return a + b + c, args, kw
print(f(1), f(1, 2, 3, 4, c=5, z=6))
class A:
    x = 1
    def __init__(self, v):
        self.v = v
    def __repr__(self):
        return f"A({self.v!r})"
    def __add__(self, o): return A(self.v + o.v)
class B(A):
    def __init__(self, v):
        super().__init__(v * 2)
print(A(3), B(4) + A(1), B.__mro__)
def gen(n):
    try:
        for i in range(n):
            x = yield i
            if x: print("got", x)
    finally:
        print("done")
    return 99
g = gen(3)
print(next(g), g.send("hi"), list(g))
def outer():
    r = yield from gen(2)
    print("r", r)
print(list(outer()))
print([x * y for x in range(3) for y in range(3) if x != y], {k: v for k, v in zip("abc", range(3))})
try:
    1 / 0
except ZeroDivisionError as e:
    print(repr(e))
finally:
    print("fin")
with type("CM", (), {"__enter__": lambda s: 5, "__exit__": lambda s, *a: True})() as y:
    print(y)
    raise ValueError
match {"a": [1, 2, 3], "b": 2}:
    case {"a": [1, *rest], **kw}:
        print(rest, kw)
print(f"{3.14159:.2f} {1000000:,} {'x':>5}|{255:#x} {'a' + 'b'!r:10}|")
print("%s %d %5.2f %r" % ("a", 3, 2.5, "q"), "{} {x} {0!r}".format if False else "{0} {x}".format(1, x=2))
x: int = 5
print(__annotations__, x, list[int], int | None)
print(sorted([3, 1, 2], key=lambda v: -v), max(1, 5, 3), sum([1, 2]), 2**100, -7 // 2, -7 % 3)
lst = [1, 2, 3, 4]
a, *b = lst
print(a, b, lst[::-1], lst[1:3])
async def co(): return 5
async def main():
    return await co() + 1
try:
    main().send(None)
except StopIteration as e: print(e.value)
