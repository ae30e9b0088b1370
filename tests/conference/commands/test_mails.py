"""Mails in a real store: queued once, tried again, told to have come back; reminders."""

from typing import Any
from uuid import uuid4

import pytest
from builders import KIEN_GIANG, STAMP, at, id
from builders_commands import HERE, at_once, plan, recorded, shelf_of
from builders_invitation import issued
from builders_mail import NOW, a_conference, address, queued

from conference import vault_outbox
from conference.commands.attendance import check_in_guest, excuse_absence
from conference.commands.invitation import describe_guest
from conference.commands.invitation_answers import accept_invitation
from conference.commands.letters import send_letters
from conference.commands.mails import (
    Queued,
    drop_mails,
    report_bounce,
    retry_mail,
    send_test_mail,
    tell,
)
from conference.commands.reminders import remind_guests
from conference.errors import NotFound, Refused
from conference.store import Store
from conference.vault_outbox import Mail
from events.invitation_letters import GuestReminded

BY_MESSENGER = {"channel": "messenger", "number": "45/GM-UBND", "dated_on": "2019-03-15"}


def mails(store: Store) -> list[Mail]:
    return vault_outbox.mails(store, KIEN_GIANG)


def settled(store: Store, state: str) -> Mail:
    """The only mail, after the server has said so."""
    (mail,) = mails(store)
    tell(store, STAMP, mail, state, "", at("09:00"))
    return mails(store)[0]


def reminded(store: Store, **said: Any) -> Queued | None:
    usual = {"channel": "email", "at": at("09:00"), "closes_at": at("17:00"), "able": True}
    listed = shelf_of(store).guest_list
    return remind_guests(store, STAMP, **HERE, listed=listed, **{**usual, **said})


def test_letters_are_queued_for_whom_has_an_address_and_nothing_is_recorded(store: Store) -> None:
    a_conference(store, "a", "b")
    store.create(issued("c"), issued("d", email="chưa có"))
    head = store.head()
    assert queued(store) == Queued(2, 2)
    assert (store.head(), len(mails(store))) == (head, 2)
    with pytest.raises(Refused, match=r"mail\.nobody-has-an-address"):
        queued(store)


def test_two_clerks_at_once_queue_each_letter_once(store: Store) -> None:
    a_conference(store, "a", "b", "c")
    outcomes = at_once(*(lambda: queued(store) for _ in range(4)))
    assert outcomes.count(Queued(3, 0)) == 1
    assert len(mails(store)) == 3


def test_without_a_server_no_mail_is_queued(store: Store) -> None:
    a_conference(store, "a")
    with pytest.raises(Refused, match=r"mail\.not-set-up"):
        queued(store, able=False)
    assert mails(store) == []


def test_a_refused_mail_is_tried_again_at_the_address_of_now(store: Store) -> None:
    a_conference(store, "a")
    queued(store)
    again = {**HERE, "mail": mails(store)[0].id}
    with pytest.raises(Refused, match=r"mail\.not-failed"):
        retry_mail(store, STAMP, **again, listed=shelf_of(store).guest_list)
    settled(store, "refused")
    describe_guest(store, STAMP, **HERE, guest=id("a"), email="moi@example.vn")
    retry_mail(store, STAMP, **again, listed=shelf_of(store).guest_list)
    (mail,) = mails(store)
    assert (mail.state, mail.address, mail.tries) == ("queued", "moi@example.vn", 0)
    assert shelf_of(store).guest_list.by_id[id("a")].unreached is None


def test_a_mail_that_came_back_makes_its_guest_wait_again(store: Store) -> None:
    a_conference(store, "a")
    queued(store)
    bounce = {**HERE, "mail": mails(store)[0].id, "at": at("10:00")}
    with pytest.raises(Refused, match=r"mail\.not-sent"):
        report_bounce(store, STAMP, **bounce)
    settled(store, "sent")
    report_bounce(store, STAMP, **bounce)
    guest = shelf_of(store).guest_list.by_id[id("a")]
    assert (guest.progress, mails(store)[0].state) == ("drafted", "bounced")
    assert guest.unreached is not None
    assert guest.unreached.email == address("a")


def test_what_waits_is_taken_back_and_what_is_sent_is_not(store: Store) -> None:
    a_conference(store, "a")
    queued(store)
    settled(store, "sent")
    store.create(issued("b", email="b@example.vn"))
    queued(store)
    drop_mails(store, STAMP, **HERE)
    assert sorted(mail.state for mail in mails(store)) == ["dropped", "sent"]


def test_a_test_mail_goes_to_a_right_address_only(store: Store) -> None:
    plan(store)
    for _ in range(2):
        send_test_mail(store, STAMP, **HERE, address="toi@example.vn", able=True)
    assert [(mail.kind, mail.invitation) for mail in mails(store)] == [("test", None)] * 2
    for said in ({"address": "tôi", "able": True}, {"address": "a@example.vn", "able": False}):
        with pytest.raises(Refused):
            send_test_mail(store, STAMP, **HERE, **said)


def test_somebody_elses_mail_does_not_exist(store: Store) -> None:
    a_conference(store, "a")
    with pytest.raises(NotFound):
        report_bounce(store, STAMP, **HERE, mail=uuid4(), at=NOW)


def lettered(store: Store) -> None:
    """Three guests with a letter; `c` has answered."""
    a_conference(store, "a", "b", "c")
    listed = shelf_of(store).guest_list
    send_letters(store, STAMP, **HERE, listed=listed, at=NOW, **BY_MESSENGER)
    accept_invitation(store, STAMP, **HERE, guest=id("c"))


def test_only_who_has_not_answered_is_reminded_and_not_twice_at_once(store: Store) -> None:
    lettered(store)
    assert reminded(store) == Queued(2, 0)
    with pytest.raises(Refused, match=r"reminder\.nobody-to-remind"):
        reminded(store)


def test_who_is_excused_or_in_the_hall_is_not_reminded(store: Store) -> None:
    lettered(store)
    excuse_absence(store, STAMP, **HERE, guest=id("a"), reason="ốm")
    assert [one.name for one in shelf_of(store).guest_list.unanswered()] == ["b"]
    check_in_guest(store, STAMP, **HERE, guest=id("b"), at=NOW)
    with pytest.raises(Refused, match=r"reminder\.nobody-to-remind"):
        reminded(store)


def test_nobody_is_pressed_twice_a_day_without_saying_so(store: Store) -> None:
    lettered(store)
    head = store.head()
    assert reminded(store, channel="messenger") is None
    assert [kind for kind, _ in recorded(store, head)] == [GuestReminded] * 2
    with pytest.raises(Refused, match=r"reminder\.nobody-to-remind"):
        reminded(store)
    assert reminded(store, again=True) == Queued(2, 0)


def test_after_the_deadline_and_for_another_group_nobody_is_reminded(store: Store) -> None:
    lettered(store)
    with pytest.raises(Refused, match=r"reminder\.too-late"):
        reminded(store, closes_at=at("08:59"))
    with pytest.raises(Refused, match=r"reminder\.nobody-to-remind"):
        reminded(store, group="khác")
