"""The programme on paper, in the form that offices give out and lay on the tables."""

from conference.documents.paper_frame import Reader
from conference.documents.programme_rows import programme
from conference.documents.typst_pdf import typeset
from projections.library import Shelf


def programme_pdf(shelf: Shelf, reader: Reader, *, since: int | None = None) -> bytes:
    """The programme as of the shelf's position, as tagged PDF."""
    return typeset("programme.typ", programme(shelf, reader, since))
