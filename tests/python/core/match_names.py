def f(x):
    match x:
        case {"a": a, "b": 5}:
            print("one")
        case [p, q, 3]:
            print("two")
        case [p, q] if p > q:
            print("three", p, q)
        case (int() as n) | (str() as n):
            print(n)
        case {"a": {"c": c}, **r}:
            pass
    print({k: v for k, v in locals().items() if k != 'x'})
f({"a": 1, "b": 6})
f([1, 2, 4])
f([1, 2])
f(5)
f({"a": {"c": 1}, "z": 2})
f({"a": {"c": 1, "d": 2}})
f(None)
def g(x):
    match x:
        case {"a": {"c": c} as inner, **r} as whole:
            print(list(locals()))
        case ([int() as i, [s, *_] as lst] as w) | {"q": [i, s, lst], "w": w}:
            print(list(locals()))
g({"a": {"c": 1}}); g([1, "ab"]); g([1, ["x"]]); g({"q": [1, 2, 3], "w": 4})
match {"a": {"c": 3}}:
    case {"a": {"c": cc} as inner, **r} as whole:
        print([k for k in globals() if not k.startswith('_')])
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
match P(1, 2):
    case P(x=0, y=yy) | P(1, yy): print(yy)
for v in (1, 2.5, "s", b"b", None, True, [1], (1,), {"k": 1}, {1}, P(1, 1)):
    match v:
        case bool(b): print("bool", b)
        case int(i): print("int", i)
        case float(f) | str(f): print("fs", f)
        case None: print("none")
        case [one]: print("seq", one)
        case {"k": k}: print("map", k)
        case P(x, y) if x == y: print("P", x, y)
        case _: print("other", v)
