"""Name tents: one sheet of A4 a guest, folded in the middle, the name on both faces."""

from collections.abc import Sequence

from conference.documents.guest_face import face
from conference.documents.paper_frame import Reader
from conference.documents.typst_pdf import typeset
from projections.guest import Guest
from projections.library import Shelf


def name_tents_pdf(shelf: Shelf, guests: Sequence[Guest], reader: Reader) -> bytes:
    """The tents as of the shelf's position, in the order of `guests`."""
    return typeset(
        "name_tents.typ",
        {
            "language": reader.language,
            "words": {"title": reader.say("tent-paper.title")},
            "conference": shelf.conference.title,
            "position": f"#{shelf.position}",
            "tents": [face(guest, reader) for guest in guests],
        },
    )
