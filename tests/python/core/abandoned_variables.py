"""Names that let go of generators, temporaries, and what the end of the program ends."""
def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
for x in g():
    print(x)
    break
print("after")
def h():
    for x in g():
        return x
print(h())
next(g())
print("end1")
a, *b = g()
def k():
    try:
        yield 1
    except GeneratorExit:
        print("GE"); raise
def use():
    i = k()
    next(i)
    print("in use")
use()
print("done")
try:
    for x in g():
        raise ValueError
except ValueError: print("caught")
it = g()
next(it)
del it
print("deleted")
it = g(); next(it)
it = None
print("rebound")
any(x for x in g())
print("any")
def deleg():
    yield from g()
for x in deleg(): break
print("d")
zip(g(), [1])
dict(zip("ab", g()))
z = zip(g(), "abc")
next(z)
print("last")
