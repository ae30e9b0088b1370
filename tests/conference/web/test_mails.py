"""The outbox and the reminders as pages: queued, looked through, tried again, told to come back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from builders import STAMP
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, store_of
from builders_mail import SENDER, Taker, mail_server
from builders_pages import ENGLISH, VIETNAMESE, element, notice, send
from flask import Flask

from conference import vault_outbox
from conference.commands.playing_clock import set_playing_clock
from conference.domain.invitation import Invitation
from conference.store import Unit
from events.base import Stamp

LETTERS = f"/conferences/{DEMO}/letters"
MAILS = f"{LETTERS}/mails"
REMINDERS = f"{LETTERS}/reminders"
FORM: dict[str, object] = {"number": "45/GM", "dated_on": "15/3/2019", "channel": "email"}


@pytest.fixture
def taker() -> Taker:
    return Taker(answers={"g1@example.vn": ["550 5.1.1 no such user"]})


@pytest.fixture
def app(tmp_path: Path, taker: Taker) -> Iterator[Flask]:
    """The demo behind a mail server; its first three guests have an address."""
    with mail_server(taker) as port:
        to: dict[str, Any] = {"mail_host": "127.0.0.1", "mail_port": port, "mail_from": SENDER}
        with serving_demo(tmp_path, **to, mail_security="plain") as made:
            addressed(made, 3)
            yield made


def addressed(app: Flask, count: int) -> None:
    guests = shelf_of(app).guest_list.guests[:count]

    def act(unit: Unit) -> None:
        for number, guest in enumerate(guests, 1):
            unit.load(Invitation, guest.id).describe(STAMP, email=f"g{number}@example.vn")

    store_of(app).change_all(act)


def settled(app: Flask) -> dict[str, int]:
    """The mails by state, once none waits any more."""
    end = monotonic() + 20
    while monotonic() < end:
        counts = vault_outbox.counts(store_of(app), DEMO)
        if not counts["queued"] + counts["sending"]:
            return {state: n for state, n in counts.items() if n}
        sleep(0.05)
    raise AssertionError(counts)


def test_letters_go_out_by_mail_and_what_failed_is_shown_and_tried_again(
    app: Flask, taker: Taker
) -> None:
    client = browser(app)
    answer = send(client, LETTERS, f"{LETTERS}/sendings", FORM)
    waiting = len(shelf_of(app).guest_list.waiting())
    assert answer.status_code == 303
    assert settled(app) == {"sent": 2, "refused": 1}
    page = client.get(LETTERS, headers=VIETNAMESE).text
    assert f"3 thư đã xếp hàng chờ gửi; {waiting - 3} khách" in notice(page)
    assert "0 thư chờ gửi, 2 đã gửi, 1 không tới. 1 khách có địa chỉ hỏng." in page
    assert "g1@example.vn" in element(client.get(f"{LETTERS}?stage=unreached").text, "letter-list")
    refused = client.get(f"{MAILS}?state=refused&q=g1", headers=VIETNAMESE).text
    assert "550 5.1.1 no such user bị từ chối" in element(refused, "mail-list")
    (mail,) = vault_outbox.mails(store_of(app), DEMO, ["refused"])
    assert send(client, MAILS, f"{MAILS}/{mail.id}/try").status_code == 303
    assert (settled(app), len(taker.taken)) == ({"sent": 3}, 3)


def test_a_mail_that_came_back_is_told_by_hand(app: Flask) -> None:
    client = browser(app)
    send(client, LETTERS, f"{LETTERS}/sendings", FORM)
    settled(app)
    mail = vault_outbox.mails(store_of(app), DEMO, ["sent"])[0]
    answer = send(client, MAILS, f"{MAILS}/{mail.id}/bounce", headers=ENGLISH)
    assert answer.status_code == 303
    assert send(client, MAILS, f"{MAILS}/{mail.id}/bounce").status_code == 409
    page = client.get(LETTERS, headers=VIETNAMESE).text
    assert "2 giấy, 1 trả lại" in element(page, "batches")


def test_a_test_mail_arrives_with_a_sample_letter(app: Flask, taker: Taker) -> None:
    client = browser(app)
    answer = send(client, MAILS, f"{MAILS}/tests", {"address": "toi@example.vn"})
    assert answer.status_code == 303
    assert settled(app) == {"sent": 1}
    ((to, mail),) = taker.taken
    assert (to, str(mail["Subject"])[:9]) == ("toi@example.vn", "Thư thử: ")
    wrong = send(client, MAILS, f"{MAILS}/tests", {"address": "tôi"})
    assert (wrong.status_code, "“tôi” không phải" in notice(wrong.text)) == (409, True)


def test_without_a_mail_server_the_page_says_so_and_paper_still_goes(tmp_path: Path) -> None:
    with serving_demo(tmp_path) as app:
        client = browser(app)
        assert "Chưa có máy chủ thư" in client.get(MAILS, headers=VIETNAMESE).text
        assert 'value="email"' not in client.get(LETTERS).text
        assert send(client, LETTERS, f"{LETTERS}/sendings", FORM).status_code == 409
        paper = {**FORM, "channel": "paper"}
        assert send(client, LETTERS, f"{LETTERS}/sendings", paper).status_code == 303


def test_who_has_not_answered_is_reminded_by_mail(app: Flask, taker: Taker) -> None:
    now, days_before = Stamp(STAMP.by, datetime.now(UTC)), datetime(2019, 3, 20, 2, tzinfo=UTC)
    set_playing_clock(store_of(app), now, conference_id=DEMO, shows_at=days_before)
    client = browser(app)
    send(client, LETTERS, f"{LETTERS}/sendings", {**FORM, "channel": "paper"})
    waiting = len(shelf_of(app).guest_list.unanswered())
    page = client.get(REMINDERS, headers=VIETNAMESE).text
    assert f"Ai chưa trả lời {waiting} " in element(page, "unanswered")
    one = client.get(f"{REMINDERS}?q=dang tuyet em", headers=VIETNAMESE).text
    assert "Ai chưa trả lời 1 1 Bà Đặng Tuyết Em" in element(one, "unanswered")
    assert send(client, REMINDERS, REMINDERS, {"channel": "email"}).status_code == 303
    assert settled(app) == {"sent": 2, "refused": 1}
    assert all(str(mail["Subject"]).startswith("Nhắc trả lời") for _, mail in taker.taken)
    assert send(client, REMINDERS, REMINDERS, {"channel": "messenger"}).status_code == 303
    assert send(client, REMINDERS, REMINDERS, {"channel": "messenger"}).status_code == 409
