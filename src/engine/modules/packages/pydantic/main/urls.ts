/** Addresses: of e-mail, and what all URLs and DSNs share. */
export const URLS = String.raw`
class EmailStr:
    @classmethod
    def __pydantic_validate__(cls, value, context):
        text = _to_str(value, context)
        if not _re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", text):
            reason = "An email address must have an @-sign." if "@" not in text else "The part after the @-sign is not valid."
            invalid = _wrong("value_error", "value is not a valid email address: " + reason, value, ctx={"reason": reason})
            invalid.lines[0]["custom"] = True
            raise invalid
        return text


_SPECIAL = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}
_IN_USER = " \"#<>?${'`'}{}/:;=@[\]^|"
_IN_PATH = " \"#<>?${'`'}{}"


def _percent(text, unsafe):
    return "".join(
        one if " " < one < "\x7f" and one not in unsafe else "".join("%%%02X" % byte for byte in one.encode()) for one in text
    )


def _no_url(reason, value):
    return _wrong("url_parsing", "Input should be a valid URL, " + reason, value, ctx={"error": reason})


class _Address:
    """A URL in its parts, as the living standard reads it. A text that is none raises what pydantic says."""

    def __init__(self, text, value, several):
        text = text.strip()
        if not text:
            raise _no_url("input is empty", value)
        found = _re.match(r"([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", text, _re.DOTALL)
        if not found:
            raise _no_url("relative URL without a base", value)
        scheme, authority, path, query, fragment = found.groups()
        self.scheme = scheme.lower()
        self.hosts = [self._host(part, value) for part in ((authority or "").split(",") if several else [authority or ""])]
        self.bare = authority is None
        self.path = _percent(path, _IN_PATH)
        self.query = query if query is None else _percent(query, " \"#<>")
        self.fragment = fragment
        if self.scheme in _SPECIAL:
            if not self.hosts[0]["host"]:
                raise _no_url("empty host", value)
            self.path = self.path or "/"

    def _host(self, part, value):
        user, at, place = part.rpartition("@")
        name, colon, password = user.partition(":")
        host, port = place, None
        if _re.search(r":[^\]]*$", place):
            host, _, port = place.rpartition(":")
        if port and not (port.isdigit() and int(port) < 65536):
            raise _no_url("invalid port number", value)
        if self.scheme in _SPECIAL:
            host = host.lower()
        return {
            "username": _percent(name, _IN_USER) if at and name else None,
            "password": _percent(password, _IN_USER) if at and colon else None,
            "host": host or None,
            "port": int(port) if port else None,
        }

    def text(self):
        places = []
        for one in self.hosts:
            user = one["username"] or ""
            if one["password"] is not None:
                user += ":" + one["password"]
            port = one["port"]
            shown = "" if port is None or port == _SPECIAL.get(self.scheme) else ":%d" % port
            places.append((user and user + "@") + (one["host"] or "") + shown)
        text = self.scheme + (":" if self.bare and not any(places) else "://" + ",".join(places)) + self.path
        if self.query is not None:
            text += "?" + self.query
        return text if self.fragment is None else text + "#" + self.fragment


def _built(scheme, hosts, path, query, fragment):
    places = []
    for one in hosts:
        user = one.get("username") or ""
        if one.get("password") is not None:
            user += ":" + one["password"]
        port = one.get("port")
        if port is not None and not isinstance(port, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(port).__name__)
        places.append((user and user + "@") + (one.get("host") or "") + ("" if port is None else ":%d" % port))
    text = "%s://%s" % (scheme, ",".join(places))
    if path is not None:
        text += "/" + path
    if query is not None:
        text += "?" + query
    return text if fragment is None else text + "#" + fragment


class _Url:
    """One host."""

    _several = False
    _schemes = None
    _host_required = False
    _default_host = _default_port = _default_path = None
    _longest = None
    _title = "function-wrap[wrap_val()]"
    _core = "url"

    def __init__(self, url):
        try:
            self._address = self._read(url)
        except _Invalid as invalid:
            raise ValidationError(self._title, invalid.lines) from None

    @classmethod
    def _read(cls, value):
        if not isinstance(value, str) and not (isinstance(value, _Url) and type(value)._title == type(value)._core and cls._several == value._several):
            if not isinstance(value, cls):
                raise _wrong("url_type", "URL input should be a string or URL", value)
        text = str(value)
        if cls._longest and len(text) > cls._longest:
            raise _wrong("url_too_long", "URL should have at most %d characters" % cls._longest, value, ctx={"max_length": cls._longest})
        address = _Address(text, value, cls._several)
        if cls._schemes and address.scheme not in cls._schemes:
            raise _wrong("url_scheme", "URL scheme should be " + _listed(cls._schemes), value, ctx={"expected_schemes": _listed(cls._schemes)})
        for one in address.hosts:
            one["host"] = one["host"] or cls._default_host
            if one["port"] is None and one["host"]:
                one["port"] = cls._default_port
        if not address.path and cls._default_path:
            address.path = cls._default_path
        if cls._host_required and not address.hosts[0]["host"]:
            raise _no_url("empty host", value)
        return address

    @classmethod
    def __pydantic_validate__(cls, value, context):
        if isinstance(value, cls):
            return value
        made = cls.__new__(cls)
        made._address = cls._read(value)
        return made

    @classmethod
    def build(cls, *, scheme, host, username=None, password=None, port=None, path=None, query=None, fragment=None):
        if not isinstance(host, str):
            raise TypeError("'%s' is not an instance of 'str'" % host)
        one = {"username": username, "password": password, "host": host, "port": port}
        return cls._of(_built(scheme, [one], path, query, fragment))

    @classmethod
    def _of(cls, text):
        try:
            core = _Address(text, text, cls._several)
        except _Invalid as invalid:
            raise ValidationError(cls._core, invalid.lines) from None
        if cls._title == cls._core:
            return cls(text)
        made = _CORES[cls._several].__new__(_CORES[cls._several])
        made._address = core
        return cls(made)

    @property
    def scheme(self):
        return self._address.scheme

    @property
    def path(self):
        return self._address.path or None

    @property
    def query(self):
        return self._address.query

    @property
    def fragment(self):
        return self._address.fragment

    def query_params(self):
        return _urlparse.parse_qsl(self.query or "", keep_blank_values=True)

    def unicode_string(self):
        return self._address.text()

    def __getattr__(self, name):
        if not self._several and name in ("username", "password", "host"):
            return self._address.hosts[0][name]
        if not self._several and name == "port":
            return self._address.hosts[0][name] or _SPECIAL.get(self.scheme)
        shown = type(self).__name__
        if self._title == self._core or self._several and name == "host":
            shown = "pydantic_core._pydantic_core." + _CORES[self._several].__name__
        raise AttributeError("'%s' object has no attribute '%s'" % (shown, name))

    def __str__(self):
        return self._address.text()

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __eq__(self, other):
        return str(self) == str(other) if type(self) is type(other) else NotImplemented

    def __lt__(self, other):
        return str(self) < str(other) if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def __len__(self):
        return len(str(self))


class _MultiHostUrl(_Url):
    _several = True
    _core = "multi-host-url"

    @classmethod
    def build(cls, *, scheme, hosts=None, username=None, password=None, host=None, port=None, path=None, query=None, fragment=None):
        if hosts is None and host is None:
            raise ValueError("expected either ${'`'}host${'`'} or ${'`'}hosts${'`'} to be set")
        one = {"username": username, "password": password, "host": host, "port": port}
        return cls._of(_built(scheme, [one] if hosts is None else hosts, path, query, fragment))

    def hosts(self):
        return [dict(one) for one in self._address.hosts]
`;
