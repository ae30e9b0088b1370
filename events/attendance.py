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
    TOPIC: ClassVar[str] = "check-in-reversed"
    reason: str
    at: datetime


class AbsenceExcused(Fact):
    TOPIC: ClassVar[str] = "absence-excused"
    reason: str


class ExcuseRevoked(Fact):
    TOPIC: ClassVar[str] = "excuse-revoked"
    reason: str
