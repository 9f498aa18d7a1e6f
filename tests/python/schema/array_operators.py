"""What SQLAlchemy's own ARRAY lacks beside PostgreSQL's."""
from sqlalchemy import ARRAY, Column, Integer, MetaData, Table, Text
from sqlalchemy.dialects import postgresql

t = Table(
    "t",
    MetaData(),
    Column("e", ARRAY(Text)),
    Column("p", postgresql.ARRAY(Text)),
    Column("v", ARRAY(Integer).with_variant(postgresql.ARRAY(Integer), "postgresql")),
)
for ask in (
    lambda one: one.contains(["a"]),
    lambda one: one.contains(),
    lambda one: one.contained_by(["a"]),
    lambda one: one.overlap(["a"]),
    lambda one: one.any("a"),
    lambda one: one.all("a"),
    lambda one: one[1:2],
    lambda one: one.concat(["x"]),
    lambda one: one.op("@>")(["a"]),
):
    for column in t.c:
        try:
            print(ask(column).compile(dialect=postgresql.dialect()))
        except (AttributeError, NotImplementedError, TypeError) as error:
            print(type(error).__name__, error)
