"""One import of a guest list: what it touched, and that it is taken back at most once."""

from typing import Any, ClassVar, Self
from uuid import UUID, uuid5

from conference.domain.base import Noun
from conference.errors import Refused
from events.base import Fact, Stamp
from events.guest_import import GuestListImported, GuestListImportUndone


class GuestImport(Noun):
    TOPIC: ClassVar[str] = "guest-import"

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.touched: tuple[tuple[UUID, int, bool], ...] = ()
        """Each invitation, the version it was left at, and whether it was new."""
        self.undone = False

    @classmethod
    def accept(cls, stamp: Stamp, conference_id: UUID, **said: Any) -> Self:
        """A file is accepted; `said` are the fields of GuestListImported."""
        id = import_id(conference_id, said["number"])
        return cls.begin(GuestListImported, stamp, id=id, conference_id=conference_id, **said)

    def undo(self, stamp: Stamp, *, withdrawn: int, restored: int, kept: int) -> None:
        if self.undone:
            raise Refused("guest-import.undone")
        if not withdrawn and not restored:
            raise Refused("guest-import.nothing-left")
        counts = {"withdrawn": withdrawn, "restored": restored, "kept": kept}
        self.record(GuestListImportUndone, stamp, **counts)

    def assign(self, fact: Fact) -> None:
        match fact:
            case GuestListImported():
                new = (place < fact.added for place in range(len(fact.guests)))
                self.touched = tuple(zip(fact.guests, fact.versions, new, strict=True))
            case GuestListImportUndone():
                self.undone = True


def import_id(conference_id: UUID, number: int) -> UUID:
    """The id of a conference's import by its number: of two accepted at once one is first."""
    return uuid5(conference_id, f"guest import {number}")
