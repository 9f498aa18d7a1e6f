from typing import Any
from sqlalchemy import Column, Integer, String, DateTime, ForeignKey
from sqlalchemy.orm import declarative_base, DeclarativeBase, declared_attr, relationship, RelationshipProperty, Mapped, mapped_column
def attempt(name, ann, allow=False, rel=False, own=False):
    Base = declarative_base()
    try:
        class P(Base):
            __tablename__ = "p"
            id = Column(Integer, primary_key=True)
        if rel:
            def f(cls): return relationship("P")
        else:
            def f(cls): return Column(Integer)
        f.__annotations__["return"] = ann
        M = type("M", (), {"x": declared_attr(f)})
        ns = {"__tablename__": "a", "id": Column(Integer, primary_key=True), "pid": Column(ForeignKey("p.id"))}
        if allow: ns["__allow_unmapped__"] = True
        if own: ns["x"] = declared_attr(f); M = object
        A = type("A", (M, Base) if not own else (Base,), ns)
        print(name, A.__table__.c.keys())
    except Exception as e: print(name, type(e).__name__, str(e)[:80])
attempt("col", Column); attempt("colstr", "Column"); attempt("int", int); attempt("Any", Any); attempt("mapped", Mapped[int]); attempt("rel", RelationshipProperty, rel=True); attempt("relstr", "RelationshipProperty", rel=True); attempt("relP", "P", rel=True)
attempt("int allow", int, allow=True); attempt("rel allow", "P", allow=True, rel=True); attempt("own", int, own=True); attempt("ownrel", "P", own=True, rel=True); attempt("colint", Column[Integer]); attempt("nonestr","None")
