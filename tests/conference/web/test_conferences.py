"""The list of conferences, planning one, its settings and the acts of its day."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, notice, send, words
from flask import Flask
from flask.testing import FlaskClient

from conference.rules.roles import ROLES

OVERVIEW = f"/conferences/{DEMO}"
TITLE = (
    "Hội nghị Tổng kết công tác thi đua, khen thưởng năm 2018, "
    "triển khai phương hướng, nhiệm vụ năm 2019"
)


@pytest.fixture
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving_demo(tmp_path_factory.mktemp("conferences")) as made:
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


def test_a_conference_is_found_by_its_words_without_diacritics(client: FlaskClient) -> None:
    found = client.get("/?q=kien giang", headers=VIETNAMESE).text
    assert element(found, "conference-list").startswith(f"25/3/2019 {TITLE}")
    assert 'id="conference-list"' not in client.get("/?q=an giang").text


def test_a_new_conference_is_planned_and_leads_to_its_overview(
    app: Flask, client: FlaskClient
) -> None:
    form = {"title": "Hội nghị sơ kết", "host": "UBND huyện", "held_on": "2/9/2020"}
    answer = send(client, "/", "/conferences", form)
    assert answer.status_code == 303
    assert "Hội nghị sơ kết" in element(client.get(answer.location).text, "content")
    new = app.extensions["house"].library.conferences().conferences[0]
    assert (new.title, new.host, new.held_on) == ("Hội nghị sơ kết", "UBND huyện", "2020-09-02")


def test_a_wrong_plan_is_told_beside_its_field(app: Flask, client: FlaskClient) -> None:
    head = store_of(app).head()
    answer = send(client, "/", "/conferences", {"title": "Hội nghị", "host": ""})
    assert (answer.status_code, store_of(app).head()) == (422, head)
    assert element(answer.text, "host-plan-error") == "Cần điền ô này."


@pytest.mark.parametrize(
    ("act", "form", "attribute", "value"),
    [
        ("title", {"title": "Tên mới", "host": "UBND tỉnh"}, "title", "Tên mới"),
        ("day", {"held_on": "26/3/2019"}, "held_on", "2019-03-26"),
        ("venue", {"name": "Nhà văn hóa"}, "venue", "Nhà văn hóa"),
        ("theme", {"theme": "Đoàn kết"}, "theme", "Đoàn kết"),
        ("clock", {"offset_s": "0"}, "offset_s", 0),
        ("introduction-depth", {"depth": "5"}, "introduction_depth", 5),
        ("roll-call", {"sentence": "Có mặt {present}."}, "roll_call", "Có mặt {present}."),
    ],
)
def test_a_setting_is_saved(
    app: Flask,
    client: FlaskClient,
    act: str,
    form: dict[str, object],
    attribute: str,
    value: object,
) -> None:
    answer = send(client, f"{OVERVIEW}/settings", f"{OVERVIEW}/{act}", form)
    assert (answer.status_code, answer.location) == (303, f"{OVERVIEW}/settings")
    assert getattr(shelf_of(app).conference, attribute) == value


def test_another_day_takes_the_programme_along_and_says_so(app: Flask, client: FlaskClient) -> None:
    before = shelf_of(app).agenda.starts_at
    assert before
    settings, form = f"{OVERVIEW}/settings", {"held_on": "28/3/2019"}
    send(client, settings, f"{OVERVIEW}/day", form)
    said = notice(client.get(settings, headers=VIETNAMESE).text)
    assert "Chương trình cũng chuyển sang ngày 28/3/2019" in said
    assert "vẫn ghi ngày cũ" in said
    agenda = shelf_of(app).agenda
    assert (agenda.starts_at, agenda.public.starts_at) == (before + timedelta(days=3), before)
    send(client, settings, f"{OVERVIEW}/day", {"held_on": "25/3/2019"})
    back = notice(client.get(settings, headers=VIETNAMESE).text)
    assert ("sang ngày 25/3/2019" in back, "ngày cũ" in back) == (True, False)
    history = client.get(f"{OVERVIEW}/history", headers=VIETNAMESE).text
    assert "Chương trình bắt đầu lúc 07:30 28/3/2019" in history


def test_the_day_is_opened_lived_and_closed(app: Flask, client: FlaskClient) -> None:
    document = shelf_of(app).conference.documents[0].id
    acts = ["opening", f"documents/{document}/adoption", "closing"]
    answers = [send(client, OVERVIEW, f"{OVERVIEW}/{act}") for act in acts]
    assert [answer.status_code for answer in answers] == [303, 303, 303]
    lived = shelf_of(app).conference
    assert lived.status == "closed"
    assert [one.adopted_at is not None for one in lived.documents] == [True, False]


def test_what_the_day_forbids_is_one_sentence(app: Flask, client: FlaskClient) -> None:
    head = store_of(app).head()
    answer = send(client, OVERVIEW, f"{OVERVIEW}/closing")
    assert (answer.status_code, store_of(app).head()) == (409, head)
    assert notice(answer.text) == "Chưa ghi Hội nghị chưa khai mạc."


def test_the_language_is_switched_by_a_cookie(client: FlaskClient) -> None:
    answer = send(client, OVERVIEW, "/language/en", {"next": OVERVIEW})
    assert (answer.status_code, answer.location) == (303, OVERVIEW)
    assert '<html lang="en">' in client.get(OVERVIEW, headers=VIETNAMESE).text


@pytest.mark.parametrize("away", ["//evil.example", "/\\evil.example", "https://evil.example"])
def test_no_form_leads_to_another_site(client: FlaskClient, away: str) -> None:
    assert send(client, "/", "/language/en", {"next": away}).location == "/"


@pytest.mark.parametrize(
    ("path", "vietnamese", "english"),
    [
        ("/", "Hội nghị · Lễ đài", "Conference · Lễ đài"),
        ("/password", "Đổi mật khẩu · Lễ đài", "Change password · Lễ đài"),
        (f"{OVERVIEW}/agenda", "Chương trình · Lễ đài", "Agenda · Lễ đài"),
    ],
)
def test_every_page_has_a_title_of_its_own(
    client: FlaskClient, path: str, vietnamese: str, english: str
) -> None:
    for headers, title in ((VIETNAMESE, vietnamese), (ENGLISH, english)):
        found = re.search(r"<title>.*?</title>", client.get(path, headers=headers).text)
        assert found
        assert words(found[0]) == title


@pytest.mark.parametrize("role", ROLES)
def test_no_link_of_the_overview_leads_to_a_refusal(app: Flask, role: str) -> None:
    reader = browser(app, role)
    page = reader.get(f"/conferences/{DEMO}").text
    links = set(re.findall(r'href="(/conferences/[^"#]+)"', page))
    assert f"/conferences/{DEMO}" in links
    assert {link: reader.get(link).status_code for link in links} == dict.fromkeys(links, 200)
