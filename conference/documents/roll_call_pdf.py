"""The roll call on paper: the sentence that the MC reads, and the table that it sums up."""

from typing import Any

from conference.documents.paper_frame import Reader, Say, clock, frame
from conference.documents.typst_pdf import typeset
from conference.rules.roll_call import spoken
from projections.attendance import Count
from projections.library import Shelf

WORDS = (
    *("number", "unit", "summoned", "present", "absent", "excused", "walked-in", "total"),
    *("site", "sites", "counter"),
)


def sentence_of(shelf: Shelf, say: Say) -> str:
    """The roll call in one sentence, as it is read: in the organiser's words, or the usual ones."""
    counted = shelf.attendance
    figures = {"present": counted.came, "absent": counted.absent}
    words = shelf.conference.roll_call or say("roll-call.usual")
    return spoken(words, summoned=counted.summoned, **figures)


def roll_call_pdf(shelf: Shelf, reader: Reader) -> bytes:
    """The paper as of the shelf's position, by unit and, where there are several, by site."""
    counted, last = shelf.attendance, shelf.attendance.arrivals.last
    names = dict(shelf.conference.sites) | {"": reader.say("roll-call-paper.main")}
    as_of = reader.say("roll-call-paper.as-of", at=clock(shelf, last)) if last else None
    return typeset(
        "roll_call.typ",
        {
            **frame(shelf, "roll-call-paper", WORDS, reader),
            "sentence": sentence_of(shelf, reader.say),
            "as-of": as_of,
            "groups": [line(one, reader.group(one.group)) for one in counted.groups],
            "sites": [line(one, names.get(one.group, one.group)) for one in counted.sites],
            "total": counts(counted.total),
        },
    )


def line(count: Count, name: str) -> dict[str, Any]:
    return {"name": name, "counts": counts(count)}


def counts(count: Count) -> list[int]:
    return [count.summoned, count.came, count.absent, count.excused, count.walked_in]
