"""Mail addresses as people write them into lists: which of them a mail can go to."""

import re

LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*")
"""The dot-atom of RFC 5322, 3.2.3, with the letters of RFC 6532; a quoted name is nobody's."""

LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
"""One label of a domain's name (RFC 1035, 2.3.1)."""

LONGEST = (64, 253)
"""Octets of the part before the sign and of the domain (RFC 5321, 4.5.3.1)."""


def deliverable(written: str | None) -> str | None:
    """The address that a mail goes to, its domain in ASCII (RFC 5890); None where there is none:
    empty, two in one cell, or mistyped so that no server could take it."""
    local, sign, domain = (written or "").strip().rpartition("@")
    if not sign or not LOCAL.fullmatch(local) or len(local.encode()) > LONGEST[0]:
        return None
    try:
        ascii_domain = domain.encode("idna").decode().lower()
    except UnicodeError:
        return None
    labels = ascii_domain.split(".")
    known = len(labels) > 1 and all(map(LABEL.fullmatch, labels)) and not labels[-1].isdigit()
    return f"{local}@{ascii_domain}" if known and len(ascii_domain) <= LONGEST[1] else None
