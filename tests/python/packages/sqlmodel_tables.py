from typing import Optional, List, Dict, Any, Literal
from datetime import datetime, date, time, timedelta
from decimal import Decimal
from enum import Enum
from uuid import UUID, uuid4
import uuid
from sqlmodel import SQLModel, Field, Relationship, Column, JSON, String, Session, select, AutoString
from sqlalchemy import MetaData, func, DateTime, UniqueConstraint, Index
from sqlalchemy.schema import CreateTable, CreateIndex
from sqlalchemy.dialects import postgresql
class Status(str, Enum):
    a = "A"
    b = "B"
class HeroBase(SQLModel):
    name: str = Field(index=True, max_length=50)
    secret: str
    age: Optional[int] = Field(default=None, index=True)
class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    heroes: List["Hero"] = Relationship(back_populates="team")
class Hero(HeroBase, table=True):
    __tablename__ = "heroes"
    __table_args__ = (UniqueConstraint("name", "secret", name="uq_x"), Index("ix_z", "name", "age"))
    id: int | None = Field(default=None, primary_key=True)
    uid: uuid.UUID = Field(default_factory=uuid4)
    status: Status = Field(default=Status.a)
    price: Decimal = Field(default=0, max_digits=10, decimal_places=2)
    created: datetime = Field(default_factory=datetime.utcnow, nullable=False)
    upd: Optional[datetime] = Field(default=None, sa_column=Column(DateTime(timezone=True), server_default=func.now(), onupdate=func.now()))
    upd2: datetime = Field(sa_column_kwargs={"server_default": func.now()}, sa_type=DateTime(timezone=True))
    d: date
    t: Optional[time]
    td: timedelta = timedelta(1)
    meta: Dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON))
    raw: bytes = b""
    fl: float = 1.5
    ok: bool = True
    ok2: bool = Field(default=True, sa_column_kwargs={"nullable": True})
    team_id: Optional[int] = Field(default=None, foreign_key="team.id", ondelete="CASCADE")
    team: Optional[Team] = Relationship(back_populates="heroes")
    note: str | None = None
    email: str = Field(nullable=True, sa_column_args=[], description="x")
d = postgresql.dialect()
for t in SQLModel.metadata.sorted_tables:
    print(CreateTable(t).compile(dialect=d))
    for i in sorted(t.indexes, key=lambda i: i.name): print(CreateIndex(i).compile(dialect=d))
for c in Hero.__table__.c: print(repr(c.type), c.nullable, c.index)
h = Hero(name="x", secret="y", d=date(2020,1,1), t=None)
print(repr(h)[:60])
print(HeroBase(name="a", secret="b"))
try: HeroBase(name="a", age="q")
except Exception as e: print(type(e), e)
try:
    class X(SQLModel, table=True):
        id: int
except Exception as e: print(type(e).__module__, type(e), e)
try:
    class X2(SQLModel, table=True):
        id: int = Field(primary_key=True)
        l: List[str]
except Exception as e: print(type(e), e)
try:
    class X3(SQLModel, table=True):
        id: int = Field(primary_key=True)
        l: Literal["a","b"]
except Exception as e: print(type(e), e)
try: Field(primary_key=True, sa_column=Column(String))
except Exception as e: print(type(e), e)
print(AutoString.__module__, SQLModel.__module__, type(SQLModel), Hero.__tablename__, Team.__tablename__)
print(Hero.metadata is SQLModel.metadata, select(Hero).where(Hero.name == "x"))
print(Hero.model_fields.keys())
print(Hero.model_validate({"name":"x","secret":"y","d":"2020-01-01","t":None,"upd2":"2020-01-01T00:00:00", "email":"e"}).d)
