from fastapi_users.db import SQLAlchemyBaseUserTableUUID, SQLAlchemyUserDatabase
from fastapi_users_db_sqlalchemy import SQLAlchemyBaseUserTable, SQLAlchemyBaseOAuthAccountTableUUID
from fastapi_users_db_sqlalchemy.generics import GUID, TIMESTAMPAware, now_utc
from fastapi_users_db_sqlalchemy.access_token import SQLAlchemyBaseAccessTokenTableUUID
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, declared_attr, relationship
from sqlalchemy import Integer, ForeignKey
from sqlalchemy.schema import CreateTable
from sqlalchemy.dialects import postgresql
class Base(DeclarativeBase): pass
class OAuthAccount(SQLAlchemyBaseOAuthAccountTableUUID, Base): pass
class User(SQLAlchemyBaseUserTableUUID, Base):
    oauth_accounts: Mapped[list[OAuthAccount]] = relationship("OAuthAccount", lazy="joined")
class AT(SQLAlchemyBaseAccessTokenTableUUID, Base): pass
class U2(SQLAlchemyBaseUserTable[int], Base):
    __tablename__ = "u2"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
for t in Base.metadata.sorted_tables:
    print(CreateTable(t).compile(dialect=postgresql.dialect()))
    for c in t.c: print(c.name, repr(c.type), type(c.type).__module__, c.unique, c.index, c.nullable, c.default is not None)
    print(sorted((i.name, i.unique) for i in t.indexes))
