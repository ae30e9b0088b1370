"""The guest's own page: opened by one browser, answered until the deadline, nobody else's data."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders import STAMP
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, csrf, store_of
from builders_ics import events_of, read_calendar
from builders_pages import VIETNAMESE, element, notice, send
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference import vault_links
from conference.commands.attendance import check_in_guest
from conference.commands.invitation import describe_guest
from conference.commands.invitation_answers import reissue_invitation, withdraw_invitation
from conference.commands.letters import set_answer_deadline
from conference.vault_links import MOST_TRIES, Link
from conference.web.sign_in import limiter
from events.invitation_letters import InvitationOpened
from projections.guest import Guest
from projections.letters import answerable, answers_close_at

HERE = {"conference_id": DEMO}
LATER = datetime(2099, 1, 1, tzinfo=UTC)
"""A deadline that no run of the tests sees; the demo's own day has passed."""
LINKS = f"/conferences/{DEMO}/letters/links"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        limiter.reset()
        set_answer_deadline(store_of(made), STAMP, **HERE, answer_by=LATER)
        yield made


def invited(app: Flask) -> Guest:
    """A named guest of the demo who has not answered."""
    listed = shelf_of(app).guest_list.waiting()
    return next(guest for guest in listed if guest.name and guest.answer == "invited")


def as_now(app: Flask, guest: Guest) -> Guest:
    return shelf_of(app).guest_list.by_id[guest.id]


def link(app: Flask, guest: Guest) -> str:
    made = Link(DEMO, guest.id, guest.revision)
    return f"/m/{vault_links.make_link(store_of(app), made, datetime.now(UTC))}"


def press(client: FlaskClient, path: str, act: str, **form: object) -> TestResponse:
    """Send one of the page's forms, at the version that the page was drawn from."""
    page = client.get(path).text
    version = re.search(r'name="version" value="(\d+)"', page)
    said = {"csrf_token": csrf(page), **({"version": version[1]} if version else {}), **form}
    return client.post(f"{path}/{act}", data=said, headers=VIETNAMESE)


def opened(app: Flask, path: str) -> FlaskClient:
    """The guest's phone, after the press of the button."""
    phone = app.test_client()
    assert press(phone, path, "opening").status_code == 303
    return phone


def seen(client: FlaskClient, path: str) -> str:
    return client.get(path, headers=VIETNAMESE).text


def test_a_link_shows_nobody_until_it_is_opened_and_then_its_guest(app: Flask) -> None:
    guest = invited(app)
    path, before = link(app, guest), store_of(app).head()
    cover = seen(app.test_client(), path)
    assert (guest.name in cover, "Mở giấy mời" in cover) == (False, True)  # type: ignore[operator]
    assert store_of(app).head() == before
    page = seen(opened(app, path), path)
    assert guest.name in element(page, "invitation-head")  # type: ignore[operator]
    assert shelf_of(app).agenda.items[0].title in element(page, "programme")
    assert as_now(app, guest).progress == "opened"


def test_opening_is_told_once_and_by_the_guest(app: Flask) -> None:
    guest = invited(app)
    path, before = link(app, guest), store_of(app).head()
    phone = opened(app, path)
    assert press(phone, path, "opening").status_code == 303
    opened(app, link(app, guest))
    facts = [fact for _, fact in store_of(app).facts(before, 10)]
    assert [(type(fact), fact.by) for fact in facts] == [(InvitationOpened, guest.id)]


def test_a_forwarded_link_shows_nobody_and_says_so(app: Flask) -> None:
    guest = invited(app)
    path = link(app, guest)
    opened(app, path)
    stranger = app.test_client()
    page = seen(stranger, path)
    assert (guest.name in page, "đã được mở trên một máy khác" in page) == (False, True)  # type: ignore[operator]
    for inside in ("letter.pdf", "acceptance"):
        answer = stranger.get(f"{path}/{inside}")
        assert (answer.status_code, guest.name in answer.text) != (200, True)  # type: ignore[operator]
    before = store_of(app).head()
    token = csrf(stranger.get("/sign-in").text)
    for act in ("acceptance", "refusal", "substitute"):
        sent = {"csrf_token": token, "reason": "x", "name": "Kẻ lạ", "post": "x"}
        assert stranger.post(f"{path}/{act}", data=sent).status_code == 303
    assert store_of(app).head() == before


def test_another_device_of_the_guest_is_let_in_by_the_phones_last_digits(app: Flask) -> None:
    guest = invited(app)
    described = {"phone": "0912 345 678"}
    describe_guest(store_of(app), STAMP, **HERE, guest=guest.id, **described)
    path = link(app, guest)
    opened(app, path)
    laptop = app.test_client()
    wrong = press(laptop, path, "opening", digits="1234")
    assert (wrong.status_code, "không khớp" in wrong.text) == (422, True)
    assert press(laptop, path, "opening", digits="5678").status_code == 303
    assert guest.name in seen(laptop, path)  # type: ignore[operator]


def test_who_guesses_is_stopped_and_the_guest_is_not(app: Flask) -> None:
    guest = invited(app)
    describe_guest(store_of(app), STAMP, **HERE, guest=guest.id, phone="0912 345 678")
    path = link(app, guest)
    phone, guesser = opened(app, path), app.test_client()
    token = csrf(guesser.get(path).text)
    tried = ["0000"] * MOST_TRIES + ["5678"]
    said = [{"csrf_token": token, "digits": one} for one in tried]
    assert {guesser.post(f"{path}/opening", data=one).status_code for one in said} == {422}
    assert guest.name not in seen(guesser, path)  # type: ignore[operator]
    assert guest.name in seen(phone, path)  # type: ignore[operator]


def test_the_guest_accepts_declines_and_names_who_comes_instead(app: Flask) -> None:
    guest = invited(app)
    path = link(app, guest)
    phone = opened(app, path)
    assert press(phone, path, "acceptance").status_code == 303
    assert "Cảm ơn" in notice(seen(phone, path))
    assert as_now(app, guest).answer == "accepted"
    assert press(phone, path, "refusal", reason="đi công tác").status_code == 303
    assert (as_now(app, guest).answer, as_now(app, guest).reason) == ("declined", "đi công tác")
    who = {"name": "Đỗ Thị Én", "post": "Phó Giám đốc", "phone": "0911222333", "post_rank": "1"}
    assert press(phone, path, "substitute", **who).status_code == 303
    substitute = as_now(app, guest).substitute
    assert substitute is not None
    assert (substitute.name, substitute.phone, substitute.post_rank) == (
        "Đỗ Thị Én",
        "0911222333",
        None,
    )
    assert "Đỗ Thị Én" in element(seen(phone, path), "answer")


def nobody_yet(app: Flask) -> Guest:
    """A post or a place for which nobody is named."""
    listed = shelf_of(app).guest_list.waiting()
    return next(one for one in listed if one.kind in ("post", "place") and not one.name)


def test_who_comes_for_a_post_is_named_and_keeps_its_rank(app: Flask) -> None:
    post = nobody_yet(app)
    path = link(app, post)
    phone = opened(app, path)
    assert 'id="nominate_attendee"' in seen(phone, path)
    who = {"name": "Đỗ Thị Én", "honorific": "Bà"}
    assert press(phone, path, "attendee", **who).status_code == 303
    now = as_now(app, post)
    assert (now.name, now.honorific, now.post, now.answer) == (
        "Đỗ Thị Én",
        "Bà",
        post.post,
        "accepted",
    )
    assert (now.substitute, now.rank, now.phone) == (None, post.rank, post.phone)


def test_who_was_named_by_the_link_is_put_right_by_it_until_the_hosts_name_somebody(
    app: Flask,
) -> None:
    post = nobody_yet(app)
    path = link(app, post)
    phone = opened(app, path)
    press(phone, path, "attendee", name="Đỗ Thị Em", honorific="Bà")
    assert "Sửa tên người đến dự" in element(seen(phone, path), "nominate_attendee")
    assert press(phone, path, "attendee", name="Đỗ Thị Én").status_code == 303
    now = as_now(app, post)
    assert (now.name, now.honorific, now.answer) == ("Đỗ Thị Én", "Bà", "accepted")
    assert now.substitute is None
    describe_guest(store_of(app), STAMP, **HERE, guest=post.id, name="Đỗ Thị Én B")
    before = store_of(app).head()
    assert press(phone, path, "attendee", name="Người khác").status_code == 409
    assert (store_of(app).head(), 'id="nominate_attendee"' in seen(phone, path)) == (before, False)


def test_the_history_tells_that_the_guest_answered(app: Flask) -> None:
    guest = invited(app)
    path = link(app, guest)
    press(opened(app, path), path, "acceptance")
    page = seen(browser(app), f"/conferences/{DEMO}/history")
    assert re.search(rf'class="row-sub">{re.escape(guest.called)}<', page)


@pytest.mark.parametrize(
    ("act", "form"),
    [("refusal", {"reason": ""}), ("substitute", {"name": "A", "post": ""})],
    ids=["no reason", "no post"],
)
def test_what_is_missing_is_said_and_nothing_recorded(
    app: Flask, act: str, form: dict[str, str]
) -> None:
    guest = invited(app)
    path = link(app, guest)
    phone = opened(app, path)
    before = store_of(app).head()
    answer = press(phone, path, act, **form)
    assert (answer.status_code, store_of(app).head()) == (422, before)
    assert "field-error" in answer.text


def test_an_old_page_overwrites_nothing(app: Flask) -> None:
    guest = invited(app)
    path = link(app, guest)
    phone = opened(app, path)
    answer = press(phone, path, "acceptance", version="1")
    assert (answer.status_code, as_now(app, guest).answer) == (409, "invited")


def test_answers_close_at_the_deadline(app: Flask) -> None:
    guest = invited(app)
    path = link(app, guest)
    phone = opened(app, path)
    past = datetime(2019, 3, 1, tzinfo=UTC)
    set_answer_deadline(store_of(app), STAMP, **HERE, answer_by=past)
    assert "Đã hết hạn" in element(seen(phone, path), "answer")
    token, before = csrf(phone.get(path).text), store_of(app).head()
    answer = phone.post(f"{path}/acceptance", data={"csrf_token": token}, headers=VIETNAMESE)
    assert (answer.status_code, store_of(app).head()) == (409, before)
    assert "Đã hết hạn" in notice(answer.text)


def test_without_a_deadline_answers_close_when_the_programme_begins(app: Flask) -> None:
    guest = invited(app)
    path = link(app, guest)
    phone = opened(app, path)
    set_answer_deadline(store_of(app), STAMP, **HERE, answer_by=None)
    shelf = shelf_of(app)
    begins = answers_close_at(shelf)
    assert begins is not None
    real = begins - timedelta(seconds=shelf.conference.offset_s)
    moment = timedelta(seconds=1)
    assert [answerable(shelf, real + by) for by in (-moment, moment)] == [True, False]
    assert "Đã hết hạn" in element(seen(phone, path), "answer")
    before = store_of(app).head()
    assert press(phone, path, "acceptance").status_code == 409
    assert store_of(app).head() == before


def test_a_hall_full_of_guests_opens_its_own_links_from_one_address(app: Flask) -> None:
    paths = [link(app, guest) for guest in shelf_of(app).guest_list.waiting()[:40]]
    statuses = [press(app.test_client(), path, "opening").status_code for path in paths]
    assert statuses == [303] * 40


def test_who_guesses_links_must_wait_and_a_guest_beside_does_not(app: Flask) -> None:
    path, guesser = link(app, invited(app)), app.test_client()
    guesses = [guesser.get(f"/m/guess-{number}") for number in range(31)]
    assert [one.status_code for one in guesses] == [404] * 30 + [429]
    assert press(app.test_client(), path, "opening").status_code == 303


@pytest.mark.parametrize(("proxies", "last"), [(0, 429), (1, 404)])
def test_behind_a_trusted_proxy_each_guest_has_the_own_address(
    tmp_path: Path, proxies: int, last: int
) -> None:
    with serving_demo(tmp_path, proxies=proxies) as app:
        limiter.reset()
        client = app.test_client()
        from_each = [{"X-Forwarded-For": f"203.0.113.{number}"} for number in range(31)]
        asked = [client.get(f"/m/guess-{n}", headers=by) for n, by in enumerate(from_each)]
        assert [one.status_code for one in asked] == [404] * 30 + [last]


def test_a_void_link_says_why_and_nothing_else(app: Flask) -> None:
    guest = invited(app)
    path = link(app, guest)
    phone = opened(app, path)
    reissue_invitation(store_of(app), STAMP, **HERE, guest=guest.id, reason="mất giấy")
    replaced = phone.get(path, headers=VIETNAMESE)
    assert (replaced.status_code, "thay bằng liên kết mới" in replaced.text) == (410, True)
    newer = link(app, as_now(app, guest))
    withdraw_invitation(store_of(app), STAMP, **HERE, guest=guest.id, reason="nhầm")
    withdrawn = phone.get(newer, headers=VIETNAMESE)
    unknown = phone.get(f"{path}x", headers=VIETNAMESE)
    assert (withdrawn.status_code, unknown.status_code) == (410, 404)
    for answer in (replaced, withdrawn, unknown):
        assert guest.name not in answer.text  # type: ignore[operator]


def test_who_is_in_the_hall_is_shown_so_and_answers_no_more(app: Flask) -> None:
    guest = invited(app)
    path = link(app, guest)
    phone = opened(app, path)
    said = {"door": "Cửa 1", "device": "A", "at": datetime(2019, 3, 25, 0, 42, tzinfo=UTC)}
    check_in_guest(store_of(app), STAMP, **HERE, guest=guest.id, **said)
    answer = element(seen(phone, path), "answer")
    assert ("Đã có mặt lúc 07:42" in answer, "Không dự được" in answer) == (True, False)


def test_the_letter_is_the_guests_own_paper(app: Flask) -> None:
    path = link(app, invited(app))
    answer = opened(app, path).get(f"{path}/letter.pdf")
    assert (answer.mimetype, answer.data[:5]) == ("application/pdf", b"%PDF-")
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_guest_takes_the_own_part_into_the_own_calendar(app: Flask) -> None:
    guest = invited(app)
    path = link(app, guest)
    assert app.test_client().get(f"{path}/calendar.ics").text.find("BEGIN:VEVENT") == -1
    phone = opened(app, path)
    assert f'href="{path}/calendar.ics"' in seen(phone, path)
    answer = phone.get(f"{path}/calendar.ics")
    events = events_of(read_calendar(answer.data))
    assert [event.text("UID") for event in events] == [f"{guest.id}@le-dai"]


def test_an_organiser_makes_links_that_open_and_looking_makes_none(app: Flask) -> None:
    client, guest = browser(app), invited(app)
    assert 'id="made-links"' not in seen(client, LINKS)
    assert store_of(app).query("SELECT COUNT(*) FROM personal_links") == [(0,)]
    made = send(client, LINKS, LINKS, {"guest": str(guest.id)}).text
    (address,) = re.findall(r"/m/[\w-]+", made)
    assert guest.name in element(seen(opened(app, address), address), "invitation-head")  # type: ignore[operator]


def test_links_for_a_whole_page_are_each_for_another_guest(app: Flask) -> None:
    client = browser(app)
    group = shelf_of(app).guest_list.group_names[0]
    path = f"{LINKS}?group={group}"
    made = re.findall(r"/m/([\w-]+)", send(client, path, path).text)
    owners = [vault_links.link_of(store_of(app), one) for one in made]
    waiting = {guest.id for guest in shelf_of(app).guest_list.guests if guest.group == group}
    assert {one.invitation for one in owners if one} <= waiting
    assert len({one.invitation for one in owners if one}) == len(made) > 0
    assert send(client, LINKS, LINKS, {"guest": str(DEMO)}).status_code == 409


def test_a_void_link_stays_void_at_every_past_position(app: Flask) -> None:
    guest = invited(app)
    path = link(app, guest)
    phone, good = opened(app, path), shelf_of(app).position
    reissue_invitation(store_of(app), STAMP, **HERE, guest=guest.id, reason="gửi nhầm nhóm")
    for inside in ("", "/letter.pdf"):
        answer = phone.get(f"{path}{inside}?at={good}", headers=VIETNAMESE)
        assert (answer.status_code, "thay bằng liên kết mới" in answer.text) == (410, True)
