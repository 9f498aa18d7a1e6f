/** Fields and relationships as they are written. Answers to: sqlmodel/main.py (Field, Relationship). */
export const FIELDS = String.raw`
import datetime as _datetime
import decimal as _decimal
import enum as _enum
import pathlib as _pathlib
import types as _types
import typing as _typing
import uuid as _uuid
import sqlalchemy as _sa
from pydantic import BaseModel as _BaseModel, EmailStr as _EmailStr, ValidationError as _ValidationError
from pydantic.fields import FieldInfo as _PydanticField
from pydantic.main import ModelMetaclass as _ModelMetaclass, PydanticUndefined as _Undefined, _Context, _Url, _default_of, _unknown_type
from sqlalchemy.orm import Mapped as _Mapped, registry as _registry, relationship as _relationship
from sqlalchemy.orm.decl_api import DeclarativeMeta as _DeclarativeMeta
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

default_registry = _registry()

_COLUMN_ARGUMENTS = (
    "primary_key foreign_key ondelete unique nullable index sa_type sa_column sa_column_args sa_column_kwargs"
).split()


class FieldInfo(_PydanticField):
    def __init__(self, default=_Undefined, **kw):
        given = {name: kw.pop(name, _Undefined) for name in _COLUMN_ARGUMENTS}
        for name in ("primary_key", "nullable", "index", "unique", "foreign_key", "ondelete", "sa_column_args", "sa_column_kwargs", "sa_type"):
            if given["sa_column"] is not _Undefined and given[name] is not _Undefined and name not in ("nullable", "index"):
                raise RuntimeError("Passing %s is not supported when also passing a sa_column" % name)
        if given["foreign_key"] is _Undefined and given["ondelete"] is not _Undefined:
            raise RuntimeError("ondelete can only be used with foreign_key")
        _PydanticField.__init__(self, default, **kw)
        for name, value in given.items():
            setattr(self, name, value)


def Field(default=_Undefined, *, schema_extra=None, regex=None, const=None, **kw):
    if regex is not None:
        kw["pattern"] = regex
    return FieldInfo(default, **kw)


class RelationshipInfo:
    def __init__(self, *, back_populates=None, cascade_delete=False, passive_deletes=False, link_model=None,
                 sa_relationship=None, sa_relationship_args=None, sa_relationship_kwargs=None):
        if sa_relationship is not None:
            if sa_relationship_args is not None:
                raise RuntimeError("Passing sa_relationship_args is not supported when also passing a sa_relationship")
            if sa_relationship_kwargs is not None:
                raise RuntimeError("Passing sa_relationship_kwargs is not supported when also passing a sa_relationship")
        self.back_populates = back_populates
        self.cascade_delete = cascade_delete
        self.passive_deletes = passive_deletes
        self.link_model = link_model
        self.sa_relationship = sa_relationship
        self.sa_relationship_args = sa_relationship_args
        self.sa_relationship_kwargs = sa_relationship_kwargs


def Relationship(**kw):
    return RelationshipInfo(**kw)
`;
