"""Which documents a conference has, and which of them say anything about a fact."""

from collections.abc import Callable
from typing import Any

from events.base import Fact
from projections import (
    agenda,
    attendance,
    awards,
    badges,
    conference,
    contests,
    guest_list,
    introductions,
    run_sheet,
    seating_plan,
    speeches,
    team,
)

Evolve = Callable[[Fact, Any], Any]

KEPT = {
    "conference": conference,
    "guest_list": guest_list,
    "attendance": attendance,
    "contests": contests,
    "introductions": introductions,
    "agenda": agenda,
    "speeches": speeches,
    "awards": awards,
    "seating_plan": seating_plan,
    "run_sheet": run_sheet,
    "badges": badges,
    "team": team,
}
"""The module of every document that a conference has; `conference_list` is everybody's."""


def clauses_of(fact_class: type[Fact]) -> tuple[tuple[str, Evolve], ...]:
    """The documents that say anything about a fact: asked once, since most say nothing."""
    found = []
    for name, module in KEPT.items():
        clause = module.evolve.dispatch(fact_class)
        if clause is not module.evolve.dispatch(object):
            found.append((name, clause))
    return tuple(found)


class Clauses(dict[type[Fact], tuple[tuple[str, Evolve], ...]]):
    """Clauses by fact class, found at the first fact of a class."""

    def __missing__(self, fact_class: type[Fact]) -> tuple[tuple[str, Evolve], ...]:
        self[fact_class] = found = clauses_of(fact_class)
        return found


CLAUSES = Clauses()
