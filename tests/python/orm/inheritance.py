from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Employee(Base):
    __tablename__ = "employees"
    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(String(20))
    __mapper_args__ = {"polymorphic_identity": "employee", "polymorphic_on": "type"}


class Engineer(Employee):
    __tablename__ = "engineers"
    id: Mapped[int] = mapped_column(ForeignKey("employees.id"), primary_key=True)
    language: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": "engineer"}


class Manager(Employee):
    budget: Mapped[int] = mapped_column(nullable=True)
    __mapper_args__ = {"polymorphic_identity": "manager"}


class Boss(Employee):
    budget = mapped_column(Integer, use_existing_column=True, nullable=True)
    car = Column(String(10))


print(list(Base.metadata.tables))
for table in Base.metadata.tables.values():
    print(repr(table))
print(Manager.__table__ is Employee.__table__, Manager.__tablename__)
try:
    class Clash(Employee):
        budget = Column(Integer)
except Exception as e:
    print(type(e).__name__, e)
try:
    class NoLink(Employee):
        __tablename__ = "nolink"
        id: Mapped[int] = mapped_column(primary_key=True)
except Exception as e:
    print(type(e).__name__, e)
