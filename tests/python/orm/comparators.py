"""Types whose columns answer to operators in ways of their own."""
import sqlalchemy as sa
from sqlalchemy import func
from sqlalchemy.dialects.postgresql import ARRAY, HSTORE, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

print(sa.JSON.Comparator, JSONB.Comparator, ARRAY.Comparator, HSTORE.Comparator)
print(sa.String.Comparator, sa.Integer.comparator_factory, sa.LargeBinary.Comparator, sa.Enum.Comparator)


class AnyCase(sa.String.Comparator):
    def __eq__(self, other):
        return func.lower(self.expr) == func.lower(other)

    def near(self, other):
        return self.op("<->")(other)


class Name(sa.TypeDecorator):
    impl = sa.String
    cache_ok = True
    comparator_factory = AnyCase


class Path(sa.types.UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "LTREE"

    class comparator_factory(sa.types.UserDefinedType.Comparator):
        def above(self, other):
            return self.op("@>", is_comparison=True)(other)

        def __gt__(self, other):
            return self.operate(sa.sql.operators.ge, other)


class Counted(sa.TypeDecorator):
    impl = sa.Integer
    cache_ok = True

    class Comparator(sa.TypeDecorator.Comparator):
        def operate(self, op, *other, **kwargs):
            print("operate", op.__name__)
            return super().operate(op, *other, **kwargs)

    comparator_factory = Comparator


class Base(DeclarativeBase):
    pass


class Page(Base):
    __tablename__ = "pages"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Name)
    path: Mapped[str] = mapped_column(Path)
    visits: Mapped[int] = mapped_column(Counted)


pages = Page.__table__
print(pages.c.name == "Start", "|", pages.c.name != "Start", "|", pages.c.name.near("b"), "|", pages.c.name.like("s%"))
print(pages.c.path.above("a.b"), "|", pages.c.path == "c", "|", pages.c.path > "d")
print(pages.c.visits == 5, "|", pages.c.visits + 1)
print(sa.select(Page.id).where(Page.name == "start", Page.path.above(Page.name)))
for column in (pages.c.path, pages.c.name, pages.c.id):
    try:
        column.nothing
    except AttributeError as error:
        print(error)
