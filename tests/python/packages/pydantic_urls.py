from pydantic import PostgresDsn, AnyUrl, HttpUrl, AnyHttpUrl, RedisDsn, TypeAdapter, BaseModel, AmqpDsn, MongoDsn, MySQLDsn, KafkaDsn, AnyWebsocketUrl, NatsDsn, CockroachDsn, ClickHouseDsn, SnowflakeDsn, FileUrl, FtpUrl, MariaDBDsn
from pydantic_core import MultiHostUrl, Url
import pydantic
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, str(e).replace("\n", "|"))
for C in (MultiHostUrl, PostgresDsn, Url, AnyUrl):
    print(C)
    t(lambda: repr(C.build(scheme="postgresql+psycopg", username="u", password="p@ss:w/rd%? é", host="h", port=5432, path="app")))
    t(lambda: str(C.build(scheme="postgresql", host="h", path="/app", query="a=b", fragment="f")))
    t(lambda: str(C.build(scheme="postgresql", host="h", username="u", path="")))
    t(lambda: str(C.build(scheme="postgresql", host="h", port=5432)))
    t(lambda: str(C.build(scheme="http", host="h", port=80)))
    t(lambda: str(C.build(scheme="http", host="H.IO", path="x y")))
    t(lambda: str(C.build(scheme="postgresql", host="")))
    t(lambda: str(C.build(scheme="postgresql", username="u", host=None)))
    t(lambda: str(C.build(scheme="postgresql", username="u", port="5", host="h")))
    t(lambda: repr(C("postgresql://u:p@h:1/d?x=1#z")))
    t(lambda: C("postgresql://u:p@h:1/d?x=1#z").hosts())
    for a in "scheme host port path query fragment username password".split():
        t(lambda: repr(getattr(C("postgresql://u:p%40@h:1/d?x=1&x=2#z"), a)))
    t(lambda: C("postgresql://u:p@h:1/d?x=1&y=2#z").query_params())
    t(lambda: C("postgresql://u:p@h:1/d").unicode_string())
    t(lambda: C("postgresql://u:p@h:1/d").encoded_string())
    t(lambda: C("nope"))
    t(lambda: C("x://"))
    t(lambda: C(5))
for C, u in ((PostgresDsn, "postgresql://u:p@h1:1,h2:2/d"), (PostgresDsn, "postgresql:///d"), (PostgresDsn, "postgresql://u@/d"), (PostgresDsn, "postgresql://u:p@localhost"), (PostgresDsn, "mysql://h"), (PostgresDsn, "postgresql+asyncpg://postgres:postgres@db:5432/foo?ssl=disable"), (PostgresDsn, ""), (PostgresDsn, "postgresql://u:p@h:x/d"), (PostgresDsn, "postgresql://u:p#a@h/d"),
    (RedisDsn, "redis://localhost"), (RedisDsn, "redis://localhost:6379/1"), (RedisDsn, "redis://"), (RedisDsn, "rediss://:pw@h"), (AnyUrl, "http://a.io"), (AnyUrl, "foo://a"), (AnyUrl, "sqlite:///x.db"), (AnyUrl, "http://a.io:80/x"), (HttpUrl, "https://A.io/x y"), (HttpUrl, "ftp://a"), (HttpUrl, "a.io"), (HttpUrl, "http://"), (AnyHttpUrl, "http://localhost:3000"), (AmqpDsn, "amqp://guest:guest@r:5672//"), (AmqpDsn, "amqp://"), (MongoDsn, "mongodb://h"), (MySQLDsn, "mysql+pymysql://u:p@h/d"), (MySQLDsn, "mysql://h"), (KafkaDsn, "kafka://"), (NatsDsn, "nats://h"), (CockroachDsn, "cockroachdb://h"), (AnyWebsocketUrl, "ws://x"), (MariaDBDsn, "mariadb://h"), (ClickHouseDsn, "clickhouse://h"), (FileUrl, "file:///x/y"), (FtpUrl, "ftp://h")):
    t(lambda: (C.__name__, repr(C(u)), getattr(C(u), "host", "-"), getattr(C(u), "port", "-"), C(u).path))
    t(lambda: repr(TypeAdapter(C).validate_python(u)))
print(PostgresDsn("postgresql://h/d") == PostgresDsn("postgresql://h/d"), PostgresDsn("postgresql://h/d") == "postgresql://h/d", hash(PostgresDsn("postgresql://h/d")) == hash(PostgresDsn("postgresql://h/d")), isinstance(PostgresDsn("postgresql://h/d"), str), AnyUrl("http://a.io") == AnyUrl("http://a.io/"), len(str(AnyUrl("http://a.io"))), AnyUrl("http://a.io") < AnyUrl("http://b.io"))
class M(BaseModel):
    a: PostgresDsn | None = None
    b: AnyUrl | str = ""
    c: int = 1
m = M(a=PostgresDsn("postgresql://h/d"), b="http://q"); print(repr(m))
t(lambda: M(a=MultiHostUrl("postgresql://h/d")))
t(lambda: M(a=MultiHostUrl("mysql://h/d")))
t(lambda: M(a=AnyUrl("postgresql://h/d")))
t(lambda: M(b=3))
print(str(m.a) + "x", f"{m.a}", "%s" % m.a, m.a.unicode_string().replace("h", "k"))
t(lambda: m.a + "x")
t(lambda: m.a.replace("a", "b"))
t(lambda: repr(HttpUrl.build(scheme="https", host="a.io", path="b")))
t(lambda: repr(PostgresDsn.build(scheme="mysql", host="a.io", path="b")))
t(lambda: repr(MultiHostUrl.build(scheme="postgresql", hosts=[{"host": "a", "port": 1}, {"host": "b", "username": "u", "password": "p"}], path="d")))
