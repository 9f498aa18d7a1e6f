from sqlalchemy import Column, DateTime, ForeignKey, Integer, String, UniqueConstraint, func
from sqlalchemy.orm import DeclarativeBase, Mapped, declarative_mixin, declared_attr, mapped_column, relationship


class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower() + "s"

    id = Column(Integer, primary_key=True)


class Stamps:
    created = Column(DateTime, server_default=func.now(), nullable=False)
    updated: Mapped[str] = mapped_column(String(10), sort_order=5)
    note: Mapped[str | None]


@declarative_mixin
class Owned:
    @declared_attr
    def owner_id(cls):
        return Column(Integer, ForeignKey("users.id"), index=True)

    @declared_attr
    def owner(cls):
        return relationship("User")

    @declared_attr
    def __table_args__(cls):
        return (UniqueConstraint("owner_id", "label", name=f"uq_{cls.__name__.lower()}"),)


class User(Stamps, Base):
    name = Column(String(20))


class Item(Owned, Stamps, Base):
    label: Mapped[str] = mapped_column(String(5))


class Abstract(Base):
    __abstract__ = True
    code = Column(String(3))


class Leaf(Abstract):
    __tablename__ = "leaf"
    size: Mapped[int] = mapped_column(sort_order=-1)


for table in Base.metadata.sorted_tables:
    print(table.name, [(c.name, str(c.type), c.nullable) for c in table.columns])
    print("  ", sorted(str(c.name) for c in table.constraints), sorted(i.name for i in table.indexes))
print(User.__table__.c.created is Item.__table__.c.created)
