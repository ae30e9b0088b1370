"""What the answers to an invitation, its withdrawal and its renewal change in a guest's row."""

from collections.abc import Callable
from typing import Any

from events.base import Fact
from events.invitation_answers import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationReissued,
    InvitationRestored,
    InvitationWithdrawn,
    SubstituteNamed,
)
from projections.guest import Guest, Substitute

Clause = Callable[[Any, Guest], dict[str, Any]]


def answered(answer: str, reason: str | None = None) -> dict[str, Any]:
    """The last answer is what stands: an earlier reason or substitute goes with it."""
    return {"answer": answer, "reason": reason, "substitute": None}


ANSWERS: dict[type[Fact], Clause] = {
    InvitationAccepted: lambda fact, guest: answered("accepted"),
    InvitationDeclined: lambda fact, guest: answered("declined", fact.reason),
    SubstituteNamed: lambda fact, guest: {
        **answered("substituted"),
        "substitute": Substitute(fact.name, fact.honorific, fact.post, fact.post_rank, fact.phone),
    },
    InvitationWithdrawn: lambda fact, guest: {
        **answered("withdrawn", fact.reason),
        "stood": (guest.answer, guest.reason, guest.substitute),
    },
    InvitationRestored: lambda fact, guest: dict(
        zip(("answer", "reason", "substitute"), guest.stood, strict=True)
    ),
    InvitationReissued: lambda fact, guest: {
        "revision": fact.revision,
        "opened_at": None,
        "reminded_at": None,
        **(answered("invited") if guest.answer == "withdrawn" else {}),
    },
}
