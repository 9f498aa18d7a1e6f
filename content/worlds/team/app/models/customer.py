from sqlalchemy import Column, Integer, String

from app.models.base import Base


class Customer(Base):
    __tablename__ = "customers"

    id = Column(Integer, primary_key=True)
    name = Column(String(50), nullable=False)
    email = Column(String(200), nullable=True)
    points = Column(Integer, nullable=False, server_default="0")
