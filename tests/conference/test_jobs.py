"""The postman and a real mail server: each mail once, what is refused is told, nothing is lost."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from functools import partial
from typing import Any

import psycopg
import pytest
from builders import STAMP, at, id
from builders_commands import HERE, at_once, recorded, shelf_of
from builders_mail import (
    NOW,
    Clock,
    Taker,
    a_conference,
    address,
    deliver,
    mail_server,
    mailing,
    postman,
    queued,
)
from builders_pdf import pages_of
from icalendar import Calendar
from psycopg.conninfo import conninfo_to_dict

from conference import vault_outbox
from conference.commands.attendance import excuse_absence
from conference.commands.invitation import describe_guest
from conference.commands.invitation_answers import (
    accept_invitation,
    reissue_invitation,
    withdraw_invitation,
)
from conference.commands.letters import send_letters
from conference.commands.mails import tell
from conference.commands.reminders import remind_guests
from conference.config import Settings
from conference.errors import Unavailable
from conference.jobs import AT_MOST, Postman
from conference.store import Store
from conference.vault_links import link_of, open_first, opened_in
from conference.vault_outbox import Mail
from events.invitation_letters import InvitationSent, InvitationUndeliverable

SENT = {"channel": "email", "number": "45/GM-UBND", "dated_on": "2019-03-15", "at": NOW}


@pytest.fixture
def taker() -> Taker:
    return Taker()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def post(any_settings: Settings, store: Store, taker: Taker, clock: Clock) -> Iterator[Postman]:
    """A postman of a conference with three guests whose letters are queued."""
    a_conference(store, "a", "b", "c")
    queued(store)
    with mail_server(taker) as port:
        yield postman(mailing(any_settings, port), store, clock)


def states(store: Store) -> dict[str, str]:
    """By guest: the state of the letter."""
    names = {id(name): name for name in "abc"}
    found = vault_outbox.mails(store, HERE["conference_id"])
    return {names[mail.invitation]: mail.state for mail in found if mail.invitation}


def answer_of(store: Store, name: str) -> str:
    found = vault_outbox.mails(store, HERE["conference_id"])
    return next(mail.answer for mail in found if mail.invitation == id(name))


def test_a_letter_is_sent_when_the_server_has_taken_it(
    post: Postman, store: Store, taker: Taker
) -> None:
    head = store.head()
    assert len(shelf_of(store).guest_list.waiting()) == 3
    deliver(post)
    assert sorted(to for to, _ in taker.taken) == sorted(map(address, "abc"))
    assert recorded(store, head) == [(InvitationSent, SENT)] * 3
    assert states(store) == dict.fromkeys("abc", "sent")
    assert shelf_of(store).guest_list.waiting() == ()


def test_each_mail_leads_to_its_guests_own_page(post: Postman, store: Store, taker: Taker) -> None:
    deliver(post)
    for to, mail in taker.taken:
        link = link_of(store, own_secret_in(mail))
        assert link is not None
        assert address_of[link.invitation] == to


def own_secret_in(mail: EmailMessage) -> str:
    """The secret of the guest's own page, as a mail says it."""
    said = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    found = re.search(r"/m/(\S+)", said)
    assert found, said
    return found[1]


def test_every_try_of_a_mail_leads_to_the_same_page_and_another_address_to_another(
    post: Postman, store: Store, taker: Taker, clock: Clock
) -> None:
    """Who opened the first copy opens the second in the same browser or another of theirs; who was
    written to at a wrong address knows nothing of the right one."""
    taker.at_data[address("b")] = ["take and hang up"] * 2
    deliver(post)
    assert store.query("SELECT COUNT(*) FROM personal_links") == [(3,)]
    (first,) = (own_secret_in(mail) for to, mail in taker.taken if to == address("b"))
    assert open_first(store, first, "phone")
    clock.pass_by(minutes=1)
    deliver(post)
    describe_guest(store, STAMP, **HERE, guest=id("b"), email="moi@example.vn")
    clock.pass_by(minutes=2)
    deliver(post)
    copies = [own_secret_in(mail) for to, mail in taker.taken if to == address("b")]
    (moved,) = (own_secret_in(mail) for to, mail in taker.taken if to == "moi@example.vn")
    assert (copies, moved != first) == ([first] * 2, True)
    assert opened_in(store, first, "phone")
    assert not opened_in(store, moved, "phone")


def test_letter_and_appointment_can_be_read_where_they_arrive(post: Postman, taker: Taker) -> None:
    deliver(post)
    for _, mail in taker.taken:
        found = {
            one.get_content_type(): one.get_content() for one in mail.walk() if one.is_attachment()
        }
        (page,) = pages_of(found["application/pdf"])
        (event,) = Calendar.from_ical(found["application/ics"]).walk("VEVENT")
        name = str(event["ATTENDEE"].params["CN"])
        said = " ".join(" ".join(page).split()).replace(" ,", ",")
        assert f"kính mời: {name}, Giám đốc, Sở" in said
        assert event["ATTENDEE"] == f"mailto:{address(name)}"


address_of = {id(name): address(name) for name in "abc"}


def test_a_refused_address_is_told_and_the_others_go(
    post: Postman, store: Store, taker: Taker
) -> None:
    taker.answers[address("b")] = ["550 5.1.1 no such user"]
    head = store.head()
    deliver(post)
    assert states(store) == {"a": "sent", "b": "refused", "c": "sent"}
    assert answer_of(store, "b") == "550 5.1.1 no such user"
    (failed,) = (said for kind, said in recorded(store, head) if kind is InvitationUndeliverable)
    assert (failed["email"], failed["reason"]) == (address("b"), "refused")
    guest = shelf_of(store).guest_list.by_id[id("b")]
    assert (guest.progress, guest.unreached is not None) == ("drafted", True)


def test_a_greylisted_mail_waits_longer_each_time(
    post: Postman, store: Store, taker: Taker, clock: Clock
) -> None:
    taker.answers[address("a")] = ["451 4.7.1 try again later"] * 2
    deliver(post)
    assert (states(store)["a"], len(taker.taken)) == ("queued", 2)
    clock.pass_by(seconds=59)
    deliver(post)
    assert taker.asked.count(address("a")) == 1
    clock.pass_by(seconds=1)
    deliver(post)
    clock.pass_by(seconds=119)
    deliver(post)
    assert taker.asked.count(address("a")) == 2
    clock.pass_by(seconds=1)
    deliver(post)
    assert (states(store)["a"], len(taker.taken)) == ("sent", 3)


@pytest.mark.parametrize(("hangs_up", "copies"), [("hang up", 1), ("take and hang up", 2)])
def test_a_mail_broken_off_comes_again_under_the_same_id(
    post: Postman, store: Store, taker: Taker, clock: Clock, hangs_up: str, copies: int
) -> None:
    """Whether the server had taken it nobody can know: a second copy has the same Message-ID."""
    taker.at_data[address("b")] = [hangs_up]
    deliver(post)
    assert states(store) == {"a": "sent", "b": "queued", "c": "sent"}
    clock.pass_by(minutes=1)
    deliver(post)
    own = [str(mail["Message-ID"]) for to, mail in taker.taken if to == address("b")]
    assert (len(own), len(set(own)), states(store)["b"]) == (copies, 1, "sent")


def test_what_is_tried_for_two_days_is_told_to_have_failed(
    post: Postman, store: Store, taker: Taker, clock: Clock
) -> None:
    taker.answers[address("a")] = ["452 4.2.2 mailbox full"] * 99
    deliver(post)
    clock.now += AT_MOST
    deliver(post)
    assert states(store)["a"] == "queued"
    clock.pass_by(hours=2)
    deliver(post)
    assert (states(store)["a"], answer_of(store, "a")) == ("expired", "452 4.2.2 mailbox full")
    failed = shelf_of(store).guest_list.by_id[id("a")].unreached
    assert failed is not None
    assert failed.reason == "expired"


def test_what_is_no_longer_due_is_not_sent(post: Postman, store: Store, taker: Taker) -> None:
    withdraw_invitation(store, STAMP, **HERE, guest=id("a"), reason="trùng")
    reissue_invitation(store, STAMP, **HERE, guest=id("b"), reason="mất thư")
    accept_invitation(store, STAMP, **HERE, guest=id("c"))
    deliver(post)
    assert [to for to, _ in taker.taken] == [address("c")]
    assert states(store) == {"a": "dropped", "b": "dropped", "c": "sent"}
    assert answer_of(store, "b") == "mail.code-replaced"


def test_a_mail_in_hand_is_nobody_elses_until_its_lease_ends(
    post: Postman, store: Store, taker: Taker, clock: Clock
) -> None:
    """Who was killed with a mail in hand has it for 75 s more; then another sends it."""
    held = vault_outbox.claim(store, clock.now, post._lease)
    assert held is not None
    deliver(post)
    assert len(taker.taken) == 2
    clock.pass_by(seconds=74)
    deliver(post)
    assert len(taker.taken) == 2
    clock.pass_by(seconds=1)
    deliver(post)
    assert len(taker.taken) == len(set(taker.ids())) == 3


def test_who_was_too_slow_tells_nothing_of_a_mail_that_another_has_sent(
    any_settings: Settings, store: Store, clock: Clock
) -> None:
    """The server takes the first copy, says so when the lease has ended, and refuses the second:
    what counts is what the one heard who has the mail now."""
    taker = Taker(holds=0, held="after")
    a_conference(store, "a")
    queued(store)
    taker.answers[address("a")] = [None, "550 5.1.1 no such user"]
    with mail_server(taker) as port, ThreadPoolExecutor(1) as pool:
        sending = mailing(any_settings, port, mail_timeout_s=30)
        slow, other = (postman(sending, store, clock) for _ in range(2))
        late = pool.submit(deliver, slow)
        assert taker.in_hand.wait(30)
        clock.now += slow._lease
        deliver(other)
        head = store.head()
        taker.go.set()
        late.result(60)
    assert (states(store), answer_of(store, "a")) == ({"a": "refused"}, "550 5.1.1 no such user")
    assert recorded(store, head) == []


def in_hand(store: Store, one: Postman, now: datetime) -> Mail:
    """The mail of guest a, once all three are in somebody's hand."""
    taken = [vault_outbox.claim(store, now, one._lease) for _ in "abc"]
    return next(mail for mail in taken if mail and mail.invitation == id("a"))


def test_who_was_too_slow_leaves_a_mail_in_the_hand_that_has_it(
    post: Postman, store: Store, clock: Clock
) -> None:
    slow, head = in_hand(store, post, clock.now), store.head()
    clock.now += post._lease
    held = in_hand(store, post, clock.now)
    for state in ("sent", "refused", "expired", "dropped"):
        tell(store, STAMP, slow, state, "", clock.now)
    assert vault_outbox.mail_of(store, HERE["conference_id"], slow.id) == held
    assert (held.id, held.state, recorded(store, head)) == (slow.id, "sending", [])
    for state in ("sent", "refused"):
        tell(store, STAMP, held, state, "", clock.now)
    assert [kind for kind, _ in recorded(store, head)] == [InvitationSent]
    assert states(store)["a"] == "sent"


def test_without_a_server_mails_wait_and_none_counts_as_tried(
    any_settings: Settings, store: Store, clock: Clock
) -> None:
    a_conference(store, "a", "b")
    queued(store)
    with mail_server(Taker()) as port:
        gone = postman(mailing(any_settings, port), store, clock)
    for wait_s in (5, 10, 20):
        assert gone.send_one() == wait_s
        clock.pass_by(seconds=wait_s)
    found: Any = vault_outbox.mails(store, HERE["conference_id"])
    assert {(mail.state, mail.tries) for mail in found} == {("queued", 0)}
    assert any("refused" in mail.answer for mail in found)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_two_postmen_send_two_hundred_mails_once_each(any_settings: Settings, store: Store) -> None:
    """Two processes have a store each; none sends what the other has in hand."""
    names, taker, other = [f"Khách {n}" for n in range(200)], Taker(), Store(any_settings)
    a_conference(store, *names)
    queued(store)
    with mail_server(taker) as port:
        both = [postman(mailing(any_settings, port), one, Clock()) for one in (store, other)]
        at_once(*(partial(deliver, one) for one in both))
    other.close()
    assert sorted(to for to, _ in taker.taken) == sorted(map(address, names))
    assert len(set(taker.ids())) == 200
    assert vault_outbox.counts(store, HERE["conference_id"])["sent"] == 200


def test_who_answers_before_the_reminder_goes_is_not_reminded(
    any_settings: Settings, store: Store, taker: Taker, clock: Clock
) -> None:
    a_conference(store, "a", "b", "c")
    listed = shelf_of(store).guest_list
    paper = {"channel": "paper", "number": "45/GM", "dated_on": "2019-03-15"}
    send_letters(store, STAMP, **HERE, listed=listed, at=NOW, **paper)
    known = {"listed": shelf_of(store).guest_list, "closes_at": at("07:30"), "able": True}
    remind_guests(store, replace(STAMP, at=NOW), **HERE, at=NOW, channel="email", **known)
    accept_invitation(store, STAMP, **HERE, guest=id("a"))
    excuse_absence(store, STAMP, **HERE, guest=id("c"), reason="ốm")
    with mail_server(taker) as port:
        deliver(postman(mailing(any_settings, port), store, clock))
    assert [to for to, _ in taker.taken] == [address("b")]
    assert (states(store), answer_of(store, "a")) == (
        {"a": "dropped", "b": "sent", "c": "dropped"},
        "mail.answered",
    )
    guests = shelf_of(store).guest_list.by_id
    assert (guests[id("a")].reminded_at, guests[id("b")].reminded_at) == (None, NOW)


def test_a_reminder_that_waited_beyond_the_deadline_is_not_sent(
    any_settings: Settings, store: Store, taker: Taker, clock: Clock
) -> None:
    a_conference(store, "a")
    listed = shelf_of(store).guest_list
    paper = {"channel": "paper", "number": "45/GM", "dated_on": "2019-03-15"}
    send_letters(store, STAMP, **HERE, listed=listed, at=NOW, **paper)
    known = {"listed": shelf_of(store).guest_list, "closes_at": at("07:30"), "able": True}
    remind_guests(store, replace(STAMP, at=NOW), **HERE, at=NOW, channel="email", **known)
    clock.now = at("07:31")
    with mail_server(taker) as port:
        deliver(postman(mailing(any_settings, port), store, clock))
    assert (taker.taken, answer_of(store, "a")) == ([], "mail.too-late")


def test_an_address_put_right_while_its_mail_waits_is_the_one_that_counts(
    post: Postman, store: Store, taker: Taker
) -> None:
    describe_guest(store, STAMP, **HERE, guest=id("a"), email="moi@example.vn")
    describe_guest(store, STAMP, **HERE, guest=id("b"), email="không còn")
    deliver(post)
    assert {to for to, _ in taker.taken} == {"moi@example.vn", address("c")}
    assert (states(store)["b"], answer_of(store, "b")) == ("dropped", "mail.no-address")


@contextmanager
def cut_off(database: str) -> Iterator[None]:
    """Nobody is let into this database, as while its server restarts."""
    server = conninfo_to_dict(database)
    name = str(server["dbname"])
    with psycopg.connect(**{**server, "dbname": "postgres"}, autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false")
        ends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        admin.execute(ends, (name,))
        yield
        admin.execute(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true")


def test_what_the_server_took_while_the_store_was_away_is_told_and_not_sent_again(
    postgres_settings: Settings, clock: Clock
) -> None:
    store, taker = Store(postgres_settings), Taker(holds=0, held="after")
    a_conference(store, "a")
    queued(store)
    with mail_server(taker) as port, ThreadPoolExecutor(1) as pool:
        one = postman(mailing(postgres_settings, port), store, clock)
        sending = pool.submit(one.send_one)
        assert taker.in_hand.wait(10)
        with cut_off(postgres_settings.database):
            taker.go.set()
            with pytest.raises(Unavailable):
                sending.result(20)
        clock.pass_by(hours=1)
        deliver(one)
    assert (len(taker.taken), states(store)) == (1, {"a": "sent"})
    store.close()
