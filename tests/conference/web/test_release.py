"""A release's notices: ready first, shown as they will go, sent when somebody says so, once."""

from collections.abc import Iterator
from functools import partial
from time import monotonic
from types import SimpleNamespace
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, at, id
from builders_commands import HERE, at_once, recorded
from builders_doors import browser, store_of
from builders_invitation import issued
from builders_mail import Taker, mail_server, mailing
from builders_notices import (
    AGENDA,
    RELEASE,
    TO,
    A,
    B,
    C,
    an_agenda,
    body,
    house,
    kept,
    mailing_house,
    move,
    press,
    release,
    seen,
    settled,
    states,
)
from builders_pages import VIETNAMESE, element, notice, send, words
from flask import Flask
from werkzeug.test import TestResponse

from conference.commands.agenda import describe_item
from conference.commands.invitation_answers import decline_invitation
from conference.commands.mails import drop_mails
from conference.commands.speech import describe_speech, link_speaker, withdraw_speech
from conference.config import Settings
from conference.domain.agenda_notices import Notices
from conference.vault import Write
from conference.vault_notices import notices_of
from events.agenda_notices import NoticeSent, NoticesLaid, NoticeUndeliverable
from events.agenda_release import AgendaReleased


@pytest.fixture
def taker() -> Taker:
    return Taker()


@pytest.fixture
def app(any_settings: Settings, taker: Taker) -> Iterator[Flask]:
    with mailing_house(any_settings, taker) as made:
        yield made


def reach(app: Flask, unit: str, **said: str) -> None:
    describe_speech(store_of(app), STAMP, **HERE, speech=id(unit), **said)


def test_notices_lie_ready_as_shown_and_go_when_somebody_says_so(app: Flask, taker: Taker) -> None:
    store = store_of(app)
    move(store, C, A)
    head = store.head()
    answer = release(app)
    assert [kind for kind, _ in recorded(store, head)] == [AgendaReleased, NoticesLaid]
    assert (answer.status_code, states(app)) == (303, {A: "drafted", B: "drafted"})
    shown = element(seen(app), "notices")
    moved = "nay là mục số 3, bắt đầu lúc 08:38 ngày 25/3/2019, 8 phút (trước đây là mục số 2, "
    for expected in (*TO.values(), "chưa có địa chỉ thư", f"“Bài của {A}”: {moved}", "Kính gửi"):
        assert expected in shown
    assert (taker.taken, "Báo cáo" in shown) == ([], False)
    assert press(app, "notices/sending").status_code == 303
    assert settled(app) == {A: "sent", B: "sent"}
    said = {one.address: one.body for _, one in kept(app)}
    assert {to: body(mail) for to, mail in taker.taken} == said
    assert "bản ban hành số 2" in str(taker.taken[0][1]["Subject"])
    facts = [said["who"] for kind, said in recorded(store, head) if kind is NoticeSent]
    assert sorted(facts) == sorted((A, B))


def test_only_who_is_concerned_is_told(app: Flask, taker: Taker) -> None:
    move(store_of(app), C, B)
    release(app)
    assert states(app) == {B: "drafted"}
    press(app, "notices/sending")
    assert (settled(app), [to for to, _ in taker.taken]) == ({B: "sent"}, [TO[B]])


def test_the_first_release_and_a_change_of_words_alone_tell_nobody(app: Flask) -> None:
    assert 'id="notices"' not in seen(app, f"{AGENDA}/releases/1")
    reach(app, A, title="Bài khác")
    release(app)
    assert (states(app), 'id="notices"' in seen(app)) == ({}, False)


def test_one_address_is_told_once_of_both_its_speeches(app: Flask, taker: Taker) -> None:
    reach(app, B, email=TO[A].upper(), speaker_email=TO[A])
    move(store_of(app), C, A)
    release(app)
    ((mail, one),) = kept(app)
    assert (mail.state, one.who) == ("drafted", f"{A}; {B}")
    assert [one.body.count(f"“Bài của {unit}”") for unit in (A, B, C)] == [1, 1, 0]
    press(app, "notices/sending")
    settled(app)
    assert len(taker.taken) == 1


def test_a_linked_speaker_is_told_too_unless_the_invitation_was_declined(app: Flask) -> None:
    store = store_of(app)
    store.create(issued("Lê Thị Én", email="en@example.vn"))
    link_speaker(store, STAMP, **HERE, speech=id(C), guest=id("Lê Thị Én"))
    move(store, C, B)
    release(app)
    assert states(app) == {B: "drafted", "Lê Thị Én": "drafted"}
    decline_invitation(store, STAMP, **HERE, guest=id("Lê Thị Én"), reason="Bận")
    move(store, C, None)
    release(app)
    assert states(app, 3) == {B: "drafted"}


def test_a_speech_handed_to_another_unit_is_told_to_both_and_no_other_address(app: Flask) -> None:
    store = store_of(app)
    said = {"title": f"Bài của {A}", "unit": "Hòn Đất", "item": id(A)}
    describe_item(store, STAMP, **HERE, **said)
    release(app)
    assert states(app) == {A: "drafted"}
    ((_, one),) = kept(app)
    assert (one.address, "không còn là phần của quý đơn vị" in one.body) == (TO[A], True)
    shown = element(seen(app), "notices")
    assert "Kính gửi Hòn Đất:" in shown
    assert "nay là phần của quý đơn vị (mục số 2" in shown
    assert "Hòn Đất chưa có địa chỉ thư" in shown


def test_what_the_server_refuses_is_shown_with_its_words_and_goes_again(
    app: Flask, taker: Taker
) -> None:
    taker.answers[TO[A]] = ["550 5.1.1 no such user"]
    move(store_of(app), C, A)
    head = store_of(app).head()
    release(app)
    press(app, "notices/sending")
    assert settled(app) == {A: "refused", B: "sent"}
    assert "bị từ chối a@example.vn · 550 5.1.1 no such user" in element(seen(app), "notices")
    failed = [said for kind, said in recorded(store_of(app), head) if kind is NoticeUndeliverable]
    assert [(one["who"], one["email"], one["reason"]) for one in failed] == [(A, TO[A], "refused")]
    reach(app, A, email="moi@example.vn")
    mails = f"/conferences/{KIEN_GIANG}/letters/mails"
    listed = element(seen(app, f"{mails}?q={A}"), "mail-list")
    assert f"{A} a@example.vn · Thông báo bản ban hành số 2" in listed
    mail = next(mail for mail, one in kept(app) if one.who == A)
    assert send(browser(app), mails, f"{mails}/{mail.id}/try").status_code == 303
    assert settled(app) == {A: "sent", B: "sent"}
    assert [to for to, _ in taker.taken].count("moi@example.vn") == 1


def test_a_notice_that_came_back_is_told_by_hand(app: Flask) -> None:
    move(store_of(app), C, B)
    release(app)
    press(app, "notices/sending")
    settled(app)
    ((mail, _),) = kept(app)
    mails = f"/conferences/{KIEN_GIANG}/letters/mails"
    assert send(browser(app), mails, f"{mails}/{mail.id}/bounce").status_code == 303
    assert states(app) == {B: "bounced"}
    assert "bị trả lại" in element(seen(app), "notices")


def test_two_clerks_at_once_lay_and_send_each_notice_once(app: Flask, taker: Taker) -> None:
    move(store_of(app), C, A)
    version = app.extensions["house"].library.shelf(KIEN_GIANG).agenda.version
    clerks = [browser(app), browser(app)]
    form = {"version": version}
    both = [partial(send, one, AGENDA, f"{AGENDA}/releases", form) for one in clerks]
    assert sorted(one.status_code for one in at_once(*both)) == [303, 409]  # type: ignore[attr-defined]
    assert states(app) == {A: "drafted", B: "drafted"}
    at_once(*(partial(send, one, AGENDA, f"{RELEASE}/notices/sending") for one in clerks))
    assert settled(app) == {A: "sent", B: "sent"}
    assert sorted(to for to, _ in taker.taken) == sorted(TO.values())
    again = press(app, "notices/sending")
    assert (again.status_code, "đã gửi rồi" in notice(again.text)) == (409, True)
    assert len(taker.taken) == 2


def test_a_release_that_comes_while_notices_are_read_is_there_whole_or_not_at_all(
    app: Flask,
) -> None:
    move(store_of(app), C, A)
    came: list[TestResponse] = []

    def query(sql: str, params: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        rows = store_of(app).query(sql, params)
        if not came:
            came.append(release(app))
        return rows

    assert notices_of(SimpleNamespace(query=query), KIEN_GIANG) == []
    assert [one.status_code for one in came] == [303]
    assert len(notices_of(store_of(app), KIEN_GIANG)) == 2


def test_who_gets_an_address_later_is_told_then_and_nobody_twice(app: Flask, taker: Taker) -> None:
    move(store_of(app), C, A)
    release(app)
    press(app, "notices/sending")
    settled(app)
    assert press(app, "notices").status_code == 409
    reach(app, C, email="c@example.vn")
    reach(app, A, email="moi@example.vn")  # has been told at the old address
    assert "1 nơi vừa có địa chỉ thư." in element(seen(app), "notices")
    clerks = [browser(app), browser(app)]
    at_once(*(partial(send, one, AGENDA, f"{RELEASE}/notices") for one in clerks))
    assert states(app) == {A: "sent", B: "sent", C: "drafted"}
    press(app, "notices/sending")
    settled(app)
    assert [to for to, _ in taker.taken][2:] == ["c@example.vn"]


def test_the_next_release_tells_what_the_last_one_has_not(app: Flask, taker: Taker) -> None:
    store = store_of(app)
    move(store, C, A)
    release(app)
    reach(app, A, email=TO[B])
    move(store, A, C)  # A stands again where it stood in release 1
    move(store, B, C)
    release(app)
    assert states(app) == {A: "dropped", B: "dropped"}
    ((mail, one),) = kept(app, 3)
    assert (mail.state, mail.address) == ("drafted", TO[B])
    assert "mail.newer-release" in {mail.answer for mail, _ in kept(app)}
    press(app, "notices/sending", f"{AGENDA}/releases/3")
    settled(app, 3)
    assert [body(mail) for _, mail in taker.taken] == [one.body]


def test_a_notice_that_is_still_right_waits_on_beside_the_next_release(app: Flask) -> None:
    store = store_of(app)
    move(store, B, A)
    release(app)
    move(store, C, None)
    withdraw_speech(store, STAMP, **HERE, speech=id(C), reason="Ốm")
    release(app)
    assert states(app) == {A: "drafted", B: "drafted"}
    third = seen(app, f"{AGENDA}/releases/3")
    assert "đã được rút khỏi chương trình" in third
    assert "Còn thông báo chưa gửi Xem bản 2" in words(third)
    press(app, "notices/sending")
    assert settled(app) == {A: "sent", B: "sent"}
    assert "Còn thông báo chưa gửi" not in seen(app, f"{AGENDA}/releases/3")


def test_notices_taken_back_lie_ready_again(settings: Settings, taker: Taker) -> None:
    with house(mailing(settings, 9, mail_timeout_s=1)) as app:
        an_agenda(store_of(app), A, B, **TO)
        move(store_of(app), B, A)
        release(app)
        assert press(app, "notices/sending").status_code == 303
        assert "drafted" not in states(app).values()
        end = monotonic() + 30
        while set(states(app).values()) != {"drafted"} and monotonic() < end:
            drop_mails(store_of(app), STAMP, **HERE)  # not what the postman has in hand just now
        assert states(app) == {A: "drafted", B: "drafted"}


def test_a_restart_of_the_server_loses_and_doubles_none(
    any_settings: Settings, taker: Taker
) -> None:
    with house(any_settings) as app:
        an_agenda(store_of(app), A, B, C, **TO)
        move(store_of(app), C, A)
        release(app)
        refused = press(app, "notices/sending")
        assert (refused.status_code, states(app)) == (409, {A: "drafted", B: "drafted"})
        assert "Chưa có máy chủ thư" in element(seen(app), "notices")
    with mail_server(taker) as port:
        with house(mailing(any_settings, port)) as app:
            assert (states(app), taker.taken) == ({A: "drafted", B: "drafted"}, [])
            press(app, "notices/sending")
        with house(mailing(any_settings, port)) as app:
            assert settled(app) == {A: "sent", B: "sent"}
    assert sorted(to for to, _ in taker.taken) == sorted(TO.values())


def test_a_log_without_its_outbox_does_not_tell_anybody_again(app: Flask) -> None:
    """As a log that another house has read: what was sent is a fact, the outbox is not there."""
    store = store_of(app)
    move(store, C, A)
    release(app)
    story = Notices.of(KIEN_GIANG, 2)
    store.change(Notices, story, lambda one: one.send(STAMP, A, TO[A].upper(), at("07:10")))
    store.write([Write("DELETE FROM notices"), Write("DELETE FROM outbox")])
    assert press(app, "notices").status_code == 303
    assert states(app) == {B: "drafted"}


@pytest.mark.parametrize("role", ["stage", "auditor", "supervisor"])
def test_notices_and_addresses_are_the_organisers(app: Flask, role: str) -> None:
    move(store_of(app), C, A)
    release(app)
    page = seen(app, RELEASE, role)
    assert ('id="notices"' in page, TO[A] in page, "08:38" in page) == (False, False, True)
    client = browser(app, role)
    for act in ("notices", "notices/sending"):
        answer = send(client, "/", f"{RELEASE}/{act}", headers=VIETNAMESE)
        assert answer.status_code == 403
    assert states(app) == {A: "drafted", B: "drafted"}
