"""Pairing a device: a code works once, the device opens one screen, and trust can be taken back."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from builders import STAMP, id
from builders_doors import browser, csrf, serving, store_of
from flask import Flask
from flask.testing import FlaskClient

from conference import vault_devices
from conference.commands.team import pair_device, revoke_device
from conference.config import Settings
from conference.importers.demo import load_demo
from conference.vault_devices import Key

ADDRESS = re.compile(r"/pair/[\w-]+")


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        made.extensions["demo"] = load_demo(store_of(made), STAMP, "Ban tổ chức")
        yield made


def code_of(app: Flask, screen: str = "door", door: str | None = "Cửa 2") -> str:
    """The address that an administrator's page shows for a new device."""
    admin = browser(app, "admin")
    team = f"/conferences/{app.extensions['demo']}/team"
    said = {"name": "Điện thoại 1", "screen": screen, "door": door or ""}
    admin.post(f"{team}/devices", data=said | {"csrf_token": csrf(admin.get(team).text)})
    return ADDRESS.findall(admin.get(team).text)[0]


def paired(app: Flask, address: str) -> FlaskClient:
    phone = app.test_client()
    page = phone.get(address)
    assert page.status_code == 200
    assert phone.post(address, data={"csrf_token": csrf(page.text)}).status_code == 303
    return phone


def test_a_code_turns_a_phone_into_the_door_and_works_once(app: Flask) -> None:
    address = code_of(app)
    phone = paired(app, address)
    led = phone.get("/")
    assert led.location == f"/conferences/{app.extensions['demo']}/door"
    page = phone.get(led.location)
    assert page.status_code == 200
    assert "Điện thoại 1" in page.text
    again = app.test_client().get(address)
    assert (again.status_code, "đã được dùng" in again.text) == (410, True)


@pytest.mark.parametrize(
    ("screen", "page"),
    [
        ("mc", "stage/0/mc"),
        ("stage", "stage/0/manager"),
        ("tray", "stage/0/tray"),
        ("usher", "stage/0/usher"),
        ("photographer", "stage/0/photographer"),
        ("speaker", "day/speaker"),
        ("hall", "day/hall"),
    ],
)
def test_a_screen_shows_its_page_and_no_other(app: Flask, screen: str, page: str) -> None:
    phone = paired(app, code_of(app, screen, None))
    base = f"/conferences/{app.extensions['demo']}"
    assert phone.get("/").location == f"{base}/{page}"
    assert phone.get(f"{base}/{page}").status_code == 200
    assert [phone.get(path).status_code for path in (base, f"{base}/guests", "/password")] == [
        403,
        403,
        403,
    ]


def test_a_revoked_device_is_told_so_at_once(app: Flask) -> None:
    phone = paired(app, code_of(app))
    demo = app.extensions["demo"]
    (device,) = app.extensions["house"].library.shelf(demo).team.devices
    revoke_device(store_of(app), STAMP, conference_id=demo, device=device, reason="mất máy")
    answer = phone.get(f"/conferences/{demo}/attendance")
    assert (answer.status_code, "đã bị thu hồi" in answer.text) == (409, True)


def test_a_device_with_its_key_as_a_token_is_the_same_device_in_the_api(app: Flask) -> None:
    demo = app.extensions["demo"]
    device = pair_device(
        store_of(app), STAMP, conference_id=demo, name="Máy quét", screen="door", door="A"
    )
    code = vault_devices.make_pairing(store_of(app), Key(demo, device), STAMP.at)
    found = vault_devices.pair(store_of(app), code, STAMP.at)
    assert found is not None
    headers, base = {"Authorization": f"Bearer {found[1]}"}, f"/api/v1/conferences/{demo}"
    answers = [
        app.test_client().get(base + at, headers=headers) for at in ("/attendance", "/awards")
    ]
    assert [answer.status_code for answer in answers] == [200, 403]


def test_a_new_code_voids_the_old_one_and_pairing_voids_the_old_key(app: Flask) -> None:
    store, key = store_of(app), Key(id("conference"), id("device"))
    old = vault_devices.make_pairing(store, key, STAMP.at)
    new = vault_devices.make_pairing(store, key, STAMP.at)
    assert vault_devices.pair(store, old, STAMP.at) is None
    first = vault_devices.pair(store, new, STAMP.at)
    newest = vault_devices.make_pairing(store, key, STAMP.at)
    second = vault_devices.pair(store, newest, STAMP.at)
    assert first is not None
    assert second is not None
    assert vault_devices.device_of(store, first[1]) is None
    assert vault_devices.device_of(store, second[1]) == key


def test_a_code_expires(app: Flask) -> None:
    store, key = store_of(app), Key(id("conference"), id("device"))
    code = vault_devices.make_pairing(store, key, STAMP.at)
    late = STAMP.at + vault_devices.PAIRING + timedelta(seconds=1)
    assert vault_devices.pair(store, code, late) is None
    assert vault_devices.pair(store, code, late - timedelta(seconds=2)) is not None
