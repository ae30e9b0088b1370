"""What an annex would change of an instrument that stands: lines added, changed, gone."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rapidfuzz.fuzz import ratio

from conference.importers.annex_lines import Line
from conference.importers.guest_sheet_match import NEAR, same_body
from conference.rules.names import fold
from projections.award_plan import Instrument
from projections.award_plan import Line as Known

FIELDS = ("number", "name", "kind", "award", "placing", "year", "reason", "unit", "note")
"""What a file says of a line; a blank cell says that there is nothing."""

Key = Callable[[Any], Hashable]


@dataclass(frozen=True)
class Change:
    """One line of the file beside the line that it is: None for a new one. `differs` has the old
    and the new value of each field that it says otherwise."""

    line: Line
    known: Known | None
    differs: tuple[tuple[str, Any, Any], ...] = ()

    @property
    def state(self) -> str:
        """added, changed or unchanged."""
        return "added" if self.known is None else "changed" if self.differs else "unchanged"


@dataclass(frozen=True)
class Difference:
    """All lines of the file in its order, and those that stand and are no longer in it."""

    changes: tuple[Change, ...]
    gone: tuple[Known, ...]

    def count(self, state: str) -> int:
        return sum(one.state == state for one in self.changes)


def compared(lines: Sequence[Line], instrument: Instrument | None) -> Difference:
    """The lines of a file beside those of the same instrument as it stands."""
    known = instrument.lines if instrument else ()
    found = matched(lines, known)
    changes = tuple(changed(line, found.get(at)) for at, line in enumerate(lines))
    met = {one.id for one in found.values()}
    return Difference(changes, tuple(one for one in known if one.id not in met))


def matched(lines: Sequence[Line], known: Sequence[Known]) -> dict[int, Known]:
    """The line that stands for each place in the file: by number, name and unit; by name, unit and
    award; by number and name; by the name alone, where no units speak against it; by the number,
    where the name is nearly the same, as a misspelling put right. What belongs to several under one
    key is left to the next."""
    found: dict[int, Known] = {}
    taken: set[UUID] = set()
    for key, fits in PASSES:
        rest = only((key(one), one) for one in known if one.id not in taken)
        left = only((key(line), at) for at, line in enumerate(lines) if at not in found)
        for said, at in left.items():
            one = rest.get(said)
            if one is not None and fits(lines[at], one):
                found[at] = one
                taken.add(one.id)
    return found


def only(pairs: Iterable[tuple[Hashable, Any]]) -> dict[Hashable, Any]:
    """What each key belongs to; keys of several are left out."""
    found: dict[Hashable, Any] = {}
    several = set()
    for key, one in pairs:
        several.update({key} & found.keys())
        found[key] = one
    return {key: one for key, one in found.items() if key not in several}


def anyhow(line: Line, known: Known) -> bool:
    return True


def near(line: Line, known: Known) -> bool:
    return ratio(fold(line.name), fold(known.name)) >= NEAR


def no_other_unit(line: Line, known: Known) -> bool:
    """Whether their units may be one: a namesake of another unit is somebody else."""
    return same_body(line.unit, known.unit)


PASSES: tuple[tuple[Key, Callable[[Line, Known], bool]], ...] = (
    (lambda one: (one.number, one.name, one.unit or ""), anyhow),
    (lambda one: (one.name, one.unit or "", one.award), anyhow),
    (lambda one: (one.number, one.name), anyhow),
    (lambda one: one.name, no_other_unit),
    (lambda one: one.number, near),
)


def changed(line: Line, known: Known | None) -> Change:
    """A line beside the one that stands; a representative and other names are said only where the
    file has them, since they may have been named by hand."""
    if known is None:
        return Change(line, None)
    pairs = [(name, getattr(known, name), getattr(line, name)) for name in FIELDS]
    if line.representative:
        pairs.append(("representative", known.representative, line.representative))
    if set(line.aliases) - set(known.aliases):
        whole = dict.fromkeys((*known.aliases, *line.aliases))
        pairs.append(("aliases", ", ".join(known.aliases), ", ".join(whole)))
    return Change(line, known, tuple(one for one in pairs if one[1] != one[2]))


def same_instrument(
    instruments: Iterable[Instrument], kind: str, number: str | None, title: str
) -> Instrument | None:
    """The instrument that a file says anew: of the same kind and number; without a number, of the
    same title."""
    for one in instruments:
        if one.kind != kind:
            continue
        if number and one.number and written(number) == written(one.number):
            return one
        if not number and not one.number and fold(title) == fold(one.title):
            return one
    return None


def written(number: str) -> str:
    return "".join(number.split()).lower()
