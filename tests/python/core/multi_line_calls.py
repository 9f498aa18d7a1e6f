import sys
import traceback
class A:
    def boom(self, *a, **k): raise ValueError("x")
    def ok(self, *a): return self
def f1():
    return (
        A().ok(
            1,
        ).nothing
    )
def f2():
    a = A()
    a.ok(
        1
    ).boom(
        2,
        3)
def f3():
    a = A()
    (a
     .ok()
     .boom(*[1]))
def f4():
    a = A()
    (a
     .ok()
     .boom(1, b=2))
def f5():
    a = A()
    (a
     .ok()
     .x).y = 1 / 0
def f6():
    a = A()
    a.ok(
        1
    ).missing(
        2)
for f in (f1,f2,f3,f4,f5,f6):
    try: f()
    except Exception: traceback.print_exc(file=sys.stdout)
