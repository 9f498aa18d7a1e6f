from sqlalchemy import Column, ForeignKey, Integer, String, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import column_property, configure_mappers, declarative_base, deferred, relationship, synonym, validates
from sqlalchemy import inspect

Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    first = Column(String(20))
    last = Column(String(20))
    bio = deferred(Column(String))
    full = column_property(first + " " + last)
    nick = synonym("first")
    posts = relationship("Post", back_populates="user")

    @validates("first")
    def check_first(self, key, value):
        if not value:
            raise ValueError("empty " + key)
        return value.title()

    @hybrid_property
    def label(self):
        return self.first + "!"

    def __repr__(self):
        return f"<User {self.first}>"


class Post(Base):
    __tablename__ = "posts"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("users.id"))
    user = relationship("User", back_populates="posts")


u = User(first="han", last="kim")
print(u, u.first, u.id, u.label, u.last)
p = Post(user=u)
print(u.posts == [p], p.user_id)
try:
    User(frist="x")
except TypeError as e:
    print(e)
try:
    User(first="")
except ValueError as e:
    print(e)
print(User.first, User.__mapper__, User.__table__.c.keys())
print(select(User.id, User.last).where(User.first == "x"))
print([a.key for a in inspect(User).attrs], inspect(User).primary_key)
Base2 = declarative_base()


class Left(Base2):
    __tablename__ = "left"
    id = Column(Integer, primary_key=True)
    rights = relationship("Rihgt")


try:
    Left()
except Exception as e:
    print(type(e).__name__, e)
Base3 = declarative_base()


class One(Base3):
    __tablename__ = "one"
    id = Column(Integer, primary_key=True)
    two = relationship("Two")


class Two(Base3):
    __tablename__ = "two"
    id = Column(Integer, primary_key=True)


try:
    configure_mappers()
except Exception as e:
    print(type(e).__name__, e)
