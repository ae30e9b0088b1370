"""The letter, a trait of the invitation: what was sent under which number, and whether it was read.

A re-issued invitation has a new code: whatever was sent or opened before concerns the old one.
"""

from datetime import datetime
from uuid import UUID

from conference.domain.invitation_attendance import Attending
from conference.errors import Refused
from events.base import Fact, Stamp
from events.invitation_answers import InvitationReissued
from events.invitation_letters import InvitationOpened, InvitationSent


class Lettered(Attending):
    """What an invitation needs to know of its letter."""

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.revision = 0
        self.sendings: set[tuple[str, str, str]] = set()
        """Channel, number and day of everything that carried the present code."""
        self.opened = False

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

    def post(self, fact: Fact) -> None:
        match fact:
            case InvitationSent():
                self.sendings.add((fact.channel, fact.number, fact.dated_on))
            case InvitationOpened():
                self.opened = True
            case InvitationReissued():
                self.revision, self.sendings, self.opened = fact.revision, set(), False
            case _:
                self.attend(fact)
