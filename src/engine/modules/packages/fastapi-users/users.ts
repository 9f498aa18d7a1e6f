/** What an application says of its users beside their tables: managers, schemas, ways to log in. Nothing logs anybody in. Answers to: fastapi_users. */
export const USERS_SOURCE = String.raw`
from typing import Generic as _Generic, Optional as _Optional, TypeVar as _TypeVar
import uuid as _uuid
from fastapi import APIRouter as _APIRouter
from pydantic import BaseModel as _BaseModel, ConfigDict as _ConfigDict, EmailStr as _EmailStr

_User = _TypeVar("_User")
_Id = _TypeVar("_Id")


class FastAPIUsersException(Exception):
    pass


class InvalidID(FastAPIUsersException):
    pass


class UserAlreadyExists(FastAPIUsersException):
    pass


class UserNotExists(FastAPIUsersException):
    pass


class UserInactive(FastAPIUsersException):
    pass


class UserAlreadyVerified(FastAPIUsersException):
    pass


class InvalidVerifyToken(FastAPIUsersException):
    pass


class InvalidResetPasswordToken(FastAPIUsersException):
    pass


class InvalidPasswordException(FastAPIUsersException):
    def __init__(self, reason):
        self.reason = reason


class UUIDIDMixin:
    def parse_id(self, value):
        if isinstance(value, _uuid.UUID):
            return value
        try:
            return _uuid.UUID(value)
        except ValueError as error:
            raise InvalidID() from error


class IntegerIDMixin:
    def parse_id(self, value):
        if isinstance(value, float):
            raise InvalidID()
        try:
            return int(value)
        except ValueError as error:
            raise InvalidID() from error


class BaseUserManager(_Generic[_User, _Id]):
    reset_password_token_lifetime_seconds = 3600
    reset_password_token_audience = "fastapi-users:reset"
    verification_token_lifetime_seconds = 3600
    verification_token_audience = "fastapi-users:verify"

    def __init__(self, user_db, password_helper=None):
        self.user_db = user_db
        self.password_helper = password_helper

    def parse_id(self, value):
        raise NotImplementedError()

    async def get(self, id):
        user = await self.user_db.get(id)
        if user is None:
            raise UserNotExists()
        return user

    async def get_by_email(self, user_email):
        user = await self.user_db.get_by_email(user_email)
        if user is None:
            raise UserNotExists()
        return user


class CreateUpdateDictModel(_BaseModel):
    def create_update_dict(self):
        return self.model_dump(exclude_unset=True, exclude={"id", "is_superuser", "is_active", "is_verified", "oauth_accounts"})

    def create_update_dict_superuser(self):
        return self.model_dump(exclude_unset=True, exclude={"id"})


class BaseUser(CreateUpdateDictModel, _Generic[_Id]):
    id: _Id
    email: _EmailStr
    is_active: bool = True
    is_superuser: bool = False
    is_verified: bool = False
    model_config = _ConfigDict(from_attributes=True)


class BaseUserCreate(CreateUpdateDictModel):
    email: _EmailStr
    password: str
    is_active: _Optional[bool] = True
    is_superuser: _Optional[bool] = False
    is_verified: _Optional[bool] = False


class BaseUserUpdate(CreateUpdateDictModel):
    password: _Optional[str] = None
    email: _Optional[_EmailStr] = None
    is_active: _Optional[bool] = None
    is_superuser: _Optional[bool] = None
    is_verified: _Optional[bool] = None


class Transport:
    pass


class BearerTransport(Transport):
    def __init__(self, tokenUrl):
        self.tokenUrl = tokenUrl


class CookieTransport(Transport):
    def __init__(self, cookie_name="fastapiusersauth", cookie_max_age=None, **options):
        self.cookie_name = cookie_name
        self.cookie_max_age = cookie_max_age


class Strategy(_Generic[_User, _Id]):
    pass


class JWTStrategy(Strategy[_User, _Id]):
    def __init__(self, secret, lifetime_seconds=None, token_audience=["fastapi-users:auth"], algorithm="HS256", public_key=None):
        self.secret = secret
        self.lifetime_seconds = lifetime_seconds
        self.token_audience = token_audience
        self.algorithm = algorithm


class DatabaseStrategy(Strategy[_User, _Id]):
    def __init__(self, database, lifetime_seconds=None):
        self.database = database
        self.lifetime_seconds = lifetime_seconds


class AuthenticationBackend(_Generic[_User, _Id]):
    def __init__(self, name, transport, get_strategy):
        self.name = name
        self.transport = transport
        self.get_strategy = get_strategy


class FastAPIUsers(_Generic[_User, _Id]):
    def __init__(self, get_user_manager, auth_backends):
        self.get_user_manager = get_user_manager
        self.auth_backends = auth_backends

    def _router(self, *args, **kwargs):
        return _APIRouter()

    get_register_router = get_verify_router = get_reset_password_router = _router
    get_auth_router = get_oauth_router = get_oauth_associate_router = get_users_router = _router

    def current_user(self, optional=False, active=False, verified=False, superuser=False, get_enabled_backends=None):
        async def current_user():
            return None

        return current_user

`;
