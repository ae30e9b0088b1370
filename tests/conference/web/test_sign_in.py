"""Signing in and out: passwords, links that work once, sessions, and the headers of every page."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from builders_doors import browser, csrf, serving, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, words
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference import vault
from conference.config import Settings
from conference.vault_passwords import HASHER, NOBODY, fits, hashed

PASSWORD = "Gò Quao 25/3/2019"
WRONG = {
    "vi": "Tên đăng nhập hoặc mật khẩu không đúng.",
    "en": "The login or the password is not right.",
}


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        yield made


@pytest.fixture
def clerk(app: Flask) -> UUID:
    """An account with a password, organizer everywhere."""
    store = store_of(app)
    id = vault.open_account(store, login="thư.ký", name="Thư ký", everywhere=("organizer",))
    vault.set_password(store, id, hashed(PASSWORD))
    return id


def sign_in(client: FlaskClient, password: str, login: str = "Thư.Ký", **said: str) -> TestResponse:
    """The form of the sign-in page, filled in; `language=` is what the browser asks for."""
    headers = {"Accept-Language": said.pop("language", "vi")}
    form = {"csrf_token": csrf(client.get("/sign-in").text), "login": login, "password": password}
    return client.post("/sign-in", data=form | said, headers=headers)


def signed_in(client: FlaskClient) -> bool:
    return client.get("/").status_code == 200


def a_link(app: Flask, account: UUID, **lasting: int) -> str:
    until = datetime.now(UTC) + timedelta(**lasting)
    return f"/sign-in/{vault.make_link(store_of(app), account, until)}"


def press(client: FlaskClient, link: str) -> TestResponse:
    """Use a link as its page's button does."""
    return client.post(link, data={"csrf_token": csrf(client.get("/sign-in").text)})


def test_a_password_signs_in_and_is_kept_as_argon2(app: Flask, clerk: UUID) -> None:
    client = app.test_client()
    assert vault.password_of(store_of(app), clerk).startswith("$argon2id$")
    assert not signed_in(client)
    answer = sign_in(client, PASSWORD)
    assert (answer.status_code, answer.location, signed_in(client)) == (303, "/", True)


@pytest.mark.parametrize("language", WRONG)
@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("thư.ký", "sai"),
        ("thư.ký", ""),
        ("thư.ký", PASSWORD.lower()),
        ("nobody", PASSWORD),
        ("", ""),
        ("thư\0ký", PASSWORD),
        ("' OR 1=1 --", "x"),
        ("a" * 100_000, "b" * 100_000),
    ],
)
def test_whatever_is_wrong_is_told_in_the_same_sentence(
    app: Flask, clerk: UUID, language: str, login: str, password: str
) -> None:
    client = app.test_client()
    answer = sign_in(client, password, login, language=language)
    assert (answer.status_code, signed_in(client)) == (422, False)
    assert WRONG[language] in element(answer.text, "content")


def test_who_guesses_at_one_account_must_wait(app: Flask, clerk: UUID) -> None:
    statuses = [sign_in(app.test_client(), "sai").status_code for _ in range(11)]
    assert statuses == [422] * 10 + [429]
    answer = sign_in(app.test_client(), PASSWORD, language="en")
    assert (answer.status_code, words(answer.text).count("please wait a minute")) == (429, 1)


def test_who_guesses_from_one_address_must_wait(app: Flask) -> None:
    statuses = [press(app.test_client(), "/sign-in/made-up").status_code for _ in range(31)]
    assert statuses == [410] * 30 + [429]


@pytest.mark.parametrize(
    ("wanted", "led"),
    [
        ("/conferences/1?at=3", "/conferences/1?at=3"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_one_is_led_to_the_page_that_was_asked_for_if_it_is_ours(
    app: Flask, clerk: UUID, wanted: str, led: str
) -> None:
    assert sign_in(app.test_client(), PASSWORD, next=wanted).location == led


def test_a_link_signs_in_once(app: Flask, clerk: UUID) -> None:
    link, first, second = a_link(app, clerk, hours=1), app.test_client(), app.test_client()
    shown = first.get(link, headers=VIETNAMESE)
    assert element(shown.text, "link-head") == "Xin chào, Thư ký"
    assert not signed_in(first)
    assert (press(first, link).status_code, signed_in(first)) == (303, True)
    assert (press(second, link).status_code, signed_in(second)) == (410, False)


def test_of_two_who_press_at_once_one_gets_in(app: Flask, clerk: UUID) -> None:
    link, clients = a_link(app, clerk, hours=1), [app.test_client() for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        statuses = sorted(pool.map(lambda c: press(c, link).status_code, clients))
    assert statuses == [303] + [410] * 7
    assert [signed_in(client) for client in clients].count(True) == 1


@pytest.mark.parametrize(
    ("headers", "sentence"),
    [
        (VIETNAMESE, "Đường dẫn đã hết hạn hoặc đã được dùng"),
        (ENGLISH, "This link has expired or has been used"),
    ],
)
def test_an_expired_link_says_so(
    app: Flask, clerk: UUID, headers: dict[str, str], sentence: str
) -> None:
    for link in (a_link(app, clerk, seconds=-1), "/sign-in/made-up", f"/sign-in/{'x' * 2_000}"):
        answer = app.test_client().get(link, headers=headers)
        assert (answer.status_code, element(answer.text, "link-head")) == (410, sentence)


def test_signing_out_ends_the_session(app: Flask) -> None:
    client = browser(app)
    assert signed_in(client)
    answer = client.post("/sign-out", data={"csrf_token": csrf(client.get("/").text)})
    assert (answer.status_code, answer.location, signed_in(client)) == (303, "/sign-in", False)


def change_password(client: FlaskClient, password: str) -> TestResponse:
    form = {"csrf_token": csrf(client.get("/password").text), "password": password}
    return client.post("/password", data=form, headers=ENGLISH)


def test_a_new_password_ends_every_other_session(app: Flask, clerk: UUID) -> None:
    mine, elsewhere = app.test_client(), app.test_client()
    for client in (mine, elsewhere):
        sign_in(client, PASSWORD)
    assert change_password(mine, "một mật khẩu khác").status_code == 303
    assert (signed_in(mine), signed_in(elsewhere)) == (True, False)
    assert sign_in(app.test_client(), PASSWORD).status_code == 422
    assert sign_in(app.test_client(), "một mật khẩu khác").status_code == 303


def test_a_short_password_is_refused_and_changes_nothing(app: Flask, clerk: UUID) -> None:
    client = app.test_client()
    sign_in(client, PASSWORD)
    before = vault.password_of(store_of(app), clerk)
    for given in ("", "elevenchars", "x" * 201):
        answer = change_password(client, given)
        assert answer.status_code == 422
        assert "A password needs" in element(answer.text, "content")
    assert vault.password_of(store_of(app), clerk) == before


def test_signing_in_leaves_no_session_that_somebody_planted(app: Flask, clerk: UUID) -> None:
    client = app.test_client()
    client.get("/sign-in")
    with client.session_transaction() as planted:
        planted["planted"] = "by somebody else"
        token = planted["csrf_token"]
    sign_in(client, PASSWORD)
    with client.session_transaction() as own:
        assert "planted" not in own
        assert own.get("csrf_token") != token


def test_the_cookie_of_a_session_is_kept_from_scripts_and_other_sites(
    app: Flask, clerk: UUID
) -> None:
    cookies = sign_in(app.test_client(), PASSWORD).headers.getlist("Set-Cookie")
    parts = next(cookie for cookie in cookies if cookie.startswith("session=")).split("; ")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(parts)


@pytest.mark.parametrize("said", [{"cookie_secure": True}, {"address": "https://ledai.example"}])
def test_where_the_address_is_https_the_cookie_is_secure(
    settings: Settings, said: dict[str, Any]
) -> None:
    https = Settings(**{**vars(settings), **said})
    with serving(https) as app:
        cookie = app.test_client().get("/sign-in").headers["Set-Cookie"]
        assert "Secure" in cookie.split("; ")


@pytest.mark.parametrize("path", ["/sign-in", "/", "/nowhere", "/api/v1/conferences"])
def test_every_answer_says_what_a_browser_may_do_with_it(app: Flask, path: str) -> None:
    headers = browser(app).get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert {"Cookie", "HX-Request"} <= set(headers["Vary"].split(", "))


def test_an_unknown_login_costs_as_much_as_a_known_one() -> None:
    assert HASHER.check_needs_rehash(NOBODY) is False
    assert fits("a password that nobody has", "") is False
    assert HASHER.verify(NOBODY, "a password that nobody has")
