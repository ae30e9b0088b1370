"""Every setting with unit, default and meaning, read from the environment once."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from email.utils import parseaddr
from pathlib import Path
from typing import Any, Self

PREFIX = "CONFERENCE_"

MAIL_PORTS = {"starttls": 587, "tls": 465, "plain": 25}
"""How a mail server is spoken to, and at which port it is then expected (RFC 8314, 6409, 5321)."""


class BadSetting(ValueError):
    """A setting that is unknown or cannot be read; the message is one sentence."""


@dataclass(frozen=True)
class Settings:
    """The settings. Each is read from the environment as CONFERENCE_ and its name in capitals."""

    data_dir: Path = Path("instance")
    """Folder of the store and of the secret key."""

    database: str = ""
    """postgresql://… for the server; empty: SQLite in `data_dir`."""

    secret_key: str = ""
    """Signs sessions and one-time links; empty: made once and kept in `data_dir`."""

    address: str = "http://127.0.0.1:8000"
    """Public base address, for links and QR codes on paper."""

    lan_helper: str = ""
    """Plain address that shows devices how to trust this server's own authority; empty: there is
    none. `./run serve --lan` sets it, and `hosts`."""

    hosts: str = ""
    """Names and addresses, with commas, by which this server may be called; empty: by any, as
    behind a proxy, which checks that itself."""

    proxies: int = 0
    """How many proxies of ours stand in front, one behind the other; each adds the address that
    asked it (X-Forwarded-For). Of more than there are, everybody could write an address there."""

    cookie_secure: bool = False
    """Whether cookies go over HTTPS only; they do wherever the address is https."""

    max_upload_mb: int = 20
    """Largest request body in MB: ten times the largest workbook of 5,000 guests."""

    streams: int = 300
    """Most live streams at once; each holds one of the server's threads (400)."""

    session_hours: int = 14
    """Hours until a sign-in ends: one long day of a conference."""

    mail_host: str = ""
    """The server that takes our mail; empty: no mail is sent from here."""

    mail_port: int = 0
    """Its port; 0: 587 for starttls, 465 for tls, 25 for plain."""

    mail_security: str = "starttls"
    """starttls, tls or plain (only on the same machine or network: it hides nothing)."""

    mail_user: str = ""
    """Who signs in there; empty: nobody needs to."""

    mail_password: str = field(default="", repr=False)
    """The password of `mail_user`."""

    mail_from: str = ""
    """The address our mails come from, with a name or without: Văn phòng <vp@example.vn>."""

    mail_timeout_s: int = 30
    """Seconds that the mail server may be silent; a mail in hand is nobody else's for 15 times
    as long, as many as one mail has questions and answers."""

    log_level: str = "INFO"
    """DEBUG, INFO, WARNING or ERROR."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read CONFERENCE_*; an unknown one is refused by name."""
        known = {PREFIX + one.name.upper(): one for one in fields(cls)}
        given = {name: value for name, value in environ.items() if name.startswith(PREFIX)}
        unknown = sorted(set(given) - set(known))
        if unknown:
            raise BadSetting(f"Unknown setting {', '.join(unknown)}")
        values = {known[n].name: read(n, type(known[n].default), v) for n, v in given.items()}
        return cls(**values).complete()

    def complete(self) -> Self:
        """The settings with a secret key, made and kept once when none was given."""
        if self.proxies < 0:
            raise BadSetting(f"Setting {PREFIX}PROXIES cannot be {self.proxies}")
        self.check_mail()
        if self.secret_key:
            return self
        return type(self)(**{**vars(self), "secret_key": kept_key(self.data_dir / "secret-key")})

    def check_mail(self) -> None:
        """BadSetting where mails are to be sent and it is not said how, or by whom."""
        if self.mail_security not in MAIL_PORTS:
            raise BadSetting(f"Setting {PREFIX}MAIL_SECURITY cannot be {self.mail_security!r}")
        if not self.mail_host:
            return
        if "@" not in parseaddr(self.mail_from)[1] or "\n" in self.mail_from:
            raise BadSetting(f"Setting {PREFIX}MAIL_FROM cannot be {self.mail_from!r}")
        if not 0 <= self.mail_port < 65_536 or self.mail_timeout_s < 1:
            raise BadSetting(f"Setting {PREFIX}MAIL_PORT or {PREFIX}MAIL_TIMEOUT_S is out of range")

    @property
    def mails(self) -> bool:
        """Whether mails are sent from here."""
        return bool(self.mail_host)

    @property
    def mail_at(self) -> tuple[str, int]:
        """Host and port of the mail server."""
        return self.mail_host, self.mail_port or MAIL_PORTS[self.mail_security]

    @property
    def secure_cookies(self) -> bool:
        """Whether cookies go over HTTPS only: as said, and wherever the address is https."""
        return self.cookie_secure or self.address.startswith("https://")

    @property
    def known_hosts(self) -> frozenset[str]:
        """What a request's `Host` may say, its port apart; empty: anything."""
        return frozenset(filter(None, self.hosts.lower().split(",")))

    @property
    def sqlite_path(self) -> Path:
        return self.data_dir / "le-dai.sqlite3"


def read(name: str, kind: type, value: str) -> Any:
    """The value of a setting in its own type."""
    try:
        if kind is bool:
            return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[
                value.lower()
            ]
        return int(value) if kind is int else Path(value) if issubclass(kind, Path) else value
    except (KeyError, ValueError) as error:
        raise BadSetting(f"Setting {name} cannot be {value!r}") from error


def kept_key(path: Path) -> str:
    """The key in this file; made with 256 random bits, readable by the owner only, when missing."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(32))
    return path.read_text().strip()
