"""A conference's log is the conference: replayed into an empty store it gives the same bytes."""

from collections.abc import Iterator
from contextlib import ExitStack
from uuid import UUID

import pytest
from builders import DAY, STAMP
from builders_doors import bearer, browser, serving, store_of
from flask import Flask

from conference.commands.attendance import check_in_guest, reverse_check_in
from conference.commands.awards_ceremony import announce_instrument, present_award
from conference.commands.conference_day import open_conference
from conference.config import Settings
from conference.importers.demo import load_demo
from conference.importers.log_file import exported, import_log
from conference.store import Store
from projections.library import Library

DOCUMENTS = (
    "guests",
    "attendance",
    "agenda",
    "awards",
    "seating",
    "run-sheet",
    "introductions",
    "history",
)


def a_day(store: Store) -> UUID:
    """The demo up to the moment when the first flag has been handed over."""
    id = load_demo(store, STAMP, "Ban tổ chức")
    shelf = Library(store.facts).shelf(id)
    guests = sorted(shelf.guest_list.by_id)[:40]
    for number, guest in enumerate(guests):
        said = {"door": f"Cửa {number % 4}", "device": "quầy", "at": DAY}
        check_in_guest(store, STAMP, conference_id=id, guest=guest, **said)
    reverse_check_in(store, STAMP, conference_id=id, guest=guests[0], reason="nhầm", at=DAY)
    open_conference(store, STAMP, conference_id=id, at=DAY)
    turn = shelf.run_sheet.turns[0]
    announce_instrument(
        store, STAMP, conference_id=id, instrument=turn.instrument, announcer="Ban Thi đua", at=DAY
    )
    line = turn.recipients[0].line
    handed = {"presenter": "Chủ tịch", "receiver": "Giám đốc"}
    present_award(store, STAMP, conference_id=id, line=line, **handed, at=DAY)
    return id


def documents(app: Flask, id: UUID, at: int | None = None) -> dict[str, bytes]:
    """Every document as JSON and the papers as PDF, as they are served."""
    asked = f"?at={at}" if at is not None else ""
    client, token = app.test_client(), bearer(app)
    base = f"/api/v1/conferences/{id}"
    found = {"": client.get(base + asked, headers=token).data}
    found |= {n: client.get(f"{base}/{n}{asked}", headers=token).data for n in DOCUMENTS}
    reader = browser(app)
    for paper in ("run-sheet/paper.pdf", "seating/plan.pdf"):
        answer = reader.get(f"/conferences/{id}/{paper}{asked}")
        assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
        found[paper] = answer.data
    return found


@pytest.fixture(params=["sqlite to postgres", "postgres to sqlite"])
def two_apps(
    request: pytest.FixtureRequest, settings: Settings, postgres_settings: Settings
) -> Iterator[tuple[Flask, Flask]]:
    with ExitStack() as stack:
        first, second = (stack.enter_context(serving(s)) for s in (settings, postgres_settings))
        yield (first, second) if request.param.startswith("sqlite") else (second, first)


def test_a_log_replayed_into_an_empty_store_gives_the_same_bytes(
    two_apps: tuple[Flask, Flask],
) -> None:
    here, there = two_apps
    id = a_day(store_of(here))
    lines = list(exported(store_of(here), id))
    assert import_log(store_of(there), lines) == id
    assert documents(there, id) == documents(here, id)
    assert list(exported(store_of(there), id)) == lines


def test_every_document_at_a_past_position_is_the_one_served_then(settings: Settings) -> None:
    with serving(settings) as app:
        id = load_demo(store_of(app), STAMP, "Ban tổ chức")
        then, head = documents(app, id), store_of(app).head()
        guest = next(iter(Library(store_of(app).facts).shelf(id).guest_list.by_id))
        said = {"door": "A", "device": "quầy", "at": DAY}
        check_in_guest(store_of(app), STAMP, conference_id=id, guest=guest, **said)
        assert documents(app, id) != then
        assert documents(app, id, head) == then
