"""What a badge and a name tent say of a guest, and since which fact: only then must they be printed
again."""

from events.base import Fact
from events.invitation import GuestDescribed
from events.invitation_answers import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationReissued,
    InvitationRestored,
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
        InvitationRestored,
    }
)
"""The facts that can change what is on a badge; the many check-ins cannot."""


def reworded(fact: Fact, before: Guest, after: Guest) -> Guest:
    """The row after a fact, with its version as the wording where the badge says something else."""
    if type(fact) not in REWORDING:
        return after
    if on_tent(after) != on_tent(before):
        return replaced(after, wording=after.version, naming=after.version)
    return replaced(after, wording=after.version) if after.revision != before.revision else after


def on_tent(guest: Guest) -> tuple[object, ...]:
    """What a name tent says; a badge says besides the code, of its revision, and the group, which
    never changes."""
    who = guest.substitute or guest
    return who.honorific, who.name, who.post, guest.body
