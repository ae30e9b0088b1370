"""The team's page: members appointed and dismissed, links handed over, devices paired."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from builders import STAMP, id
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, csrf, store_of
from builders_pages import element, notice, send
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference import vault
from conference.commands.conference import plan_conference
from conference.commands.team import appoint_member
from projections.team import Team

URL = f"/conferences/{DEMO}/team"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def admin(app: Flask) -> FlaskClient:
    return browser(app, "admin")


def team(app: Flask) -> Team:
    return shelf_of(app).team


def act(client: FlaskClient, path: str, **form: object) -> TestResponse:
    return send(client, URL, f"{URL}/{path}", form)


def member_named(app: Flask, name: str) -> UUID:
    return next(member.id for member in team(app).by_name if member.name == name)


def own_admin(app: Flask) -> FlaskClient:
    """A browser of somebody who is admin of the demo and nothing elsewhere."""
    store, account = store_of(app), id("own admin")
    vault.open_account(store, login="own", name="Quản trị", id=account)
    said = {"member": account, "name": "Quản trị", "roles": ["admin"]}
    appoint_member(store, STAMP, conference_id=DEMO, **said)
    link = vault.make_link(store, account, datetime.now(UTC) + timedelta(hours=1))
    client = app.test_client()
    token = csrf(client.get(f"/sign-in/{link}").text)
    assert client.post(f"/sign-in/{link}", data={"csrf_token": token}).status_code == 303
    return client


def test_who_is_appointed_gets_a_link_that_opens_the_conference(
    app: Flask, admin: FlaskClient
) -> None:
    answer = act(admin, "members", name="Trần Thị Mận", roles=["reception", "stage"])
    assert answer.status_code == 303
    page = admin.get(URL).text
    assert element(page, "members").count("Trần Thị Mận") == 1
    assert team(app).members[member_named(app, "Trần Thị Mận")].roles == ("reception", "stage")
    link = re.findall(r"/sign-in/[\w-]+", page)
    new = app.test_client()
    new.post(link[0], data={"csrf_token": csrf(new.get(link[0]).text)})
    statuses = [new.get(f"/conferences/{DEMO}/{at}").status_code for at in ("attendance", "team")]
    assert statuses == [200, 403]
    assert re.findall(r"/sign-in/[\w-]+", admin.get(URL).text) == [], "shown once"


def test_a_dismissed_member_finds_no_conference(app: Flask, admin: FlaskClient) -> None:
    store, account = store_of(app), id("new clerk")
    vault.open_account(store, login="clerk", name="Thư ký", id=account)
    act(admin, "members", name="Thư ký", login="clerk", roles=["auditor"])
    assert team(app).members[account].roles == ("auditor",)
    assert act(admin, f"members/{account}/dismissal").status_code == 303
    assert account not in team(app).members
    assert act(admin, f"members/{account}/dismissal").status_code == 404


def test_a_member_without_a_role_or_a_readable_login_is_refused(
    app: Flask, admin: FlaskClient
) -> None:
    head = store_of(app).head()
    wrong = [
        {"name": "Ai", "roles": []},
        {"name": "Ai", "roles": ["king"]},
        {"name": "Ai", "roles": ["stage"], "login": "a\0b"},
        {"name": "Ai", "roles": ["stage"], "login": "a" * 81},
        {"name": "A\u202ei", "roles": ["stage"]},
    ]
    assert [act(admin, "members", **form).status_code for form in wrong] == [422] * 5
    assert store_of(app).head() == head


def test_the_last_administrator_stays(app: Flask, admin: FlaskClient) -> None:
    last = next(one.id for one in team(app).by_name if "admin" in one.roles)
    answer = act(admin, f"members/{last}/dismissal")
    assert answer.status_code == 409
    assert notice(answer.text).startswith("Chưa ghi")
    assert last in team(app).members


def test_nobody_makes_a_link_to_an_account_that_opens_more(app: Flask) -> None:
    """An admin of one conference who appoints the organizer of all must not get in as that one."""
    mine = own_admin(app)
    browser(app, "organizer")
    act(mine, "members", name="Ai đó", login="organizer@everywhere", roles=["stage"])
    answer = act(mine, f"members/{member_named(app, 'Ai đó')}/link")
    assert answer.status_code == 409
    assert re.findall(r"/sign-in/[\w-]+", answer.text) == []
    theirs, account = id("theirs"), id("their clerk")
    said = {"planner": "Văn phòng", "title": "Hội nghị khác", "host": "UBND tỉnh"}
    plan_conference(store_of(app), STAMP, conference_id=theirs, **said)
    known = {"member": account, "name": "Thư ký", "roles": ["stage"]}
    for conference in (theirs, DEMO):
        appoint_member(store_of(app), STAMP, conference_id=conference, **known)
    assert act(mine, f"members/{account}/link").status_code == 409
    assert act(browser(app, "admin"), f"members/{account}/link").status_code == 200


def test_a_device_is_paired_for_one_screen_and_revoked(app: Flask, admin: FlaskClient) -> None:
    door = {"name": "Điện thoại 1", "screen": "door", "door": "Cửa 2"}
    assert act(admin, "devices", **door).status_code == 303
    (device,) = team(app).trusted
    assert (device.name, device.screen, device.door) == ("Điện thoại 1", "door", "Cửa 2")
    assert act(admin, f"devices/{device.id}/revocation", reason="mất máy").status_code == 303
    assert team(app).trusted == ()
    assert act(admin, f"devices/{device.id}/revocation", reason="mất máy").status_code == 404


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"name": "Máy", "screen": "door"}, 409),
        ({"name": "Máy", "screen": "mc", "door": "Cửa 1"}, 409),
        ({"name": "Máy", "screen": "kitchen"}, 422),
        ({"name": "", "screen": "mc"}, 422),
    ],
)
def test_a_device_without_its_screen_is_refused(
    app: Flask, admin: FlaskClient, form: dict[str, object], status: int
) -> None:
    head = store_of(app).head()
    assert act(admin, "devices", **form).status_code == status
    assert store_of(app).head() == head


def test_the_team_is_the_admins_to_change(app: Flask) -> None:
    auditor = browser(app, "auditor")
    assert auditor.get(URL).status_code == 200
    form: dict[str, object] = {"name": "Ai", "roles": ["stage"]}
    assert send(auditor, "/", f"{URL}/members", form).status_code == 403
    assert browser(app).get(URL).status_code == 403
