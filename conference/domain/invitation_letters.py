"""The letter, a trait of the invitation: what was sent under which number, and whether it was read.

A re-issued invitation has a new code: whatever was sent or opened before concerns the old one.
"""

from datetime import datetime
from uuid import UUID

from conference.domain.invitation_contests import Contested
from conference.errors import Refused
from events.base import Fact, Stamp
from events.invitation_answers import InvitationReissued
from events.invitation_letters import (
    GuestReminded,
    InvitationOpened,
    InvitationSent,
    InvitationUndeliverable,
)


class Lettered(Contested):
    """What an invitation needs to know of its letter."""

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.sendings: set[tuple[str, str, str]] = set()
        """Channel, number and day of everything that carried the present code."""
        self.opened = False
        self.reminded_at: datetime | None = None
        self.returned: tuple[str | None, ...] = ()
        """What is known to be undeliverable: kind of mail, address, reason, number, day."""

    def send(self, stamp: Stamp, channel: str, number: str, dated_on: str, at: datetime) -> None:
        """The letter goes out; the same sending again records nothing."""
        self._standing()
        if self.kind == "walk_in":
            raise Refused("invitation.walked-in")
        if (channel, number, dated_on) not in self.sendings:
            what = {"channel": channel, "number": number, "dated_on": dated_on}
            self.record(InvitationSent, stamp, **what, at=at)

    def open(self, stamp: Stamp, at: datetime) -> None:
        """The guest reads the invitation by the personal link; told once for each code."""
        self._standing()
        if not self.opened:
            self.record(InvitationOpened, stamp, at=at)

    def remind(self, stamp: Stamp, channel: str, at: datetime) -> None:
        """Ask for the answer that is not there yet; told again, it happened once."""
        self._standing()
        if self.answer != "invited":
            raise Refused("invitation.answered")
        if self.reminded_at != at:
            self.record(GuestReminded, stamp, channel=channel, at=at)

    def come_back(
        self,
        stamp: Stamp,
        kind: str,
        email: str,
        reason: str,
        number: str | None,
        dated_on: str | None,
        at: datetime,
    ) -> None:
        """A mail did not reach the guest; whatever was withdrawn or answered meanwhile."""
        self._a_guest()
        mail = {"kind": kind, "email": email, "reason": reason}
        sent = {"number": number, "dated_on": dated_on}
        if self.returned != (kind, email, reason, number, dated_on):
            self.record(InvitationUndeliverable, stamp, **mail, **sent, at=at)

    def post(self, fact: Fact) -> None:
        match fact:
            case InvitationSent():
                self.sendings.add((fact.channel, fact.number, fact.dated_on))
                self.returned = ()
            case InvitationUndeliverable():
                self._returned(fact)
            case GuestReminded():
                self.reminded_at = fact.at
            case InvitationOpened():
                self.opened = True
            case InvitationReissued():
                self.revision, self.sendings, self.opened = fact.revision, set(), False
                self.returned, self.reminded_at = (), None
            case _:
                self.attend(fact)

    def _returned(self, fact: InvitationUndeliverable) -> None:
        """A letter that came back may go out again under the same number."""
        sent = (fact.number, fact.dated_on)
        self.returned = (fact.kind, fact.email, fact.reason, *sent)
        if fact.kind == "letter":
            self.sendings = {one for one in self.sendings if one != ("email", *sent)}
