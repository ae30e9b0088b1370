"""The demo: the conference of Kiên Giang as its organisers' workbook, lived on its own morning."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

from conference.commands.agenda_release import release_agenda
from conference.commands.awards_prepared import assign_presenters, prepare_turn
from conference.commands.awards_rules import set_plan_rules
from conference.commands.playing_clock import set_playing_clock
from conference.domain.awards_prepared import TURN_FIELDS
from conference.domain.awards_rules import PLAN_RULES
from conference.importers.workbook import read_book
from conference.store import Store
from events.base import Stamp
from projections.library import Library

FILE = Path(__file__).parents[2] / "demo" / "kien-giang-2019.xlsx"

MORNING = datetime(2019, 3, 25, 7, 30, tzinfo=timezone(timedelta(hours=7)))
"""When the demo's clock starts: 07:30 of its own day (the hour is illustrative)."""


ILLUSTRATIVE = "Minh họa: nguồn không ghi ai trao."

LEADERS = ("Đặng Tuyết Em", "Đỗ Thanh Bình")
"""The two persons whom the source names, the higher post first."""


def load_demo(store: Store, stamp: Stamp, planner: str) -> UUID:
    """Take the demo's workbook over, set its playing clock, so that its day is now, and release its
    agenda."""
    book = read_book(FILE.read_bytes())
    outcome = book.take_over(store, stamp, planner)
    offset_s = round((MORNING - stamp.at).total_seconds())
    demo = outcome.conference_id
    set_playing_clock(store, stamp, conference_id=demo, offset_s=offset_s)
    release_agenda(store, stamp, conference_id=demo, at=MORNING.astimezone(UTC))
    prepare_ceremony(store, stamp, demo)
    return demo


def prepare_ceremony(store: Store, stamp: Stamp, demo: UUID) -> None:
    """Let rows enter by the hall's stairs, and the two leaders whom the source names hand over: it
    does not say who did, and each turn says so."""
    set_plan_rules(store, stamp, conference_id=demo, **{**PLAN_RULES, "side": "left"})
    needs: dict[str, Any] = dict.fromkeys(TURN_FIELDS)
    needs |= {"note": ILLUSTRATIVE, "music": "Nhạc trao thưởng"}
    shelf = Library(store.facts).shelf(demo)
    known = {guest.name: guest for guest in shelf.guest_list.by_id.values()}
    leaders = [
        {"guest": one.id, "name": f"{one.honorific} {one.name}", "post": one.post}
        for one in map(known.__getitem__, LEADERS)
    ]
    for turn in shelf.run_sheet.turns:
        there: dict[str, Any] = {"conference_id": demo, "turn": turn.id}
        assign_presenters(store, stamp, **there, presenters=leaders)
        prepare_turn(store, stamp, **there, **needs)
