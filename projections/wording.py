"""What a badge says of a guest, and since which fact: only then must it be printed again."""

from events.base import Fact
from events.invitation import GuestDescribed
from events.invitation_answers import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationReissued,
    InvitationWithdrawn,
    SubstituteNamed,
)
from projections.guest import Guest
from projections.replaced import replaced

REWORDING = frozenset(
    {
        GuestDescribed,
        InvitationAccepted,
        InvitationDeclined,
        SubstituteNamed,
        InvitationWithdrawn,
        InvitationReissued,
    }
)
"""The facts that can change what is on a badge; the many check-ins cannot."""


def reworded(fact: Fact, before: Guest, after: Guest) -> Guest:
    """The row after a fact, with its version as the wording where the badge says something else."""
    if type(fact) in REWORDING and on_badge(after) != on_badge(before):
        return replaced(after, wording=after.version)
    return after


def on_badge(guest: Guest) -> tuple[object, ...]:
    """What a badge says, the revision of its code included; a guest's group never changes."""
    who = guest.substitute or guest
    return who.honorific, who.name, who.post, guest.body, guest.revision
