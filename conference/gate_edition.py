"""Which edition of the programme who asks may see: a draft is its organisers' only."""

from conference import gate
from conference.rules import roles
from projections.edition import as_seen
from projections.library import Shelf


def seen() -> Shelf:
    """The documents of the conference in the URL, with the agenda as who asks may see it."""
    return as_seen(gate.shelf(), draft=gate.allowed("read_draft"))


def seen_at(position: int) -> Shelf:
    """The documents as they stood at a position, the agenda as who asks may see it today."""
    shelf = gate.shelf_of(gate.newest().conference.id, position)
    return as_seen(shelf, draft=gate.allowed("read_draft"))


def seen_by_all() -> Shelf:
    """The documents with the agenda that everybody sees, whatever their role: two moderators must
    not be told two different next items."""
    return as_seen(gate.shelf(), draft=False)


def seen_in(documents: Shelf) -> Shelf:
    """Those of another conference, by the roles that who asks has there."""
    return as_seen(documents, draft=roles.may(gate.roles_in(documents), "read_draft"))
