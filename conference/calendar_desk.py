"""What web and api share of calendars: the edition, the moment, and who sends them."""

from typing import Any

from conference import gate
from conference.documents.agenda_ics import Wanted
from projections.edition import edition_of
from projections.library import Shelf


def wanted(shelf: Shelf, **asked: Any) -> Wanted:
    """A calendar of these documents, made now; `asked`: scope, guest, page (see Wanted)."""
    sender = gate.house().settings.mail_from
    return Wanted(gate.now(), edition=edition_of(shelf.agenda), sender=sender, **asked)
