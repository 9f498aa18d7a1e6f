from __future__ import annotations

import datetime
import re
from typing import Optional

from sqlalchemy import ForeignKey, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, registry, relationship


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class Writer(Base):
    __tablename__ = "writers"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    born: Mapped[Optional[datetime.date]] = mapped_column(default=None)
    works: Mapped[list[Work]] = relationship(back_populates="writer", default_factory=list, repr=False)


class Work(Base, kw_only=True):
    __tablename__ = "works"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    title: Mapped[str]
    writer_id: Mapped[int] = mapped_column(ForeignKey("writers.id"), init=False)
    writer: Mapped[Writer] = relationship(back_populates="works")
    pages: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime.datetime] = mapped_column(insert_default=func.now(), default=None)


for table in Base.metadata.sorted_tables:
    print(re.sub(r" at 0x\w+", "", repr(table)))
w = Writer("Han")
print(w.name, w.born, w.works, w)
try:
    Writer()
except TypeError as e:
    print(e)
try:
    Work("x")
except TypeError as e:
    print(e)
try:
    class Bad(Base):
        __tablename__ = "bad"
        id: Mapped[int] = mapped_column(primary_key=True, default=1)
        name: Mapped[str]
except Exception as e:
    print(type(e).__name__, e)
reg = registry()


@reg.mapped_as_dataclass
class Solo:
    __tablename__ = "solo"
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(default="x")


print(Solo(1))
