"""Every screen and paper names the same release of the programme, and its changes since another."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from builders import STAMP
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, csrf, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, words
from builders_pdf import pages_of
from docx import Document
from flask import Flask
from flask.testing import FlaskClient

from conference import vault_links, vault_speeches
from conference.commands.agenda import move_item, time_item
from conference.commands.agenda_release import release_agenda
from conference.commands.publication import publish_conference
from conference.commands.speech import describe_speech
from conference.vault_links import Link
from conference.vault_speeches import SpeechLink
from conference.web.sign_in import limiter

HERE: dict[str, Any] = {"conference_id": DEMO}
INSIDE = f"/conferences/{DEMO}"
SCREENS = {
    name: f"{INSIDE}{path}"
    for name, path in {
        "agenda": "/agenda",
        "moderator": "/day",
        "speaker": "/day/speaker",
        "backstage": "/day/backstage",
        "hall": "/day/hall",
        "run-sheet": "/run-sheet",
        "played": "/agenda/played",
    }.items()
}
PAPERS = {
    name: f"{INSIDE}{path}"
    for name, path in {
        "programme": "/agenda/programme.pdf",
        "word": "/agenda/programme.docx",
        "chair": "/agenda/chair.pdf",
        "run-sheet": "/run-sheet/paper.pdf",
    }.items()
}
ALONE = {"played": f"{INSIDE}/agenda/played.pdf", "calendar": f"{INSIDE}/agenda/agenda.ics"}
"""Papers of the day itself, and what calendars read: they name the release and compare nothing."""

THIRD = "Bản ban hành số 3, 07:10 ngày 25/3/2019"
NAMED = {"vi": THIRD, "en": "Release 3, 07:10 on 25/3/2019"}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """The demo, published, with three releases: the second moves the last speech before the first,
    the third makes the first item five minutes longer."""
    with serving_demo(tmp_path) as made:
        limiter.reset()
        store, day = store_of(made), datetime(2019, 3, 25, 0, 5, tzinfo=UTC)
        items, speeches = shelf_of(made).agenda.items, shelf_of(made).agenda.speeches
        move_item(store, STAMP, **HERE, item=speeches[-1].id, before=speeches[0].id)
        release_agenda(store, STAMP, **HERE, at=day)
        minutes = items[0].minutes + 5
        time_item(store, STAMP, **HERE, item=items[0].id, minutes=minutes, fixed_start=None)
        release_agenda(store, STAMP, **HERE, at=day + timedelta(minutes=5))
        publish_conference(store, STAMP, **HERE, at=day)
        yield made


def moved(app: Flask) -> str:
    """The title of the speech that the second release put first."""
    return shelf_of(app).agenda.speeches[0].title


def guests_page(app: Flask) -> tuple[FlaskClient, str]:
    """A guest's own page in the browser that opened it."""
    guest = next(one for one in shelf_of(app).guest_list.guests if one.name)
    made = Link(DEMO, guest.id, guest.revision)
    path = f"/m/{vault_links.make_link(store_of(app), made, datetime.now(UTC))}"
    phone = app.test_client()
    phone.post(f"{path}/opening", data={"csrf_token": csrf(phone.get(path).text)})
    return phone, path


def units_page(app: Flask) -> str:
    speech = shelf_of(app).agenda.speeches[0].id
    describe_speech(store_of(app), STAMP, **HERE, speech=speech)
    link = SpeechLink(DEMO, speech)
    return f"/u/{vault_speeches.make_link(store_of(app), link, datetime.now(UTC))}"


def screens(app: Flask, role: str = "organizer") -> Iterator[tuple[str, FlaskClient, str]]:
    """Every page that shows the programme: its name, a browser that may see it, its path."""
    client = browser(app, role)
    yield from ((name, client, path) for name, path in SCREENS.items())
    yield "guest", *guests_page(app)
    yield "unit", app.test_client(), units_page(app)
    yield "public", app.test_client(), f"/c/{DEMO}"


def text(data: bytes) -> str:
    """What can be read on a paper or in a file."""
    if data.startswith(b"%PDF"):
        return " ".join(" ".join(" ".join(page) for page in pages_of(data)).split())
    if data.startswith(b"PK"):
        paper = Document(BytesIO(data))
        parts = (*paper.paragraphs, *paper.sections[0].footer.paragraphs)
        return " ".join(one.text for one in parts)
    return data.decode().replace("\r\n ", "").replace("\\,", ",")


def papers(app: Flask, asked: str = "", role: str = "organizer") -> dict[str, str]:
    client = browser(app, role)
    found = {**PAPERS, **ALONE}
    return {
        name: text(client.get(f"{path}{asked}", headers=VIETNAMESE).data)
        for name, path in found.items()
    }


@pytest.mark.parametrize(("language", "headers"), [("vi", VIETNAMESE), ("en", ENGLISH)])
def test_every_screen_names_the_same_release(
    app: Flask, language: str, headers: dict[str, str]
) -> None:
    named = {
        name: element(client.get(path, headers=headers).text, "edition")
        for name, client, path in screens(app)
    }
    assert len(named) == 10
    wrong = {name: said for name, said in named.items() if NAMED[language] not in said}
    assert wrong == {}


def test_every_paper_names_the_same_release(app: Flask) -> None:
    wrong = {name: said[-300:] for name, said in papers(app).items() if THIRD not in said}
    assert wrong == {}


def test_every_screen_shows_what_changed_since_any_release(app: Flask) -> None:
    for name, client, path in screens(app):
        for asked, order in ((1, True), (2, False)):
            page = client.get(f"{path}?since={asked}", headers=VIETNAMESE).text
            said = element(page, "edition")
            assert f"Thay đổi so với bản ban hành số {asked}" in said, name
            assert ("đổi thứ tự" in said, moved(app) in said) == (order, True), (name, asked)
            assert re.search(r'<details[^>]*id="edition"[^>]* open', page), name


def test_a_unit_sees_its_own_changes_alone(app: Flask) -> None:
    others = shelf_of(app).agenda.speeches[1:]
    page = app.test_client().get(f"{units_page(app)}?since=1", headers=VIETNAMESE).text
    assert len(others) > 1
    assert [one.title for one in others if one.title in words(page)] == []


def test_every_paper_of_the_plan_shows_what_changed_since_a_release(app: Flask) -> None:
    first = shelf_of(app).agenda.items[0]
    longer = f"{first.title}: {first.minutes - 5} → {first.minutes} phút"
    for asked, order in ((1, True), (2, False)):
        said = papers(app, f"?since={asked}")
        for name in PAPERS:
            assert f"Thay đổi so với bản ban hành số {asked}" in said[name], name
            assert longer in said[name], name
            assert ("đổi thứ tự" in said[name]) == order, name


@pytest.mark.parametrize("asked", ["0", "3", "99", "abc", "-1", ""])
def test_what_is_no_earlier_release_compares_nothing_on_paper(app: Flask, asked: str) -> None:
    said = papers(app, f"?since={asked}")
    assert {name for name in PAPERS if "Thay đổi so với" in said[name]} == set()
    page = browser(app).get(f"{INSIDE}/agenda?since={asked}", headers=VIETNAMESE)
    shut = re.search(r'<details[^>]*id="edition"[^>]* open', page.text) is None
    assert (page.status_code, shut) == (200, True)


def test_a_draft_is_named_to_its_organisers_and_nobody_else(app: Flask) -> None:
    item = shelf_of(app).agenda.items[-1]
    minutes = item.minutes + 5
    time_item(store_of(app), STAMP, **HERE, item=item.id, minutes=minutes, fixed_start=None)
    ahead = "Bản dự thảo, 1 thay đổi so với bản ban hành số 3"
    shared = {"guest", "unit", "public", "played", "moderator", "speaker", "backstage", "hall"}
    for role, draft in (("organizer", True), ("stage", False)):
        for name, client, path in screens(app, role):
            said = element(client.get(path, headers=VIETNAMESE).text, "edition")
            assert (ahead if draft and name not in shared else THIRD) in said, (role, name)
        for name, said in papers(app, role=role).items():
            assert (ahead if draft and name != "played" else THIRD) in said, (role, name)


def test_a_release_is_compared_with_any_before_it(app: Flask) -> None:
    client, page = browser(app), f"{INSIDE}/agenda/releases/3"
    assert "đổi thứ tự" not in element(client.get(page, headers=VIETNAMESE).text, "changes")
    since = element(client.get(f"{page}?since=1", headers=VIETNAMESE).text, "changes")
    assert ("so với bản số 1" in since, "đổi thứ tự" in since) == (True, True)
