import pprint, dataclasses
from collections import OrderedDict, defaultdict
from pprint import pformat, pp
@dataclasses.dataclass
class Conf:
    name: str
    items: list
    hidden: int = dataclasses.field(default=1, repr=False)
@dataclasses.dataclass
class Small:
    a: int
data = {"zeta": list(range(30)), "alpha": {"x": "y" * 50, "z": ("q" * 40,)}, 5: None, "text": "lorem ipsum dolor sit amet " * 8, "set": {3, 1, 2}, "nested": [{"a": [1, 2, {"b": "c" * 70}]}], "e": [], "d": {}, "t": ()}
pprint.pprint(data); pprint.pprint(data, indent=4); pprint.pprint(data, width=40); pprint.pprint(data, depth=1); pprint.pprint(data, compact=True); pp(data); pprint.pprint([1, "a"], width=5)
pprint.pprint("lorem ipsum " * 20); pprint.pprint(["word " * 30, "line\nbreak\n" * 12]); pprint.pprint("x" * 100); pprint.pprint(("one",), width=3)
pprint.pprint(Conf("n", ["v" * 30] * 4)); pprint.pprint(Small(1)); pprint.pprint({"c": Conf("n" * 60, ["v" * 30] * 3)})
r = [1]; r.append(r); print(pformat(r)[:25]); d = {}; d["self"] = d; print(pformat(d)[:30])
pprint.pprint({frozenset([1]): 2, (1, 2): 3, "a": 1, None: 0, 2.5: 1}); pprint.pprint(set("hello world this is a long set of characters".split()), width=20); pprint.pprint(frozenset(range(40)))
pprint.pprint(12345678, underscore_numbers=True); print(pprint.saferepr({"b": 1, "a": 2}), pprint.isreadable([1]), pprint.isrecursive(r), pprint.isreadable(object()))
pprint.pprint([list(range(40))], compact=True, width=30); pprint.pprint({"a": 1, "b": 2}, width=1); pprint.pprint([[[[[1]]]]], depth=2); pprint.pprint(b"abc"); pprint.pprint(None); pprint.pprint([object, int, len])
for f in (lambda: pprint.pprint(1, indent=-1), lambda: pprint.pprint(1, depth=0), lambda: pprint.pprint(1, width=0), lambda: pprint.pprint(), lambda: pprint.foo):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class E(dict): pass
pprint.pprint(E(a="x" * 60, b="y" * 60)); pprint.PrettyPrinter(indent=2, width=30).pprint({"key": ["value"] * 4, "k2": ("a" * 10, "b" * 20)})
pprint.pprint([("name", "column", "type" * 10), {"table": "users", "columns": ["id", "name", "email_address", "created_at", "updated_at"]}])
import configparser, functools, io, sys, typing
parser = configparser.ConfigParser(interpolation=None)
parser["alembic"] = {"url": "a%b", "n": 5}
parser["alembic"] = {"only": "this"}
del parser["alembic"]["only"]
parser["two"] = {"a": "x\ny"}
parser.write(sys.stdout)
for work in (lambda: parser.__delitem__("nope"), lambda: parser["two"].__delitem__("b"), lambda: functools.partial(), lambda: functools.lru_cache(5)(3), lambda: issubclass(int, typing.Union[int, str]), lambda: int("x" * 9)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
