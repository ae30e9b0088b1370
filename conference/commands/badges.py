"""What may be asked of the badges: print those that are due, or some or all of them again."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from marshmallow import fields, validate

from conference.commands.fields import Asked, Choice, Id, Yes
from conference.domain.badges import Badges
from conference.errors import NotFound
from conference.rules.badge_sizes import MOST, SIZES
from conference.store import Store, Unit
from events.base import Stamp
from projections.badges import printable
from projections.guest import Guest
from projections.guest_list import GuestList


class PrintBadges(Asked):
    """Those that were not printed yet or say something else since; `guests`: these, again as well;
    `everybody`: all of them again."""

    size = Choice(tuple(SIZES), load_default="small")
    guests = fields.List(
        Id(),
        load_default=None,
        allow_none=True,
        validate=validate.Length(max=MOST, error="field.long"),
        metadata={"description": f"at most {MOST}"},
    )
    everybody = Yes(load_default=False)


def print_badges(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    listed: GuestList,
    position: int,
    size: str = "small",
    guests: Sequence[UUID] | None = None,
    everybody: bool = False,
    printing: UUID | None = None,
    expecting: int | None = None,
) -> UUID:
    """Record one printing of what `listed` says at log `position`; at most MOST badges."""
    id, again = printing or uuid4(), bool(guests) or everybody
    wordings = [(one.id, one.wording) for one in wanted(listed, guests)]

    def act(unit: Unit) -> None:
        badges = of_conference(unit, stamp, conference_id)
        badges.print(stamp, id, position, size, wordings, again=again)

    store.change_all(act)
    return id


def wanted(listed: GuestList, guests: Sequence[UUID] | None) -> Sequence[Guest]:
    """The chosen guests, else everybody, in the order in which the badges are laid out."""
    everybody = printable(listed)
    if not guests:
        return everybody
    known = {one.id for one in everybody}
    for guest in guests:
        if guest not in known:
            raise NotFound("guest", guest)
    return [one for one in everybody if one.id in set(guests)]


def of_conference(unit: Unit, stamp: Stamp, conference_id: UUID) -> Badges:
    """The conference's badges; conferences that were planned before there were any begin here."""
    try:
        return unit.load(Badges, Badges.id_of(conference_id))
    except NotFound:
        begun = Badges.begin_for(stamp, conference_id)
        unit.add(begun)
        return begun
