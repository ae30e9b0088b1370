"""Facts of a guest's attendance, a trait of the invitation."""

from datetime import datetime
from typing import ClassVar

from events.base import Fact


class GuestCheckedIn(Fact):
    """`at` is the time on the conference's clock; `device` and `scan_id` as the door gave them.

    `scanned_at` is what the device's own clock said, as evidence only; `skew_ms` by how much the
    server's was ahead of it when both met (None: never measured). `time_doubted`: the device's time
    lay outside of what can have been, and `at` is the nearest time that can (reliability.md 3.4).
    """

    TOPIC: ClassVar[str] = "guest-checked-in"
    door: str
    device: str
    at: datetime
    site: str = ""
    scan_id: str | None = None
    scanned_at: datetime | None = None
    skew_ms: int | None = None
    time_doubted: bool = False


class EntryContested(Fact):
    """A door without network made an entry on which a supervisor decides: `verdict` says why
    (already: in before at another door, replaced, withdrawn, closed: after the closing, unlisted:
    the door's list did not have the code, namesake: a walk-in called as an invited guest is). The
    times are as in GuestCheckedIn."""

    TOPIC: ClassVar[str] = "entry-contested"
    verdict: str
    door: str
    device: str
    at: datetime
    scan_id: str | None = None
    scanned_at: datetime | None = None
    skew_ms: int | None = None
    time_doubted: bool = False


class ContestSettled(Fact):
    """What became of a contested entry: `entry` is the version of its EntryContested.

    `outcome`: same_person (one guest at two doors), two_people (two came on one code), taken_back
    (it does not count), stands (it is this one by which the guest is in). `note`: in whose words.
    """

    TOPIC: ClassVar[str] = "contest-settled"
    entry: int
    outcome: str
    note: str
    at: datetime


class CheckInReversed(Fact):
    """The guest was let in by mistake; `at` on the conference's clock."""

    TOPIC: ClassVar[str] = "check-in-reversed"
    reason: str
    at: datetime


class AbsenceExcused(Fact):
    """The guest is absent with a reason; excused guests stay among the absent."""

    TOPIC: ClassVar[str] = "absence-excused"
    reason: str


class ExcuseRevoked(Fact):
    """The absence is no longer excused."""

    TOPIC: ClassVar[str] = "excuse-revoked"
    reason: str


class RollCallWorded(Fact):
    """What the MC reads of the roll call, with {summoned}, {present} and {absent} where the
    figures stand; None: the house's own sentence again."""

    TOPIC: ClassVar[str] = "roll-call-worded"
    sentence: str | None
