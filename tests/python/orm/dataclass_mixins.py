from typing import Optional
from sqlalchemy.orm import MappedAsDataclass, DeclarativeBase, Mapped, mapped_column
class Base(MappedAsDataclass, DeclarativeBase): pass
class Mix(MappedAsDataclass):
    a: Mapped[int] = mapped_column(default=1)
try:
    class U(Mix, Base):
        __tablename__ = "u"
        id: Mapped[int] = mapped_column(primary_key=True)
except Exception as e: print(type(e).__name__, e)
class Kw(MappedAsDataclass, DeclarativeBase, kw_only=True): pass
class M2(MappedAsDataclass, kw_only=True):
    a: Mapped[int] = mapped_column(default=1)
class V(M2, Kw):
    __tablename__ = "v"
    id: Mapped[int] = mapped_column(primary_key=True)
print(V(id=1), V(id=1) == V(id=1), V.__hash__, Base.__hash__)
class Abs(Base):
    __abstract__ = True
    def __repr__(self): return "abs"
class W(Abs):
    __tablename__ = "w"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    n: Mapped[Optional[str]] = mapped_column(default="q")
print(W("x"))
import dataclasses

for one in (Base, Mix, Abs, V, W):
    print(one.__name__, dataclasses.is_dataclass(one), [field.name for field in dataclasses.fields(one)])
