"""The badges and name tents of a conference: each is printed once, and again when asked or when it
says more."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import Refused
from conference.rules.badge_sizes import MOST
from events.badges import BadgesBegun, BadgesPrinted, TentsPrinted
from events.base import Fact, Stamp

Wordings = Iterable[tuple[UUID, int]]
"""Guests with the wording that their paper has now, in the order in which it is laid out."""


class Badges(Noun):
    TOPIC: ClassVar[str] = "badges"

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.printed: dict[UUID, int] = {}
        """The wording that each guest's last badge has; whose is the oldest comes first."""
        self.tents: dict[UUID, int] = {}
        """The same of name tents."""

    @classmethod
    def begin_for(cls, stamp: Stamp, conference_id: UUID) -> Self:
        ids = {"id": cls.id_of(conference_id), "conference_id": conference_id}
        return cls.begin(BadgesBegun, stamp, **ids)

    def print(
        self,
        stamp: Stamp,
        printing: UUID,
        position: int,
        size: str,
        wordings: Wordings,
        *,
        again: bool = False,
    ) -> None:
        """Print the badges that are due, or `again` all of these; at most MOST of them."""
        made = due(self.printed, wordings, again=again)
        if not made:
            raise Refused("badges.nobody-waits")
        said = {"printing": printing, "position": position, "size": size}
        self.record(BadgesPrinted, stamp, **said, badges=made)

    def print_tents(
        self,
        stamp: Stamp,
        printing: UUID,
        position: int,
        wordings: Wordings,
        *,
        again: bool = False,
    ) -> None:
        """Print the name tents that are due, or `again` all of these; at most MOST of them."""
        made = due(self.tents, wordings, again=again)
        if not made:
            raise Refused("tents.nobody-waits")
        self.record(TentsPrinted, stamp, printing=printing, position=position, tents=made)

    def assign(self, fact: Fact) -> None:
        match fact:
            case BadgesPrinted():
                turned(self.printed, fact.badges)
            case TentsPrinted():
                turned(self.tents, fact.tents)


def due(printed: dict[UUID, int], wordings: Wordings, *, again: bool) -> list[dict[str, Any]]:
    """What says something else than what was printed last, or `again` what was printed the longest
    time ago; at most MOST."""
    found = [one for one in wordings if again or printed.get(one[0]) != one[1]]
    turn = {guest: n for n, guest in enumerate(printed)} if again else {}
    now = set(sorted(found, key=lambda one: turn.get(one[0], -1))[:MOST])
    return [{"guest": one[0], "wording": one[1]} for one in found if one in now]


def turned(printed: dict[UUID, int], made: Iterable[Any]) -> None:
    """What was printed now is the last to have its turn again."""
    for one in made:
        printed.pop(one["guest"], None)
        printed[one["guest"]] = one["wording"]
