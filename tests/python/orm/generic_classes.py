"""Classes that annotations subscript."""
import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.ext import asyncio, hybrid

for cls in (
    sa.ColumnElement, sa.Select, sa.Result, sa.Row, sa.Column, sa.TypeDecorator, sa.SQLColumnExpression, sa.ScalarResult,
    sa.CursorResult, orm.InstrumentedAttribute, orm.sessionmaker, orm.scoped_session, orm.Query, orm.Mapper, orm.Mapped,
    orm.declared_attr, orm.MappedColumn, orm.Relationship, asyncio.async_sessionmaker, hybrid.hybrid_property,
):
    print(cls.__name__, cls[int] is not None)
