"""Rows that may be one guest twice, or two of the same name: told as notes, never decided."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from conference.importers.guest_sheet_cells import Entry, Note
from conference.importers.guest_sheet_match import digits, same_body
from conference.rules.names import fold, initials
from projections.guest import Guest

NEAR = 90
"""Likeness of two folded names, 0 to 100, from which it is pointed out: one letter in ten."""

BLOCK = 400
"""Names compared each with each: those of the same initials, some 60 of 5,000 guests."""

NEXT = 40
"""In larger blocks, how many of the following names in order are compared with each."""


@dataclass(frozen=True)
class Person:
    """A name of the file or of the list, with what tells it from others. `row` is 0 where it is
    a guest's of the list who is not in the file."""

    row: int
    name: str
    body: str
    post: str
    phone: Any

    @property
    def label(self) -> str:
        return ", ".join(filter(None, (self.name, self.post, self.body)))


def doubles(entries: Sequence[Entry], others: Iterable[Guest]) -> dict[int, list[Note]]:
    """The notes by row: the same name in the same body (`duplicate`), nearly the same (`near`), the
    same in another body (`homonym`). `others` are guests of the list whom no row means."""
    people = [person for entry in entries if (person := of_entry(entry))]
    people += [person for guest in others if (person := of_guest(guest))]
    notes: dict[int, list[Note]] = defaultdict(list)
    named: dict[str, Person] = {}
    for person in people:
        first = named.setdefault(fold(person.name), person)
        if first is not person:
            twice = same_body(first.body, person.body) or bool(shared(first, person))
            tell(notes, first, person, "duplicate" if twice else "homonym")
    for one, other in near_names(list(named.values())):
        if same_body(one.body, other.body) or shared(one, other):
            tell(notes, one, other, "near")
    return notes


def shared(one: Person, other: Person) -> bool:
    """Whether both have the same phone."""
    return one.phone is not None and one.phone == other.phone


def tell(notes: dict[int, list[Note]], first: Person, second: Person, code: str) -> None:
    """A note on the later row, and on the first where the other is only in the list."""
    told, other = (second, first) if second.row else (first, second)
    if told.row:
        where = "row" if other.row else "listed"
        facts = {"row": other.row, "who": other.label}
        notes[told.row].append(Note("odd", f"guest-sheet.{code}-{where}", "name", facts))


def near_names(people: list[Person]) -> Iterator[tuple[Person, Person]]:
    """Pairs of different names that are nearly the same; only names of the same initials, or of
    the same last word in the same body, are compared."""
    blocks: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for person in people:
        words = fold(person.name).split()
        blocks["initials", initials(person.name)].append(person)
        blocks["last", words[-1], fold(person.body)].append(person)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for one, other in near_in(sorted(block, key=lambda person: fold(person.name))):
            pair = (id(one), id(other))
            if pair not in seen:
                seen.add(pair)
                yield (one, other) if 0 < one.row < other.row or not other.row else (other, one)


def near_in(block: list[Person]) -> Iterator[tuple[Person, Person]]:
    names = [fold(person.name) for person in block]
    reach = len(block) if len(block) <= BLOCK else NEXT
    for at, name in enumerate(names):
        after = names[at + 1 : at + 1 + reach]
        for _, _, further in process.extract(
            name, after, scorer=ratio, score_cutoff=NEAR, limit=None
        ):
            yield block[at], block[at + 1 + further]


def of_entry(entry: Entry) -> Person | None:
    said = entry.values
    if not said.get("name"):
        return None
    known = (said["name"], said.get("body") or "", said.get("post") or "")
    return Person(entry.row, *known, digits(said.get("phone")))


def of_guest(guest: Guest) -> Person | None:
    if not guest.name or not guest.invited:
        return None
    return Person(0, guest.name, guest.body or "", guest.post or "", digits(guest.phone))
