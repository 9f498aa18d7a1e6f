from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import expression
from sqlalchemy.sql.expression import FunctionElement, ClauseElement, Executable, ColumnElement
from sqlalchemy import DateTime, Column, Integer, Table, MetaData, select, types, String, JSON, BigInteger, Text
from sqlalchemy.schema import CreateTable, DropTable, DDLElement, CreateColumn
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import JSONB, UUID

class utcnow(expression.FunctionElement):
    type = DateTime()
    inherit_cache = True
    name = "utcnow"

@compiles(utcnow, "postgresql")
def pg_utcnow(element, compiler, **kw):
    return "TIMEZONE('utc', CURRENT_TIMESTAMP)"

class GenUUID(FunctionElement):
    name = "gen"
    inherit_cache = True
    type = String()

@compiles(GenUUID)
def gen(element, compiler, **kw):
    return "gen_random_uuid()"

class coalesce2(FunctionElement):
    name = "coalesce2"
    inherit_cache = True

@compiles(coalesce2)
def comp(element, compiler, **kw):
    return "coalesce(%s)" % compiler.process(element.clauses, **kw)

class CreateView(Executable, ClauseElement):
    inherit_cache = False
    def __init__(self, name, select):
        self.name = name
        self.select = select

@compiles(CreateView)
def visit_create_view(element, compiler, **kw):
    return "CREATE VIEW %s AS %s" % (element.name, compiler.process(element.select, literal_binds=True))

class Fn(DDLElement):
    def __init__(self, n): self.n = n
@compiles(Fn)
def visit_fn(element, compiler, **kw):
    return "CREATE FUNCTION %s" % element.n

@compiles(JSONB, "sqlite")
def j(type_, compiler, **kw): return "JSON"
@compiles(UUID, "sqlite")
def j2(type_, compiler, **kw): return "CHAR(36)"

class MyType(types.UserDefinedType):
    cache_ok = True
    pass
@compiles(MyType, "postgresql")
def mt(t, compiler, **kw): return "MYTYPE"
class Big(BigInteger): pass
@compiles(Big)
def bb(t, compiler, **kw): return "BIG " + compiler.visit_BIGINT(t, **kw)

m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("at", DateTime, server_default=utcnow()), Column("g", String, server_default=GenUUID()), Column("x", MyType()), Column("b", Big()))
d = postgresql.dialect()
print(CreateTable(t).compile(dialect=d))
print(coalesce2(t.c.at, t.c.g).compile(dialect=d))
print(CreateView("v", select(t.c.id).where(t.c.id > 5)).compile(dialect=d))
print(Fn("abc").compile(dialect=d))
