"""How many of a group come: places are opened, withdrawn and restored by the count."""

from uuid import UUID

from conference.commands.fields import Asked, Number, Yes
from conference.commands.invitation import own, places
from conference.commands.invitation_answers import places_of
from conference.domain.invitation import Invitation
from conference.errors import Refused
from conference.store import Store, Unit
from events.base import Stamp

COUNT = "count"
"""Why a place is withdrawn for which a smaller count leaves no room: a larger one restores it."""

MOST_CALLED = 5
"""Guests whom the question calls by name; a sentence holds no more."""


class CountGroup(Asked):
    """`sure` where guests who are named, sent for or answered may be withdrawn by the count."""

    count = Number(least=0, most=2_000, load_default=None, allow_none=True)
    sure = Yes(load_default=False)


def count_group(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    guest: UUID,
    count: int | None,
    sure: bool = False,
    expecting: int | None = None,
) -> None:
    """Let as many places stand as are counted, as one save; a count that is not known yet leaves
    every place as it is."""

    def act(unit: Unit) -> Invitation:
        group = own(unit, conference_id, guest, expecting)
        before = group.count
        group.count_group(stamp, count)
        if count is None or count == before:
            return group
        opened = places_of(unit, guest)
        standing = [place for place in opened if place.answer != "withdrawn"]
        if count < len(standing):
            take_away(stamp, standing, count, sure)
        gone = [place for place in opened if place.withdrawn_for == COUNT]
        back = gone[: max(0, count - len(standing))]
        for place in back:
            place.restore(stamp, COUNT)
        last = len(opened) + max(0, count - len(standing) - len(back))
        for place in places(stamp, guest, conference_id, group.said, len(opened), last):
            unit.add(place)
        return group

    store.change_all(act)


def take_away(stamp: Stamp, standing: list[Invitation], count: int, sure: bool) -> None:
    """Withdraw the places that are too many: of nobody's first, of the last number first."""
    weighed = sorted(standing, key=lambda one: (one.present, one.touched, -one.said["number"]))
    gone = weighed[: len(standing) - count]
    asked = [place for place in gone if any(place.touched)]
    if asked and not sure:
        who = [called(place) for place in asked[:MOST_CALLED]]
        more = ["…"] if len(asked) > MOST_CALLED else []
        raise Refused("invitation.count-takes", count=count, who="; ".join(who + more))
    for place in gone:
        place.withdraw(stamp, COUNT)


def called(place: Invitation) -> str:
    """Who comes, else the post, else the group with the place's number."""
    name, _, post, *_ = place.substitute or place.description
    return str(name or post or f"{place.said['group']} {place.said['number']}")
