/** The kinds of URLs and the DSNs of databases, by what each allows. */
export const DSNS = String.raw`
class Url(_Url):
    _title = "url"


class MultiHostUrl(_MultiHostUrl):
    _title = "multi-host-url"


Url.__module__ = MultiHostUrl.__module__ = "pydantic_core._pydantic_core"
_CORES = {False: Url, True: MultiHostUrl}


class AnyUrl(_Url):
    def encoded_string(self):
        return str(self)


class AnyHttpUrl(AnyUrl):
    _schemes = ("http", "https")


class HttpUrl(AnyUrl):
    _schemes = ("http", "https")
    _longest = 2083


class AnyWebsocketUrl(AnyUrl):
    _schemes = ("ws", "wss")


class WebsocketUrl(AnyUrl):
    _schemes = ("ws", "wss")
    _longest = 2083


class FileUrl(AnyUrl):
    _schemes = ("file",)


class FtpUrl(AnyUrl):
    _schemes = ("ftp",)


class PostgresDsn(_MultiHostUrl):
    _host_required = True
    _schemes = (
        "postgres", "postgresql", "postgresql+asyncpg", "postgresql+pg8000", "postgresql+psycopg",
        "postgresql+psycopg2", "postgresql+psycopg2cffi", "postgresql+py-postgresql", "postgresql+pygresql",
    )

    def encoded_string(self):
        return str(self)


class CockroachDsn(AnyUrl):
    _host_required = True
    _schemes = ("cockroachdb", "cockroachdb+psycopg2", "cockroachdb+asyncpg")


class RedisDsn(AnyUrl):
    _schemes = ("redis", "rediss")
    _host_required = True
    _default_host, _default_port, _default_path = "localhost", 6379, "/0"


class AmqpDsn(AnyUrl):
    _schemes = ("amqp", "amqps")


class MongoDsn(_MultiHostUrl):
    _schemes = ("mongodb", "mongodb+srv")
    _default_port = 27017


class NatsDsn(_MultiHostUrl):
    _schemes = ("nats", "tls", "ws", "wss")
    _default_host, _default_port = "localhost", 4222


class MySQLDsn(AnyUrl):
    _schemes = ("mysql", "mysql+mysqlconnector", "mysql+aiomysql", "mysql+asyncmy", "mysql+mysqldb", "mysql+pymysql", "mysql+cymysql", "mysql+pyodbc")
    _host_required = True
    _default_port = 3306


class MariaDBDsn(AnyUrl):
    _schemes = ("mariadb", "mariadb+mariadbconnector", "mariadb+pymysql")
    _default_port = 3306


class ClickHouseDsn(AnyUrl):
    _schemes = ("clickhouse+native", "clickhouse+asynch", "clickhouse+http", "clickhouse", "clickhouses", "clickhousedb")
    _default_host, _default_port = "localhost", 9000


class SnowflakeDsn(AnyUrl):
    _schemes = ("snowflake",)
    _host_required = True


class KafkaDsn(AnyUrl):
    _schemes = ("kafka",)
    _default_host, _default_port = "localhost", 9092


for _one in (
    AnyUrl, AnyHttpUrl, HttpUrl, AnyWebsocketUrl, WebsocketUrl, FileUrl, FtpUrl, PostgresDsn, CockroachDsn, RedisDsn, AmqpDsn,
    MongoDsn, NatsDsn, MySQLDsn, MariaDBDsn, ClickHouseDsn, SnowflakeDsn, KafkaDsn,
):
    _one.__module__ = "pydantic.networks"


`;
