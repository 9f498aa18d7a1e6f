"""Functions of one's own: GenericFunction, and operators of clauses that @compiles writes."""
from sqlalchemy.sql.functions import GenericFunction, FunctionElement
from sqlalchemy import Integer, select, column, func, Text
class as_utc(GenericFunction):
    type = Integer()
    name = "as_utc"
    inherit_cache = True
print(as_utc(column("x")), func.as_utc(1).type)
class pkgd(GenericFunction):
    package = "geo"; type = Text(); name = "ST_Thing"; identifier = "thing"; inherit_cache = True
print(func.geo.thing(1), repr(func.geo.thing(1).type))
class plain(GenericFunction):
    inherit_cache = True
print(plain(1, column("y")), func.plain(2), func.PLAIN(3), func.geo.other(1), func.other(2))
from sqlalchemy.ext.compiler import compiles
class quiet(GenericFunction):
    type = Text(); inherit_cache = True
@compiles(quiet)
def _q(element, compiler, **kw): return "quietly(%s)" % compiler.process(element.clauses, **kw)
print(quiet(column("a")), select(func.quiet(column("b"))))
class lower(GenericFunction):
    type = Text(); inherit_cache = True; name = "lower"
print(func.lower(column("a")).type.__class__.__name__, select(func.lower(column("a")).label("x")))
from sqlalchemy.sql.expression import ColumnElement
from sqlalchemy import DateTime
class utcnow(FunctionElement):
    type = DateTime(); inherit_cache = True
@compiles(utcnow)
def f(e, k, **kw): return "thing()"
for g in (lambda: utcnow() > 1, lambda: utcnow().label("x"), lambda: select(utcnow().label("x")), lambda: utcnow().desc(), lambda: utcnow().cast(Integer), lambda: utcnow().is_(None), lambda: -utcnow(), lambda: column("a") == utcnow(), lambda: utcnow() == column("a"), lambda: select(utcnow()), lambda: utcnow().in_([1]), lambda: utcnow().op("@@")(2), lambda: select(column("b")).where(utcnow() < 3).order_by(utcnow())):
    try: print(str(g()).replace("\n", " "))
    except Exception as e: print(type(e).__name__, str(e)[:120])
