from sqlalchemy import Column, ForeignKey, Integer, String

from app.models.base import Base


class Coupon(Base):
    __tablename__ = "coupons"

    id = Column(Integer, primary_key=True)
    customer_id = Column(Integer, ForeignKey("customers.id"), nullable=False)
    code = Column(String(20), nullable=False, unique=True)
