"""A scan at a door as it is decided on, and what it came to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from conference import vault_door

TOO_MANY = "scan.too-many-unknown"
"""Why an unknown code is not kept: its scan may be sent again and is then a new one."""


@dataclass(frozen=True)
class Scan:
    """A scan as it is decided on: `at` on the conference's clock, the device's skew put right."""

    scan_id: str
    at: datetime
    token: str | None = None
    guest: UUID | None = None
    door: str = ""
    device: str = ""
    scanned_at: datetime | None = None
    shown: str | None = None

    @property
    def content(self) -> str:
        """What the scan's id stands for: sent again it is the same."""
        return vault_door.content_of(self.token, self.guest)


@dataclass(frozen=True)
class Outcome:
    """What a scan came to: the verdict and whom it is about (None: nobody of this conference).

    `code` is the refusal of a scan that was not decided on or not kept, else empty.
    """

    scan_id: str
    verdict: str = ""
    guest: UUID | None = None
    code: str = ""
