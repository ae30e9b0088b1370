"""The workbook's way in: look at what it would change, or take it over."""

from dataclasses import dataclass
from uuid import UUID

from conference.commands.workbook import Draft, Outcome
from conference.commands.workbook import import_workbook as take_over
from conference.importers.workbook_draft import draft_of
from conference.store import Store
from events.base import Stamp


@dataclass(frozen=True)
class Imported:
    """What a file changed or would change, and what of it was passed over."""

    outcome: Outcome
    passed_over: tuple[str, ...]


def read_draft(data: bytes) -> Draft:
    """What the file says, checked by itself; raises BadSheet with every bad cell."""
    return draft_of(data)[0]


def import_workbook(
    store: Store, stamp: Stamp, data: bytes, *, planner: str, looking: bool = False
) -> Imported:
    """Take an .xlsx over, all or nothing; `looking` records nothing and says what would change.

    Raises BadSheet with every bad cell, or every row that is against a rule.
    """
    draft, passed_over = draft_of(data)
    outcome = take_over(store, stamp, draft=draft, planner=planner, looking=looking)
    return Imported(outcome, passed_over)


def conference_of(data: bytes) -> UUID:
    """The id of the conference that the file is about."""
    return read_draft(data).conference_id
