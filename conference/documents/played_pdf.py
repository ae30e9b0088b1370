"""Planned against actual on paper: for the report after the conference, and for the next one."""

from typing import Any

from conference.documents.paper_frame import Reader, frame
from conference.documents.programme_rows import hour_and_day
from conference.documents.since import edition
from conference.documents.typst_pdf import typeset
from projections.library import Shelf
from projections.played import Line, Played, in_minutes, played

WORDS = (
    *("number", "content", "planned", "actual", "difference", "start", "minutes", "total"),
    *("begun", "ended"),
)


def played_pdf(shelf: Shelf, reader: Reader) -> bytes:
    """The paper as of the shelf's position."""
    day = played(shelf.agenda, shelf.conference.closed_at)
    data = frame(shelf, "played-paper", WORDS, reader)
    named = edition(shelf, shelf.agenda.public, reader.say)
    data["position"] = f"{named} · {data['position']}"
    data["lines"] = [line(shelf, one, day.over, reader) for one in day.lines]
    data["total"] = total(day)
    data["spans"] = [
        [data["words"]["begun"], *pair(shelf, day.planned_start, day.started_at, reader)],
        [data["words"]["ended"], *pair(shelf, day.planned_end, day.ended_at, reader)],
    ]
    for span, late in zip(data["spans"], (day.start_late_s, day.end_late_s), strict=True):
        span.append(signed(late))
    return typeset("played.typ", data)


def pair(shelf: Shelf, planned: Any, real: Any, reader: Reader) -> list[str]:
    return [hour_and_day(shelf, at, reader.say) if at else "–" for at in (planned, real)]


def line(shelf: Shelf, one: Line, over: bool, reader: Reader) -> dict[str, Any]:
    """One row; an item that was not played says what became of it, once all is over."""
    outcome = one.outcome
    plain = outcome == "finished" or (outcome == "waiting" and not over)
    planned, real = pair(shelf, one.planned_at, one.started_at, reader)
    return {
        "number": one.item.number or "–",
        "content": one.item.title,
        "outcome": "" if plain else reader.say(f"item-state.{outcome}"),
        "figures": [
            *(planned, str(one.planned_minutes or "–")),
            *(real, "–" if one.played_s is None else str(in_minutes(one.played_s))),
            *(signed(one.late_s), signed(one.over_s)),
        ],
    }


def total(day: Played) -> list[str]:
    sums = (str(day.planned_minutes), "", str(in_minutes(day.played_s)))
    return ["", *sums, "", signed(day.over_s)]


def signed(seconds: int | None) -> str:
    """Minutes more or fewer, with their sign."""
    if seconds is None:
        return "–"
    minutes = in_minutes(seconds)
    return f"{'+' if minutes > 0 else '−' if minutes < 0 else ''}{abs(minutes)}"
