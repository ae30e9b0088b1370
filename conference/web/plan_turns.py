"""More of the plan's page: who hands over in a turn, and what the turn needs."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.awards_prepared import (
    PrepareTurn,
    SharePresenters,
    assign_presenters,
    prepare_turn,
    share_presenters,
)
from conference.commands.plan_typed import PickedPresenter
from conference.gate import may
from conference.web.door import act
from conference.web.plan import pages, plan_page
from projections.guest import Guest

__all__ = ["pages", "plan_page"]


@pages.post("/turns/<uuid:turn>/presenters")
@may("assign_presenters")
def presenters(conference_id: UUID, turn: UUID) -> ResponseReturnValue:
    """One press: somebody comes to the list, goes up or down in it, or off it."""
    shelf = gate.shelf()
    assigned = shelf.awards.prepared.presenters.get(turn, ())
    invited = [guest for guest in shelf.guest_list.guests if guest.invited]
    called = {guest.id: called_as(guest) for guest in invited}
    schema = PickedPresenter.knowing(assigned, called, [guest.id for guest in invited])
    return act(schema, assign_presenters, plan_page, key=turn, turn=turn)


def called_as(guest: Guest) -> tuple[str, str | None]:
    """Name and post of who really comes; of a post that nobody holds yet its own name."""
    if guest.substitute:
        return guest.substitute.name, guest.substitute.post
    return (guest.name, guest.post) if guest.name else (guest.called, None)


@pages.post("/turns/<uuid:turn>/presenters/everywhere")
@may("share_presenters")
def presenters_everywhere(conference_id: UUID, turn: UUID) -> ResponseReturnValue:
    return act(SharePresenters, share_presenters, plan_page, key=turn, turn=turn)


@pages.post("/turns/<uuid:turn>/preparation")
@may("prepare_turn")
def preparation(conference_id: UUID, turn: UUID) -> ResponseReturnValue:
    return act(PrepareTurn, prepare_turn, plan_page, key=turn, turn=turn)
