"""Annexes, a trait of the awards: which file an instrument's lines came in, and their details."""

from typing import Any
from uuid import UUID

from conference.domain.awards_checks import Checked
from conference.errors import NotFound
from events.awards_annex import AnnexImported
from events.base import Fact, Stamp

STATED = ("collectives", "individuals", "details")
"""What an annex says beside the lines of its instrument."""


class Annexed(Checked):
    """What files said of instruments."""

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.annexes: dict[UUID, dict[str, Any]] = {}

    def note_annex(self, stamp: Stamp, instrument: UUID, revised: bool, **told: Any) -> None:
        """The fields of AnnexImported, once the instrument stands as the file has it. `revised`:
        the file changed it; one that says nothing new of it records nothing."""
        if instrument not in self.instruments:
            raise NotFound("instrument", instrument)
        for detail in told["details"]:
            self._line(detail["line"])
        stated = {name: told[name] for name in STATED}
        if revised or self.annexes.get(instrument) != stated:
            self.record(AnnexImported, stamp, instrument=instrument, **told)

    def hold(self, fact: Fact) -> None:
        match fact:
            case AnnexImported():
                self.annexes[fact.instrument] = {name: getattr(fact, name) for name in STATED}
                self.aliases.update({one["line"]: one["aliases"] for one in fact.details})
            case _:
                super().hold(fact)
