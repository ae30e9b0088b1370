"""The agenda for who presides: large type, what is noted of each item, and room to write."""

from conference.documents.paper_frame import Reader, frame
from conference.documents.programme_rows import hour, sections
from conference.documents.since import edition
from conference.documents.since import since as changed_since
from conference.documents.typst_pdf import typeset
from projections.library import Shelf

WORDS = ("number", "time", "content", "notes", "end", "chair")


def chair_pdf(shelf: Shelf, reader: Reader, *, since: int | None = None) -> bytes:
    """The paper as of the shelf's position; its QR leads to the same position on the screen."""
    data, say, agenda = frame(shelf, "chair-paper", WORDS, reader), reader.say, shelf.agenda
    data["position"] = f"{edition(shelf, agenda, say)} · {data['position']}"
    presiding = shelf.conference.chair
    words = (presiding.honorific, presiding.name) if presiding else ()
    data["chair"] = " ".join(filter(None, words)) or None
    data["sections"] = list(sections(shelf, say))
    data["ends"] = hour(shelf, agenda.ends_at, say) if agenda.items and agenda.ends_at else None
    data["since"] = changed_since(shelf, since, say)
    return typeset("chair.typ", data)
