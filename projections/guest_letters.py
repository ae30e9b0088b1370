"""A guest's letters: how what was sent and what came back change the row that all lists share."""

from typing import Any

from events.invitation_letters import InvitationSent, InvitationUndeliverable
from projections.guest import Guest, Sending, Undeliverable
from projections.replaced import replaced


def sent(fact: InvitationSent, guest: Guest) -> dict[str, Any]:
    told = (fact.channel, fact.number, fact.dated_on, fact.at)
    new = Sending(*told, guest.revision, guest.name)
    reached = {"undeliverable": None} if fact.channel == "email" else {}
    return {"sendings": (*guest.sendings, new), **reached}


def came_back(fact: InvitationUndeliverable, guest: Guest) -> dict[str, Any]:
    """The address failed; a letter that had counted as sent there no longer does."""
    letter = ("email", fact.number, fact.dated_on) if fact.kind == "letter" else None
    sendings = tuple(
        replaced(one, returned=True) if (one.channel, one.number, one.dated_on) == letter else one
        for one in guest.sendings
    )
    failed = Undeliverable(fact.email, fact.reason, fact.at)
    return {"sendings": sendings, "undeliverable": failed}
