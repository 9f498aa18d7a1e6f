import asyncio
from typing import AsyncGenerator
from datetime import datetime
from sqlalchemy import String, func, select
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncSession, async_sessionmaker, create_async_engine, AsyncEngine, AsyncConnection
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
engine = create_async_engine("postgresql+asyncpg://learner:learner@localhost:5432/app", echo=False, pool_pre_ping=True)
async_session = async_sessionmaker(engine, expire_on_commit=False, class_=AsyncSession)
class Base(AsyncAttrs, DeclarativeBase):
    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
class User(Base):
    __tablename__ = "users"
    name: Mapped[str] = mapped_column(String(50))
async def get_session() -> AsyncGenerator[AsyncSession, None]:
    async with async_session() as session:
        yield session
print(User.__table__.columns.keys(), AsyncSession.__module__)
s = async_session()
print(type(s).__name__, isinstance(s, AsyncSession))
print(AsyncSession, async_sessionmaker, AsyncAttrs)
