/** Networks and interfaces, and the networks that addresses are told apart by. */
export const NETWORKS = String.raw`

class _Network:
    def __init__(self, address, strict=True):
        if isinstance(address, tuple):
            address, mask = address
        elif isinstance(address, str):
            address, _, mask = address.partition("/")
            if "/" in mask:
                raise AddressValueError("Only one '/' permitted in %r" % ("%s/%s" % (address, mask)))
        else:
            mask = ""
        bits = self._address.max_prefixlen
        self.max_prefixlen, self.version = bits, self._address.version
        self.prefixlen = bits if mask == "" else self._prefix(mask, bits)
        self.netmask = self._address((1 << bits) - (1 << bits - self.prefixlen))
        self.hostmask = self._address((1 << bits - self.prefixlen) - 1)
        given = int(self._address(address))
        self.network_address = self._address(given & int(self.netmask))
        if strict and given != int(self.network_address):
            raise ValueError("%s has host bits set" % self._shown(given))
        self.broadcast_address = self._address(int(self.network_address) | int(self.hostmask))

    def _shown(self, number):
        return "%s/%d" % (self._address(number), self.prefixlen)

    def _prefix(self, mask, bits):
        text = str(mask)
        if text.isascii() and text.isdigit():
            if int(text) > bits:
                raise NetmaskValueError("%r is not a valid netmask" % text)
            return int(text)
        try:
            number = int(self._address(text))
        except AddressValueError:
            raise NetmaskValueError("%r is not a valid netmask" % text) from None
        ones = "{:0{}b}".format(number, bits)
        if "01" in ones:
            ones = ones.translate({48: "1", 49: "0"})
        if "01" in ones:
            raise NetmaskValueError("%r is not a valid netmask" % text)
        return ones.count("1")

    def __str__(self):
        return self._shown(int(self.network_address))

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return self.network_address == other.network_address and self.prefixlen == other.prefixlen

    def __lt__(self, other):
        return (self.network_address, self.netmask) < (other.network_address, other.netmask)

    def __hash__(self):
        return hash((int(self.network_address), self.prefixlen))

    def __contains__(self, other):
        if isinstance(other, _Network) or self.version != other.version:
            return False
        return self.network_address._ip <= other._ip <= self.broadcast_address._ip

    def __iter__(self):
        return (self._address(one) for one in range(int(self.network_address), int(self.broadcast_address) + 1))

    def __getitem__(self, at):
        number = int(self.network_address if at >= 0 else self.broadcast_address) + (at if at >= 0 else at + 1)
        if not int(self.network_address) <= number <= int(self.broadcast_address):
            raise IndexError("address out of range")
        return self._address(number)

    @property
    def num_addresses(self):
        return int(self.hostmask) + 1

    with_prefixlen = compressed = property(str)
    with_netmask = property(lambda self: "%s/%s" % (self.network_address, self.netmask))

    def hosts(self):
        if self.prefixlen >= self.max_prefixlen - 1:
            return list(self)
        last = int(self.broadcast_address) + (self.version == 6)
        return (self._address(one) for one in range(int(self.network_address) + 1, last))

    def overlaps(self, other):
        return other.network_address in self or self.network_address in other

    def subnet_of(self, other):
        return self.network_address in other and self.broadcast_address in other

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        prefix = self.prefixlen + prefixlen_diff if new_prefix is None else new_prefix
        step = 1 << self.max_prefixlen - prefix
        for start in range(int(self.network_address), int(self.broadcast_address) + 1, step):
            yield type(self)((start, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        prefix = self.prefixlen - prefixlen_diff if new_prefix is None else new_prefix
        return type(self)((int(self.network_address), prefix), strict=False)

    @property
    def is_private(self):
        return self.network_address.is_private and self.broadcast_address.is_private

    @property
    def is_global(self):
        return self.network_address.is_global and self.broadcast_address.is_global

    is_loopback = property(lambda self: self.network_address.is_loopback and self.broadcast_address.is_loopback)
    is_multicast = property(lambda self: self.network_address.is_multicast and self.broadcast_address.is_multicast)


class IPv4Network(_Network):
    _address = IPv4Address


class IPv6Network(_Network):
    _address = IPv6Address


class _Interface:
    def __init__(self, address):
        host, _, mask = address.partition("/") if isinstance(address, str) else (address, "", "")
        super().__init__(host)
        self.network = self._network((host, mask or self.max_prefixlen), strict=False)
        self.netmask, self.hostmask = self.network.netmask, self.network.hostmask

    @property
    def ip(self):
        return self._plain(self._ip)

    def __str__(self):
        return "%s/%d" % (self._write(self._ip), self.network.prefixlen)

    def __eq__(self, other):
        return self._ip == other._ip and self.network == other.network if isinstance(other, _Interface) else NotImplemented

    def __hash__(self):
        return hash((self._ip, self.network.prefixlen))

    with_prefixlen = compressed = property(__str__)


class IPv4Interface(_Interface, IPv4Address):
    _plain, _network = IPv4Address, IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    _plain, _network = IPv6Address, IPv6Network


_SPECIAL = {
    (4, "private"): "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/29 192.0.0.170/31 192.0.2.0/24 "
    "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32",
    (4, "shared"): "100.64.0.0/10",
    (4, "loopback"): "127.0.0.0/8",
    (4, "multicast"): "224.0.0.0/4",
    (4, "link_local"): "169.254.0.0/16",
    (4, "reserved"): "240.0.0.0/4",
    (6, "private"): "::1/128 ::/128 ::ffff:0:0/96 100::/64 2001::/23 2001:2::/48 2001:db8::/32 2001:10::/28 fc00::/7 fe80::/10",
    (6, "loopback"): "::1/128",
    (6, "multicast"): "ff00::/8",
    (6, "link_local"): "fe80::/10",
    (6, "reserved"): "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 f800::/6 fe00::/9",
}


@_functools.lru_cache(None)
def _special(version, name):
    made = IPv4Network if version == 4 else IPv6Network
    return [made(one) for one in _SPECIAL.get((version, name), "").split()]


def _either(four, six, what, address, *options):
    for made in (four, six):
        try:
            return made(address, *options)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError("%r does not appear to be an IPv4 or IPv6 %s" % (address, what))


def ip_address(address):
    return _either(IPv4Address, IPv6Address, "address", address)


def ip_network(address, strict=True):
    return _either(IPv4Network, IPv6Network, "network", address, strict)


def ip_interface(address):
    return _either(IPv4Interface, IPv6Interface, "interface", address)
`;
