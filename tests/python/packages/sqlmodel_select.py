"""What SQLModel's own select() gives to a session, and what a statement says of its columns."""

from typing import Optional

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, func, select


class Hero(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str


A = aliased(Hero, name="other")
for statement in (select(Hero), select(Hero.id, Hero.name), select(A, A.name), select(Hero.name, func.now(), sa.literal(1)), sa.select(Hero.__table__), sa.select(Hero.__table__.c.id, func.count())):
    for one in statement.column_descriptions:
        print({key: value if key in ("name", "aliased") else repr(value) if key == "type" else type(value).__name__ for key, value in one.items()})
