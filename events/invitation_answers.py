"""Facts of what became of an invitation: answered, substituted, withdrawn, re-issued."""

from typing import ClassVar

from events.base import Fact


class InvitationAccepted(Fact):
    """The guest will come."""

    TOPIC: ClassVar[str] = "invitation-accepted"


class InvitationDeclined(Fact):
    """The guest will not come and no longer counts as invited."""

    TOPIC: ClassVar[str] = "invitation-declined"
    reason: str


class SubstituteNamed(Fact):
    """Another person comes; the rank of the person represented is not inherited."""

    TOPIC: ClassVar[str] = "substitute-named"
    PERSONAL: ClassVar = {
        "name": "substitute",
        "honorific": "substitute",
        "post": "substitute",
        "phone": "substitute",
    }
    name: str
    honorific: str | None
    post: str
    post_rank: int | None = None
    phone: str | None = None


class InvitationWithdrawn(Fact):
    """The organiser takes the invitation back; its codes admit nobody."""

    TOPIC: ClassVar[str] = "invitation-withdrawn"
    reason: str


class InvitationRestored(Fact):
    """A withdrawal is undone: the answer and the code from before it stand again."""

    TOPIC: ClassVar[str] = "invitation-restored"
    reason: str


class InvitationReissued(Fact):
    """A new code replaces the old one; `revision` starts at 0."""

    TOPIC: ClassVar[str] = "invitation-reissued"
    revision: int
    reason: str
