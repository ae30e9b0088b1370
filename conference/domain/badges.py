"""The badges of a conference: each is printed once, and again when asked or when it says more."""

from collections.abc import Iterable
from typing import ClassVar, Self
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import Refused
from conference.rules.badge_sizes import MOST
from events.badges import BadgesBegun, BadgesPrinted
from events.base import Fact, Stamp


class Badges(Noun):
    TOPIC: ClassVar[str] = "badges"

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.printed: dict[UUID, int] = {}
        """The wording that each guest's last badge has; whose is the oldest comes first."""

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
        wordings: Iterable[tuple[UUID, int]],
        *,
        again: bool = False,
    ) -> None:
        """Print the badges that say something else than the last one did, or `again` those that
        were printed the longest time ago; at most MOST, in the order of `wordings`, which are
        guests with the wording that the badge has."""
        due = [one for one in wordings if again or self.printed.get(one[0]) != one[1]]
        if not due:
            raise Refused("badges.nobody-waits")
        turn = {guest: n for n, guest in enumerate(self.printed)} if again else {}
        now = set(sorted(due, key=lambda one: turn.get(one[0], -1))[:MOST])
        made = [{"guest": one[0], "wording": one[1]} for one in due if one in now]
        said = {"printing": printing, "position": position, "size": size}
        self.record(BadgesPrinted, stamp, **said, badges=made)

    def assign(self, fact: Fact) -> None:
        match fact:
            case BadgesPrinted():
                for one in fact.badges:
                    self.printed.pop(one["guest"], None)
                    self.printed[one["guest"]] = one["wording"]
