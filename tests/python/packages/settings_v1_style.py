"""Settings and models in the words of pydantic 1, as many templates still have them."""
import os, secrets
from typing import Any, Dict, List, Optional, Union
from functools import lru_cache
from pathlib import Path
from pydantic import AnyHttpUrl, EmailStr, HttpUrl, PostgresDsn, validator, root_validator, field_validator, Field, AliasChoices, BaseModel, constr, conint, confloat, conlist, SecretStr, ValidationError, model_validator, field_serializer, PrivateAttr, TypeAdapter, AwareDatetime, PositiveInt, NonNegativeInt, StrictStr, Json, DirectoryPath, ByteSize, UUID4
from pydantic_settings import BaseSettings, SettingsConfigDict
os.environ.update(SERVER_NAME="s", SERVER_HOST="http://localhost", PROJECT_NAME="p", POSTGRES_SERVER="db", POSTGRES_USER="u", POSTGRES_PASSWORD="pw", POSTGRES_DB="app", BACKEND_CORS_ORIGINS='["http://a.io"]', FIRST_SUPERUSER="a@x.io", EMAILS="1", NUM="7", FLAG="off", ALT_NAME="alt", MAP='{"a": 1}', OPT="")
class Settings(BaseSettings):
    API: str = "/api"
    SECRET_KEY: str = secrets.token_urlsafe(4)[:0] or "k"
    MINUTES: int = 60 * 24 * 8
    SERVER_HOST: AnyHttpUrl
    BACKEND_CORS_ORIGINS: List[AnyHttpUrl] = []
    @validator("BACKEND_CORS_ORIGINS", pre=True)
    def assemble_cors(cls, v: Union[str, List[str]]) -> Union[List[str], str]:
        if isinstance(v, str) and not v.startswith("["): return [i.strip() for i in v.split(",")]
        elif isinstance(v, (list, str)): return v
        raise ValueError(v)
    POSTGRES_SERVER: str
    POSTGRES_USER: str
    POSTGRES_PASSWORD: str
    POSTGRES_DB: str
    URI: Optional[PostgresDsn] = None
    @validator("URI", pre=True, always=True)
    def assemble_db(cls, v: Optional[str], values: Dict[str, Any]) -> Any:
        if isinstance(v, str): return v
        return PostgresDsn.build(scheme="postgresql", username=values.get("POSTGRES_USER"), password=values.get("POSTGRES_PASSWORD"), host=values.get("POSTGRES_SERVER"), path=f"/{values.get('POSTGRES_DB') or ''}")
    FIRST_SUPERUSER: EmailStr
    FLAG: bool = True
    NUM: conint(gt=3)
    MAP: Dict[str, int] = {}
    OPT: Optional[str] = None
    alt: str = Field("x", validation_alias=AliasChoices("NOPE", "ALT_NAME"))
    class Config:
        case_sensitive = True
        env_file = ".env"
s = Settings()
print(s.URI, s.BACKEND_CORS_ORIGINS, s.SERVER_HOST, s.FLAG, s.NUM, s.MAP, repr(s.OPT), s.alt, s.FIRST_SUPERUSER)
print(s.dict(include={"NUM", "FLAG"}), s.json(include={"NUM"}), s.copy(update={"NUM": 9}).NUM)
for k, v in (("NUM", "2"), ("FLAG", "maybe"), ("MAP", "[1]"), ("MAP", "{bad"), ("SERVER_HOST", "localhost"), ("FIRST_SUPERUSER", "nope"), ("BACKEND_CORS_ORIGINS", "http://a.io,http://b.io")):
    old = os.environ[k]; os.environ[k] = v
    try: print(k, v, "ok", getattr(Settings(), k))
    except Exception as e: print(type(e).__name__, str(e))
    os.environ[k] = old
del os.environ["POSTGRES_USER"]
try: Settings()
except ValidationError as e: print(e)
class A(BaseModel):
    n: constr(min_length=2, max_length=4, pattern=r"^[a-z]+$")
    l: conlist(int, min_length=1) = [1]
    f: confloat(ge=0, lt=1) = 0.5
    p: PositiveInt = 1
    _priv: int = PrivateAttr(default=3)
    when: Optional[AwareDatetime] = None
    u: Optional[UUID4] = None
    size: int = 1
    j: Json = "[1]"
    @field_serializer("n")
    def ser(self, v): return v.upper()
    @model_validator(mode="before")
    @classmethod
    def pre(cls, d): return {**d, "p": d.get("p", 2)}
    model_config = {"str_strip_whitespace": True, "populate_by_name": True, "json_schema_extra": {"x": 1}}
a = A(n=" ab "); print(a, a.model_dump(), a._priv, sorted(a.model_fields_set))
for kw in ({"n": "A"}, {"n": "abcde"}, {"n": "ab", "l": []}, {"n": "ab", "f": 1}, {"n": "ab", "p": 0}, {"n": "ab", "u": "x"}, {"n": 5}):
    try: print(A(**kw))
    except ValidationError as e: print(str(e).split("\n", 1)[1])
try:
    class B(BaseSettings):
        x: int
        @root_validator
        def chk(cls, values): return values
except Exception as e: print(type(e).__name__, str(e)[:150])
class C(BaseSettings):
    model_config = SettingsConfigDict(env_file=Path("nope.env"), secrets_dir=None, env_prefix="c_")
    x: int = 1
    nested: Optional[A] = None
os.environ["C_NESTED"] = '{"n": "abc"}'; print(C().nested.n, C(x="5").x)
try: C(y=3)
except ValidationError as e: print(e)
