from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from app.models.user import User

engine = create_engine("postgresql+psycopg2://learner:learner@localhost:5432/app")

with Session(engine) as session:
    for user in session.scalars(select(User).order_by(User.id)):
        print(user.id, user.username)
