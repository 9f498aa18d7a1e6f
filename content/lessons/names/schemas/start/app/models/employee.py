from sqlalchemy import Column, Integer, String

from app.models.base import Base


class Employee(Base):
    __tablename__ = "employees"
    __table_args__ = {"schema": "staff"}

    id = Column(Integer, primary_key=True)
    name = Column(String(50), nullable=False)
