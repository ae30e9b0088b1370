"""Handing mails to the mail server, and what it answered: taken, refused, later, or away."""

import smtplib
import ssl
from base64 import b64encode
from contextlib import suppress
from email.message import EmailMessage
from email.utils import parseaddr
from typing import NamedTuple

from conference.config import Settings

LONGEST = 300
"""Characters of a server's answer that are kept: two lines of a page."""

TOO_LARGE = 552
"""What is answered to a mail that is larger than the server takes (RFC 1870, 6.1)."""

SIGNED_IN = 235
"""What is answered to who has signed in (RFC 4954, 4.2.1)."""


class Outcome(NamedTuple):
    """What became of a try. `kind`: taken; refused (never again); later (this mail alone);
    away (the server takes nothing now, so no other mail need be tried)."""

    kind: str
    answer: str


class Post:
    """One connection to the mail server, opened when it is needed and kept for the next mail."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open: smtplib.SMTP | None = None

    def hand_over(self, mail: EmailMessage, address: str) -> Outcome:
        """Whether the server took the mail. One that hangs up in the middle may have taken it:
        it is tried again under the same Message-ID."""
        try:
            server = self._server()
        except smtplib.SMTPResponseException as error:
            return self._broken("away", said(error.smtp_code, error.smtp_error))
        except (OSError, smtplib.SMTPException) as error:
            return self._broken("away", in_one_line(str(error) or type(error).__name__))
        try:
            server.send_message(mail, to_addrs=[address])
        except smtplib.SMTPNotSupportedError:
            return Outcome("refused", "mail.letters-not-taken")
        except smtplib.SMTPSenderRefused as error:  # our address, or the size we announced
            kind = "refused" if error.smtp_code == TOO_LARGE else "away"
            return self._broken(kind, said(error.smtp_code, error.smtp_error))
        except smtplib.SMTPRecipientsRefused as error:
            ((code, answer),) = error.recipients.values()
            return self._turned_down(code, answer)
        except smtplib.SMTPResponseException as error:
            return self._turned_down(error.smtp_code, error.smtp_error)
        except (OSError, smtplib.SMTPException) as error:
            return self._broken("later", in_one_line(str(error) or type(error).__name__))
        return Outcome("taken", "")

    def close(self) -> None:
        if self._open is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._open.quit()
            self._open.close()
            self._open = None

    def _turned_down(self, code: int, answer: bytes | str) -> Outcome:
        if code == 421:  # the server closes (RFC 5321, 3.8)
            return self._broken("later", said(code, answer))
        return Outcome("refused" if code >= 500 else "later", said(code, answer))

    def _broken(self, kind: str, answer: str) -> Outcome:
        self.close()
        return Outcome(kind, answer)

    def _server(self) -> smtplib.SMTP:
        if self._open is not None and not self._alive(self._open):
            self.close()
        if self._open is None:
            self._open = self._connected()
        return self._open

    def _alive(self, server: smtplib.SMTP) -> bool:
        """A server may hang up on who says nothing for a while; better noticed before a mail."""
        try:
            return server.noop()[0] == 250
        except (OSError, smtplib.SMTPException):
            return False

    def _connected(self) -> smtplib.SMTP:
        to, timeout = self._settings, self._settings.mail_timeout_s
        host, port = to.mail_at
        domain = parseaddr(to.mail_from)[1].rpartition("@")[2]
        trusted = ssl.create_default_context()
        server: smtplib.SMTP = (
            smtplib.SMTP_SSL(host, port, domain, timeout=timeout, context=trusted)
            if to.mail_security == "tls"
            else smtplib.SMTP(host, port, domain, timeout=timeout)
        )
        try:
            if to.mail_security == "starttls":
                server.starttls(context=trusted)
            if to.mail_user:
                sign_in(server, to.mail_user, to.mail_password)
        except BaseException:
            server.close()
            raise
        return server


def sign_in(server: smtplib.SMTP, user: str, password: str) -> None:
    """As the library does it, which knows ASCII alone; else PLAIN, which is UTF-8 (RFC 4616)."""
    if (user + password).isascii():
        server.login(user, password)
        return
    server.ehlo_or_helo_if_needed()
    secret = b64encode(f"\0{user}\0{password}".encode()).decode()
    code, answer = server.docmd("AUTH", f"PLAIN {secret}")
    if code != SIGNED_IN:
        raise smtplib.SMTPAuthenticationError(code, answer)


def said(code: int, answer: bytes | str) -> str:
    words = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return in_one_line(f"{code} {words}")


def in_one_line(text: str) -> str:
    readable = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(readable.split())[:LONGEST]
