"""An entry of a door as it is decided on, and what each kind of entry is decided with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from conference import vault_door
from conference.domain.invitation import Invitation
from conference.domain.invitation_attendance import evidence_of
from conference.errors import NotFound
from conference.store import Store, Unit
from conference.vault import Write
from events.base import Stamp

TOO_MANY = "scan.too-many-unknown"
"""Why an unknown code is not kept: its scan may be sent again and is then a new one."""

OTHER = "scan.other-content"
"""Why an id is refused that was used for something else."""


@dataclass(frozen=True)
class Scan:
    """An entry as it is decided on: `at` on the conference's clock, the device's skew put right.
    `skew_ms` is that skew where it was measured; `time_doubted`: the device's time cannot be right.

    `who` is said of a walk-in; `namesake`: another guest is called so and nobody has asked.
    `of` and `reason` are said of a reversal. `refused` is the code of one that is not decided on.
    """

    scan_id: str
    at: datetime
    token: str | None = None
    guest: UUID | None = None
    door: str = ""
    device: str = ""
    scanned_at: datetime | None = None
    shown: str | None = None
    kind: str = "scan"
    counter: int | None = None
    who: Mapping[str, str | None] = field(default_factory=dict)
    namesake: bool = False
    of: str | None = None
    reason: str = ""
    refused: str = ""
    skew_ms: int | None = None
    time_doubted: bool = False

    @property
    def where(self) -> tuple[str, str, datetime]:
        """Door, device and time of the entry."""
        return self.door, self.device, self.at

    @property
    def evidence(self) -> dict[str, Any]:
        return evidence_of(self)

    @property
    def content(self) -> str:
        """What the entry's id stands for: sent again it is the same."""
        if self.kind == "scan":
            return vault_door.content_of(self.token, self.guest)
        who = (self.who.get(name) for name in ("name", "post", "body", "voucher"))
        return vault_door.content_of(self.kind, *who, self.of, self.guest, self.reason)


@dataclass(frozen=True)
class Outcome:
    """What an entry came to: the verdict and whom it is about (None: nobody of this conference).

    `code` is the refusal of one that could not be decided on, else empty.
    """

    scan_id: str
    verdict: str = ""
    guest: UUID | None = None
    code: str = ""


@dataclass
class Save:
    """What is decided on together: the aggregates, the answers to keep, what was answered.
    Of codes that are none of ours `unknown` more are kept."""

    unit: Unit
    answers: list[Write]
    unknown: int
    done: dict[tuple[str, str], Outcome] = field(default_factory=dict)
    """By id and content."""
    new: dict[str, tuple[str, Outcome]] = field(default_factory=dict)
    """Content and outcome of what is decided on for the first time, by id."""
    early: dict[str, tuple[vault_door.Early, ...]] = field(default_factory=dict)
    """Reversals that came before their entry, by the entry's id."""


@dataclass(frozen=True)
class Desk:
    """Where the entries of one conference come in. An `overseer` may take back any of them."""

    store: Store
    stamp: Stamp
    conference_id: UUID
    closed_at: datetime | None
    overseer: bool = False

    def late(self, scan: Scan) -> bool:
        """Whether an entry was made after the closing."""
        return self.closed_at is not None and scan.at >= self.closed_at


def standing(unit: Unit, id: UUID) -> Invitation | None:
    """A guest's invitation; None for a group or for nobody's id."""
    try:
        found = unit.load(Invitation, id)
    except NotFound:
        return None
    return None if found.kind == "group" else found
