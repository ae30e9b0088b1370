"""The day's screens show everybody the same: the release, and what the day itself brought."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from builders import STAMP, at, id
from builders_day import Hand, living
from builders_demo import DEMO, shelf_of
from builders_doors import bearer, browser, csrf, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, notice, words
from flask import Flask
from flask.testing import FlaskClient

from conference.commands.agenda import add_item, move_item, set_agenda_start
from conference.commands.agenda_day import skip_item, start_item
from conference.commands.agenda_release import release_agenda
from conference.commands.conference import plan_conference
from conference.commands.publication import publish_conference

HERE = {"conference_id": DEMO}
SCREENS = ("", "/speaker", "/backstage", "/hall")
UNRELEASED = "Chương trình chưa được ban hành"


@pytest.fixture
def app(tmp_path: Path, hand: Hand) -> Iterator[Flask]:
    with living(tmp_path, hand) as made:
        yield made


def shown(client: FlaskClient, screen: str = "", conference: UUID = DEMO) -> str:
    return client.get(f"/conferences/{conference}/day{screen}", headers=VIETNAMESE).text


def following(page: str) -> str:
    """What a screen says comes next."""
    return re.split(r"Tiếp theo", words(page), maxsplit=1)[1].strip()[:60]


def test_two_moderators_and_two_halls_are_told_the_same_next_item(app: Flask) -> None:
    first, second, third, *_ = shelf_of(app).agenda.items
    store, item = store_of(app), third.id
    start_item(store, STAMP, **HERE, item=first.id, at=at("07:30"))
    move_item(store, STAMP, **HERE, item=item, before=second.id)
    organizer, stage = browser(app), browser(app, "stage")
    for screen in ("", "/hall"):
        told = {following(shown(who, screen)) for who in (organizer, stage)}
        assert len(told) == 1
        assert told.pop().startswith(second.title[:40])
    clocks = [
        app.test_client().get(f"/api/v1/conferences/{DEMO}/clock", headers=bearer(app, role))
        for role in ("organizer", "stage")
    ]
    one, other = ([item["id"] for item in clock.get_json()["items"]] for clock in clocks)
    assert one == other


def an_unreleased_day(app: Flask) -> UUID:
    """A conference of two items, the first of which runs though nothing was released."""
    store = store_of(app)
    said = {"planner": "Văn phòng", "title": "Gặp mặt", "host": "Văn phòng"}
    here = plan_conference(store, STAMP, **said)
    set_agenda_start(store, STAMP, conference_id=here, starts_at=at("07:30"))
    for name in ("Chào cờ", "Tổng kết"):
        usual: dict[str, Any] = {"kind": "report", "title": name, "minutes": 10, "item": id(name)}
        add_item(store, STAMP, conference_id=here, **usual)
    start_item(store, STAMP, conference_id=here, item=id("Chào cờ"), at=at("07:31"))
    return here


def test_what_is_played_without_a_release_is_on_every_screen_and_the_draft_on_none(
    app: Flask,
) -> None:
    here, client = an_unreleased_day(app), browser(app)
    for screen in SCREENS:
        page = shown(client, screen, here)
        assert "Chào cờ" in words(page)
        assert "Tổng kết" not in page
        assert UNRELEASED in element(page, "unreleased")
        english = client.get(f"/conferences/{here}/day{screen}", headers=ENGLISH).text
        assert "has not been released yet" in element(english, "unreleased")
    assert f'href="/conferences/{here}/agenda#release"' in shown(client, "", here)
    release_agenda(store_of(app), STAMP, conference_id=here, at=at("07:32"))
    page = shown(client, "", here)
    assert ("Tổng kết" in page, 'id="unreleased"' in page) == (True, False)


def test_who_may_not_release_is_told_it_without_a_way_there(app: Flask) -> None:
    page = shown(browser(app, "stage"), "", an_unreleased_day(app))
    assert UNRELEASED in element(page, "unreleased")
    assert "#release" not in page


def test_the_drafting_list_begins_no_item(app: Flask) -> None:
    client, item = browser(app), shelf_of(app).agenda.items[0]
    agenda = f"/conferences/{DEMO}/agenda"
    assert "Bắt đầu:" not in client.get(agenda, headers=VIETNAMESE).text
    path = f"{agenda}/items/{item.id}/take"
    assert client.post(path, data={"csrf_token": csrf(client.get(agenda).text)}).status_code == 404
    start_item(store_of(app), STAMP, **HERE, item=item.id, at=at("07:30"))
    assert "Kết thúc:" in client.get(agenda, headers=VIETNAMESE).text


def test_a_first_press_on_another_day_is_asked_about(app: Flask, hand: Hand) -> None:
    client, item = browser(app), shelf_of(app).agenda.items[0]
    path = f"/conferences/{DEMO}/day/items/{item.id}/take"
    for hours in (-13, 26):
        hand.later(60 * hours)
        form = {"csrf_token": csrf(client.get(f"/conferences/{DEMO}/day").text)}
        for headers, words_ in ((VIETNAMESE, "hơn 12 giờ"), (ENGLISH, "more than 12 hours")):
            asked = client.post(path, data=form, headers=headers)
            assert (asked.status_code, words_ in notice(asked.text)) == (409, True)
            assert 'name="sure"' in asked.text
        assert not shelf_of(app).agenda.items[0].takes
    assert client.post(path, data={**form, "sure": "yes"}).status_code == 303
    assert shelf_of(app).agenda.items[0].state == "started"
    assert 'name="sure"' not in shown(client)


def test_a_press_within_half_a_day_is_not_asked_about(app: Flask, hand: Hand) -> None:
    client, item = browser(app), shelf_of(app).agenda.items[0]
    hand.later(-11 * 60)
    page = shown(client)
    assert 'name="sure"' not in page
    path = f"/conferences/{DEMO}/day/items/{item.id}/take"
    assert client.post(path, data={"csrf_token": csrf(page)}).status_code == 303


def test_a_start_that_is_still_drafted_asks_nobody_on_the_released_day(
    app: Flask, hand: Hand
) -> None:
    client, item = browser(app), shelf_of(app).agenda.items[0]
    later = at("07:30") + timedelta(days=3)
    set_agenda_start(store_of(app), STAMP, **HERE, starts_at=later)
    path, page = f"/conferences/{DEMO}/day/items/{item.id}/take", shown(client)
    assert 'name="sure"' not in page
    assert client.post(path, data={"csrf_token": csrf(page)}).status_code == 303


def test_the_public_page_says_what_is_skipped(app: Flask) -> None:
    store, item = store_of(app), shelf_of(app).agenda.items[4]
    publish_conference(store, STAMP, **HERE, at=at("07:00"))
    skip_item(store, STAMP, **HERE, item=item.id, reason="hết giờ", at=at("07:40"))
    for headers, word in ((VIETNAMESE, "bỏ qua"), (ENGLISH, "skipped")):
        page = app.test_client().get(f"/c/{DEMO}", headers=headers).text
        assert element(page, f"item-{item.id}").endswith(word)
