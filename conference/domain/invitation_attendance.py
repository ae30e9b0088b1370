"""Attendance, a trait of the invitation: in the hall, excused, not yet here."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import Refused
from events.attendance import (
    AbsenceExcused,
    CheckInReversed,
    ExcuseRevoked,
    GuestCheckedIn,
)
from events.base import Fact, Stamp
from events.invitation_answers import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationWithdrawn,
)


@dataclass(frozen=True)
class Entry:
    """What a scan came to: `first` or already in, and when, where and on which device first."""

    first: bool
    at: datetime
    door: str
    device: str


@dataclass(frozen=True)
class Made:
    """An entry as its door made it: when, where, by which account or device, under which id."""

    at: datetime
    door: str
    device: str
    by: UUID
    scan_id: str | None
    scanned_at: datetime | None
    skew_ms: int | None = None
    time_doubted: bool = False

    @property
    def evidence(self) -> dict[str, Any]:
        return evidence_of(self)


class Attending(Noun):
    """What an invitation needs to know to let its guest in."""

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.kind = ""
        self.site = ""
        self.answer = "invited"
        """invited, accepted, declined, substituted or withdrawn."""
        self.entered: Made | None = None
        self.excuse: str | None = None
        self.refused: str | None = None
        """Why the guest declined, while that is the answer."""
        self.overtaken: tuple[str | None, str | None] = (None, None)
        """Refusal and excuse that an entry ended, until somebody says otherwise."""
        self.gave_way: tuple[int, datetime | None, str | None] = (0, None, None)
        """Version and time of the last answer, and the refusal that it ended."""

    @property
    def present(self) -> bool:
        return self.entered is not None

    def check_in(
        self,
        stamp: Stamp,
        door: str,
        device: str,
        at: datetime,
        **evidence: Any,
    ) -> Entry:
        """Let the guest in. The second scan records nothing and says when and where first.
        `evidence` is what Made keeps of scan and clocks.

        Who declined and comes after all has accepted by that, and counts as invited again."""
        self._standing()
        if self.entered is not None:
            return Entry(False, self.entered.at, self.entered.door, self.entered.device)
        if self.answer == "declined":
            self.record(InvitationAccepted, stamp)
        where = {"door": door, "device": device, "site": self.site}
        self.record(GuestCheckedIn, stamp, **where, at=at, **evidence)
        return Entry(True, at, door, device)

    def reverse_check_in(self, stamp: Stamp, reason: str, at: datetime) -> None:
        """The guest is out again, with the refusal or excuse from before the entry; who was let
        in without an invitation is nobody's guest then."""
        if self.entered is None:
            raise Refused("attendance.not-in")
        refused, excuse = self.overtaken
        self.record(CheckInReversed, stamp, reason=reason, at=at)
        if refused is not None:
            self.record(InvitationDeclined, stamp, reason=refused)
        if excuse is not None:
            self.record(AbsenceExcused, stamp, reason=excuse)
        if self.kind == "walk_in":
            self.record(InvitationWithdrawn, stamp, reason=reason)

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
                self._came(fact)
            case CheckInReversed():
                self.entered = None
            case AbsenceExcused():
                self.excuse, self.overtaken = fact.reason, (self.overtaken[0], None)
            case ExcuseRevoked():
                self.excuse, self.overtaken = None, (self.overtaken[0], None)

    def _came(self, fact: GuestCheckedIn) -> None:
        """An acceptance saved with the entry is the entry's own, not what the guest had said; an
        entry that takes another's place ends nothing anew."""
        version, at, refused = self.gave_way
        its_own = (version + 1, at) == (fact.originator_version, fact.timestamp)
        before, excuse = self.overtaken
        self.overtaken = refused if its_own else before, self.excuse or excuse
        self.entered, self.excuse = made(fact), None

    def heard(self, fact: Fact, refused: str | None) -> None:
        """What the guest says counts from then on, whatever an entry had ended before."""
        self.gave_way = fact.originator_version, fact.timestamp, self.refused
        self.refused, self.overtaken = refused, (None, self.overtaken[1])


def evidence_of(entry: Any) -> dict[str, Any]:
    """What the facts of an entry keep of the scan and the clocks beside it."""
    names = ("scan_id", "scanned_at", "skew_ms", "time_doubted")
    return {name: getattr(entry, name) for name in names}


def made(fact: Any) -> Made:
    """The entry that a fact of a door tells of."""
    clocks = (fact.scan_id, fact.scanned_at, fact.skew_ms, fact.time_doubted)
    return Made(fact.at, fact.door, fact.device, fact.by, *clocks)
