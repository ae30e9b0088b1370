"""What ushers and photographers read, and one order on every crew's screen."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from builders import STAMP, at
from builders_crew import HERE, STAGE, ceremony, everybody_but, seen, settled, turns
from builders_demo import shelf_of
from builders_doors import browser, store_of
from builders_pages import element
from flask import Flask
from flask.testing import FlaskClient

from conference import stage_desk
from conference.commands.attendance import check_in_guest
from conference.commands.awards_prepared import assign_presenters
from conference.commands.stage import take_cue
from conference.commands.stage_row import correct_presentation
from projections.ceremony_crew import AHEAD, fetched_at


@pytest.fixture
def crew(app: Flask) -> FlaskClient:
    return browser(app, "stage")


def play(app: Flask, kind: str) -> str:
    """The ceremony until a cue of this kind, a minute each; answers the last cue's minute."""
    for n in range(20):
        now = ceremony(app)
        if now.cue and now.cue.kind == kind:
            return f"09:{39 + n}:00"
        cue = now.next_cue
        assert cue is not None
        live = now.by_id.get(cue.turn) if cue.turn else None
        row = stage_desk.row(live) if live and cue.kind == "call" else None
        step = stage_desk.Step(cue.key, cue.kind, cue.turn, cue.instrument, row, 1)
        after = now.taken[-1].cue if now.taken else None
        when = at("09:40") + timedelta(minutes=n)
        take_cue(store_of(app), STAMP, **HERE, run=0, step=step, after=after, at=when)
    raise AssertionError(f"no {kind}")


def test_presenters_are_fetched_from_their_seats_for_their_positions(
    app: Flask, crew: FlaskClient
) -> None:
    turn = turns(app)[0]
    head, second = turn.assigned
    section = element(seen(crew, "usher"), f"usher-{turn.id}")
    for one, hands in ((head, "trao vị trí 1–4"), (second, "trao vị trí 5–8")):
        assert re.search(rf"{one.name} {one.post} {hands}", section)
    assert "Đến ghế mời lúc 09:34" in section
    assert "VẮNG" not in section  # attendance has not been taken


def test_an_hour_follows_the_drift(app: Flask) -> None:
    now = ceremony(app)
    third = now.turns[2]
    planned = now.sheet.timed(now.starts_at)[2].starts_at
    assert planned is not None
    assert fetched_at(now, third, planned) == planned - AHEAD
    play(app, "call")  # the first turn is called with its minutes late or early
    drift = ceremony(app).drift_s(planned)
    assert drift != 0
    late = fetched_at(ceremony(app), ceremony(app).turns[2], planned)
    assert late == planned + timedelta(seconds=drift) - AHEAD


def test_a_presenter_who_is_not_here_is_red_and_nobody_assigned_is_said(
    app: Flask, crew: FlaskClient
) -> None:
    first, second = turns(app)[:2]
    everybody_but(app)
    head = first.assigned[0]
    assert "VẮNG · chưa đến" in element(seen(crew, "usher"), f"usher-{first.id}")
    said = {**HERE, "guest": head.guest, "at": at("07:40"), "door": "A"}
    check_in_guest(store_of(app), STAMP, **said)
    assign_presenters(store_of(app), STAMP, **HERE, turn=second.id, presenters=[])
    page = seen(crew, "usher")
    assert f"trao vị trí 1–4 {'có mặt'}" in element(page, f"usher-{first.id}")
    assert "Chưa phân công người trao" in element(page, f"usher-{second.id}")


def test_the_photographer_has_names_from_left_to_right_and_the_hour_of_the_picture(
    app: Flask, crew: FlaskClient
) -> None:
    turn = turns(app)[0]
    everybody_but(app, turn.recipients[7])
    settled(app, turn.recipients[0], "representative", name="Lê Hoa", relation="phó")
    minute = play(app, "photo")
    said: dict[str, Any] = {"what": "name", "was": "Thành Long", "now": "Thành Lộc"}
    line = turn.recipients[1].line
    correct_presentation(store_of(app), STAMP, **HERE, run=0, line=line, at=at("10:00"), **said)
    shown = element(seen(crew, "photographer"), f"photo-{turn.id}")
    assert shown.startswith("Đang trao Lượt 1")
    assert f"giữ 30 giây để chụp · chụp lúc {minute}" in shown
    assert re.search(r"1 .*Khối thi đua 7 2 .*Khối thi đua 6", shown)
    assert turn.recipients[7].name not in shown
    assert f"Lê Hoa (phó), nhận thay {turn.recipients[0].name}." in shown
    assert "Thành Long → Thành Lộc" in shown


def lines(page: str, id: str) -> list[UUID]:
    found = page[page.index(f'id="{id}"') :].split("</section>")[0]
    return [UUID(one) for one in re.findall(r'id="(?:laid|card-\w+)-([0-9a-f-]{36})"', found)]


def test_all_crews_see_one_order(app: Flask, crew: FlaskClient) -> None:
    everybody_but(app, turns(app)[0].recipients[2])
    row = [place.line for place in ceremony(app).turns[0].standing]
    assert lines(seen(crew, "manager"), "zone-wings") == row
    assert lines(seen(crew, "tray"), "tray-wings") == row
    names = [place.name for place in ceremony(app).turns[0].standing if not place.gap]
    shown = element(seen(crew, "photographer"), f"photo-{turns(app)[0].id}")
    at_ = [shown.index(name) for name in names]
    assert at_ == sorted(at_)
    assert shelf_of(app).run_sheet.turns[0].mirrored
    assert STAGE in seen(crew, "manager")
