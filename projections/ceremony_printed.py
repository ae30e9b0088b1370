"""The ceremony as papers have it: before it begins, who has not come yet is still awaited."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from projections.ceremony import Ceremony
from projections.ceremony_row import Attending
from projections.run_sheet import RunSheet


@dataclass(frozen=True)
class Printed(Ceremony):
    """A paper is printed while guests arrive. A gap on it is of who will not come, or of whom it
    was settled; who is merely not here yet is one only once the ceremony has begun. Else every
    arrival would make every paper stale."""

    @cached_property
    def attending(self) -> Attending:
        rows = self.sheet.rows
        taken = rows.attended and self.run is not None
        return Attending(self.run, taken, rows.book.prepared.late, self.starts_at)


def printed(sheet: RunSheet, starts_at: datetime | None) -> Printed:
    """The ceremony itself, which may not have begun; no rehearsal is printed."""
    return Printed(sheet, sheet.runs.get(0), starts_at)
