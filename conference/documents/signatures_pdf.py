"""The attendance sheet for signature: everybody by group, with a box to sign in."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from conference.documents.guest_face import capital, placed
from conference.documents.paper_frame import Reader, frame
from conference.documents.typst_pdf import typeset
from projections.guest import Guest
from projections.library import Shelf

WORDS = ("number", "name", "post", "signature", "total")


def signatures_pdf(shelf: Shelf, reader: Reader, group: str | None = None) -> bytes:
    """The sheet as of the shelf's position, of one group or of all, numbered through."""
    groups = list(listed(shelf, reader, group))
    return typeset(
        "signatures.typ",
        {
            **frame(shelf, "signature-paper", WORDS, reader),
            "groups": groups,
            "total": sum(len(one["guests"]) for one in groups),
        },
    )


def listed(shelf: Shelf, reader: Reader, wanted: str | None) -> Iterator[dict[str, Any]]:
    """Every group that somebody is invited to; who declined or was withdrawn signs nothing."""
    numbers = count(1)
    for name, guests in shelf.guest_list.grouped:
        coming = [one for one in guests if one.invited]
        if coming and wanted in (None, name):
            yield {
                "name": reader.group(name),
                "count": reader.say("signature-paper.count", count=len(coming)),
                "guests": rows(coming, reader, numbers),
            }


def rows(guests: Sequence[Guest], reader: Reader, numbers: Iterator[int]) -> list[dict[str, Any]]:
    return [{"number": next(numbers), **row(one, reader)} for one in guests]


def row(guest: Guest, reader: Reader) -> dict[str, Any]:
    """Who signs: a substitute with whom he or she is for; nobody's name yet leaves room for one."""
    who = guest.substitute or guest
    name = " ".join(filter(None, (capital(who.honorific), guest.coming)))
    instead = reader.say("signature-paper.instead", name=guest.called) if guest.substitute else ""
    return {
        "name": name if guest.coming else "",
        "placed": placed(guest, reader),
        "instead": instead,
        "post": " – ".join(dict.fromkeys(filter(None, (who.post, guest.body)))),
    }
