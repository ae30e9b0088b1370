"""Guests in order of precedence, with the stated exceptions: shared by lists and introductions."""

from collections.abc import Iterable
from uuid import UUID

from conference.rules.names import by_given_name
from projections.guest import Guest


def by_precedence(guests: Iterable[Guest]) -> tuple[Guest, ...]:
    """By the rule, those whom it does not tell apart as a Vietnamese list has them (given name
    first), then each exception directly before the guest it names; several before the same guest
    in rank order. Exceptions that name nobody on the list, or each other in a circle,
    leave the rule as it is."""
    ordered = sorted(guests, key=lambda one: (one.rank.key, by_given_name(one.name or ""), one.id))
    wanted = {guest.id: guest.before for guest in ordered}
    waiting = {one.id: one for one in ordered if one.before in wanted and not circular(one, wanted)}
    ordered = [guest for guest in ordered if guest.id not in waiting]
    while waiting:
        for guest in [one for one in waiting.values() if one.before not in waiting]:
            place = [other.id for other in ordered].index(guest.before or guest.id)
            ordered.insert(place, waiting.pop(guest.id))
    return tuple(ordered)


def circular(guest: Guest, wanted: dict[UUID, UUID | None]) -> bool:
    """Whether the guests to stand before lead back to one who was met already."""
    met, ahead = {guest.id}, guest.before
    while ahead is not None and ahead not in met:
        met.add(ahead)
        ahead = wanted.get(ahead)
    return ahead is not None
