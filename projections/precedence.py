"""Guests in order of precedence, with the stated exceptions: shared by lists and introductions."""

from collections.abc import Iterable

from projections.guest import Guest


def by_precedence(guests: Iterable[Guest]) -> tuple[Guest, ...]:
    """By the rule, then each exception directly before the guest it names, in rank order."""
    ordered = sorted(guests, key=lambda guest: (guest.rank.key, guest.id))
    moved = [guest for guest in ordered if guest.before is not None]
    for guest in moved:
        ordered.remove(guest)
        places = [place for place, other in enumerate(ordered) if other.id == guest.before]
        ordered.insert(places[0] if places else rule_place(ordered, guest), guest)
    return tuple(ordered)


def rule_place(ordered: list[Guest], guest: Guest) -> int:
    """Where the rule puts a guest whose exception names somebody who is not on the list."""
    key = (guest.rank.key, guest.id)
    return next(
        (n for n, other in enumerate(ordered) if (other.rank.key, other.id) > key), len(ordered)
    )
