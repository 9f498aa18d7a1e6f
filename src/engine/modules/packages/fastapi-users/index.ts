/** `fastapi_users_db_sqlalchemy`: the mixins of tables and their types. Answers to: fastapi-users-db-sqlalchemy 7. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { NativeModule } from '../../../python/values/native/native.ts';
import { pythonModule } from '../../library.ts';
import { unknownName } from '../../unknown.ts';
import { USERS_SOURCE } from './users.ts';

const D = { distribution: 'fastapi_users_db_sqlalchemy', package: true };

const generics = pythonModule(
  'fastapi_users_db_sqlalchemy.generics',
  String.raw`
import uuid as _uuid
from datetime import datetime as _datetime, timezone as _timezone
from sqlalchemy import CHAR as _CHAR, TIMESTAMP as _TIMESTAMP
from sqlalchemy.dialects.postgresql import UUID as _UUID
from sqlalchemy.types import TypeDecorator as _TypeDecorator

UUID_ID = _uuid.UUID


def now_utc():
    return _datetime.now(_timezone.utc)


class GUID(_TypeDecorator):
    impl = _CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(_UUID() if dialect.name == "postgresql" else _CHAR(36))

    def process_bind_param(self, value, dialect):
        return value if value is None else str(value)

    def process_result_value(self, value, dialect):
        return value if value is None or isinstance(value, _uuid.UUID) else _uuid.UUID(value)


class TIMESTAMPAware(_TypeDecorator):
    impl = _TIMESTAMP
    cache_ok = True

    def process_result_value(self, value, dialect):
        return value
`,
  {},
  D,
);

const main = pythonModule(
  'fastapi_users_db_sqlalchemy.main',
  String.raw`
import uuid as _uuid
from typing import Generic as _Generic, Optional as _Optional, TypeVar as _TypeVar
from sqlalchemy import Boolean as _Boolean, ForeignKey as _ForeignKey, Integer as _Integer, String as _String, func as _func, select as _select
from sqlalchemy.orm import Mapped as _Mapped, declared_attr as _declared_attr, mapped_column as _mapped_column
from fastapi_users_db_sqlalchemy.generics import GUID, TIMESTAMPAware as _TIMESTAMPAware, now_utc as _now_utc

_ID = _TypeVar("_ID")


class SQLAlchemyBaseUserTable(_Generic[_ID]):
    __tablename__ = "user"

    email: _Mapped[str] = _mapped_column(_String(length=320), unique=True, index=True, nullable=False)
    hashed_password: _Mapped[str] = _mapped_column(_String(length=1024), nullable=False)
    is_active: _Mapped[bool] = _mapped_column(_Boolean, default=True, nullable=False)
    is_superuser: _Mapped[bool] = _mapped_column(_Boolean, default=False, nullable=False)
    is_verified: _Mapped[bool] = _mapped_column(_Boolean, default=False, nullable=False)


class SQLAlchemyBaseUserTableUUID(SQLAlchemyBaseUserTable[_uuid.UUID]):
    id: _Mapped[_uuid.UUID] = _mapped_column(GUID, primary_key=True, default=_uuid.uuid4)


class SQLAlchemyBaseOAuthAccountTable(_Generic[_ID]):
    __tablename__ = "oauth_account"

    oauth_name: _Mapped[str] = _mapped_column(_String(length=100), index=True, nullable=False)
    access_token: _Mapped[str] = _mapped_column(_String(length=1024), nullable=False)
    expires_at: _Mapped[_Optional[int]] = _mapped_column(_Integer, nullable=True)
    refresh_token: _Mapped[_Optional[str]] = _mapped_column(_String(length=1024), nullable=True)
    account_id: _Mapped[str] = _mapped_column(_String(length=320), index=True, nullable=False)
    account_email: _Mapped[str] = _mapped_column(_String(length=320), nullable=False)


class SQLAlchemyBaseOAuthAccountTableUUID(SQLAlchemyBaseOAuthAccountTable[_uuid.UUID]):
    id: _Mapped[_uuid.UUID] = _mapped_column(GUID, primary_key=True, default=_uuid.uuid4)

    @_declared_attr
    def user_id(cls) -> _Mapped[GUID]:
        return _mapped_column(GUID, _ForeignKey("user.id", ondelete="cascade"), nullable=False)


class SQLAlchemyBaseAccessTokenTable(_Generic[_ID]):
    __tablename__ = "accesstoken"

    token: _Mapped[str] = _mapped_column(_String(length=43), primary_key=True)
    created_at: _Mapped[_TIMESTAMPAware] = _mapped_column(_TIMESTAMPAware(timezone=True), index=True, nullable=False, default=_now_utc)


class SQLAlchemyBaseAccessTokenTableUUID(SQLAlchemyBaseAccessTokenTable[_uuid.UUID]):
    @_declared_attr
    def user_id(cls) -> _Mapped[GUID]:
        return _mapped_column(GUID, _ForeignKey("user.id", ondelete="cascade"), nullable=False)


class SQLAlchemyUserDatabase:
    def __init__(self, session, user_table, oauth_account_table=None):
        self.session = session
        self.user_table = user_table
        self.oauth_account_table = oauth_account_table

    def __class_getitem__(cls, item):
        return cls

    async def get(self, id):
        return (await self.session.execute(_select(self.user_table).where(self.user_table.id == id))).scalars().first()

    async def get_by_email(self, email):
        found = _select(self.user_table).where(_func.lower(self.user_table.email) == _func.lower(email))
        return (await self.session.execute(found)).scalars().first()


class SQLAlchemyAccessTokenDatabase:
    def __init__(self, session, access_token_table):
        self.session = session
        self.access_token_table = access_token_table

    def __class_getitem__(cls, item):
        return cls
`,
  {},
  D,
);

const USERS = { distribution: 'fastapi_users', package: true };
const PARTS = 'authentication exceptions jwt manager models password router schemas'.split(' ');
const users = pythonModule(
  'fastapi_users.fastapi_users',
  USERS_SOURCE,
  {},
  { distribution: 'fastapi_users' },
);
const rest =
  (module: string): NativeModule['getattr'] =>
  (_call, name) =>
    name.startsWith('__') ? undefined : unknownName(`${module}.${name}`);
const shared = (name: string): NativeModule => ({ ...D, name, names: main.names });

/** The modules of fastapi-users-db-sqlalchemy, and the one of fastapi-users that passes them on. */
export const FASTAPI_USERS_MODULES: readonly NativeModule[] = [
  {
    ...shared('fastapi_users_db_sqlalchemy'),
    names: {
      ...main.names,
      GUID: generics.names.GUID!,
      generics: (call) => call.importModule('fastapi_users_db_sqlalchemy.generics'),
    },
  },
  generics,
  main,
  {
    ...shared('fastapi_users_db_sqlalchemy.access_token'),
    names: { ...main.names, GUID: generics.names.GUID!, TIMESTAMPAware: generics.names.TIMESTAMPAware! },
  },
  {
    ...USERS,
    name: 'fastapi_users',
    names: {
      ...users.names,
      ...Object.fromEntries(
        PARTS.map((part) => [part, (call: Interpreter) => call.importModule(`fastapi_users.${part}`)]),
      ),
    },
    getattr: rest('fastapi_users'),
  },
  ...PARTS.map((part) => ({
    ...USERS,
    name: `fastapi_users.${part}`,
    names: users.names,
    getattr: rest(`fastapi_users.${part}`),
  })),
  { ...USERS, name: 'fastapi_users.db', names: main.names, getattr: rest('fastapi_users.db') },
];
