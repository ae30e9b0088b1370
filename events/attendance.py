"""Facts of a guest's attendance, a trait of the invitation."""

from datetime import datetime
from typing import ClassVar

from events.base import Fact


class GuestCheckedIn(Fact):
    """`at` is the time on the conference's clock; `device` and `scan_id` as the door gave them."""

    TOPIC: ClassVar[str] = "guest-checked-in"
    door: str
    device: str
    at: datetime
    site: str = ""
    scan_id: str | None = None


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
