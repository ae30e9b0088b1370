"""What may be asked of badges and name tents: print those that are due, or some or all again."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from marshmallow import fields, validate

from conference.commands.fields import Asked, Choice, Id, Text, Yes
from conference.domain.badges import Badges
from conference.errors import NotFound, Refused
from conference.rules.badge_sizes import MOST, SIZES
from conference.store import Store, Unit
from events.base import Stamp
from projections.badges import printable
from projections.guest import Guest
from projections.guest_list import GuestList


def chosen() -> fields.List:
    """The guests that a printing is for: their papers are printed again as well."""
    return fields.List(
        Id(),
        load_default=None,
        allow_none=True,
        validate=validate.Length(max=MOST, error="field.long"),
        metadata={"description": f"at most {MOST}"},
    )


class PrintBadges(Asked):
    """Those that were not printed yet or say something else since; `guests`: these, again as well;
    `everybody`: all of them again."""

    size = Choice(tuple(SIZES), load_default="small")
    guests = chosen()
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


class PrintTents(Asked):
    """Those of a `group`, else of the presidium, that were not printed yet or say something else
    since; `everybody`: all of these again; `guests`: these, again as well."""

    group = Text(load_default=None, allow_none=True)
    guests = chosen()
    everybody = Yes(load_default=False)


def print_tents(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    listed: GuestList,
    presidium: Sequence[Guest],
    position: int,
    group: str | None = None,
    guests: Sequence[UUID] | None = None,
    everybody: bool = False,
    printing: UUID | None = None,
    expecting: int | None = None,
) -> UUID:
    """Record one printing of the name tents of what `listed` says at log `position`."""
    id, again = printing or uuid4(), bool(guests) or everybody
    found = wanted(listed, guests) if guests else sitting(listed, presidium, group)
    wordings = [(one.id, one.naming) for one in found]

    def act(unit: Unit) -> None:
        badges = of_conference(unit, stamp, conference_id)
        badges.print_tents(stamp, id, position, wordings, again=again)

    store.change_all(act)
    return id


def sitting(listed: GuestList, presidium: Sequence[Guest], group: str | None) -> Sequence[Guest]:
    """The guests of a group, else the presidium from the left."""
    found = [one for one in printable(listed) if one.group == group] if group else presidium
    if not found:
        raise Refused("papers.nobody")
    return found


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
