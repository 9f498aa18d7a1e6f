import os
from typing import Optional, List, Literal, Any, Annotated
from datetime import datetime
from enum import Enum
from pydantic import BaseModel, Field, field_validator, model_validator, ValidationError, SecretStr, PostgresDsn, ConfigDict, computed_field, AnyHttpUrl, constr
from pydantic_settings import BaseSettings, SettingsConfigDict
class Kind(str, Enum):
    a = "A"; b = "B"
class Item(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: int
    name: str = Field(..., min_length=2, max_length=10)
    kind: Kind = Kind.a
    tags: List[str] = []
    price: Optional[float] = None
    at: datetime | None = None
    lit: Literal["x", "y"] = "x"
    @field_validator("name")
    @classmethod
    def check(cls, v):
        if v == "bad": raise ValueError("no bad names")
        return v.title()
    @computed_field
    @property
    def up(self) -> str: return self.name.upper()
class Box(BaseModel):
    items: list[Item]
    extra: dict[str, Any] = {}
    @model_validator(mode="after")
    def ck(self):
        assert len(self.items) < 3, "too many"
        return self
i = Item(id="5", name="hello", tags=("a","b"), at="2020-01-02T03:04:05")
print(repr(i), str(i), i.model_dump(), i.model_dump_json(), sorted(i.model_fields_set))
print(Box(items=[{"id": 1, "name": "abc"}]))
for kw in (dict(id="x", name="a", kind="Z", tags=5, price="p", lit="q", at="nope"), dict(id=1.5, name="bad"), dict()):
    try: Item(**kw)
    except ValidationError as e: print(e)
for kw in (dict(items=[{"id": 1}]), dict(items=[i,i,i]), dict(items="x")):
    try: Box(**kw)
    except ValidationError as e: print(e); print(e.errors()[0]["loc"], e.error_count())
class S(BaseSettings):
    DATABASE_URL: str
    debug: bool = False
    port: int = 8000
    hosts: list[str] = []
    secret: SecretStr = SecretStr("abc")
    dsn: Optional[PostgresDsn] = None
    model_config = SettingsConfigDict(env_file=".env2", env_file_encoding="utf-8", extra="ignore")
try: S()
except ValidationError as e: print(e)
open(".env2", "w").write("DATABASE_URL=postgresql://a:b@localhost/x\nPORT=99\nOTHER=1\nHOSTS=[\"a\"]\nDSN=postgresql+asyncpg://u:p@h:5432/d\n")
os.environ["DEBUG"] = "yes"
s = S()
print(repr(s), s.secret.get_secret_value(), s.dsn, s.dsn.hosts(), str(s.dsn))
class S2(BaseSettings):
    port: int
    class Config:
        env_file = ".env2"
try: S2()
except ValidationError as e: print(e)
os.environ["HOSTS"] = "a,b"
try: S()
except Exception as e: print(type(e), e)
class S3(BaseSettings):
    db_host: str = "h"
    n: int = 1
    @property
    def url(self): return f"postgresql://{self.db_host}"
    model_config = SettingsConfigDict(env_prefix="APP_")
os.environ["APP_DB_HOST"] = "zzz"; os.environ["APP_N"]="q"
try: S3()
except ValidationError as e: print(e)
os.environ["APP_N"]="3"
print(S3().url, S3(n=5).n, S3.model_fields["n"].default)
try:
    class Bad(BaseModel):
        x = 5
except Exception as e: print(type(e), e)
try: i.nope = 1
except Exception as e: print(type(e), e)
i.id = "7"; print(i.id)
print(Item.model_validate(i) is i, i == i.model_copy())
print(PostgresDsn.build(scheme="postgresql", username="u", password="p", host="h", port=5432, path="d"))
class P(BaseModel):
    u: AnyHttpUrl = "http://x.y"
    c: constr(min_length=3) = "abc"
    a: Annotated[int, Field(gt=3)] = 5
try: P(u="x", c="a", a=1)
except ValidationError as e: print(e)
