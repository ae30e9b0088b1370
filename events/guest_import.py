"""Facts of one import of a guest list: what a file brought, and that it was taken back."""

from typing import ClassVar
from uuid import UUID

from events.base import Created, Fact


class GuestListImported(Created):
    """A file of guests was accepted; its guests' own facts are recorded in the same save.

    `number` counts the imports of the conference. Of `guests` the first `added` were invited, the
    others described anew; `versions` are those that the import left their invitations at.
    """

    TOPIC: ClassVar[str] = "guest-list-imported"
    number: int
    file: str
    sha256: str
    sheet: str
    added: int
    changed: int
    unchanged: int
    missing: int
    guests: list[UUID]
    versions: list[int]


class GuestListImportUndone(Fact):
    """The import was taken back: so many withdrawn, so many described as before, and so many left
    as they are, since something else has happened to them."""

    TOPIC: ClassVar[str] = "guest-list-import-undone"
    withdrawn: int
    restored: int
    kept: int
