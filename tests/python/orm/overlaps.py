"""Relationships that write the same column, and neither names the other."""
import warnings

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import backref, configure_mappers, declarative_base, relationship

Base = declarative_base()
tagged = Table(
    "tagged",
    Base.metadata,
    Column("post_id", ForeignKey("posts.id"), primary_key=True),
    Column("tag_id", ForeignKey("tags.id"), primary_key=True),
)


class Post(Base):
    __tablename__ = "posts"
    id = Column(Integer, primary_key=True)
    tags = relationship("Tag", secondary=tagged)
    shown_tags = relationship("Tag", secondary=tagged, viewonly=True)
    comments = relationship("Comment")
    newest = relationship("Comment", lazy="dynamic")


class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
    posts = relationship("Post", secondary=tagged)


class Comment(Base):
    __tablename__ = "comments"
    id = Column(Integer, primary_key=True)
    post_id = Column(ForeignKey("posts.id"))
    post = relationship("Post", back_populates="comments", overlaps="newest")


class Vote(Base):
    __tablename__ = "votes"
    id = Column(Integer, primary_key=True)
    post_id = Column(ForeignKey("posts.id"))
    post = relationship("Post", backref="votes")
    again = relationship("Post", backref=backref("more_votes", uselist=False))


class Letter(Base):
    __tablename__ = "letters"
    id = Column(Integer, primary_key=True)
    from_id = Column(ForeignKey("people.id"))
    to_id = Column(ForeignKey("people.id"))
    sender = relationship("Person", primaryjoin="Letter.from_id == Person.id")
    receiver = relationship("Person", foreign_keys=[to_id])


class Person(Base):
    __tablename__ = "people"
    id = Column(Integer, primary_key=True)
    sent = relationship("Letter", primaryjoin=lambda: Person.id == Letter.from_id)


def said(work):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        work()
    for one in seen:
        print(one.category.__name__, one.message)
        print()


said(lambda: Post.comments.property)
said(configure_mappers)
print(Post.more_votes.property.uselist, Post.votes.property.uselist)


class Employee(Base):
    __tablename__ = "employees"
    id = Column(Integer, primary_key=True)
    boss_id = Column(ForeignKey("employees.id"))
    boss = relationship("Employee", remote_side=[id])
    team = relationship("Employee")


said(configure_mappers)
