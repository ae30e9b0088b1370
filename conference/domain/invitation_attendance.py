"""Attendance, a trait of the invitation: in the hall, excused, not yet here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import Refused
from events.attendance import (
    AbsenceExcused,
    CheckInReversed,
    EntryContested,
    ExcuseRevoked,
    GuestCheckedIn,
)
from events.base import Fact, Stamp
from events.invitation_answers import InvitationAccepted


@dataclass(frozen=True)
class Entry:
    """What a scan came to: `first` or already in, and when, where and on which device first."""

    first: bool
    at: datetime
    door: str
    device: str


class Attending(Noun):
    """What an invitation needs to know to let its guest in."""

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.kind = ""
        self.site = ""
        self.answer = "invited"
        """invited, accepted, declined, substituted or withdrawn."""
        self.entered: tuple[datetime, str, str] | None = None
        self.excuse: str | None = None

    @property
    def present(self) -> bool:
        return self.entered is not None

    def check_in(
        self,
        stamp: Stamp,
        door: str,
        device: str,
        at: datetime,
        scan_id: str | None = None,
        scanned_at: datetime | None = None,
    ) -> Entry:
        """Let the guest in. The second scan records nothing and says when and where first.

        Who declined and comes after all has accepted by that, and counts as invited again."""
        self._standing()
        if self.entered is not None:
            return Entry(False, *self.entered)
        if self.answer == "declined":
            self.record(InvitationAccepted, stamp)
        scan = {"scan_id": scan_id, "scanned_at": scanned_at}
        where = {"door": door, "device": device, "site": self.site}
        self.record(GuestCheckedIn, stamp, **where, at=at, **scan)
        return Entry(True, at, door, device)

    def contest_entry(
        self,
        stamp: Stamp,
        verdict: str,
        door: str,
        device: str,
        at: datetime,
        scan_id: str | None = None,
        scanned_at: datetime | None = None,
    ) -> None:
        """A door without network let the guest in; the log says otherwise."""
        self._a_guest()
        scan = {"scan_id": scan_id, "scanned_at": scanned_at}
        where = {"door": door, "device": device}
        self.record(EntryContested, stamp, verdict=verdict, **where, at=at, **scan)

    def reverse_check_in(self, stamp: Stamp, reason: str, at: datetime) -> None:
        if self.entered is None:
            raise Refused("attendance.not-in")
        self.record(CheckInReversed, stamp, reason=reason, at=at)

    def excuse_absence(self, stamp: Stamp, reason: str) -> None:
        self._standing()
        if self.present:
            raise Refused("invitation.already-in")
        if self.excuse != reason:
            self.record(AbsenceExcused, stamp, reason=reason)

    def revoke_excuse(self, stamp: Stamp, reason: str) -> None:
        if self.excuse is None:
            raise Refused("attendance.not-excused")
        self.record(ExcuseRevoked, stamp, reason=reason)

    def _a_guest(self) -> None:
        """A group is not somebody: its places are."""
        if self.kind == "group":
            raise Refused("invitation.a-group")

    def _standing(self) -> None:
        self._a_guest()
        if self.answer == "withdrawn":
            raise Refused("invitation.withdrawn")

    def attend(self, fact: Fact) -> None:
        match fact:
            case GuestCheckedIn():
                self.entered, self.excuse = (fact.at, fact.door, fact.device), None
            case CheckInReversed():
                self.entered = None
            case AbsenceExcused():
                self.excuse = fact.reason
            case ExcuseRevoked():
                self.excuse = None
