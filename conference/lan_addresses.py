"""The addresses under which the devices of a private network reach this machine."""

import fcntl
import socket
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from pathlib import Path

Address = IPv4Address | IPv6Address

PRIVATE = tuple(
    map(
        ip_network,
        (
            *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),  # RFC 1918
            *("100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8"),  # RFC 6598, 3927, 1122
            *("fc00::/7", "::1/128"),  # RFC 4193, 4291
        ),
    )
)
"""Networks that no address of the open internet lies in."""

LAST = ip_network("169.254.0.0/16")
"""Addresses that a machine gave itself, since nobody gave it one."""

SIOCGIFADDR = 0x8915
"""Linux: the IPv4 address of an interface (netdevice(7))."""

IF_INET6 = Path("/proc/net/if_inet6")
PASSING = 0x01 | 0x20 | 0x40
"""Flags of an IPv6 address that is temporary, deprecated or still tentative (if_addr.h)."""

ELSEWHERE = ("192.0.2.1", "10.255.255.254", "192.168.255.254", "2001:db8::1")
"""Where a route is looked up to; nothing is sent. The first asks for the default route."""


def lan_addresses() -> list[Address]:
    """This machine's private addresses, the likeliest one first, loopback left out.

    IPv4 before IPv6, which nobody types; before others that of the default route.
    """
    found = dict.fromkeys((*routed(), *of_interfaces(), *of_own_name(), *of_inet6()))
    usable = [one for one in found if is_private(one) and not one.is_loopback]
    return sorted(usable, key=lambda one: (one.version, one in LAST))


def is_private(address: Address) -> bool:
    return any(address in network for network in PRIVATE)


def routed() -> Iterator[Address]:
    """The addresses from which this machine would speak to others."""
    for target in ELSEWHERE:
        family = socket.AF_INET6 if ":" in target else socket.AF_INET
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((target, 9))
            yield ip_address(probe.getsockname()[0])


def of_interfaces() -> Iterator[Address]:
    """The IPv4 address of each interface, where the system can be asked so."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            with suppress(OSError):
                said = fcntl.ioctl(
                    probe.fileno(), SIOCGIFADDR, name.encode()[:15].ljust(256, b"\0")
                )
                yield ip_address(said[20:24])


def of_own_name() -> Iterator[Address]:
    with suppress(OSError, ValueError):
        for *_, place in socket.getaddrinfo(socket.gethostname(), None):
            yield ip_address(place[0])


def of_inet6() -> Iterator[Address]:
    """IPv6 addresses that stay, from Linux's table."""
    with suppress(OSError):
        for line in IF_INET6.read_text().splitlines():
            digits, _, _, _, flags, _ = line.split()
            if not int(flags, 16) & PASSING:
                yield IPv6Address(bytes.fromhex(digits))


def in_url(address: Address) -> str:
    """The address as a URL and a `Host` header write it."""
    return f"[{address}]" if address.version == 6 else str(address)
