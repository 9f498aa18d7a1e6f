from sqlalchemy import Column, ForeignKey, Integer, String

from app.models.base import Base


class Order(Base):
    __tablename__ = "orders"

    id = Column(Integer, primary_key=True)
    customer_id = Column(Integer, ForeignKey("customers.id"), nullable=False)
    drink = Column(String(50), nullable=False)
    price = Column(Integer, nullable=False)
