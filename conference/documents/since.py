"""How an edition of the programme is called, and what it changed since a release, in words."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from conference.documents.paper_frame import Say
from conference.rules.days import written_day
from projections import hours
from projections.agenda import Agenda
from projections.agenda_compared import compared
from projections.agenda_release import Change
from projections.library import Shelf


def edition(shelf: Shelf, agenda: Agenda, say: Say) -> str:
    """The release with its time, as every screen and paper calls it, and whether the day put
    something in; a draft says by how many changes it is ahead of the last."""
    here = compared(agenda)
    if here.last is None:
        return say("edition.draft")
    if here.ahead:
        code = "edition.ahead-one" if here.ahead == 1 else "edition.ahead"
        return say(code, count=here.ahead, release=here.last.number)
    local = here.last.at.astimezone(shelf.conference.zone)
    when = {"time": f"{local:%H:%M}", "day": written_day(local)}
    named = say("edition.release", release=here.last.number, **when)
    put_in = any(item.inserted for item in agenda.items)
    return say("edition.with-insertions", edition=named) if put_in else named


def since(shelf: Shelf, asked: int | None, say: Say) -> dict[str, Any] | None:
    """What a paper says of its changes: a title and a line for each. None where nobody asks, or
    there is no such release."""
    here = compared(shelf.agenda, asked)
    if asked is None or here.since is None or here.since.number != asked:
        return None
    lines = [line(shelf, one, say) for one in here.changes] or [say("edition.same")]
    return {"title": say("edition.since", release=asked), "lines": lines}


def line(shelf: Shelf, change: Change, say: Say) -> str:
    return f"{change.item.title}: {', '.join(aspects(shelf, change, say))}"


def aspects(shelf: Shelf, change: Change, say: Say) -> Iterator[str]:
    """What is different about an item, one after the other."""
    for aspect in change.aspects:
        if aspect == "added":
            yield say("edition.added", time=hour(shelf, change.item.starts_at))
        elif aspect == "start" and change.was:
            was, now = hour(shelf, change.was.starts_at), hour(shelf, change.item.starts_at)
            yield f"{was} → {now}"
        elif aspect == "minutes" and change.was:
            minutes = {"was": change.was.minutes, "now": change.item.minutes}
            yield say("edition.minutes", **minutes)
        else:
            yield say(f"change.{aspect}")


def hour(shelf: Shelf, at: datetime | None) -> str:
    return hours.hour(shelf.conference, at)
