"""Orders of speeches that a rule proposes: by bloc, by precedence, by theme."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from conference.rules.names import fold
from conference.rules.precedence import BLOCS
from projections.library import Shelf
from projections.speech_list import Row, speech_list

RULES = ("bloc", "precedence", "theme")


@dataclass(frozen=True)
class Proposal:
    """What a rule would do with the speeches that can move: those that wait for their turn and
    have no fixed start. `before` and `after` are the same rows."""

    rule: str
    before: tuple[Row, ...]
    after: tuple[Row, ...]

    @property
    def places(self) -> dict[UUID, int]:
        """Where each stood, counted from 1."""
        return {row.id: number for number, row in enumerate(self.before, 1)}

    @property
    def moved(self) -> int:
        """How many would stand elsewhere."""
        return sum(one.id != other.id for one, other in zip(self.before, self.after, strict=True))


def proposed(shelf: Shelf, rule: str) -> Proposal:
    """The order by one of RULES; what the rule does not tell apart stays as it stands."""
    rows = tuple(row for row in speech_list(shelf).rows if movable(row))
    return Proposal(rule, rows, tuple(sorted(rows, key=KEYS[rule](shelf, rows))))


def movable(row: Row) -> bool:
    item = row.item
    return item is not None and item.state == "waiting" and item.fixed_start is None


Key = Callable[[Row], Any]


def by_precedence(shelf: Shelf, rows: tuple[Row, ...]) -> Key:
    places = {guest.id: place for place, guest in enumerate(shelf.guest_list.guests)}
    return lambda row: places[row.guest.id] if row.guest else len(places)


def by_bloc(shelf: Shelf, rows: tuple[Row, ...]) -> Key:
    precedence = by_precedence(shelf, rows)

    def key(row: Row) -> tuple[int, int]:
        bloc = BLOCS.index(row.guest.standing.bloc) if row.guest else len(BLOCS)
        return bloc, precedence(row)

    return key


def by_theme(shelf: Shelf, rows: tuple[Row, ...]) -> Key:
    themes = [*dict.fromkeys(fold(row.theme) for row in rows if row.theme)]
    return lambda row: themes.index(fold(row.theme)) if row.theme else len(themes)


KEYS: dict[str, Callable[[Shelf, tuple[Row, ...]], Key]] = {
    "bloc": by_bloc,
    "precedence": by_precedence,
    "theme": by_theme,
}
