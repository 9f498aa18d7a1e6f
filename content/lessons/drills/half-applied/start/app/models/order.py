import enum

from sqlalchemy import Column, Enum, Integer, String

from app.models.base import Base


class Status(enum.Enum):
    paid = "paid"
    sent = "sent"
    gift = "gift"


class Order(Base):
    __tablename__ = "orders"

    id = Column(Integer, primary_key=True)
    status = Column(Enum(Status, name="order_status"), nullable=False)
    gift_note = Column(String(100), nullable=False)
