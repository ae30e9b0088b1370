"""The hall's screen: nothing that was not announced, never nothing at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders_day import Hand, living
from builders_demo import DEMO
from builders_doors import browser
from builders_pages import VIETNAMESE, words
from builders_paired import phone
from builders_stage_screens import attended, ceremony, press, seen, send, until
from flask import Flask
from flask.testing import FlaskClient


@pytest.fixture
def app(tmp_path: Path, hand: Hand) -> Iterator[Flask]:
    hand.to("09:30")
    with living(tmp_path, hand) as made:
        yield made


@pytest.fixture
def mc(app: Flask) -> FlaskClient:
    return browser(app, "stage")


def named(app: Flask, page: str) -> list[str]:
    """The recipients whose names stand anywhere in a page, in the order of the plan."""
    everybody = [one.name for turn in ceremony(app).sheet.turns for one in turn.recipients]
    return [name for name in everybody if f"{name}<" in page or f'{name}"' in page]


def test_a_name_is_on_the_wall_once_it_was_read_and_not_before(app: Flask, mc: FlaskClient) -> None:
    attended(app, 4)
    title = words(seen(mc, "hall"))
    assert "Hội nghị Tổng kết" in title
    shown = []
    while ceremony(app).next_cue and len(shown) < 12:
        press(mc)
        now = ceremony(app)
        page = seen(mc, "hall")
        assert named(app, page) == [place.name for place in now.shown]
        shown.append((now.cue.kind if now.cue else "", len(now.shown)))
    assert shown[:6] == [
        *(("reading", 0), ("reading", 0), ("call", 0), ("handover", 7), ("photo", 7), ("clear", 0))
    ]


def test_the_wall_tells_what_is_read_and_the_award_and_is_never_blank(
    app: Flask, mc: FlaskClient
) -> None:
    press(mc)
    assert "Đề nghị tặng Cờ thi đua của Chính phủ" in words(seen(mc, "hall"))
    until(mc, app, "call")
    assert "Cờ thi đua của Ủy ban nhân dân tỉnh, hạng nhất" in words(seen(mc, "hall"))
    press(mc)
    for covered, titled in (("yes", True), ("no", False)):
        send(mc, "0/covering", covered=covered)
        page = seen(mc, "hall")
        assert ("Hội nghị Tổng kết" in page.split('id="hall-head"')[1]) is titled
        assert (named(app, page) == []) is titled
        assert "undefined" not in page


def test_a_wall_device_follows_into_the_ceremony_and_out_of_it(app: Flask, mc: FlaskClient) -> None:
    wall = phone(app, DEMO, "Tường", "hall")

    def page() -> Any:
        return wall.get(f"/conferences/{DEMO}/day/hall", headers=VIETNAMESE).text

    assert "stage-hall" not in page()
    until(mc, app, "handover")
    assert named(app, page()) == [place.name for place in ceremony(app).shown] != []
    assert wall.get(f"/conferences/{DEMO}/stage/0/mc").status_code == 403
    while ceremony(app).next_cue:
        press(mc)
    assert "stage-hall" not in page()
    assert named(app, page()) == []
