import warnings

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, declarative_base, mapped_column, relationship

warnings.simplefilter("always")


def attempt(make):
    class Base(DeclarativeBase):
        pass

    try:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            made = make(Base)
            for one in seen:
                print("warning:", one.category.__name__, one.message)
            print(made.__name__, repr(made.__table__) if hasattr(made, "__table__") else None)
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


@attempt
def no_table(Base):
    class User(Base):
        id = Column(Integer, primary_key=True)
    return User


@attempt
def no_key(Base):
    class User(Base):
        __tablename__ = "users"
        name = Column(String)
    return User


@attempt
def reserved(Base):
    class User(Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)
        metadata = Column(String)
    return User


@attempt
def reserved_annotated(Base):
    class User(Base):
        __tablename__ = "users"
        id: Mapped[int] = mapped_column(primary_key=True)
        metadata: Mapped[str]
    return User


@attempt
def comma(Base):
    class User(Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)
        name = Column(String),
    return User


@attempt
def bare_type(Base):
    class User(Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)
        name = String(50)
        other = Integer
    return User


@attempt
def args_list(Base):
    class User(Base):
        __tablename__ = "users"
        __table_args__ = [{"schema": "x"}]
        id = Column(Integer, primary_key=True)
    return User


@attempt
def args_paren(Base):
    class User(Base):
        __tablename__ = "users"
        __table_args__ = ({"comment": "x"}, {"schema": "y"})
        id = Column(Integer, primary_key=True)
    return User


@attempt
def plain_annotation(Base):
    class User(Base):
        __tablename__ = "users"
        id: int = mapped_column(primary_key=True)
    return User


@attempt
def plain_annotation_no_value(Base):
    class User(Base):
        __tablename__ = "users"
        id: Mapped[int] = mapped_column(primary_key=True)
        name: str
    return User


@attempt
def plain_annotation_column(Base):
    class User(Base):
        __tablename__ = "users"
        id: int = Column(Integer, primary_key=True)
    return User


@attempt
def allow_unmapped(Base):
    class User(Base):
        __tablename__ = "users"
        __allow_unmapped__ = True
        id: int = mapped_column(Integer, primary_key=True)
        name: str
    return User


@attempt
def unknown_type(Base):
    class User(Base):
        __tablename__ = "users"
        id: Mapped[int] = mapped_column(primary_key=True)
        tags: Mapped[list[str]]
    return User


@attempt
def unknown_class(Base):
    class Odd:
        pass

    class User(Base):
        __tablename__ = "users"
        id: Mapped[int] = mapped_column(primary_key=True)
        odd: Mapped[Odd] = mapped_column()
    return User


@attempt
def no_type_at_all(Base):
    class User(Base):
        __tablename__ = "users"
        id: Mapped[int] = mapped_column(primary_key=True)
        odd = mapped_column()
    return User


@attempt
def unresolved_name(Base):
    class User(Base):
        __tablename__ = "users"
        id: Mapped[int] = mapped_column(primary_key=True)
        odd: Mapped["Nothing"]
    return User


@attempt
def duplicate(Base):
    class User(Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)

    class Again(Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)
    return Again


@attempt
def same_class_name(Base):
    class User(Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)

    class User(Base):
        __tablename__ = "people"
        id = Column(Integer, primary_key=True)
    return User


@attempt
def same_column(Base):
    class User(Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)
        a = Column("x", Integer)
        b = Column("x", Integer)
    return User


@attempt
def relationship_on_mixin(Base):
    class Mixin:
        other = relationship("Other")

    class User(Mixin, Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)
    return User


@attempt
def table_and_columns(Base):
    class User(Base):
        __table__ = Table("users", Base.metadata, Column("id", Integer, primary_key=True))
        extra = Column(Integer)
    return User


@attempt
def with_table(Base):
    class User(Base):
        __table__ = Table("users", Base.metadata, Column("id", Integer, primary_key=True))
    return User


@attempt
def base_direct(Base):
    class Wrong(DeclarativeBase):
        __tablename__ = "wrong"
        id = Column(Integer, primary_key=True)
    return Wrong


@attempt
def relationship_annotation(Base):
    class User(Base):
        __tablename__ = "users"
        id: Mapped[int] = mapped_column(primary_key=True)
        posts: list["Post"] = relationship()
    return User


@attempt
def relationship_without(Base):
    class User(Base):
        __tablename__ = "users"
        id: Mapped[int] = mapped_column(primary_key=True)
        posts: Mapped[list["Post"]]
    return User


@attempt
def mapped_column_wrong_arg(Base):
    class User(Base):
        __tablename__ = "users"
        id: Mapped[int] = mapped_column(primary_key=True, lenght=3)
    return User


@attempt
def empty_base(Base):
    class Sub(Base):
        pass
    return Sub


try:
    mapped_column(Integer, "x")
except Exception as e:
    print(type(e).__name__, e)
try:
    class Direct(DeclarativeBase, MappedAsDataclass):
        pass
    print("ok")
except Exception as e:
    print(type(e).__name__, e)
try:
    DeclarativeBase()
except Exception as e:
    print(type(e).__name__, e)
