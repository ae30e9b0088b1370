"""Which invited guest receives for a line: the one who is called so, or whose unit it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.process import extractOne

from conference.importers.annex_lines import Line
from conference.importers.guest_sheet_match import NEAR, same_body
from conference.rules.names import called, fold
from projections.guest import Guest

MOST_COMPARED = 2_000_000
"""Pairs of names that are compared for likeness, 1 s: more than a thousand lines beside two
thousand guests are looked up by the very name alone."""


@dataclass(frozen=True)
class Fitting:
    """Who may receive for a line. One guest who fits is taken; of several, or of one who is only
    called nearly so, somebody chooses by hand (`near`)."""

    guests: tuple[Guest, ...]
    near: bool = False

    @property
    def sure(self) -> Guest | None:
        return self.guests[0] if len(self.guests) == 1 and not self.near else None


def fitting(lines: Sequence[Line], guests: Iterable[Guest]) -> dict[int, Fitting]:
    """Those who fit, by the line's place in the file; nothing for lines that nobody fits. Who
    receives in place of somebody who died is no guest of that name."""
    meant = ("person", "post", "place")
    invited = [one for one in guests if one.answer != "withdrawn" and one.kind in meant]
    people, units = indexed(invited)
    likely = len(lines) * len(people) <= MOST_COMPARED
    found: dict[int, Fitting] = {}
    for at, line in enumerate(lines):
        if line.kind == "posthumous" or not line.name:
            continue
        fits = of_unit(line, units) if line.kind == "collective" else of_person(line, people)
        if fits is None and line.kind == "individual" and likely and people:
            fits = nearly(line, people)
        if fits is not None:
            found[at] = fits
    return found


Index = Mapping[str, list[Guest]]


def indexed(guests: Iterable[Guest]) -> tuple[Index, Index]:
    """The guests by what they are called, and by their unit."""
    people: dict[str, list[Guest]] = defaultdict(list)
    units: dict[str, list[Guest]] = defaultdict(list)
    for one in guests:
        if one.name:
            people[called(one.name)].append(one)
        if one.body:
            units[fold(one.body)].append(one)
    return people, units


def of_person(line: Line, people: Index) -> Fitting | None:
    """The guests of that name; where the line says a unit, those of other units are left out."""
    named = people.get(called(line.name), [])
    of_unit = [one for one in named if not line.unit or at_unit(line.unit, one)]
    return Fitting(tuple(of_unit or named), near=not of_unit) if named else None


def at_unit(unit: str, guest: Guest) -> bool:
    """Whether the unit of a line (post and unit as written) may be the guest's."""
    return same_body(unit, guest.body) or bool(guest.body and fold(guest.body) in fold(unit))


def of_unit(line: Line, units: Index) -> Fitting | None:
    found = units.get(fold(line.name), [])
    return Fitting(tuple(found)) if found else None


def nearly(line: Line, people: Index) -> Fitting | None:
    """Somebody who is called nearly so: never taken by itself."""
    best = extractOne(called(line.name), people.keys(), score_cutoff=NEAR)
    return Fitting(tuple(people[best[0]]), near=True) if best else None
