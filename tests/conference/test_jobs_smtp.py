"""The connection to the mail server: encrypted, signed in, and what each refusal means."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult
from builders_journeys import free_port
from builders_mail import Taker, mail_server, mailing

from conference.config import BadSetting, Settings
from conference.jobs_smtp import Outcome, Post
from conference.lan_authority import Names, authority, server

TO = "dao@example.vn"


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server's certificate for localhost, from an authority that this machine trusts."""
    now = datetime.now(UTC)
    issuer = authority(tmp_path / "authority.pem", "localhost", now)
    names = Names(("localhost",), (ip_address("127.0.0.1"),))
    server(tmp_path / "server.pem", issuer, names, now)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "server.pem")
    return context


def a_mail() -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["To"], mail["From"], mail["Subject"] = TO, "vp@example.vn", "Giấy mời"
    mail.set_content("Kính gửi")
    return mail


def handed(settings: Settings, port: int, to: str = TO, **said: Any) -> Outcome:
    post = Post(mailing(settings, port, **said))
    outcome = post.hand_over(a_mail(), to)
    post.close()
    return outcome


def signed_in(_server: Any, _session: Any, _envelope: Any, _how: str, said: Any) -> AuthResult:
    right = ACCOUNTS.get(said.login.decode()) == said.password.decode()
    return AuthResult(success=right, handled=False)


ACCOUNTS = {"vp": "mat-khau", "văn phòng": "mật khẩu"}


@pytest.fixture
def guarded(trusted: ssl.SSLContext) -> Iterator[int]:
    """A server that takes mails over TLS only, from who signs in."""
    said = {"tls_context": trusted, "require_starttls": True, "auth_required": True}
    with mail_server(Taker(), **said, authenticator=signed_in) as port:
        yield port


STARTTLS = {"mail_host": "localhost", "mail_security": "starttls", "mail_user": "vp"}


def test_a_mail_goes_over_starttls_after_signing_in(settings: Settings, guarded: int) -> None:
    for user, password in ACCOUNTS.items():
        said = {**STARTTLS, "mail_user": user, "mail_password": password}
        assert handed(settings, guarded, **said) == Outcome("taken", "")


def test_with_a_wrong_password_no_other_mail_is_tried(settings: Settings, guarded: int) -> None:
    for wrong in ("khac", "khác"):
        outcome = handed(settings, guarded, **STARTTLS, mail_password=wrong)
        assert (outcome.kind, outcome.answer[:3]) == ("away", "535")


def test_a_certificate_of_nobody_we_trust_is_not_spoken_to(
    settings: Settings, guarded: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    outcome = handed(settings, guarded, **STARTTLS, mail_password="mật khẩu")
    assert (outcome.kind, "CERTIFICATE_VERIFY_FAILED" in outcome.answer) == ("away", True)


def test_a_server_without_encryption_gets_no_mail_that_asks_for_it(settings: Settings) -> None:
    taker = Taker()
    with mail_server(taker) as port:
        assert handed(settings, port, mail_security="starttls").kind == "away"
    assert taker.taken == []


def test_a_mail_goes_over_tls_from_the_start(settings: Settings, trusted: ssl.SSLContext) -> None:
    with mail_server(Taker(), ssl_context=trusted) as port:
        said = {"mail_host": "localhost", "mail_security": "tls"}
        assert handed(settings, port, **said).kind == "taken"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("550 5.1.1 no such user", "refused"),
        ("553 5.1.3 bad address", "refused"),
        ("450 4.2.0 greylisted", "later"),
        ("421 4.3.2 closing", "later"),
    ],
)
def test_what_is_said_of_an_address(settings: Settings, answer: str, kind: str) -> None:
    with mail_server(Taker(answers={TO: [answer]})) as port:
        assert handed(settings, port) == Outcome(kind, answer)


def test_a_mail_that_is_too_large_is_refused_alone(settings: Settings) -> None:
    with mail_server(Taker(), data_size_limit=100) as port:
        assert handed(settings, port).kind == "refused"


def test_an_address_with_letters_goes_where_it_can(settings: Settings) -> None:
    """SMTPUTF8 (RFC 6531): a server that has not heard of it is not asked to guess."""
    taker = Taker()
    with mail_server(taker, enable_SMTPUTF8=True) as port:
        assert handed(settings, port, "đào@example.vn").kind == "taken"
    assert taker.asked == ["đào@example.vn"]
    with mail_server(taker, enable_SMTPUTF8=False) as port:
        refused = Outcome("refused", "mail.letters-not-taken")
        assert handed(settings, port, "đào@example.vn") == refused


def test_a_server_that_says_nothing_is_away(settings: Settings) -> None:
    assert handed(settings, free_port(), mail_timeout_s=1).kind == "away"


def test_an_answer_of_many_lines_is_kept_as_one(settings: Settings) -> None:
    long = f"550-first\r\n550 {'x' * 400}"
    with mail_server(Taker(answers={TO: [long]})) as port:
        said = handed(settings, port).answer
    assert said.startswith("550 first xxx")
    assert len(said) == 300


@pytest.mark.parametrize(
    "said",
    [
        {"MAIL_HOST": "mx.example.vn"},
        {"MAIL_HOST": "mx.example.vn", "MAIL_FROM": "văn phòng"},
        {"MAIL_HOST": "mx.example.vn", "MAIL_FROM": "a@b.vn\nBcc: c@d.vn"},
        {"MAIL_HOST": "mx.example.vn", "MAIL_FROM": "a@b.vn", "MAIL_PORT": "70000"},
        {"MAIL_HOST": "mx.example.vn", "MAIL_FROM": "a@b.vn", "MAIL_TIMEOUT_S": "0"},
        {"MAIL_SECURITY": "none"},
    ],
)
def test_settings_that_cannot_work_are_refused_at_the_start(said: dict[str, str]) -> None:
    with pytest.raises(BadSetting):
        Settings.from_environment({f"CONFERENCE_{name}": value for name, value in said.items()})


def test_a_port_follows_from_the_way_of_speaking(settings: Settings) -> None:
    ports = {how: mailing(settings, 0, mail_security=how).mail_at[1] for how in PORTS}
    assert ports == PORTS
    assert "mật khẩu" not in repr(mailing(settings, 0, mail_password="mật khẩu"))


PORTS = {"starttls": 587, "tls": 465, "plain": 25}
