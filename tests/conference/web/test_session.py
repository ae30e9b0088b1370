"""The session's cookie: sent when it changed and when it grows old; the token of its forms."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from builders_doors import browser, csrf, serving
from flask import Flask

from conference.config import Settings
from conference.web.session import RENEWED_S


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        yield made


def test_the_cookie_is_sent_anew_when_it_grows_old(app: Flask) -> None:
    client, house = browser(app), app.extensions["house"]
    assert "Set-Cookie" not in client.get("/").headers
    later = timedelta(seconds=RENEWED_S + 1)
    app.extensions["house"] = replace(house, clock=lambda: house.clock() + later)
    assert "session=" in client.get("/").headers["Set-Cookie"]
    assert "Set-Cookie" not in client.get("/").headers


def test_a_session_keeps_its_token_and_no_other_has_it(app: Flask) -> None:
    one, other = browser(app), browser(app)
    assert csrf(one.get("/").text) == csrf(one.get("/").text)
    assert csrf(one.get("/").text) != csrf(other.get("/").text)
    switched = one.post("/language/en", data={"csrf_token": csrf(other.get("/").text)})
    assert switched.status_code == 400
    assert one.post("/language/en", data={"csrf_token": csrf(one.get("/").text)}).status_code == 303
