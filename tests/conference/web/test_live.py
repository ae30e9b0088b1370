"""The live stream: the position first, then the name of each document that changed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import STAMP
from builders_day import Hand, living
from builders_demo import DEMO, serving_demo
from builders_doors import browser, store_of
from flask import Flask
from werkzeug.test import TestResponse

from conference.commands.agenda import add_item
from conference.commands.conference import plan_conference

URL = f"/conferences/{DEMO}/live"
ITEM: dict[str, Any] = {"kind": "report", "title": "Báo cáo", "minutes": 10}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path, streams=2) as made:
        yield made


def opened(app: Flask, role: str = "stage") -> TestResponse:
    return browser(app, role).get(URL, buffered=False)


def told(messages: Iterator[bytes]) -> str:
    """The next message of a stream that is no sign of life."""
    said = (one.decode() for one in messages)
    return next(one for one in said if not one.startswith("event: heartbeat"))


def test_a_stream_says_its_position_and_then_what_changed(app: Flask) -> None:
    answer, head = opened(app), store_of(app).head()
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("text/event-stream", "no-store")
    messages = iter(answer.iter_encoded())
    assert f"id: {head}\nevent: position\n" in told(messages)
    add_item(store_of(app), STAMP, conference_id=DEMO, **ITEM)
    assert told(messages) == f"id: {head + 1}\nevent: agenda\ndata: {head + 1}\n\n"
    answer.close()


def test_a_stream_hears_of_its_own_conference_only(app: Flask) -> None:
    answer, store = opened(app), store_of(app)
    messages = iter(answer.iter_encoded())
    assert "event: position" in told(messages)
    said = {"planner": "Văn phòng", "title": "Hội nghị khác", "host": "UBND tỉnh"}
    plan_conference(store, STAMP, **said)
    add_item(store, STAMP, conference_id=DEMO, **ITEM)
    assert told(messages).startswith(f"id: {store.head()}\nevent: agenda\n")
    answer.close()


def test_a_silent_stream_gives_signs_of_life_on_the_conferences_clock(tmp_path: Path) -> None:
    hand = Hand()
    with living(tmp_path, hand) as app:
        page = browser(app, "stage").get(f"/conferences/{DEMO}/day/hall").text
        (shown,) = re.findall(r"data-wall>(\d\d:\d\d:\d\d)<", page)
        answer = opened(app)
        messages = iter(answer.iter_encoded())
        assert "event: position" in told(messages)
        beats = [next(messages).decode()]
        hand.later(90)
        beats.append(next(messages).decode())
        answer.close()
    assert shown == "07:30:00"
    assert beats == [f"event: heartbeat\ndata: {at}\n\n" for at in (shown, "09:00:00")]


def test_when_all_streams_are_taken_one_is_asked_to_come_back(app: Flask) -> None:
    taken = [opened(app), opened(app)]
    for answer in taken:
        next(answer.iter_encoded())  # type: ignore[call-overload]
    full = opened(app)
    assert (full.status_code, full.headers["Retry-After"]) == (503, "5")
    taken[0].close()
    again = opened(app)
    assert again.status_code == 200
    for answer in (taken[1], again):
        answer.close()


def test_a_stream_is_for_who_may_read_the_conference(app: Flask) -> None:
    answer = app.test_client().get(URL, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/sign-in")
