/** Addresses: URLs and the DSNs of databases. */
export const URLS = String.raw`
class EmailStr:
    @classmethod
    def __pydantic_validate__(cls, value, context):
        text = _to_str(value, context)
        if not _re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", text):
            reason = "An email address must have an @-sign." if "@" not in text else "The part after the @-sign is not valid."
            raise _wrong("value_error", "value is not a valid email address: " + reason, value, ctx={"reason": reason})
        return text


class _Url:
    _schemes = None
    _needs_host = True

    def __init__(self, url):
        self._url = str(url)
        self._parts = _urlparse.urlsplit(self._url)

    @classmethod
    def __pydantic_validate__(cls, value, context):
        if isinstance(value, cls):
            return value
        if not isinstance(value, (str, _Url)):
            raise _wrong("url_type", "URL input should be a string or URL", value)
        text = str(value)
        if "://" not in text:
            raise _wrong("url_parsing", "Input should be a valid URL, relative URL without a base", value, ctx={"error": "relative URL without a base"})
        scheme = text.split("://")[0].lower()
        if cls._schemes and scheme not in cls._schemes:
            raise _wrong("url_scheme", "URL scheme should be " + _listed(cls._schemes), value, ctx={"expected_schemes": _listed(cls._schemes)})
        parts = _urlparse.urlsplit(text)
        if cls._adds_slash and parts.path == "":
            text = _urlparse.urlunsplit((parts[0], parts[1], "/", parts[3], parts[4]))
        return cls(text)

    _adds_slash = False

    @classmethod
    def build(cls, *, scheme, host, username=None, password=None, port=None, path=None, query=None, fragment=None):
        user = "" if username is None else username + ("" if password is None else ":" + password) + "@"
        text = scheme + "://" + user + (host or "") + ("" if port is None else ":%s" % port)
        if path is not None:
            text += "/" + path
        if query:
            text += "?" + query
        return cls(text)

    @property
    def scheme(self):
        return self._parts.scheme

    @property
    def host(self):
        return self._parts.hostname

    @property
    def port(self):
        return self._parts.port

    @property
    def username(self):
        return self._parts.username

    @property
    def password(self):
        return self._parts.password

    @property
    def path(self):
        return self._parts.path or None

    @property
    def query(self):
        return self._parts.query or None

    def unicode_string(self):
        return self._url

    def hosts(self):
        return [{"username": self.username, "password": self.password, "host": self.host, "port": self.port}]

    def __str__(self):
        return self._url

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._url)

    def __eq__(self, other):
        return type(self) is type(other) and self._url == other._url

    def __hash__(self):
        return hash(self._url)


class AnyUrl(_Url):
    pass


class AnyHttpUrl(_Url):
    _schemes = ("http", "https")
    _adds_slash = True


class HttpUrl(AnyHttpUrl):
    pass


class _MultiHostUrl(_Url):
    def __getattribute__(self, name):
        if name in ("host", "port", "username", "password"):
            raise AttributeError("'pydantic_core._pydantic_core.MultiHostUrl' object has no attribute '%s'" % name)
        return object.__getattribute__(self, name)

    def hosts(self):
        parts = object.__getattribute__(self, "_parts")
        return [{"username": parts.username, "password": parts.password, "host": parts.hostname, "port": parts.port}]


class PostgresDsn(_MultiHostUrl):
    _schemes = (
        "postgres", "postgresql", "postgresql+asyncpg", "postgresql+pg8000", "postgresql+psycopg",
        "postgresql+psycopg2", "postgresql+psycopg2cffi", "postgresql+py-postgresql", "postgresql+pygresql",
    )


class RedisDsn(_Url):
    _schemes = ("redis", "rediss")


class AmqpDsn(_Url):
    _schemes = ("amqp", "amqps")


class MongoDsn(_Url):
    _schemes = ("mongodb", "mongodb+srv")


class MySQLDsn(_Url):
    _schemes = ("mysql", "mysql+mysqlconnector", "mysql+aiomysql", "mysql+asyncmy", "mysql+mysqldb", "mysql+pymysql", "mysql+cymysql", "mysql+pyodbc")


class KafkaDsn(_Url):
    _schemes = ("kafka",)


`;
