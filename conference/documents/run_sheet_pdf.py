"""The run-sheet on paper: what is announced, and every turn with its row in standing order."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from conference.documents.qr_svg import qr_svg
from conference.documents.seating_plan_pdf import day_of
from conference.documents.since import edition
from conference.documents.since import since as changed_since
from conference.documents.typst_pdf import typeset
from projections import hours
from projections.library import Shelf
from projections.run_sheet_turn import Announcement, Recipient, Turn

Say = Callable[..., str]
"""A sentence of the reader's language by its code, its placeholders filled."""

WORDS = (
    "title",
    "announced",
    "announced-only",
    "turn",
    "recipient",
    "seat",
    "presenter",
    "objects",
    "enter",
    "page",
    "unassigned",
    "received",
)


def run_sheet_pdf(
    shelf: Shelf, *, address: str, language: str, say: Say, since: int | None = None
) -> bytes:
    """The paper as of the shelf's position; its QR leads to the same position on the screen."""
    conference, sheet = shelf.conference, shelf.run_sheet

    def clock(at: datetime | None) -> str:
        return hours.hour(conference, at)

    turns = sheet.timed(shelf.agenda.awards_start_at)
    named = edition(shelf, shelf.agenda, say)
    position = f"{named} · {say('run-sheet-paper.position')} #{shelf.position}"
    return typeset(
        "run_sheet.typ",
        {
            "language": language,
            "words": {word: say(f"run-sheet-paper.{word}") for word in WORDS},
            "conference": conference.title,
            "host": conference.host,
            "where": " · ".join(filter(None, (day_of(conference), conference.venue))),
            "position": position,
            "qr": qr_svg(address),
            "announcements": [announced(one, say) for one in sheet.announcements],
            "turns": [printed(turn, clock, say) for turn in turns],
            "since": changed_since(shelf, since, say),
        },
    )


def announced(one: Announcement, say: Say) -> dict[str, Any]:
    """One line of the table of what is read aloud."""
    award = named(one.award, one.placing, say)
    return {
        "title": one.title,
        "kind": say(f"instrument.{one.kind}") + (f" {one.number}" if one.number else ""),
        "award": award,
        "count": say("run-sheet-paper.lines", count=one.count),
        "announcer": one.announcer,
        "presentable": one.presentable,
    }


def printed(turn: Turn, clock: Callable[[datetime | None], str], say: Say) -> dict[str, Any]:
    """One turn with its recipients; a gap stays visible, nobody moves up."""
    objects = (
        f"{count} {say(f'object.{kind}' + ('-one' if count == 1 else ''))}, {say(f'carried.{how}')}"
        for kind, count, how in turn.objects
    )
    return {
        "number": turn.number,
        "time": clock(turn.starts_at),
        "award": named(turn.award, turn.placing, say),
        "decision": turn.decision or "…",
        "span": f"{turn.first}–{turn.last} / {turn.of}",
        "enter": say(f"enter.{turn.recipients_enter}"),
        "minutes": say("run-sheet-paper.minutes", minutes=turn.minutes),
        "objects": " · ".join(objects),
        "presenters": ", ".join(turn.presenters),
        "recipients": [on_stage(one) for one in turn.recipients],
    }


def on_stage(one: Recipient) -> dict[str, Any]:
    """One recipient of a turn; whoever will not come is marked, not left out."""
    return {
        "place": one.stage_position,
        "name": one.name,
        "seat": one.seat or "–",
        "missing": one.state in ("declined", "withdrawn", "excused"),
        "note": one.representative or "",
    }


def named(award: str, placing: int | None, say: Say) -> str:
    """The award with its class or placing, as it is read."""
    return say(f"award.{award}") + (f", {say(f'placing.{placing}')}" if placing else "")
