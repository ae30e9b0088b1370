"""The private network of a hall without internet: where to listen, under which names, and trust."""

import re
import socket
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1, sha256
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from conference import lan_authority
from conference.errors import Refused
from conference.lan_addresses import Address, in_url, is_private, lan_addresses
from conference.lan_authority import Names

LOOPBACK = ip_address("127.0.0.1")
PORT = 8000
EVERY = ("", "0.0.0.0", "[::]")  # noqa: S104 (what is written for "wherever it can be reached")
HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


@dataclass(frozen=True)
class Lan:
    """Where a house serves on a private network; the likeliest address comes first."""

    addresses: tuple[Address, ...]
    port: int
    hosts: tuple[str, ...]

    @property
    def address(self) -> str:
        return f"https://{in_url(self.addresses[0])}:{self.port}"

    @property
    def helper(self) -> str:
        """Where the way to trust is shown before anything is trusted: without HTTPS."""
        return f"http://{in_url(self.addresses[0])}:{self.port + 1}"

    def binds(self, port: int) -> tuple[str, ...]:
        return tuple(f"{in_url(one)}:{port}" for one in self.addresses)


def lan_at(bind: str) -> Lan:
    """The network to serve, from `--bind` (empty: all private addresses of this machine).

    Refused("lan.none") where there is none, ("lan.public") for an address of the open internet.
    """
    host, _, port = bind.rpartition(":")
    number = int(port) if port.isdecimal() else PORT if not bind else 0
    if not 0 < number < 65535:  # the next port is the helper's
        raise Refused("lan.bind")
    found = tuple(lan_addresses()) if host in EVERY else (address_of(host),)
    if not found:
        raise Refused("lan.none")
    mine = found if LOOPBACK in found else (*found, LOOPBACK)
    return Lan(mine, number, own_names())


def address_of(host: str) -> Address:
    try:
        found = ip_address(host.strip("[]"))
    except ValueError as error:
        raise Refused("lan.bind") from error
    if not is_private(found):
        raise Refused("lan.public", address=host)
    return found


def own_names() -> tuple[str, ...]:
    """What this machine calls itself, as far as it is a name; on its own network with `.local`."""
    name = socket.gethostname().split(".")[0].lower()
    return (name, f"{name}.local", "localhost") if HOST.fullmatch(name) else ("localhost",)


@dataclass(frozen=True)
class Trust:
    """The files of the authority, in the folder of the store."""

    data_dir: Path

    @property
    def authority(self) -> Path:
        """Key and certificate: the key leaves this machine never."""
        return self.data_dir / "lan" / "authority.pem"

    @property
    def server(self) -> Path:
        """The server's key, its certificate and the authority's: what gunicorn serves with."""
        return self.data_dir / "lan" / "server.pem"

    @property
    def public(self) -> Path:
        """The authority's certificate alone, for every device."""
        return self.data_dir / "lan" / "authority.crt"

    def made(self, lan: Lan, now: datetime) -> Lan:
        """See that all files stand; the network with the names that are vouched for."""
        issuer = lan_authority.authority(self.authority, lan.hosts[0], now)
        names = Names(lan_authority.vouched(issuer, lan.hosts), lan.addresses)
        lan_authority.server(self.server, issuer, names, now)
        lan_authority.write(self.public, issuer.certificate.public_bytes(Encoding.PEM))
        return Lan(lan.addresses, lan.port, names.hosts)

    @property
    def certificate(self) -> x509.Certificate | None:
        """What devices install; None where no authority was made."""
        if not self.public.exists():
            return None
        return x509.load_pem_x509_certificate(self.public.read_bytes())


def name_of(certificate: x509.Certificate) -> str:
    """What a device calls the authority in its list."""
    return str(certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value)


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 in pairs of digits, as iOS, Android and macOS show it."""
    return sha256(der(certificate)).digest().hex(":").upper()


def thumbprint(certificate: x509.Certificate) -> str:
    """SHA-1, since that is what Windows shows in its warning."""
    return sha1(der(certificate), usedforsecurity=False).hexdigest().upper()


def der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
