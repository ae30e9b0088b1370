"""What became of a release's notices, told to programs."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from builders import KIEN_GIANG, id
from builders_doors import bearer, store_of
from builders_mail import Taker, mailing
from builders_notices import (
    RELEASE,
    TO,
    A,
    B,
    C,
    an_agenda,
    house,
    kept,
    mailing_house,
    move,
    press,
    release,
    settled,
)
from flask import Flask
from werkzeug.test import TestResponse

from conference.config import Settings


@pytest.fixture
def taker() -> Taker:
    return Taker()


@pytest.fixture
def app(any_settings: Settings, taker: Taker) -> Iterator[Flask]:
    """A house behind a real mail server, in whose second release all three units move."""
    with mailing_house(any_settings, taker) as made:
        move(store_of(made), C, A)
        release(made)
        yield made


def ask(app: Flask, number: int = 2, role: str = "organizer") -> TestResponse:
    url = f"/api/v1/conferences/{KIEN_GIANG}/agenda/releases/{number}/notices"
    return app.test_client().get(url, headers=bearer(app, role) | {"Accept-Language": "vi"})


def told(app: Flask, *names: str) -> dict[str, Any]:
    """These facts of each notice, by whom it is to."""
    answer = ask(app).get_json()
    assert answer["release"] == 2
    return {one["who"]: tuple(one[name] for name in names) for one in answer["notices"]}


def test_who_is_told_by_which_way_and_in_which_words(app: Flask) -> None:
    ways = {unit: ("mail", to, "drafted", 0) for unit, to in TO.items()}
    assert told(app, "way", "email", "state", "tries") == ways | {C: ("hand", None, "unlaid", 0)}
    party = [{"role": "unit", "item": str(id(A))}]
    assert told(app, "parties", "answer")[A] == (party, None)
    words = {one.who: (one.subject, one.body) for _, one in kept(app)}
    assert {unit: told(app, "subject", "body")[unit] for unit in words} == words
    assert "mục số 2" in told(app, "body")[C][0]


def test_a_notice_that_was_sent_and_one_that_failed_are_told_at_once(
    app: Flask, taker: Taker
) -> None:
    """No fact tells that a mail waits: a copy kept until the next fact would show an old state."""
    taker.answers[TO[A]] = ["550 5.1.1 no such user"]
    assert told(app, "state") == {A: ("drafted",), B: ("drafted",), C: ("unlaid",)}
    press(app, "notices/sending")
    settled(app)
    found = told(app, "state", "tries", "answer")
    assert found[A] == ("refused", 1, "550 5.1.1 no such user")
    assert found[B][:2] == ("sent", 1)
    moved = {mail.address: mail.moved_at for mail, _ in kept(app)}
    assert datetime.fromisoformat(told(app, "moved_at")[B][0]) == moved[TO[B]]


def test_the_first_release_tells_nobody_and_one_that_is_not_there_is_not_found(app: Flask) -> None:
    assert ask(app, 1).get_json()["notices"] == []
    assert [ask(app, number).status_code for number in (0, 3)] == [404, 404]


@pytest.mark.parametrize("role", ["stage", "auditor", "supervisor"])
def test_addresses_are_the_organisers(app: Flask, role: str) -> None:
    answer = ask(app, role=role)
    assert (answer.status_code, TO[A] in answer.text) == (403, False)


def test_a_state_that_no_fact_tells_of_is_shown_as_well(settings: Settings) -> None:
    with house(mailing(settings, 9, mail_timeout_s=1)) as app:
        an_agenda(store_of(app), A, **TO)
        move(store_of(app), A, "report")
        release(app)
        before, head = told(app, "state"), store_of(app).head()
        press(app, "notices/sending", RELEASE)
        assert (before, store_of(app).head()) == ({A: ("drafted",)}, head)
        assert told(app, "state")[A][0] in ("queued", "sending")
