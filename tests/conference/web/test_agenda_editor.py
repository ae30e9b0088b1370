"""The editor's larger acts: twice, parted, by a template, copied from another conference."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from builders import STAMP, id
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, notice, send
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference import gate
from conference.commands.agenda import add_item
from conference.commands.conference import plan_conference
from conference.commands.team import appoint_member
from projections.agenda import Agenda

URL = f"/conferences/{DEMO}/agenda"
NEW = id("a new conference")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        said = {"title": "Hội nghị năm sau", "host": "UBND tỉnh", "held_on": "2020-03-20"}
        plan_conference(store_of(made), STAMP, conference_id=NEW, planner="x", **said)
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


def agenda(app: Flask, conference: UUID = DEMO) -> Agenda:
    return shelf_of(app, conference).agenda


def act(client: FlaskClient, path: str, conference: UUID = DEMO, **form: object) -> TestResponse:
    url = f"/conferences/{conference}/agenda"
    return send(client, url, f"{url}/{path}", form)


def test_an_item_is_put_twice_and_parted(app: Flask, client: FlaskClient) -> None:
    report = agenda(app).items[2]
    assert act(client, f"items/{report.id}/duplicate").status_code == 303
    assert notice(client.get(URL).text) == "Đã nhân đôi mục."
    assert agenda(app).items[3].title == report.title
    said = {"first": "10", "pause": "10", "pause_title": "Giải lao", "rest_title": "Tiếp theo"}
    assert act(client, f"items/{report.id}/parts", **said).status_code == 303
    titles = [(one.title, one.minutes) for one in agenda(app).items[2:5]]
    assert titles == [(report.title, 10), ("Giải lao", 10), ("Tiếp theo", 10)]
    head = store_of(app).head()
    late = act(client, f"items/{report.id}/parts", **said)
    assert (late.status_code, store_of(app).head()) == (409, head)
    assert notice(late.text).endswith("Mục này có 10 phút; chỗ dừng phải trước đó.")


def test_a_template_is_inserted_and_one_of_another_version_is_not(
    app: Flask, client: FlaskClient
) -> None:
    assert act(client, "templates", NEW, template="congress@1").status_code == 303
    assert agenda(app, NEW).items[0].title == "Phiên trù bị: khai mạc"
    head = store_of(app).head()
    old = act(client, "templates", NEW, template="congress@0")
    assert (old.status_code, store_of(app).head()) == (409, head)
    assert notice(old.text).startswith("Chưa ghi Mẫu này không có, hoặc là của bản khác")


def test_a_programme_is_chosen_previewed_and_copied_as_one_act(
    app: Flask, client: FlaskClient
) -> None:
    url = f"/conferences/{NEW}/agenda/copy"
    listed = client.get(f"{url}?q=kien giang", headers=VIETNAMESE).text
    assert f'href="?from={DEMO}"' in listed
    shown = client.get(f"{url}?from={DEMO}", headers=VIETNAMESE).text
    assert element(shown, "preview").startswith("Chào cờ, khai mạc · 10 phút")
    assert "Đỗ Thanh Bình" not in element(shown, "preview")
    named = client.get(f"{url}?from={DEMO}&people=true", headers=ENGLISH).text
    assert "Đỗ Thanh Bình" in element(named, "preview")
    said = {"source": str(DEMO), "source_version": agenda(app).version}
    assert act(client, "copies", NEW, **said).status_code == 303
    whole = [(one.title, one.minutes) for one in agenda(app).items]
    assert [(one.title, one.minutes) for one in agenda(app, NEW).items] == whole
    assert {one.owner for one in agenda(app, NEW).items} == {None}


def test_what_changed_since_it_was_shown_is_not_copied(app: Flask, client: FlaskClient) -> None:
    said = {"source": str(DEMO), "source_version": agenda(app).version}
    add_item(store_of(app), STAMP, conference_id=DEMO, kind="report", title="Thêm", minutes=5)
    answer = act(client, "copies", NEW, **said)
    assert (answer.status_code, agenda(app, NEW).items) == (409, ())
    assert "Chương trình kia vừa thay đổi" in notice(answer.text)


@pytest.mark.parametrize("source", ["abc", str(id("nowhere"))])
def test_a_conference_that_is_not_there_is_not_copied(client: FlaskClient, source: str) -> None:
    assert client.get(f"/conferences/{NEW}/agenda/copy?from={source}").status_code == 404
    said = {"source": source, "source_version": 1}
    assert act(client, "copies", NEW, **said).status_code in (404, 422)


def test_only_what_one_may_read_there_is_copied(app: Flask, client: FlaskClient) -> None:
    """An organizer of the new conference alone does not know the demo; its auditor sees what was
    released of it."""
    said = {"source": str(DEMO), "source_version": agenda(app).version}
    member = {"member": id("lan"), "name": "Lan"}
    appoint_member(store_of(app), STAMP, conference_id=NEW, **member, roles=["organizer"])
    add_item(store_of(app), STAMP, conference_id=DEMO, kind="report", title="Kín", minutes=5)
    app.extensions["who"] = lambda: gate.Actor(id("lan"), "Lan")
    assert "Hội nghị Tổng kết" not in client.get(f"/conferences/{NEW}/agenda/copy").text
    assert client.get(f"/conferences/{NEW}/agenda/copy?from={DEMO}").status_code == 404
    assert act(client, "copies", NEW, **said).status_code == 404
    appoint_member(store_of(app), STAMP, conference_id=DEMO, **member, roles=["auditor"])
    shown = client.get(f"/conferences/{NEW}/agenda/copy?from={DEMO}").text
    assert "Kín" not in element(shown, "preview")
    version = agenda(app).version
    assert act(client, "copies", NEW, **said | {"source_version": version}).status_code == 303
    assert [one.title for one in agenda(app, NEW).items] == [
        one.title for one in agenda(app).public.items
    ]
