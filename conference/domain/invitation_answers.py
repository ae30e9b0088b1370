"""Answers, a trait of the invitation: who comes, and whether the invitation stands at all."""

from typing import Any
from uuid import UUID

from conference.domain.invitation_letters import Lettered
from conference.errors import Refused
from events.base import Fact, Stamp
from events.invitation_answers import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationReissued,
    InvitationRestored,
    InvitationWithdrawn,
    SubstituteNamed,
)


class Answered(Lettered):
    """What an invitation needs to know of its answer."""

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.substitute: tuple[Any, ...] | None = None
        self.stood: tuple[str, tuple[Any, ...] | None] = ("invited", None)
        """Answer and substitute before the invitation was withdrawn."""
        self.withdrawn_for: str | None = None

    def accept(self, stamp: Stamp) -> None:
        """The guest comes, and nobody instead: not while somebody who came instead is here."""
        self._standing()
        if self.present and self.substitute is not None:
            raise Refused("invitation.already-in")
        if self.answer != "accepted":
            self.record(InvitationAccepted, stamp)

    def decline(self, stamp: Stamp, reason: str) -> None:
        self._standing()
        if self.present:
            raise Refused("invitation.already-in")
        if self.answer != "declined":
            self.record(InvitationDeclined, stamp, reason=reason)

    def name_substitute(
        self,
        stamp: Stamp,
        *,
        name: str,
        honorific: str | None,
        post: str,
        post_rank: int | None = None,
        phone: str | None = None,
    ) -> None:
        """Another person comes instead; the rank of the person represented is not inherited."""
        self._standing()
        if self.present:
            raise Refused("invitation.already-in")
        if self.substitute == (name, honorific, post, post_rank, phone):
            return
        who = {"name": name, "honorific": honorific, "post": post, "post_rank": post_rank}
        self.record(SubstituteNamed, stamp, **who, phone=phone)

    def withdraw(self, stamp: Stamp, reason: str) -> None:
        if self.present:
            raise Refused("invitation.already-in")
        if self.answer != "withdrawn":
            self.record(InvitationWithdrawn, stamp, reason=reason)

    def restore(self, stamp: Stamp, reason: str) -> None:
        """Undo a withdrawal: who had answered need not answer again, and the code sent is good."""
        if self.answer == "withdrawn":
            self.record(InvitationRestored, stamp, reason=reason)

    def reissue(self, stamp: Stamp, reason: str) -> None:
        """A new code; one that was withdrawn is invited again."""
        self._a_guest()
        self.record(InvitationReissued, stamp, revision=self.revision + 1, reason=reason)

    def reply(self, fact: Fact) -> None:
        match fact:
            case InvitationAccepted():
                self.answer, self.substitute = "accepted", None
                self.heard(fact, None)
            case InvitationDeclined():
                self.answer, self.substitute = "declined", None
                self.heard(fact, fact.reason)
            case SubstituteNamed():
                who = (fact.name, fact.honorific, fact.post, fact.post_rank, fact.phone)
                self.substitute, self.answer = who, "substituted"
                self.heard(fact, None)
            case InvitationWithdrawn():
                self.stood, self.withdrawn_for = (self.answer, self.substitute), fact.reason
                self.answer, self.substitute = "withdrawn", None
            case InvitationRestored():
                (self.answer, self.substitute), self.withdrawn_for = self.stood, None
            case InvitationReissued():
                self.post(fact)
                if self.answer == "withdrawn":
                    self.answer, self.withdrawn_for, self.refused = "invited", None, None
            case _:
                self.post(fact)
