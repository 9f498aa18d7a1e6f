class A:
    attr = 1
    def method(self, x):
        return self.other(x)
    def other(self, y): return [y.missing for _ in range(1)]
    @property
    def prop(self):
        return self.atr
def deco(f):
    def wrapper(*a, **k):
        return f(*a, **k)
    return wrapper
@deco
def target(a, b): return a / b
def gen():
    yield 1
    yield 1 + None
def use():
    for x in gen():
        pass
def finally_():
    try:
        raise ValueError("one")
    finally:
        d = {}
        d["x"]["y"] = 1
def reraise():
    try:
        target(1, 0)
    except ZeroDivisionError as e:
        raise
def raise_e():
    try:
        target(1, 0)
    except ZeroDivisionError as e:
        raise e
def chain():
    try:
        {}["a"]
    except KeyError as e:
        raise ValueError("bad value") from e
def none():
    try:
        {}["a"]
    except KeyError as e:
        raise ValueError("no context") from None
def multi():
    return (1 +
        2 + foo(
            3))
def call_kw():
    return target(a=1,
                  b=0)
class CustomError(Exception):
    def __str__(self): return "custom text"
def custom(): raise CustomError("x")
def attr_assign():
    x = None
    x.foo = 3
def unpack():
    a, b = (1, 2, 3)
def idx():
    lst = [1, 2]
    lst[5] = 1
    return lst
def aug():
    x = "a"
    x += 1
def cmp():
    return 1 < "a"
def star(*args): return target(*args)
def delete():
    d = {}
    del d["k"]
def imp():
    import does_not_exist
def impf():
    from builtins import does_not_exist
def with_():
    with A() as x: pass
def lam(): return (lambda q: q.z)(1)
def asrt():
    x = 5
    assert x == 6, f"x is {x}"
def fstr(): return f"{1 + undefined_in_fstring}"
def cls():
    class Inner(A, metaclass=int): pass
def cls2():
    class Inner:
        x = undefined_in_class
def subs(): return {"a": {"b": None}}["a"]["b"]["c"]
def binop(): return (1 + 2) * ("a" - 3)
def long_call(): return target(1, 0) + target(2, 1)
def unary(): return -"x"
def comp(): return {k: v / 0 for k, v in {"a": 1}.items()}
def kwargs(): target(1, 2, c=3)
def missing(): A.method()
def for_(): 
    for i in 5: pass
def iftest():
    if undefined_test: pass
def slice_(): return [1][None:"a"]
def retval(): return undefined_ret
def dictkey(): return {[]: 1}
def notes():
    e = ValueError("noted"); e.add_note("n1"); e.add_note("n2\nn3")
    raise e
def sysexit(): A().prop
def nested_fn():
    def inner(): return undefined_inner
    return inner()
def rec(n): return rec(n - 1) if n else 1 / 0
def indented():
        if True:
                x = 1; y = x.foo; z = 2
def walrus(): return (n := 5) + (m := "a")
def call_none(): return A().attr()
def type_(): return int("12", "ab")
def unicode_(): return "한글" + 1 + "x"
def sugg():
    value_one = 1
    return value_on
def sugg2(): return A().metod(1)
def sugg3(): return "abc".uper()
def sugg4(): return prnt("x")
