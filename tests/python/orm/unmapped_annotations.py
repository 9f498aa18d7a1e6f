from sqlalchemy import Column, Integer, String, DateTime
from sqlalchemy.orm import as_declarative, declarative_base, DeclarativeBase, declared_attr
def attempt(f):
    try: print(f.__name__, f().__table__.c.keys())
    except Exception as e: print(f.__name__, type(e).__name__, str(e)[:90])
def asdecl():
    @as_declarative()
    class Base:
        id: int = Column(Integer, primary_key=True)
    class A(Base):
        __tablename__ = "a"
    return A
def asdecl_any():
    from typing import Any
    @as_declarative()
    class Base:
        id: Any
        __name__: str
        @declared_attr
        def __tablename__(cls) -> str: return cls.__name__.lower()
    class A(Base):
        id = Column(Integer, primary_key=True)
    return A
def declbase():
    Base = declarative_base()
    class A(Base):
        __tablename__ = "a"
        id: int = Column(Integer, primary_key=True)
    return A
def mixin():
    Base = declarative_base()
    class M:
        id: int = Column(Integer, primary_key=True)
    class A(M, Base):
        __tablename__ = "a"
    return A
def mixin_bare():
    Base = declarative_base()
    class M:
        x: int
        id = Column(Integer, primary_key=True)
    class A(M, Base):
        __tablename__ = "a"
    return A
def abstract():
    Base = declarative_base()
    class M(Base):
        __abstract__ = True
        id: int = Column(Integer, primary_key=True)
    class A(M):
        __tablename__ = "a"
    return A
def own_bare():
    Base = declarative_base()
    class A(Base):
        __tablename__ = "a"
        x: int
        id = Column(Integer, primary_key=True)
    return A
def own_tablename_ann():
    Base = declarative_base()
    class A(Base):
        __tablename__: str = "a"
        __table_args__: tuple = ()
        id = Column(Integer, primary_key=True)
    return A
def mixin_allow():
    Base = declarative_base()
    class M:
        __allow_unmapped__ = True
        id: int = Column(Integer, primary_key=True)
    class A(M, Base):
        __tablename__ = "a"
    return A
def declattr_ann():
    Base = declarative_base()
    class M:
        @declared_attr
        def id(cls) -> int: return Column(Integer, primary_key=True)
    class A(M, Base):
        __tablename__ = "a"
    return A
def dbase():
    class Base(DeclarativeBase):
        id: int = Column(Integer, primary_key=True)
    class A(Base):
        __tablename__ = "a"
    return A
for f in (asdecl, asdecl_any, declbase, mixin, mixin_bare, abstract, own_bare, own_tablename_ann, mixin_allow, declattr_ann, dbase): attempt(f)
