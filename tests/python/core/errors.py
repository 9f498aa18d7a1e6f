tests = '''
1 + "a"
"a" + 1
[1] + (1,)
(1,) + [1]
b"a" + "b"
"a" * "b"
None + 1
-"a"
~1.5
1 < "a"
None()
"abc"()
[1, 2][5]
(1, 2)[5]
"abc"[5]
[1]["a"]
"abc"["a"]
{}["k"]
{}[1]
None.foo
(5).foo
[].foo
{}.foo
int.foo
None[0]
5[0]
len(5)
len()
len(1, 2)
int("abc")
int("12x", 10)
int([])
float("x")
float([])
for_ = [x for x in 5]
a, b = 1
a, b = [1]
a, b = [1, 2, 3]
a, *b, c = [1]
x.y
raise 5
raise int
del undefined
(lambda a: a)()
(lambda a: a)(1, 2)
(lambda: a)(b=1)
print(sep=5)
print(foo=1)
"abc".index("z")
[].index(5)
(1,).index(5)
[].pop()
[].remove(1)
{}.pop("x")
{}.popitem()
set().pop()
{1}.remove(5)
{[]: 1}
{1, []}
hash({})
"%d" % "a"
"%s %s" % 1
"%s" % (1, 2)
"%z" % 1
"{}".format()
"{x}".format()
"{0.foo}".format(1)
f"{1:q}"
f"{'a':d}"
f"{[]:>5}"
f"{None:5}"
", ".join([1])
", ".join(5)
"a".split("")
"abc".startswith(1)
"abc".replace(1, 2)
1 / 0
1 // 0
1 % 0
1.5 / 0
1.5 % 0
2.0 ** 100000
1 in 5
5 in "abc"
iter(5)
next(5)
next(iter([]))
sorted([1, "a"])
max([])
max(1)
min()
sum(["a"])
range(1.5)
range()
range(1, 2, 0)
[1, 2, 3][::0]
[1, 2][1.5]
abs("a")
ord("ab")
ord(5)
chr(-1)
round("a")
isinstance(1, 1)
issubclass(1, int)
super()
type()
type(1, 2)
object(1)
getattr(1, 2)
setattr(1, "a", 2)
(1).real = 5
int.x = 5
"abc".x = 5
"abc"[0] = "x"
(1,)[0] = 5
del (1,)[0]
del "abc"[0]
import nope
import os.nope if False else nope.x
from builtins import nope
open()
divmod(1, "a")
pow("a", 2)
1 @ 2
1 << -1
1 << 1.5
"a" % 5
zip(1)
map(1)
list(5)
dict(5)
dict([1])
dict([(1, 2, 3)])
tuple(5)
set(5)
str(b"a", 5)
bytes("a")
bytes([300])
bytes.fromhex("zz") if False else b"\\xff".decode()
"é".encode("ascii")
"a".encode("nope")
print(*5)
print(**5)
print(**{1: 2})
f(**{"a": 1}, a=2)
(lambda *, k: k)()
(lambda a, b: 0)(1, a=2)
(lambda a, /: 0)(a=2)
(lambda a, b=1, *, c: 0)(1, 2, 3, c=4)
assert False
assert False, "msg"
assert (), [1]
Exception.foo
ValueError("a").nope
[].append()
[].append(1, 2)
[].insert(1)
"a".upper(1)
"abc".split(1)
{}.get()
[].sort(1)
[3, "a"].sort()
bool(1, 2)
int(1, 2, 3)
int("5", 50)
float(1, 2)
complex("x") if False else 1j + "a"
slice()
property(1, 2, 3, 4, 5)
callable()
id()
vars(5)
dir(1, 2)
eval("1 +")
eval(5)
exec("x = = 1")
compile("1") if False else 1 .x
NotImplementedError.x()
10 ** 400 * 1.0
float(10 ** 400)
"abc" < 5
[1] < [None]
(1, "a") < (1, 2)
{} < {}
{1} < [1]
1 if [] < 3 else 2
not_defined()
print(undefined_thing)
__import__("nope")
globals()["nope"]
reversed(5)
reversed({1})
all(5)
any()
format(1, 2)
hex("a")
hex(1.5)
bin(None)
input(1, 2, 3)
"".join()
frozenset(5)
(x for x in 5)
[*5]
{**5}
{*5}
5()()
print.x
print.x = 5
(lambda: 0).x
raise ValueError from 5
raise ValueError("a", "b")
raise KeyError("k")
raise OSError(2, "No such file", "x.txt")
raise StopIteration(5)
raise SystemError
'''.strip().splitlines()
for t in tests:
    try:
        exec(t)
    except BaseException as e:
        print(t, "->", type(e).__name__ + ":", e)
    else:
        print(t, "-> ok")
