"""The authority of a hall's own network: made once, held to private names, believed by real TLS."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from builders import STAMP
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from conference import lan_authority
from conference.errors import Refused
from conference.lan import Lan, Trust, lan_at, own_names
from conference.lan_addresses import is_private, lan_addresses
from conference.lan_authority import AUTHORITY, RENEWED, SERVER, Names, Pair

NOW = STAMP.at
LOOPBACK = ip_address("127.0.0.1")
HALL = Lan((ip_address("192.168.1.5"), ip_address("fd00::5"), LOOPBACK), 8000, ("ban", "ban.local"))


@pytest.fixture
def trust(tmp_path: Path) -> Trust:
    return Trust(tmp_path)


def extension(certificate: x509.Certificate, kind: type) -> Any:
    return certificate.extensions.get_extension_for_class(kind).value


def names_of(certificate: x509.Certificate) -> set[str]:
    said = extension(certificate, x509.SubjectAlternativeName)
    return {str(one.value) for one in said}


def test_the_authority_vouches_for_private_names_alone_and_for_ten_years(trust: Trust) -> None:
    trust.made(HALL, NOW)
    made = trust.certificate
    assert made is not None
    constraints = made.extensions.get_extension_for_class(x509.NameConstraints)
    known = {str(one.value) for one in constraints.value.permitted_subtrees or ()}
    networks = {str(one) for one in map(ip_network, known - {*HALL.hosts, *lan_authority.LOCAL})}
    assert constraints.critical
    assert known - networks == {"ban", "local", "lan", "home.arpa", "localhost"}
    assert {"10.0.0.0/8", "192.168.0.0/16", "fc00::/7"} < networks
    assert all(is_private(ip_network(one).network_address) for one in networks)
    assert extension(made, x509.BasicConstraints) == x509.BasicConstraints(True, 0)
    assert made.not_valid_after_utc - made.not_valid_before_utc == AUTHORITY
    assert made.subject.rfc4514_string() == "CN=Lễ đài – ban"


def test_the_server_is_named_by_all_its_addresses_for_397_days(trust: Trust) -> None:
    trust.made(HALL, NOW)
    made, above = lan_authority.read(trust.server).certificate, trust.certificate
    assert above is not None
    made.verify_directly_issued_by(above)
    assert names_of(made) == {"192.168.1.5", "fd00::5", "127.0.0.1", "ban", "ban.local"}
    assert made.not_valid_after_utc - made.not_valid_before_utc == SERVER
    assert list(extension(made, x509.ExtendedKeyUsage)) == [ExtendedKeyUsageOID.SERVER_AUTH]
    assert extension(made, x509.BasicConstraints).ca is False


def test_keys_are_their_owners_alone(trust: Trust) -> None:
    trust.made(HALL, NOW)
    modes = {path.name: path.stat().st_mode & 0o777 for path in trust.server.parent.iterdir()}
    assert {"authority.pem", "server.pem", "authority.crt"} == set(modes)
    assert (modes["authority.pem"], modes["server.pem"]) == (0o600, 0o600)
    assert trust.server.parent.stat().st_mode & 0o777 == 0o700
    assert b"PRIVATE" not in trust.public.read_bytes()


def files(trust: Trust) -> tuple[bytes, bytes]:
    return trust.authority.read_bytes(), trust.server.read_bytes()


def test_a_second_start_uses_both_again(trust: Trust) -> None:
    trust.made(HALL, NOW)
    first = files(trust)
    trust.made(HALL, NOW + SERVER - RENEWED - timedelta(days=2))
    assert files(trust) == first


@pytest.mark.parametrize(
    ("hall", "at"),
    [
        (replace(HALL, addresses=(ip_address("10.0.0.9"), LOOPBACK)), NOW),
        (replace(HALL, hosts=("ban.local",)), NOW),
        (HALL, NOW + SERVER - RENEWED),
    ],
    ids=["another address", "another name", "near its end"],
)
def test_the_server_is_certified_anew_under_the_same_authority(
    trust: Trust, hall: Lan, at: datetime
) -> None:
    trust.made(HALL, NOW)
    first = files(trust)
    trust.made(hall, at)
    second = files(trust)
    wanted = {*map(str, hall.addresses), *hall.hosts}
    assert (second[0] == first[0], second[1] == first[1]) == (True, False)
    assert names_of(lan_authority.read(trust.server).certificate) == wanted


def test_an_authority_near_its_end_is_followed_by_another(trust: Trust) -> None:
    trust.made(HALL, NOW)
    first = files(trust)
    trust.made(HALL, NOW + AUTHORITY)
    second, above = files(trust), trust.certificate
    assert above is not None
    assert second[0] != first[0]
    lan_authority.read(trust.server).certificate.verify_directly_issued_by(above)


def test_an_authority_that_cannot_be_read_is_not_replaced_behind_anybodys_back(
    trust: Trust,
) -> None:
    trust.made(HALL, NOW)
    other = Trust(trust.data_dir / "other")
    other.made(HALL, NOW)
    key, certificate = trust.authority.read_bytes(), other.public.read_bytes()
    no_pair = key.split(b"-----BEGIN CERTIFICATE")[0] + certificate
    for damaged in (b"", key[:200], b"nonsense", no_pair):
        trust.authority.write_bytes(damaged)
        with pytest.raises(Refused, match=r"lan\.damaged"):
            trust.made(HALL, NOW)
        assert trust.authority.read_bytes() == damaged


def test_a_damaged_server_is_made_anew(trust: Trust) -> None:
    trust.made(HALL, NOW)
    trust.server.write_bytes(b"nonsense")
    trust.made(HALL, NOW)
    assert "192.168.1.5" in names_of(lan_authority.read(trust.server).certificate)


def test_a_renamed_machine_is_called_what_its_authority_may_vouch_for(trust: Trust) -> None:
    trust.made(HALL, NOW)
    renamed = replace(HALL, hosts=("moi", "moi.local", "localhost"))
    assert trust.made(renamed, NOW).hosts == ("moi.local", "localhost")


# --- real TLS ---


@contextmanager
def served(pair: Pair, above: Pair, folder: Path) -> Iterator[int]:
    """A TLS server on loopback that shows this certificate to whoever comes."""
    chain = folder / "chain.pem"
    chain.write_bytes(pair.pem() + above.certificate.public_bytes(Encoding.PEM))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(chain)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def greet() -> None:
            caller, _ = listening.accept()
            try:
                context.wrap_socket(caller, server_side=True).close()
            except OSError:
                caller.close()

        thread = Thread(target=greet)
        thread.start()
        yield listening.getsockname()[1]
        thread.join()


def called(port: int, name: str, trust: Trust) -> str:
    """Whom a client that trusts the authority believes to have reached."""
    trusting = ssl.create_default_context(cafile=trust.public)
    with (
        socket.create_connection(("127.0.0.1", port)) as plain,
        trusting.wrap_socket(plain, server_hostname=name) as secured,
    ):
        return str(secured.version())


@pytest.mark.parametrize("name", ["127.0.0.1", "ban", "ban.local"])
def test_a_client_believes_the_server_by_each_of_its_names(trust: Trust, name: str) -> None:
    hall = replace(HALL, hosts=("ban", "ban.local"))
    now = datetime.now(UTC)
    trust.made(hall, now)
    above, pair = lan_authority.read(trust.authority), lan_authority.read(trust.server)
    with served(pair, above, trust.data_dir) as port:
        assert called(port, name, trust).startswith("TLSv1.")


@pytest.mark.parametrize("name", ["bank.example", "8.8.8.8"])
def test_a_stolen_authority_cannot_pretend_to_be_anybody_outside(trust: Trust, name: str) -> None:
    trust.made(HALL, datetime.now(UTC))
    above = lan_authority.read(trust.authority)
    number = name[0].isdigit()
    forged = Names(() if number else (name,), (ip_address(name),) if number else ())
    pair = lan_authority.new_server(above, forged, datetime.now(UTC))
    with (
        served(pair, above, trust.data_dir) as port,
        pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"),
    ):
        called(port, name, trust)


# --- where to listen ---


def test_it_listens_on_the_chosen_address_and_on_its_own_machine() -> None:
    hall = lan_at("192.168.1.5:8443")
    assert hall.binds(8443) == ("192.168.1.5:8443", "127.0.0.1:8443")
    assert (hall.address, hall.helper) == ("https://192.168.1.5:8443", "http://192.168.1.5:8444")
    assert lan_at("[fd00::5]:8000").address == "https://[fd00::5]:8000"
    assert hall.hosts == own_names()


def test_it_listens_everywhere_private_unless_told() -> None:
    found = tuple(lan_addresses())
    assert all(is_private(one) and not one.is_loopback for one in found)
    for bind in ("", "0.0.0.0:8000", ":8000"):
        if found:
            assert lan_at(bind).addresses == (*found, LOOPBACK)
        else:
            with pytest.raises(Refused, match=r"lan\.none"):
                lan_at(bind)


@pytest.mark.parametrize(
    ("bind", "code"),
    [
        ("8.8.8.8:8000", "lan.public"),
        ("[2001:db8::1]:8000", "lan.public"),
        ("laptop:8000", "lan.bind"),
        ("192.168.1.5", "lan.bind"),
        ("192.168.1.5:x", "lan.bind"),
        ("192.168.1.5:0", "lan.bind"),
        ("192.168.1.5:65535", "lan.bind"),
    ],
)
def test_an_address_that_cannot_be_served_is_refused(bind: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        lan_at(bind)
    assert refused.value.code == code
