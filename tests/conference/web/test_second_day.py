"""A programme of two days: every screen tells the day of an hour that is not the day's own."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from builders_day import Hand, living
from builders_demo import DEMO, shelf_of
from builders_doors import browser, csrf
from builders_pages import VIETNAMESE, element, send, words
from flask import Flask
from flask.testing import FlaskClient

from projections.agenda_item import AgendaItem

HOME = f"/conferences/{DEMO}"
URL = f"{HOME}/agenda"


@pytest.fixture
def app(tmp_path: Path, hand: Hand) -> Iterator[Flask]:
    """The demo, whose last speech was released and moved to the same hour of the next day."""
    with living(tmp_path, hand) as made:
        client = browser(made)
        speech = last_speech(made)
        for day in ("25/3", "26/3"):
            form = {"minutes": str(speech.minutes), "fixed_start": f"7:30 {day}"}
            send(client, URL, f"{URL}/items/{speech.id}/time", form)
            if day == "25/3":
                send(client, URL, f"{URL}/releases", {"note": ""})
        yield made


def last_speech(app: Flask) -> AgendaItem:
    return shelf_of(app).agenda.speeches[-1]


def release(client: FlaskClient) -> None:
    send(client, URL, f"{URL}/releases", {"note": ""})


def test_the_list_and_what_changed_tell_the_second_day(app: Flask, client: FlaskClient) -> None:
    speech = last_speech(app)
    page = client.get(URL, headers=VIETNAMESE).text
    assert element(page, f"item-{speech.id}").startswith(f"{speech.number} 07:30 26/3 ")
    assert f"{speech.title}: 07:30 → 07:30 26/3" in words(page)
    assert element(page, f"item-{shelf_of(app).agenda.items[0].id}").startswith("1 07:30 Chào cờ")


def test_the_speakers_page_and_the_release_tell_the_second_day(
    app: Flask, client: FlaskClient
) -> None:
    release(client)
    speech, here = last_speech(app), f"{HOME}/speeches/{last_speech(app).id}"
    released = client.get(f"{URL}/releases/3", headers=VIETNAMESE)
    listed = client.get(f"{HOME}/speeches", headers=VIETNAMESE).text
    made = send(client, here, f"{here}/links", {})
    link = made.text.split("/u/")[1].split('"')[0].split("<")[0]
    own = app.test_client().get(f"/u/{link}", headers=VIETNAMESE).text
    assert "07:30 26/3" in element(own, "state")
    assert "07:30 26/3" in words(listed)
    assert f"{speech.number} 07:30 26/3 {speech.title}" in words(released.text)


def test_the_public_page_tells_the_second_day(app: Flask, client: FlaskClient) -> None:
    release(client)
    send(client, HOME, f"{HOME}/publication", {})
    page = app.test_client().get(f"/c/{DEMO}", headers=VIETNAMESE).text
    assert element(page, f"item-{last_speech(app).id}").startswith("07:30 26/3 ")


def test_the_days_screens_tell_the_day_that_is_not_today(
    app: Flask, client: FlaskClient, hand: Hand
) -> None:
    release(client)
    first, speech = shelf_of(app).agenda.items[0], last_speech(app)
    page = client.get(f"{HOME}/day", headers=VIETNAMESE).text
    assert element(page, f"line-{speech.id}").startswith("07:30 26/3 ")
    assert element(page, f"line-{first.id}").startswith("07:30 Chào cờ")
    token = csrf(page)
    for act in ("take", "finish"):
        client.post(f"{HOME}/day/items/{first.id}/{act}", data={"csrf_token": token})
    hand.now += timedelta(days=1)
    page = client.get(f"{HOME}/day", headers=VIETNAMESE).text
    assert element(page, f"line-{first.id}").startswith("07:30 25/3 Chào cờ")
