"""Builders of journeys on the plan: a conference with decisions of so many lines."""

from uuid import UUID, uuid5

from builders_awards import CERTIFICATE, FLAG, an_instrument
from builders_journeys import Served

from conference.commands.awards import register_instrument
from conference.commands.awards_rules import set_stage_capacity
from conference.domain.awards import Awards

AWARDS = (FLAG, CERTIFICATE)


def decided(house: Served, title: str, *sizes: int, capacity: int = 3) -> UUID:
    """A conference with a decision of each size, flags and certificates by turns, its lines named
    "1.1", "1.2" by decision and place."""
    conference, by = house.planned(title), house.clerk()
    for number, size in enumerate(sizes, 1):
        names = [f"{number}.{line}" for line in range(1, size + 1)]
        said = an_instrument(*names, title=f"Quyết định {number}", award=AWARDS[(number - 1) % 2])
        lines = [line | {"line": uuid5(conference, line["name"])} for line in said["lines"]]
        register_instrument(house.store, by, conference_id=conference, **said | {"lines": lines})
    set_stage_capacity(house.store, by, conference_id=conference, capacity=capacity)
    return conference


def called(house: Served, conference: UUID) -> list[list[str]]:
    """The names in each turn as they are recorded."""
    awards = house.store.load(Awards, Awards.id_of(conference))
    return [[awards.lines[line].name for line in turn.lines] for turn in awards.turns]
