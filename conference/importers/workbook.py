"""The workbook's way in: read a file, look at what it would change, or take it over."""

from dataclasses import dataclass
from uuid import UUID

from conference.commands.workbook import Draft, Outcome, import_workbook
from conference.importers.workbook_draft import drafted
from conference.importers.workbook_rows import read_workbook
from conference.store import Store
from events.base import Stamp


@dataclass(frozen=True)
class Book:
    """What a file says, checked by itself, and what of it was passed over."""

    draft: Draft
    passed_over: tuple[str, ...]

    @property
    def conference_id(self) -> UUID:
        return self.draft.conference_id

    def look(self, store: Store, stamp: Stamp, planner: str) -> Outcome:
        """What the file would change; nothing is recorded. Raises BadSheet."""
        return import_workbook(store, stamp, draft=self.draft, planner=planner, looking=True)

    def take_over(self, store: Store, stamp: Stamp, planner: str) -> Outcome:
        """Record what the file says, all or nothing. Raises BadSheet with every row against a
        rule."""
        return import_workbook(store, stamp, draft=self.draft, planner=planner)


def read_book(data: bytes) -> Book:
    """What an .xlsx says. Raises BadSheet with every bad cell."""
    workbook = read_workbook(data)
    return Book(drafted(workbook), workbook.passed_over)
