import re

from sqlalchemy import Boolean, CheckConstraint, Column, DateTime, ForeignKey, Index, Integer, MetaData, String, Text, UniqueConstraint, func
from sqlalchemy.orm import DeclarativeBase, declarative_base, registry


def show(base):
    for table in base.metadata.sorted_tables:
        print(re.sub(" at 0x\\w+", "", repr(table)))
        for constraint in sorted(table.constraints, key=lambda c: type(c).__name__):
            print("  ", type(constraint).__name__, constraint.name, [c.name for c in constraint.columns])
        for index in sorted(table.indexes, key=lambda i: i.name):
            print("  ", index)


Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    __table_args__ = (UniqueConstraint("a", "bee", name="uq_ab"), Index("ix_b", "bee"), {"comment": "people"})

    id = Column(Integer, primary_key=True)
    a = Column(String(10), nullable=False, index=True)
    b = Column("bee", Text)
    c = Column(Boolean, default=True, server_default="true")
    at = Column(DateTime, server_default=func.now())


class Post(Base):
    __tablename__ = "posts"
    __table_args__ = {"schema": "blog"}

    id = Column(Integer, primary_key=True)
    user_id = Column(Integer, ForeignKey("users.id", ondelete="CASCADE"))


show(Base)
print(User.__table__ is Base.metadata.tables["users"], User.__tablename__, Post.__table__.schema)
print(User, Base, type(Base).__name__, Base.metadata is User.metadata)


class Modern(DeclarativeBase):
    metadata = MetaData(naming_convention={"pk": "pk_%(table_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s"})


class Thing(Modern):
    __tablename__ = "things"
    code = Column(String(3), primary_key=True)
    other = Column(Integer, unique=True)


show(Modern)
reg = registry()


@reg.mapped
class Pet:
    __tablename__ = "pets"
    id = Column(Integer, primary_key=True)


show(reg)
print(Thing.registry is Modern.registry, isinstance(Modern.registry, registry))
