"""The lines of the day's screens: hours that will not come, what the closing left, empty days."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import STAMP, at
from builders_day import Hand, living
from builders_demo import DEMO, shelf_of
from builders_doors import browser, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, words
from flask import Flask

from conference.commands.agenda import withdraw_item
from conference.commands.agenda_day import skip_item, start_item
from conference.commands.conference import plan_conference
from conference.commands.conference_day import close_conference, open_conference

HERE = {"conference_id": DEMO}


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def app(tmp_path: Path, hand: Hand) -> Iterator[Flask]:
    with living(tmp_path, hand) as made:
        yield made


def shown(app: Flask, screen: str = "", headers: dict[str, str] = VIETNAMESE) -> str:
    return browser(app).get(f"/conferences/{DEMO}/day{screen}", headers=headers).text


def test_an_item_left_out_has_no_hour_of_its_own_any_more(app: Flask, hand: Hand) -> None:
    first, *_, speech, other = shelf_of(app).agenda.items[:6]
    start_item(store_of(app), STAMP, **HERE, item=first.id, at=at("07:45"))
    skip_item(store_of(app), STAMP, **HERE, item=speech.id, reason="đến muộn", at=at("07:46"))
    withdraw_item(store_of(app), STAMP, **HERE, item=other.id, reason="gửi bài")
    hand.to("07:46")
    page = shown(app)
    for item, hour in ((speech, "08:25"), (other, "08:33")):
        line = element(page, f"line-{item.id}")
        assert (line[:5], line.count(":")) == (hour, 1)


def test_the_closing_leaves_nothing_running_and_nothing_to_come(app: Flask, hand: Hand) -> None:
    first, second, *_ = shelf_of(app).agenda.items
    open_conference(store_of(app), STAMP, **HERE, at=at("07:30"))
    start_item(store_of(app), STAMP, **HERE, item=first.id, at=at("07:30"))
    close_conference(store_of(app), STAMP, **HERE, at=at("07:55"))
    hand.to("08:30")
    page, english = shown(app), shown(app, headers=ENGLISH)
    assert element(page, f"line-{first.id}").endswith("đến bế mạc")
    line = element(page, f"line-{second.id}")
    assert (line[:5], line.count(":"), line[-13:]) == ("07:40", 1, "không diễn ra")
    for screen in ("", "/speaker", "/backstage", "/hall"):
        told = words(shown(app, screen))
        assert "đang diễn ra" not in told.casefold()
        assert "chậm" not in told
        assert 'data-left="' not in shown(app, screen)
    assert element(english, f"line-{first.id}").endswith("until closing")
    assert element(english, f"line-{second.id}").endswith("not held")


def test_a_unit_that_the_title_names_is_not_named_twice(app: Flask) -> None:
    speech = next(one for one in shelf_of(app).agenda.items if one.kind == "speech")
    assert speech.unit
    assert speech.unit in speech.title
    assert element(shown(app), f"line-{speech.id}").count(speech.unit) == 1


def test_a_day_without_items_is_neither_late_nor_on_time(app: Flask) -> None:
    said = {"planner": "Văn phòng", "title": "Gặp mặt", "host": "Văn phòng"}
    here = plan_conference(store_of(app), STAMP, **said)
    for screen in ("", "/backstage"):
        page = browser(app).get(f"/conferences/{here}/day{screen}", headers=VIETNAMESE).text
        assert "đúng giờ" not in page
        assert "Chưa có mục nào trong chương trình." in words(page)
        english = browser(app).get(f"/conferences/{here}/day{screen}", headers=ENGLISH).text
        assert "There is nothing in the programme yet." in words(english)
