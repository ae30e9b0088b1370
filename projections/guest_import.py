"""The imports of a guest list: which file brought how much, when, and whether it was undone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from events.guest_import import GuestListImported, GuestListImportUndone
from projections.replaced import replaced


@dataclass(frozen=True)
class GuestImport:
    """One accepted file. Counts are of its rows; `missing` guests of the list were not in it."""

    id: UUID
    number: int
    file: str
    sheet: str
    added: int
    changed: int
    unchanged: int
    missing: int
    by: UUID
    at: datetime
    undone_at: datetime | None = None


def imported(fact: GuestListImported) -> GuestImport:
    counts = (fact.added, fact.changed, fact.unchanged, fact.missing)
    named = (fact.originator_id, fact.number, fact.file, fact.sheet)
    return GuestImport(*named, *counts, fact.by, fact.timestamp)


def undone(
    fact: GuestListImportUndone, imports: tuple[GuestImport, ...]
) -> tuple[GuestImport, ...]:
    return tuple(
        replaced(one, undone_at=fact.timestamp) if one.id == fact.originator_id else one
        for one in imports
    )
