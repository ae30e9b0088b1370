"""The door's screen: its page, its scans by a paired device, the list that it keeps."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from builders import KIEN_GIANG, STAMP
from builders_commands import HERE
from builders_door import code, hall, invite
from builders_doors import browser, serving, store_of
from builders_pages import VIETNAMESE, element
from builders_paired import phone
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.attendance import reverse_check_in
from conference.commands.invitation_answers import reissue_invitation, withdraw_invitation
from conference.commands.team import revoke_device
from conference.config import Settings

DOOR = f"/conferences/{KIEN_GIANG}/door"
NAMES = ("Lê Thị Lan", "Trần Văn Hòa", "Trần Văn Hoà")
TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        made.extensions["guests"] = hall(store_of(made), *NAMES)
        yield made


@pytest.fixture
def door(app: Flask) -> FlaskClient:
    return phone(app, KIEN_GIANG)


def guest(app: Flask, number: int = 0) -> UUID:
    found: UUID = app.extensions["guests"][number]
    return found


def token(app: Flask, number: int = 0, revision: int = 0) -> str:
    return code(store_of(app), guest(app, number), revision)


def scan(client: FlaskClient, *scans: dict[str, Any], with_token: bool = True) -> TestResponse:
    found = TOKEN.search(client.get(DOOR).text)
    headers = {"X-CSRFToken": found[1]} if found and with_token else {}
    return client.post(f"{DOOR}/check-ins", json={"scans": list(scans)}, headers=headers)


def opened(code: str, rows: list[dict[str, str]]) -> dict[str, Any] | None:
    """What the device does: find the code's row by hash, open the card with the code."""
    name = sha256(code.encode()).hexdigest()
    raw = next((b64decode(row["sealed"]) for row in rows if row["key"] == name), None)
    if raw is None:
        return None
    key = sha256(b"le-dai door card 1\n" + code.encode()).digest()
    found: dict[str, Any] = json.loads(AESGCM(key).decrypt(raw[:12], raw[12:], name.encode()))
    return found


def test_the_page_names_the_door_and_lets_only_compiled_code_run_beside_ours(
    door: FlaskClient,
) -> None:
    page = door.get(DOOR)
    assert (page.status_code, "Cửa 2 · Điện thoại 1" in page.text) == (200, True)
    policy = page.headers["Content-Security-Policy"]
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy
    assert "unsafe-inline" not in policy
    other = door.get(f"/conferences/{KIEN_GIANG}/attendance")
    assert "wasm" not in other.headers["Content-Security-Policy"]


def test_a_scan_lets_in_as_the_door_that_was_paired(app: Flask, door: FlaskClient) -> None:
    said = {"token": token(app), "scan_id": "a-1", "door": "Cửa 9", "device": "khác"}
    first = scan(door, said).json
    (answer,) = first["answers"]
    assert (answer["verdict"], answer["guest"]["name"]) == ("admitted", "Lê Thị Lan")
    assert (answer["guest"]["door"], answer["guest"]["device"]) == ("Cửa 2", "Điện thoại 1")
    assert first["counters"] == {"present": 1, "expected": 2, "missing": 0}
    again = scan(door, said | {"scan_id": "a-2"}, said).json["answers"]
    assert [one["verdict"] for one in again] == ["already", "admitted"]
    assert again[0]["guest"]["entered_at"] == answer["guest"]["entered_at"]


def test_a_forged_code_names_nobody(app: Flask, door: FlaskClient) -> None:
    genuine = token(app)
    forged = genuine[:-1] + ("B" if genuine[-1] == "A" else "A")
    (answer,) = scan(door, {"token": forged, "scan_id": "1"}).json["answers"]
    assert (answer["verdict"], answer["guest"]) == ("unknown", None)


def test_without_the_pages_token_nothing_is_recorded(app: Flask, door: FlaskClient) -> None:
    head = store_of(app).head()
    said = {"token": token(app), "scan_id": "1"}
    assert scan(door, said, with_token=False).status_code == 400
    assert store_of(app).head() == head


def test_the_token_of_the_list_is_as_good_as_the_pages(app: Flask, door: FlaskClient) -> None:
    headers = {"X-CSRFToken": door.get(f"{DOOR}/snapshot").json["csrf"]}
    said = {"scans": [{"token": token(app), "scan_id": "1"}]}
    assert door.post(f"{DOOR}/check-ins", json=said, headers=headers).status_code == 200


def test_a_devices_answers_set_no_cookie(app: Flask, door: FlaskClient) -> None:
    """An answer that breaks off within one would leave half of it on the device."""
    headers = {"X-CSRFToken": door.get(f"{DOOR}/snapshot").json["csrf"]}
    said = {"scans": [{"token": token(app), "scan_id": "1"}]}
    for answer in (
        door.post(f"{DOOR}/check-ins", json=said, headers=headers),
        door.get(f"{DOOR}/snapshot"),
    ):
        assert (answer.status_code, answer.headers.getlist("Set-Cookie")) == (200, [])


def test_what_is_no_scan_is_refused(app: Flask, door: FlaskClient) -> None:
    assert scan(door, {"token": "x"}).status_code == 422
    assert scan(door).status_code == 422


@pytest.mark.parametrize(
    ("role", "may"),
    [("organizer", True), ("reception", True), ("supervisor", True), ("stage", False)],
)
def test_who_may_scan_and_who_may_not(app: Flask, role: str, may: bool) -> None:
    client = browser(app, role)
    wanted = 200 if may else 403
    assert client.get(DOOR).status_code == wanted
    assert client.get(f"{DOOR}/snapshot").status_code == wanted


def test_nobody_is_led_to_the_sign_in(app: Flask) -> None:
    assert app.test_client().get(f"{DOOR}/snapshot").status_code == 303


def test_only_a_supervisor_searches_and_undoes_what_is_not_ones_own(
    app: Flask, door: FlaskClient
) -> None:
    reception, supervisor = browser(app, "reception"), browser(app, "supervisor")
    found = supervisor.get(f"{DOOR}/guests?q=tran van hoa").json["guests"]
    told = {(one["name"], one["homonym"]) for one in found}
    assert told == {(NAMES[1], True), (NAMES[2], True)}
    for steward in (door, reception):
        assert steward.get(f"{DOOR}/guests?q=lan").status_code == 403
    shown = [
        ("data-search" in page, 'data-any="yes"' in page)
        for page in (one.get(DOOR).text for one in (door, reception, supervisor))
    ]
    assert shown == [(False, False), (False, False), (True, True)]


def test_the_advice_of_an_old_code_is_what_the_door_can_do(app: Flask, door: FlaskClient) -> None:
    supervisor = browser(app, "supervisor").get(DOOR, headers=VIETNAMESE).text
    steward = door.get(DOOR, headers=VIETNAMESE).text
    advice = [
        json.loads(element(page, "words"))["advice_replaced"] for page in (supervisor, steward)
    ]
    assert ["tìm theo tên" in one for one in advice] == [True, False]
    assert "gặp giám sát cửa" in advice[1]


def test_the_list_names_nobody_and_opens_with_the_code_alone(app: Flask, door: FlaskClient) -> None:
    answer = door.get(f"{DOOR}/snapshot")
    for known in (*NAMES, "Thị Lan", "Hòa", str(guest(app)), token(app), token(app)[:20]):
        assert known not in answer.text
    rows = answer.json["list"]
    card = opened(token(app), rows)
    assert card is not None
    assert (card["name"], card["id"], card["entered_at"]) == (NAMES[0], str(guest(app)), None)
    other = dict(zip(("key", "sealed"), (rows[0]["key"], rows[1]["sealed"]), strict=True))
    wrong = next(
        one
        for n in range(3)
        if (one := token(app, n)) and sha256(one.encode()).hexdigest() == other["key"]
    )
    with pytest.raises(InvalidTag):
        opened(wrong, [other])


def test_all_cards_of_a_list_are_of_one_length(app: Flask, door: FlaskClient) -> None:
    rows = door.get(f"{DOOR}/snapshot").json["list"]
    assert len({len(b64decode(row["sealed"])) % 256 for row in rows}) == 1


def test_the_list_tells_what_changed_since_a_position(app: Flask, door: FlaskClient) -> None:
    whole = door.get(f"{DOOR}/snapshot").json
    assert (whole["whole"], len(whole["list"])) == (True, 3)
    scan(door, {"token": token(app), "scan_id": "1"})
    since = door.get(f"{DOOR}/snapshot?since={whole['position']}").json
    assert (since["whole"], len(since["list"])) == (False, 1)
    card = opened(token(app), since["list"])
    assert card is not None
    assert card["entered_at"]
    assert door.get(f"{DOOR}/snapshot?since={since['position']}").json["list"] == []
    reverse_check_in(store_of(app), STAMP, **HERE, guest=guest(app), reason="nhầm", at=STAMP.at)
    invite(store_of(app), "Phạm Thị Mới")
    assert len(door.get(f"{DOOR}/snapshot?since={since['position']}").json["list"]) == 2


@pytest.mark.parametrize("since", ["", "0", "x", "-1", "99999999", "9" * 30])
def test_a_list_from_no_position_of_ours_is_sent_whole(door: FlaskClient, since: str) -> None:
    found = door.get(f"{DOOR}/snapshot?since={since}").json
    assert (found["whole"], len(found["list"])) == (True, 3)


def test_an_old_code_and_a_withdrawn_guest_stand_in_the_list(app: Flask, door: FlaskClient) -> None:
    reissue_invitation(store_of(app), STAMP, **HERE, guest=guest(app), reason="mất giấy")
    withdraw_invitation(store_of(app), STAMP, **HERE, guest=guest(app, 1), reason="trùng")
    rows = door.get(f"{DOOR}/snapshot").json["list"]
    cards = [opened(token(app, *one), rows) for one in ((0, 0), (0, 1), (1, 0))]
    assert all(cards)
    found = [(c["scanned"], c["revision"], c["withdrawn"]) for c in cards if c]
    assert found == [(0, 1, False), (1, 1, False), (0, 0, True)]


def test_a_revoked_device_gets_no_list(app: Flask, door: FlaskClient) -> None:
    shelf = app.extensions["house"].library.shelf(KIEN_GIANG)
    (device,) = shelf.team.devices
    revoke_device(store_of(app), STAMP, **HERE, device=device, reason="mất máy")
    assert door.get(f"{DOOR}/snapshot").status_code == 409


def test_the_worker_may_keep_this_page_and_names_its_files(door: FlaskClient) -> None:
    answer = door.get(f"{DOOR}/worker.js")
    assert answer.headers["Service-Worker-Allowed"] == DOOR
    assert answer.mimetype == "text/javascript"
    for path in re.findall(r'"(/static/[^"]+)"', answer.text):
        assert door.get(path).status_code == 200, path
    assert "/static/js/door/main.js" in answer.text
    assert "snapshot" not in answer.text
    assert door.get(f"{DOOR}/manifest.json").json["start_url"] == DOOR


@pytest.mark.parametrize("body", ["[" * 200_000, "1" * 5_000, "[]", "null", "{"])
def test_what_is_no_scan_is_refused_and_never_a_defect(
    app: Flask, door: FlaskClient, body: str
) -> None:
    found = TOKEN.search(door.get(DOOR).text)
    assert found
    head, headers = store_of(app).head(), {"X-CSRFToken": found[1]}
    said = {"data": body, "headers": headers, "content_type": "application/json"}
    assert door.post(f"{DOOR}/check-ins", **said).status_code in (400, 422)
    assert store_of(app).head() == head
