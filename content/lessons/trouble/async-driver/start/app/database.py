from sqlalchemy.ext.asyncio import create_async_engine

# The web application is asynchronous.
engine = create_async_engine("postgresql+asyncpg://learner:learner@localhost:5432/app")
