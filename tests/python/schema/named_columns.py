"""Columns that expressions name, for constraints, indexes and conventions; forms of functions that PostgreSQL has."""
from sqlalchemy import CheckConstraint, Column, Enum, Index, Integer, MetaData, PrimaryKeyConstraint, String, Table, Text
from sqlalchemy import column, func, literal_column, select, text
from sqlalchemy.dialects import postgresql


def show(expression):
    for dialect in (None, postgresql.dialect()):
        for options in ({}, {"literal_binds": True}):
            try:
                print(expression.compile(dialect=dialect, compile_kwargs=options))
            except IndexError as error:
                print(type(error).__name__, error)


t = Table("t", MetaData(), Column("id", Integer), Column("x", Text), Column("y", Text))
for call in (
    func.substring(t.c.x, 1, 3),
    func.SubString(t.c.x, 2),
    func.substring(t.c.x),
    func.pg_catalog.substring(t.c.x, t.c.id + 1, 2, 3) + "z",
    func.aggregate_strings(t.c.x, ",").filter(t.c.id > 1),
    select(func.aggregate_strings(func.lower(func.substring(t.c.x, 1)), ",")),
):
    show(call)

named = MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(column_0_name)s_%(column_1_label)s_%(column_0_N_key)s",
        "pk": "%(table_name)s_%(column_0_N_label)s",
    }
)
for number, condition in enumerate(
    [
        column("x") > 5,
        (column("x") > 5) & (t.c.y > "a"),
        literal_column("a") > column("b"),
        func.length(column("x")) > func.length(column("x")),
        text("x > 5"),
        column("b") > t.c.id,
    ]
):
    check = CheckConstraint(condition)
    print(check.columns.keys())
    table = Table(f"u{number}", named, Column("id no", Integer, key="id", primary_key=True), Column("x", Integer, primary_key=True), schema="s.s")
    table.append_constraint(check)
    print(check.name, [type(one).__name__ for one in check.columns], len(check.columns), [one.name for one in check], table.primary_key.name)
print(Table("v", named, Column("id", Integer), Column("x", Integer), PrimaryKeyConstraint("x", "id")).primary_key.name)
for condition in (column("a") > 1, t.c.x > column("a"), text("a > 1")):
    try:
        Column("a", Integer, CheckConstraint(condition))
        print("taken")
    except AssertionError as error:
        print(repr(error))
for index in (
    Index("a", func.lower(column("q"))),
    Index("b", func.lower(t.c.x), t.c.id),
    Index("c", t.c.id, func.lower(column("x")), _table=t),
    Index("d", text("x"), _table=t),
    Index("e", "x", column("z"), _table=t),
):
    print(index.name, index.columns.keys(), [str(one) for one in index.expressions])
for enum in (Enum("a", name="e"), postgresql.ENUM("a", name="e"), Enum("a", native_enum=False)):
    own = Column("x", enum.with_variant(String(9), "sqlite"))
    print(dict(own._copy().type._variant_mapping))
