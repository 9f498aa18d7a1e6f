import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def main():
    engine = create_async_engine("postgresql+asyncpg://learner:learner@localhost:5432/app")
    async with engine.connect() as connection:
        print(await connection.scalar(text("SELECT 'hello'")))
    await engine.dispose()


asyncio.run(main())
