import uuid
from typing import Optional, AsyncGenerator
from fastapi import Depends, Request, FastAPI, APIRouter
from fastapi_users import BaseUserManager, FastAPIUsers, UUIDIDMixin, models, schemas, InvalidPasswordException, exceptions
from fastapi_users.authentication import AuthenticationBackend, BearerTransport, JWTStrategy, CookieTransport
from fastapi_users.db import SQLAlchemyUserDatabase, SQLAlchemyBaseUserTableUUID
from fastapi_users_db_sqlalchemy import GUID, SQLAlchemyBaseUserTable
from fastapi_users_db_sqlalchemy.access_token import TIMESTAMPAware
from fastapi_users.schemas import BaseUser
from sqlalchemy.orm import DeclarativeBase, mapped_column, Mapped
from sqlalchemy.sql._typing import _ColumnExpressionArgument
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine, async_sessionmaker
class Base(DeclarativeBase): pass
class User(SQLAlchemyBaseUserTableUUID, Base):
    first: Mapped[Optional[str]]
class UserManager(UUIDIDMixin, BaseUserManager[User, uuid.UUID]):
    reset_password_token_secret = "S"
    async def on_after_register(self, user: User, request: Optional[Request] = None): print("x")
    async def validate_password(self, password: str, user) -> None:
        raise InvalidPasswordException(reason="short")
async def get_user_manager(user_db: SQLAlchemyUserDatabase = Depends()): yield UserManager(user_db)
bearer = BearerTransport(tokenUrl="auth/jwt/login")
def get_jwt_strategy() -> JWTStrategy[models.UP, models.ID]: return JWTStrategy(secret="S", lifetime_seconds=3600)
backend = AuthenticationBackend(name="jwt", transport=bearer, get_strategy=get_jwt_strategy)
fu = FastAPIUsers[User, uuid.UUID](get_user_manager, [backend])
active = fu.current_user(active=True)
class UserRead(schemas.BaseUser[uuid.UUID]): first: Optional[str] = None
class UserCreate(schemas.BaseUserCreate): first: str
router = APIRouter()
app = FastAPI()
app.include_router(router, prefix="/u")
def where(x: _ColumnExpressionArgument[bool] | None = None): ...
print(User.__table__.columns.keys(), UserManager(None).parse_id("12345678123456781234567812345678"), backend.name, UserCreate(email="a@x.io", password="p", first="F").create_update_dict())
try: UserManager(None).parse_id("x")
except exceptions.InvalidID as e: print(repr(e))
print(UserRead.model_fields.keys(), get_jwt_strategy().lifetime_seconds)
print(GUID, TIMESTAMPAware)
