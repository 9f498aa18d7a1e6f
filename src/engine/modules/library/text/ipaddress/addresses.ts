/** Addresses: how their text is read and written. */
export const ADDRESSES = String.raw`
import functools as _functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _octet(text, whole):
    if not text:
        raise AddressValueError("Empty octet not permitted in %r" % whole)
    if not (text.isascii() and text.isdigit()):
        raise AddressValueError("Only decimal digits permitted in %r in %r" % (text, whole))
    if len(text) > 3:
        raise AddressValueError("At most 3 characters permitted in %r in %r" % (text, whole))
    if text != "0" and text[0] == "0":
        raise AddressValueError("Leading zeros are not permitted in %r in %r" % (text, whole))
    if int(text) > 255:
        raise AddressValueError("Octet %d (> 255) not permitted in %r" % (int(text), whole))
    return int(text)


def _number_of_4(text):
    octets = text.split(".")
    if len(octets) != 4:
        raise AddressValueError("Expected 4 octets in %r" % text)
    number = 0
    for octet in octets:
        number = number << 8 | _octet(octet, text)
    return number


def _group(text, whole):
    if not text or any(one not in "0123456789abcdefABCDEF" for one in text):
        raise AddressValueError("Only hex digits permitted in %r in %r" % (text, whole))
    if len(text) > 4:
        raise AddressValueError("At most 4 characters permitted in %r in %r" % (text, whole))
    return int(text, 16)


def _number_of_6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    groups = text.split(":")
    if len(groups) < 3:
        raise AddressValueError("At least 3 parts expected in %r" % text)
    if "." in groups[-1]:
        last = _number_of_4(groups.pop())
        groups += ["%x" % (last >> 16), "%x" % (last & 0xFFFF)]
    if "::" in text:
        if text.count("::") > 1 or ":::" in text:
            raise AddressValueError("At most one '::' permitted in %r" % text)
        gap = groups.index("", 1) if groups[0] else 1
        before = [one for one in groups[:gap] if one]
        after = [one for one in groups[gap:] if one]
        if len(before) + len(after) > 7:
            raise AddressValueError("Expected at most 7 other parts with '::' in %r" % text)
        groups = before + ["0"] * (8 - len(before) - len(after)) + after
    if len(groups) != 8:
        raise AddressValueError("Exactly 8 parts expected without '::' in %r" % text)
    number = 0
    for group in groups:
        number = number << 16 | _group(group, text)
    return number


def _text_of_4(number):
    return ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))


def _text_of_6(number):
    groups = ["%x" % (number >> shift & 0xFFFF) for shift in range(112, -1, -16)]
    start, length = 0, 1
    for at in range(8):
        end = at
        while end < 8 and groups[end] == "0":
            end += 1
        if end - at > length:
            start, length = at, end - at
    if length < 2:
        return ":".join(groups)
    return ":".join(groups[:start]) + "::" + ":".join(groups[start + length:])


def _parsed(address, bits, parse):
    if isinstance(address, int):
        if address < 0:
            raise AddressValueError("%d (< 0) is not permitted as an IPv%d address" % (address, 4 if bits == 32 else 6))
        if address >> bits:
            raise AddressValueError("%d (>= 2**%d) is not permitted as an IPv%d address" % (address, bits, 4 if bits == 32 else 6))
        return address
    if isinstance(address, bytes):
        return int.from_bytes(address, "big")
    text = str(address)
    if "/" in text:
        raise AddressValueError("Unexpected '/' in %r" % text)
    return parse(text)


def _within(property_name):
    return property(lambda self: any(self in one for one in _special(self.version, property_name)))


@_functools.total_ordering
class _Address:
    def __init__(self, address):
        self._ip = _parsed(address, self.max_prefixlen, self._parse)

    def __int__(self):
        return self._ip

    def __str__(self):
        return self._write(self._ip)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __eq__(self, other):
        return self._ip == other._ip and self.version == other.version if isinstance(other, _Address) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return self._ip < other._ip

    def __hash__(self):
        return hash(hex(self._ip))

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    compressed = property(str)
    is_private = _within("private")
    is_loopback = _within("loopback")
    is_multicast = _within("multicast")
    is_link_local = _within("link_local")
    is_reserved = _within("reserved")

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_global(self):
        return not self.is_private and not any(self in one for one in _special(self.version, "shared"))


class IPv4Address(_Address):
    version, max_prefixlen = 4, 32
    _parse, _write = staticmethod(_number_of_4), staticmethod(_text_of_4)


class IPv6Address(_Address):
    version, max_prefixlen = 6, 128
    _parse, _write = staticmethod(_number_of_6), staticmethod(_text_of_6)

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return _Address.is_private.fget(self if mapped is None else mapped)

    @property
    def exploded(self):
        return ":".join("%04x" % (self._ip >> shift & 0xFFFF) for shift in range(112, -1, -16))


IPv4Address.exploded = property(str)
`;
