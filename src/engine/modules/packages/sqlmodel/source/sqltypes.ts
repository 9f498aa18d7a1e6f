/** The types of text and time. Answers to: sqlmodel/sql/sqltypes.py. */
export const SQLTYPES_SOURCE = String.raw`
import datetime as _datetime
from sqlalchemy import types as _types


class AutoString(_types.TypeDecorator):
    impl = _types.String
    cache_ok = True
    mysql_default_length = 255

    def load_dialect_impl(self, dialect):
        return super().load_dialect_impl(dialect)


class UTCDateTime(_types.TypeDecorator):
    impl = _types.DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(_types.DateTime(timezone=True))

    def process_bind_param(self, value, dialect):
        if value is not None and value.tzinfo is None:
            value = value.replace(tzinfo=_datetime.timezone.utc)
        return value
`;
