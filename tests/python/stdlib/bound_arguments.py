"""Calls bound to signatures, annotations as they stand, a timer, sqlite3 as far as it goes without a database."""
import inspect
class Q:
    a: int = 1
    b: "str" = ""
def h(x: int, *a, y: "str" = "k", **kw) -> None: pass
print(inspect.get_annotations(Q), inspect.get_annotations(h), inspect.get_annotations(Q, eval_str=True))
print(inspect.getcallargs(h, 1, 2, y=3, z=4))
import threading
x = threading.Timer(5, print, ["hi"]); print(x.daemon, x.interval); x.cancel()
import sqlite3
sqlite3.register_adapter(dict, str); sqlite3.register_converter("x", bytes)
print(sqlite3.OperationalError.__mro__, sqlite3.PARSE_DECLTYPES, issubclass(sqlite3.IntegrityError, sqlite3.Error))
def k(a, /, b, *c, d=1, **e): pass
s = inspect.signature(k)
b = s.bind(1, 2, 3, d=4, z=5); print(b, b.args, b.kwargs)
for call in [lambda: s.bind(1), lambda: s.bind(1, 2, b=3), lambda: inspect.signature(h).bind(), lambda: inspect.signature(lambda x: 0).bind(1, 2), lambda: inspect.signature(lambda *, x: 0).bind(), lambda: inspect.signature(lambda x: 0).bind(1, y=2)]:
    try: print(call())
    except TypeError as e: print(e)
