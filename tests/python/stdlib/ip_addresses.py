"""Addresses and networks; what distutils still gives settings."""
import ipaddress as i
for a in ["10.0.0.1", "8.8.8.8", "::1", "2001:db8::1", "fe80::1", "::", "1:0:0:2::3", "::ffff:1.2.3.4", "100.64.0.1", "224.0.0.1", 5, b"\x01\x02\x03\x04", "255.255.255.255", "2001:0:0:1:0:0:0:1"]:
    x = i.ip_address(a); print(repr(x), x, int(x), x.version, x.is_private, x.is_global, x.is_loopback, x.is_multicast, x.is_link_local, x.is_reserved, x.exploded)
for n in ["10.0.0.0/8", "192.168.1.0/255.255.255.0", "2001:db8::/32", "1.2.3.4", "10.0.0.0/0.0.0.255"]:
    x = i.ip_network(n); print(repr(x), x.netmask, x.hostmask, x.num_addresses, x.broadcast_address, x.prefixlen, x.is_private, x.with_netmask)
print(list(i.ip_network("10.0.0.0/30").hosts()), list(i.ip_network("10.0.0.0/30")), i.ip_network("10.0.0.0/24")[5], i.ip_network("10.0.0.0/24")[-1])
print(i.ip_address("10.1.2.3") in i.ip_network("10.0.0.0/8"), i.ip_network("10.1.0.0/16").subnet_of(i.ip_network("10.0.0.0/8")), i.ip_network("10.0.0.0/8").overlaps(i.ip_network("11.0.0.0/8")))
print(list(i.ip_network("10.0.0.0/24").subnets(2)), i.ip_network("10.0.1.0/24").supernet(), i.ip_network("10.0.0.5/24", strict=False))
print(sorted([i.ip_address("10.0.0.2"), i.ip_address("9.0.0.1")]), i.ip_address("1.2.3.4") + 1, {i.ip_address("1.1.1.1"): 1}[i.IPv4Address("1.1.1.1")])
x = i.ip_interface("192.168.1.5/24"); print(repr(x), x.ip, x.network, x.netmask)
for f, a in [(i.ip_address, "x"), (i.ip_network, "10.0.0.1/8"), (i.IPv4Address, "1.2.3"), (i.IPv4Address, "1.2.3.400"), (i.IPv4Address, "01.2.3.4"), (i.IPv4Address, "1.2.3.a"), (i.IPv4Network, "1.2.3.0/33"), (i.ip_network, "zz/3"), (i.IPv6Address, "1::2::3"), (i.IPv6Address, "1:2"), (i.ip_address, "1.2.3.4/5"), (i.IPv4Address, -1)]:
    try: print(f(a))
    except ValueError as e: print(type(e).__name__, e)
from distutils.util import strtobool
print(strtobool("yes"), strtobool("0"))
try: strtobool("maybe")
except ValueError as e: print(e)
