from sqlalchemy import create_engine

from app.models import user
from app.models.base import Base

engine = create_engine("postgresql+psycopg2://learner:learner@localhost:5432/app")
Base.metadata.create_all(engine)
print("tables:", ", ".join(Base.metadata.tables))
