"""What can be cut so that a day which runs late ends on time: which items, by how many minutes."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

LEAST = {"break": 5, "speech": 5, "report": 10, "remarks": 5, "launch": 5, "adoption": 3}
"""Minutes that an item of a kind needs at least; a kind that is not named is never cut: names on
stage, an opening and a closing take what they take. Practice, not rule (domain.md 7)."""

STEPS = (("break",), ("speech",), ("report", "remarks", "launch", "adoption"))
"""Kinds that are cut together, the first ones first: a break before a speech, a speech before what
the conference has met for."""


class Cuttable(NamedTuple):
    """An item that waits: its id, its kind, the minutes it is given."""

    id: Hashable
    kind: str
    minutes: int


def cuts(items: Sequence[Cuttable], needed: int) -> dict[Hashable, int]:
    """Minutes to take from each item, `needed` in all or as many as there are.

    Of a step's items the longest is cut first, minute by minute, so that equals stay equal.
    """
    taken: dict[Hashable, int] = {}
    for kinds in STEPS:
        left = {one: one.minutes for one in items if one.kind in kinds}
        while needed and any(minutes > LEAST[one.kind] for one, minutes in left.items()):
            room = {one: now for one, now in left.items() if now > LEAST[one.kind]}
            longest = max(room, key=lambda one: room[one])
            left[longest] -= 1
            needed -= 1
            taken[longest.id] = taken.get(longest.id, 0) + 1
    return taken
