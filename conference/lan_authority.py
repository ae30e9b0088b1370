"""A local certificate authority: a hall without internet gets HTTPS that its devices can trust.

The authority is made once; a device trusts it once. It vouches for private addresses and local
names alone (name constraints, RFC 5280, 4.2.1.10), so whoever stole its key could not pretend to
be a bank. Its server certificate is made anew whenever the machine's addresses are others.
"""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from conference.errors import Refused
from conference.lan_addresses import PRIVATE, Address

AUTHORITY = timedelta(days=3650)
"""How long devices trust it: ten years, the longest a laptop serves."""

SERVER = timedelta(days=397)
"""Below Apple's 825 days for an authority of one's own and the 398 that public ones once had."""

RENEWED = timedelta(days=30)
"""Before an end, what is made at a start: a conference must not outlive its certificate."""

SKEWED = timedelta(days=1)
"""Certificates are dated back: in a hall without internet a phone's clock may be behind."""

LOCAL = ("local", "lan", "home.arpa", "localhost")
"""Names that no public authority gives away: RFC 6762, 8375, 6761, and what routers use."""


@dataclass(frozen=True)
class Pair:
    """A certificate and the key that belongs to it."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def pem(self) -> bytes:
        """Key and certificate as one text."""
        how = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        pem = serialization.Encoding.PEM
        return self.key.private_bytes(pem, *how) + self.certificate.public_bytes(pem)


@dataclass(frozen=True)
class Names:
    """What a server is called on its network."""

    hosts: tuple[str, ...]
    addresses: tuple[Address, ...]

    def general(self) -> list[x509.GeneralName]:
        return [*map(x509.DNSName, self.hosts), *map(x509.IPAddress, self.addresses)]


def authority(path: Path, host: str, now: datetime) -> Pair:
    """The authority in this file, made once. Refused("lan.damaged") where it cannot be read."""
    if path.exists():
        found = read(path)
        if found.certificate.not_valid_after_utc > now + RENEWED:
            return found
    made = new_authority(host, now)
    write(path, made.pem())
    return made


def server(path: Path, issuer: Pair, names: Names, now: datetime) -> Pair:
    """The server's certificate in this file; made anew for other names and before its end."""
    try:
        if serves(found := read(path), issuer, names, now):
            return found
    except (OSError, Refused):
        pass  # nobody has installed this one: it may be lost at any time
    made = new_server(issuer, names, now)
    whole = made.pem() + issuer.certificate.public_bytes(serialization.Encoding.PEM)
    write(path, whole)
    return made


def serves(found: Pair, issuer: Pair, names: Names, now: datetime) -> bool:
    """Whether a kept certificate is this authority's, for these names, and for some time yet."""
    try:
        found.certificate.verify_directly_issued_by(issuer.certificate)
    except (InvalidSignature, ValueError):
        return False
    said = found.certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    lasting = found.certificate.not_valid_after_utc > now + RENEWED
    return lasting and set(said.value) == set(names.general())


def vouched(issuer: Pair, hosts: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the names that the authority may vouch for: a renamed machine's old authority
    does not know its new name."""
    said = issuer.certificate.extensions.get_extension_for_class(x509.NameConstraints)
    trees = said.value.permitted_subtrees or ()
    known = [str(tree.value) for tree in trees if isinstance(tree, x509.DNSName)]
    return tuple(h for h in hosts if any(h == name or h.endswith(f".{name}") for name in known))


def new_authority(host: str, now: datetime) -> Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    name = named(f"Lễ đài – {host}")
    known: list[x509.GeneralName] = [x509.DNSName(one) for one in dict.fromkeys((host, *LOCAL))]
    known += [x509.IPAddress(ip_network(one)) for one in PRIVATE]
    made = (
        begun(name, name, key, now, now + AUTHORITY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints(known, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return Pair(made.sign(key, hashes.SHA256()), key)


def new_server(issuer: Pair, names: Names, now: datetime) -> Pair:
    key, above = ec.generate_private_key(ec.SECP256R1()), issuer.certificate
    until = min(now + SERVER, above.not_valid_after_utc)
    above_key = above.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    from_above = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(above_key)
    made = (
        begun(named("Lễ đài"), above.subject, key, now, until)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names.general()), critical=False)
        .add_extension(from_above, critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return Pair(made.sign(issuer.key, hashes.SHA256()), key)


def named(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common[:64])])


def begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    now: datetime,
    until: datetime,
) -> x509.CertificateBuilder:
    """A certificate before its extensions; what it spans in all is what is said of `until`."""
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - SKEWED)
        .not_valid_after(until - SKEWED)
    )


def usage(*, signs_certificates: bool) -> x509.KeyUsage:
    """What a key is for: an authority's signs certificates, a server's signs handshakes."""
    others = ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
        **dict.fromkeys(others, False),
    )


def read(path: Path) -> Pair:
    """Key and certificate in a file. Refused("lan.damaged") when they are none, or no pair."""
    text = path.read_bytes()
    try:
        key = serialization.load_pem_private_key(text, password=None)
        certificate = x509.load_pem_x509_certificate(text)
    except ValueError as error:
        raise Refused("lan.damaged", file=path) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise Refused("lan.damaged", file=path)
    if key.public_key() != certificate.public_key():
        raise Refused("lan.damaged", file=path)
    return Pair(certificate, key)


def write(path: Path, text: bytes) -> None:
    """Put a file in place whole or not at all, readable by its owner only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = path.with_suffix(".new")
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
