"""The authority as a configuration profile, which iPhones and iPads install from one tap."""

import plistlib
from uuid import UUID, uuid5

from cryptography import x509

from conference.lan import der, fingerprint, name_of

SPACE = UUID("5d0f8f4e-4a3c-4b0e-9b1e-6c1d20261125")
"""The space of the profile's ids: the same authority is always the same profile."""


def profile(certificate: x509.Certificate) -> bytes:
    """The profile as a property list (Apple, Configuration Profile Reference: security.root)."""
    name, print_ = name_of(certificate), fingerprint(certificate)
    root = said("root", print_, name) | {
        "PayloadType": "com.apple.security.root",
        "PayloadContent": der(certificate),
    }
    whole = said("profile", print_, name) | {
        "PayloadType": "Configuration",
        "PayloadContent": [root],
        "PayloadDescription": f"SHA-256 {print_}",
    }
    return plistlib.dumps(whole)


def said(part: str, print_: str, name: str) -> dict[str, object]:
    """What every part of a profile says of itself."""
    known = str(uuid5(SPACE, f"{part} {print_}")).upper()
    names = {"PayloadIdentifier": f"vn.le-dai.lan.{known}", "PayloadUUID": known}
    return {**names, "PayloadDisplayName": name, "PayloadVersion": 1}
