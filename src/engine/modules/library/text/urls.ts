/** `urllib.parse`. */
import { pythonModule } from '../../library.ts';

export const urllibErrorModule = pythonModule(
  'urllib.error',
  String.raw`
class URLError(OSError):
    def __init__(self, reason, filename=None):
        self.args = (reason,)
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return "<urlopen error %s>" % self.reason


class HTTPError(URLError):
    def __init__(self, url, code, msg, hdrs, fp):
        self.code, self.msg, self.hdrs, self.fp, self.filename = code, msg, hdrs, fp, url

    def __str__(self):
        return "HTTP Error %s: %s" % (self.code, self.msg)


class ContentTooShortError(URLError):
    def __init__(self, message, content):
        URLError.__init__(self, message)
        self.content = content
`,
);

export const urllibModule = pythonModule('urllib', '__path__ = []\n');

export const urllibParseModule = pythonModule(
  'urllib.parse',
  String.raw`
from collections import namedtuple as _namedtuple

_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
uses_relative = (
    " ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss"
).split(" ")
uses_netloc = (
    " ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn svn+ssh sftp nfs "
    "git git+ssh ws wss"
).split(" ")
uses_params = " ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel".split(" ")


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    allowed = _ALWAYS_SAFE | set(safe.encode("ascii", "ignore") if isinstance(safe, str) else safe)
    return "".join(chr(byte) if byte in allowed else "%%%02X" % byte for byte in bs)


def quote_plus(string, safe="", encoding=None, errors=None):
    if isinstance(string, str) and " " in string:
        return quote(string, safe + " ", encoding, errors).replace(" ", "+")
    return quote(string, safe, encoding, errors)


def unquote_to_bytes(string):
    data = string.encode("utf-8") if isinstance(string, str) else bytes(string)
    parts = data.split(b"%")
    out = parts[0]
    for part in parts[1:]:
        try:
            out += bytes([int(part[:2].decode("ascii"), 16)]) + part[2:]
        except ValueError:
            out += b"%" + part
    return out


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        string = string.decode("utf-8")
    if "%" not in string:
        return string
    return unquote_to_bytes(string).decode(encoding, errors)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    items = query.items() if hasattr(query, "items") else query
    parts = []
    for key, value in items:
        key = quote_via(key if isinstance(key, bytes) else str(key), safe)
        values = list(value) if doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__iter__") else [value]
        for each in values:
            parts.append(key + "=" + quote_via(each if isinstance(each, bytes) else str(each), safe))
    return "&".join(parts)


class _Location:
    def _split(self):
        userinfo, at, hostinfo = self.netloc.rpartition("@")
        user, colon, password = userinfo.partition(":")
        if hostinfo.startswith("["):
            host, _, rest = hostinfo[1:].partition("]")
            port = rest[1:] if rest.startswith(":") else None
        else:
            host, found, port = hostinfo.partition(":")
            port = port if found else None
        return (user if at else None), (password if at and colon else None), host, port

    @property
    def username(self):
        return self._split()[0]

    @property
    def password(self):
        return self._split()[1]

    @property
    def hostname(self):
        return self._split()[2].lower() or None

    @property
    def port(self):
        port = self._split()[3]
        if not port:
            return None
        if not port.isdigit():
            raise ValueError("Port could not be cast to integer value as %r" % port)
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)

    def geturl(self):
        return urlunsplit(self) if len(self) == 5 else urlunparse(self)


class SplitResult(_Location, _namedtuple("SplitResult", "scheme netloc path query fragment")):
    __slots__ = ()


class ParseResult(_Location, _namedtuple("ParseResult", "scheme netloc path params query fragment")):
    __slots__ = ()


class DefragResult(_namedtuple("DefragResult", "url fragment")):
    __slots__ = ()


def urlsplit(url, scheme="", allow_fragments=True):
    netloc = query = fragment = ""
    at = url.find(":")
    if at > 0 and url[0].isascii() and url[0].isalpha() and all(c.isalnum() or c in "+-." for c in url[:at]):
        scheme, url = url[:at].lower(), url[at + 1 :]
    if url[:2] == "//":
        end = min([url.find(c, 2) for c in "/?#" if url.find(c, 2) >= 0] or [len(url)])
        netloc, url = url[2:end], url[end:]
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if ";" in path and scheme in ("", "ftp", "http", "https", "sftp"):
        at = path.find(";", path.rfind("/"))
        if at >= 0:
            path, params = path[:at], path[at + 1 :]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc or (scheme and scheme in uses_netloc and url[:2] != "//"):
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    if fragment:
        url += "#" + fragment
    return url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, "%s;%s" % (url, params) if params else url, query, fragment))


def urldefrag(url):
    parts = urlsplit(url)
    return DefragResult(urlunsplit(parts[:4] + ("",)), parts.fragment)


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    b, u = urlsplit(base), urlsplit(url)
    scheme = u.scheme or b.scheme
    if scheme != b.scheme:
        return url
    if u.netloc:
        return urlunsplit((scheme,) + u[1:])
    if not u.path:
        return urlunsplit((scheme, b.netloc, b.path, u.query or b.query, u.fragment))
    if u.path.startswith("/"):
        parts = u.path.split("/")
    else:
        parts = b.path.split("/")[:-1] + u.path.split("/")
        if b.netloc and not b.path:
            parts = [""] + parts
    out = []
    for part in parts:
        if part == "..":
            if len(out) > 1:
                out.pop()
        elif part != ".":
            out.append(part)
    if parts[-1] in (".", ".."):
        out.append("")
    return urlunsplit((scheme, b.netloc, "/".join(out) or "/", u.query, u.fragment))


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    found = []
    for pair in qs.split(separator) if qs else []:
        name, equals, value = pair.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError("bad query field: %r" % (pair,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            found.append((unquote_plus(name), unquote_plus(value)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing):
        found.setdefault(name, []).append(value)
    return found
`,
);
