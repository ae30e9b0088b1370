"""Contested entries, a trait of the invitation: what doors without network did against the log."""

from datetime import datetime
from typing import Any
from uuid import UUID

from conference.domain.invitation_attendance import Attending, Made, made
from conference.errors import Refused
from conference.rules.contests import outcomes_of
from events.attendance import CheckInReversed, ContestSettled, EntryContested, GuestCheckedIn
from events.base import Fact, Stamp
from events.invitation_answers import (
    InvitationAccepted,
    InvitationReissued,
    InvitationWithdrawn,
)


class Contested(Attending):
    """What an invitation needs to know of the entries that its log would not have had.

    Of the entries that doors made of one guest, one stands and every other is contested. Which of
    them stands does not depend on the order in which they arrive: where the standing one is taken
    back, the earliest contested one takes its place.
    """

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.revision = 0
        self.contests: dict[int, tuple[str, Made]] = {}
        """Open ones: verdict and entry, by the version of the fact."""
        self.promoted: Made | None = None
        """The entry that stands after all: it stays its own door's."""

    def contest_entry(
        self,
        stamp: Stamp,
        verdict: str,
        door: str,
        device: str,
        at: datetime,
        **evidence: Any,
    ) -> None:
        """A door without network let the guest in; the log says otherwise."""
        self._a_guest()
        where = {"door": door, "device": device}
        self.record(EntryContested, stamp, verdict=verdict, **where, at=at, **evidence)

    def entry_of(self, scan_id: str) -> Made | None:
        """The entry made under this id, standing or contested; None where it is neither."""
        if self.entered and self.entered.scan_id == scan_id:
            return self.entered
        found = (one for _, one in self.contests.values() if one.scan_id == scan_id)
        return next(found, None)

    def take_back_entry(self, stamp: Stamp, scan_id: str, reason: str, at: datetime) -> None:
        """The entry of this id does not count; another door's entry of the guest still does."""
        if self.entered and self.entered.scan_id == scan_id:
            after = self._next()
            if after is None:
                return self.reverse_check_in(stamp, reason, at)
            self.record(CheckInReversed, stamp, reason=reason, at=at)
            return self._let_stand(stamp, after, reason, at)
        for entry, (_, one) in self.contests.items():
            if one.scan_id == scan_id:
                return self._drop(stamp, entry, "taken_back", reason, at)
        raise Refused("attendance.not-in")

    def settle_contest(
        self, stamp: Stamp, entry: int, outcome: str, note: str, at: datetime
    ) -> None:
        """A supervisor decides on a contested entry. One that stands lets the guest in after all,
        with the invitation that he or she then has again."""
        if entry not in self.contests:
            raise Refused("attendance.nothing-contested")
        if outcome not in outcomes_of(self.present):
            raise Refused("attendance.no-such-outcome")
        if outcome != "stands":
            return self._drop(stamp, entry, outcome, note, at)
        if self.answer == "withdrawn":
            self.record(InvitationReissued, stamp, revision=self.revision + 1, reason=note)
        return self._let_stand(stamp, entry, note, at)

    def _drop(self, stamp: Stamp, entry: int, outcome: str, note: str, at: datetime) -> None:
        """The entry does not count; whom it alone made a guest is nobody's guest then."""
        said = {"entry": entry, "outcome": outcome, "note": note}
        self.record(ContestSettled, stamp, **said, at=at)
        if self.kind == "walk_in" and not self.present:
            self.record(InvitationWithdrawn, stamp, reason=note)

    def _next(self) -> int | None:
        """The earliest open entry of a good code."""
        good = (entry for entry, (verdict, _) in self.contests.items() if verdict == "already")
        return min(good, default=None)

    def _let_stand(self, stamp: Stamp, entry: int, note: str, at: datetime) -> None:
        """The guest is in by this entry; who declined and came has accepted by that."""
        _, one = self.contests[entry]
        said = {"entry": entry, "outcome": "stands", "note": note}
        self.record(ContestSettled, stamp, **said, at=at)
        if self.answer == "declined":
            self.record(InvitationAccepted, stamp)
        where = {"door": one.door, "device": one.device, "site": self.site}
        self.record(GuestCheckedIn, stamp, **where, at=one.at, **one.evidence)

    def attend(self, fact: Fact) -> None:
        match fact:
            case EntryContested():
                self.contests[fact.originator_version] = (fact.verdict, made(fact))
            case ContestSettled():
                _, one = self.contests.pop(fact.entry, ("", None))
                self.promoted = one if fact.outcome == "stands" else None
            case GuestCheckedIn():
                super().attend(fact)
                if self.promoted and self.promoted.scan_id == fact.scan_id:
                    self.entered = self.promoted
                self.promoted = None
            case _:
                super().attend(fact)
