"""What working papers have in common: heading, foot, and how the reader's language says things."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from conference.documents.qr_svg import qr_svg
from conference.documents.seating_plan_pdf import day_of
from projections.guest import Guest
from projections.library import Shelf

Say = Callable[..., str]
"""A sentence of the reader's language by its code, its placeholders filled."""


@dataclass(frozen=True)
class Reader:
    """For whom a paper is: the language, its sentences, how guests and groups are called in it,
    and the address at which the same position is on the screen."""

    language: str
    address: str
    say: Say
    called: Callable[[Guest], str]
    group: Callable[[str], str]


def frame(
    shelf: Shelf, kind: str, words: Iterable[str], reader: Reader, title: str | None = None
) -> dict[str, Any]:
    """What templates/print/paper.typ draws around a paper: `kind` is where its words are, each
    under "kind.word", the title too unless one is given; the position is the log's."""
    conference, say = shelf.conference, reader.say
    return {
        "language": reader.language,
        "words": {
            "title": title or say(f"{kind}.title"),
            "page": say("paper.page"),
            **{word: say(f"{kind}.{word}") for word in words},
        },
        "conference": conference.title,
        "host": conference.host,
        "where": " · ".join(filter(None, (day_of(conference), conference.venue))),
        "position": f"{say('paper.position')} #{shelf.position}",
        "qr": qr_svg(reader.address),
    }


def clock(shelf: Shelf, at: datetime) -> str:
    """A time of day in the conference's zone."""
    return at.astimezone(shelf.conference.zone).strftime("%H:%M")
