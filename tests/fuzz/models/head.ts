/** What stands above the tables in models.py: imports, types of one's own, aliases, metadata and bases. */
import type { Random } from '../random.ts';
import type { Models } from './schema.ts';

const IMPORTS = `import datetime
import enum
import uuid
from decimal import Decimal
from typing import Any, Literal, NewType, Optional, Union

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    column_property,
    declared_attr,
    mapped_column,
    registry,
    relationship,
    synonym,
)
from typing_extensions import Annotated


class Trimmed(sa.types.TypeDecorator):
    impl = sa.String
    cache_ok = True


class Shout(sa.types.UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "VARCHAR(7)"


class Choice(sa.types.TypeDecorator):
    impl = sa.String(40)
    cache_ok = True

    def __init__(self, choices):
        super().__init__()
        self.choices = choices


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


Title = NewType("Title", str)
`;

const ALIASES = `
str50 = Annotated[str, 50]
money = Annotated[Decimal, mapped_column(sa.Numeric(10, 2), server_default="0")]
stamp = Annotated[datetime.datetime, mapped_column(sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False)]
lettered = Annotated[str, mapped_column(sa.String(12), unique=True)]
counted = Annotated[int, mapped_column(index=True, comment="counted")]
small = Annotated[int, mapped_column(sa.SmallInteger, default=3)]
owner = Annotated[str, mapped_column("owner_name", sa.Text)]
flag = Annotated[Optional[bool], mapped_column(server_default=sa.false())]
`;

const MAPS = [
  'str: sa.String(80)',
  'str: sa.Text',
  'datetime.datetime: sa.DateTime(timezone=True)',
  'datetime.datetime: postgresql.TIMESTAMP(precision=3)',
  'int: sa.BigInteger',
  'Decimal: sa.Numeric(12, 4)',
  'float: sa.Double()',
  'uuid.UUID: postgresql.UUID(as_uuid=True)',
  'bytes: sa.LargeBinary(32)',
  'enum.Enum: sa.Enum(enum.Enum, native_enum=False, length=20)',
  'Literal: sa.Enum(enum.Enum, native_enum=False)',
  'Color: sa.Enum(Color, name="paint")',
  'Title: sa.String(120)',
  'str50: sa.String(50)',
  'bool: sa.Boolean(create_constraint=False)',
  'datetime.timedelta: postgresql.INTERVAL(precision=0)',
  'Literal["low", "high"]: sa.Enum("low", "high", name="height")',
];

/** @returns entries of a type_annotation_map */
export const anyMap = (r: Random): string[] => [
  ...r.some(MAPS, 0, 5),
  ...(r.chance(3) ? ['dict[str, Any]: postgresql.JSONB', 'list[str]: postgresql.ARRAY(sa.Text)'] : []),
  ...(r.chance(9) ? ['Any: sa.JSON'] : []),
];

export function head(models: Models): string {
  const options = [
    models.naming && `naming_convention=${models.naming}`,
    models.schema && `schema="${models.schema}"`,
  ].filter(Boolean);
  const map = `    type_annotation_map = {${models.map.join(', ')}}\n`;
  return [
    models.future ? `from __future__ import annotations\n\n${IMPORTS}` : IMPORTS,
    `\nclass Color(enum.Enum):\n${models.colors.map((one) => `    ${one} = "${one[0]}"`).join('\n')}\n`,
    ALIASES,
    `metadata = sa.MetaData(${options.join(', ')})`,
    `more_metadata = sa.MetaData(${models.moreNaming})`,
    `\n\nclass Base(DeclarativeBase):\n    metadata = metadata\n${models.map.length > 0 ? map : ''}`,
    '\nclass DataBase(MappedAsDataclass, DeclarativeBase):\n    metadata = metadata\n',
    '\nmapper_registry = registry(metadata=metadata)\n',
  ].join('\n');
}
