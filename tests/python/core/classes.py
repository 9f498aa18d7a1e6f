class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")))
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        print("init", name)
    def __call__(cls, *a):
        print("call", cls.__name__, a)
        return super().__call__(*a)
    def __getattr__(cls, n):
        if n == "magic": return 42
        raise AttributeError(n)
class Base(metaclass=Meta, flag=1):
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print("subclass", cls.__name__, tag)
    def __init__(self, v): self.v = v
class Meta2(Meta):
    def __new__(mcs, name, bases, ns, **kw):
        cls = type.__new__(mcs, name, bases, ns, **kw)
        return cls
class Sub(Base, metaclass=Meta2, tag="x"): pass
print(Base(3).v, Base.magic, Base.injected, type(Base), type(Sub))
class D:
    def __set_name__(self, owner, name): self.name = "_" + name; print("set_name", owner.__name__, name)
    def __get__(self, obj, cls=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v): obj.__dict__[self.name] = v
    def __delete__(self, obj): del obj.__dict__[self.name]
class H:
    d = D()
    __slots__ = ("__dict__",)
h = H(); print(h.d); h.d = 5; print(h.d, h.__dict__); del h.d; print(h.d)
class S:
    __slots__ = ("a", "b")
s = S(); s.a = 1
try: s.c = 2
except AttributeError as e: print(e)
try: s.b
except AttributeError as e: print(e)
class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "doc"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @property
    def ro(self): return 1
    @classmethod
    def cm(cls, a=1): return cls, a
    @staticmethod
    def sm(a): return a
p = P(); p.x = 10; print(p.x, P.cm(), p.cm(2), P.sm(3), p.sm(4), P.x.__doc__)
for stmt in ["p.ro = 3", "del p.x", "p.nope", "P.nope", "del p.nope", "P()(1)", "P(1)", "P.ro.fget(1, 2)"]:
    try: exec(stmt)
    except Exception as e: print(type(e).__name__, e)
class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return isinstance(o, V) and s.v == o.v
    def __hash__(s): return hash(s.v)
    def __lt__(s, o): return s.v < o.v
    def __radd__(s, o): return ("radd", o, s.v)
    def __iadd__(s, o): s.v += o; return s
    def __getitem__(s, k): return k
    def __contains__(s, k): return k == 1
    def __len__(s): return 3
    def __bool__(s): return False
    def __call__(s, *a, **k): return a, k
    def __neg__(s): return "neg"
    def __matmul__(s, o): return "mm"
    def __getattr__(s, n): return "attr:" + n if not n.startswith("__") else object.__getattribute__(s, n)
    def __class_getitem__(cls, k): return (cls.__name__, k)
    def __format__(s, spec): return "<" + spec + ">"
    def __index__(s): return 2
v = V(1)
print({V(1): 2}[V(1)], V(1) in {V(1)}, sorted([V(3), V(1)])[0].v, 5 + v, v[1:2, ...], 1 in v, len(v), bool(v), v(1, a=2), -v, v @ 1, v.zip, V[int], f"{v:abc}", [1, 2, 3][v], max(V(1), V(2)).v)
v += 4; print(v.v)
try: V(1) <= V(2)
except TypeError as e: print(e)
try: {}[[]]
except TypeError as e: print(e)
class M1: 
    def who(self): return ["M1"]
class L(M1):
    def who(self): return ["L"] + super().who()
class R(M1):
    def who(self): return ["R"] + super().who()
class LR(L, R):
    def who(self): return ["LR"] + super().who()
print(LR().who(), [c.__name__ for c in LR.__mro__])
try:
    class Bad(M1, L): pass
except TypeError as e: print(e)
try:
    class Bad2(bool): pass
except TypeError as e: print(e)
try:
    class Bad3(int, str): pass
except TypeError as e: print(e)
class MyList(list):
    def __init__(self, *a): super().__init__(a); self.tag = "t"
ml = MyList(1, 2, 3); ml.append(4); print(ml, ml.tag, len(ml), ml[0], isinstance(ml, list), ml == [1, 2, 3, 4])
class MyStr(str):
    def __new__(cls, v, extra): 
        o = super().__new__(cls, v); o.extra = extra; return o
ms = MyStr("abc", 5); print(ms, ms.upper(), ms.extra, ms + "d", {ms: 1}["abc"], ms == "abc", f"{ms:>5}", len(ms), repr(ms), "b" in ms)
class MyInt(int): pass
print(MyInt(5) + 1, MyInt("7") * 2, repr(MyInt(3)), {MyInt(1): "a"}[1], [10, 20][MyInt(1)], MyInt(5) > 3, f"{MyInt(5):03d}")
class MyDict(dict):
    def __missing__(self, k): return "missing " + k
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
md = MyDict(a=1); md["b"] = 2; print(md, md["zz"], md.get("q"), dict(md), {**md})
class E(Exception):
    def __init__(self, code, msg): self.code = code; super().__init__(msg)
try: raise E(5, "hello")
except E as e: print(e, e.code, e.args, repr(e))
print(type("Dyn", (Base,), {"y": 1}).y)
class Priv:
    def __init__(self): self.__x = 1
    def get(self): return self.__x
print(Priv().get(), Priv().__dict__)
print(Priv.get.__qualname__, Priv.__module__, Priv().get.__self__.__class__.__name__)
class CM:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v); return t is KeyError
with CM() as a, CM() as b: print("in")
with CM(): raise KeyError("k")
try:
    with 5: pass
except TypeError as e: print(e)
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); c(); print(c())
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
print([f() for f in [lambda: j for j in range(3)]])
class Outer:
    y = 5
    z = [y for _ in range(2)] if False else [q for q in range(y)]
    class Inner:
        def f(self): return __class__.__qualname__
print(Outer.z, Outer.Inner().f(), Outer.Inner)
print(issubclass(LR, (int, M1)), isinstance(3, int | str), callable(len), hasattr(3, "real"), getattr(3, "nope", "dflt"))
print(object().__class__, type(None), type(...), type(NotImplemented), type(print), type(lambda: 0), type(type))
print(vars(p), dir(S)[-2:], S.__slots__)
