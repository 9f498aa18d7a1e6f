import pkg
import pkg.sub.leaf as leaf
from pkg import value, sub
from pkg.sub import *
from ns.inner import thing
import ns
print(pkg.value, leaf.NAME, leaf.rel, value, sub.__name__, exported, thing.T, pkg.__name__, pkg.__package__, leaf.__package__, leaf.__name__, __name__)
print(pkg.__file__[-15:], pkg.sub.leaf is leaf)
print(pkg)
for stmt in ["import nope", "import pkg.nope", "import pkg.sub.leaf.x", "from pkg import nope", "from pkg.sub.leaf import nope", "from nope.x import y", "from . import z", "from .. import z", "import broken", "from pkg import broken2", "import circ.a", "from pkg.sub.leaf import *; print(NAME)", "pkg.zzz", "pkg.valeu"]:
    try:
        exec(stmt)
    except BaseException as e:
        print(stmt, "->", type(e).__name__, e, getattr(e, "name", None), getattr(e, "path", None))
def f():
    import pkg.other
    return pkg.other.X
print(f())
from pkg import lazy_thing
print(lazy_thing)
import broken
