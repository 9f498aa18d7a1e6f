import datetime
import decimal
import enum
import uuid
from typing import Annotated, Any, ClassVar, List, Literal, Optional, Union

from sqlalchemy import BigInteger, ForeignKey, Numeric, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

intpk = Annotated[int, mapped_column(primary_key=True)]
str50 = Annotated[str, 50]
name_col = Annotated[str, mapped_column(String(30), index=True)]
stamp = Annotated[datetime.datetime, mapped_column(nullable=False)]


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Base(DeclarativeBase):
    type_annotation_map = {str50: String(50), dict[str, Any]: JSONB, decimal.Decimal: Numeric(10, 2)}


class A(Base):
    __tablename__ = "a"
    kind: ClassVar[str] = "x"
    id: Mapped[intpk]
    s: Mapped[str]
    s2: Mapped[Optional[str]]
    s3: Mapped[str | None]
    s4: Mapped[Union[str, None]] = mapped_column(nullable=False)
    s5: Mapped[str50]
    s6: Mapped[Optional[str50]]
    s7: Mapped[name_col]
    i: Mapped[int] = mapped_column(BigInteger, nullable=True)
    f: Mapped[float]
    b: Mapped[bool] = mapped_column(default=False)
    d: Mapped[datetime.date]
    dt: Mapped[datetime.datetime]
    t: Mapped[datetime.time]
    td: Mapped[datetime.timedelta]
    by: Mapped[bytes]
    u: Mapped[uuid.UUID] = mapped_column(default=uuid.uuid4)
    dec: Mapped[decimal.Decimal]
    c: Mapped[Color]
    c2: Mapped[Optional[Color]]
    lit: Mapped[Literal["x", "y"]]
    j: Mapped[dict[str, Any]]
    st: Mapped[stamp]
    n: Mapped["int"]
    n2: Mapped["Optional[int]"]
    n3: "Mapped[int]"
    text: Mapped[str] = mapped_column("body", Text, comment="the body")
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"))
    bs: Mapped[List["B"]] = relationship(back_populates="a")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[Optional[int]] = mapped_column(ForeignKey("a.id"))
    a: Mapped["A"] = relationship(back_populates="bs")


for name in ("a", "b"):
    for column in Base.metadata.tables[name].columns:
        print(repr(column).split(" at 0x")[0], column.nullable)
print(A.kind)
