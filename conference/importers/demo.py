"""The demo: the conference of Kiên Giang as its organisers' workbook, lived on its own morning."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

from conference.commands.agenda_release import release_agenda
from conference.commands.playing_clock import set_playing_clock
from conference.importers.workbook import read_book
from conference.store import Store
from events.base import Stamp

FILE = Path(__file__).parents[2] / "demo" / "kien-giang-2019.xlsx"

MORNING = datetime(2019, 3, 25, 7, 30, tzinfo=timezone(timedelta(hours=7)))
"""When the demo's clock starts: 07:30 of its own day (the hour is illustrative)."""


def load_demo(store: Store, stamp: Stamp, planner: str) -> UUID:
    """Take the demo's workbook over, set its playing clock, so that its day is now, and release its
    agenda."""
    book = read_book(FILE.read_bytes())
    outcome = book.take_over(store, stamp, planner)
    offset_s = round((MORNING - stamp.at).total_seconds())
    demo = outcome.conference_id
    set_playing_clock(store, stamp, conference_id=demo, offset_s=offset_s)
    release_agenda(store, stamp, conference_id=demo, at=MORNING.astimezone(UTC))
    return demo
