"""The seating as a paper: the hall as a picture, then every row as a list with the reasons."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from conference.documents.qr_svg import qr_svg
from conference.documents.typst_pdf import typeset
from conference.rules.days import written_day
from conference.rules.seats import STAGE
from projections.conference import ConferenceDocument
from projections.guest import Guest
from projections.seat import Seat
from projections.seating_plan import SeatingPlan


@dataclass(frozen=True)
class Words:
    """How the reader's language says things: a sentence by its code, a guest, a seat's reason,
    and the few letters that a seat shows. `address` is where the same position is on screen."""

    language: str
    address: str
    sentence: Callable[..., str]
    called: Callable[[Guest], str]
    why: Callable[[Seat], str]
    tag: Callable[[Seat], str]


WORDS = ("title", "stage", "stairs", "lectern", "seat", "guest", "reason", "unseated", "page")


def seating_plan_pdf(
    plan: SeatingPlan, conference: ConferenceDocument, position: int, words: Words
) -> bytes:
    """The paper as of a log position."""
    say = words.sentence
    seated = say("seat-paper.seated", seated=plan.seated, usable=plan.usable)
    return typeset(
        "seating_plan.typ",
        {
            "language": words.language,
            "words": {word: say(f"seat-paper.{word}") for word in WORDS},
            "conference": conference.title,
            "host": conference.host,
            "where": " · ".join(filter(None, (day_of(conference), conference.venue))),
            "seated": seated,
            "qr": qr_svg(words.address),
            "position": f"{say('seat-paper.position')} #{position}",
            "hall": hall_of(plan, words),
            "rows": list(rows_of(plan, words)),
            "unseated": [words.called(one.guest) for one in plan.unseated],
        },
    )


def day_of(conference: ConferenceDocument) -> str | None:
    day = conference.held_on
    return written_day(date.fromisoformat(day)) if day else None


def hall_of(plan: SeatingPlan, words: Words) -> dict[str, Any] | None:
    """The picture: the stage's seats and every row's, in the order of their numbers."""
    hall = plan.hall
    if hall is None:
        return None
    return {
        "name": hall.name,
        "stairs": hall.stairs,
        "lectern": hall.lectern,
        "stage": [cell(plan.by_label[label], words) for label in labels(plan, STAGE)],
        "rows": [
            {
                "label": row["label"],
                "aisles": row["aisles"],
                "seats": [cell(plan.by_label[seat], words) for seat in labels(plan, row["label"])],
            }
            for row in hall.rows
        ],
    }


def labels(plan: SeatingPlan, row: str) -> list[str]:
    return [seat.label for seat in plan.seats if seat.row == row]


def cell(seat: Seat, words: Words) -> dict[str, Any]:
    """A seat of the picture. `state`: taken, free, unusable."""
    state = "taken" if seat.guest else "free" if seat.usable else "unusable"
    return {"number": seat.number, "tag": words.tag(seat), "state": state, "pinned": seat.pinned}


def rows_of(plan: SeatingPlan, words: Words) -> Iterator[dict[str, Any]]:
    """The lists: every row that somebody sits in, with all its seats, so that gaps stay visible."""
    for row, seats in groupby(plan.seats, key=lambda seat: seat.row):
        listed = list(seats)
        if any(seat.guest for seat in listed):
            name = words.sentence("seat-paper.row", row=row)
            heading = words.sentence("seat-paper.on-stage") if row == STAGE else name
            yield {"heading": heading, "seats": [line(seat, words) for seat in listed]}


def line(seat: Seat, words: Words) -> list[str]:
    """Label, who, why."""
    if seat.guest:
        return [seat.label, words.called(seat.guest), words.why(seat)]
    empty = "free" if seat.usable else "unusable"
    return [seat.label, words.sentence(f"seat-paper.{empty}"), ""]
