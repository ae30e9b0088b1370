"""What nobody should send, by form and by program: one sentence in the reader's language, and
nothing recorded."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from builders import STAMP, id
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import bearer, browser, csrf, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, notice, send, words
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.conference import plan_conference
from conference.language import catalogue

AGENDA = f"/conferences/{DEMO}/agenda"
API = "/api/v1/conferences"
ITEM = {"kind": "report", "title": "Báo cáo", "minutes": "10"}
LANGUAGES = {"vi": VIETNAMESE, "en": ENGLISH}
THEIRS = id("theirs")

WRONG = [
    ("title", "Báo cáo \u202etrái", "field.characters"),
    ("title", "Báo\u200fcáo", "field.characters"),
    ("title", "Báo\u2066cáo", "field.characters"),
    ("title", "Báo\0cáo", "field.characters"),
    ("title", "a" + "\u0301" * 65_000, "field.characters"),
    ("title", "a" + "\u0301\u0323" * 32_500, "field.characters"),
    ("title", "dài" * 1_000, "field.long"),
    ("title", " \t ", "field.required"),
    ("minutes", "-5", "field.minutes"),
    ("minutes", "abc", "field.minutes"),
    ("minutes", "0", "field.minutes"),
    ("minutes", "9" * 5_000, "field.minutes"),
    ("kind", "dance", "field.choice"),
]
ONLY_JSON: list[tuple[str, Any, str]] = [
    ("title", "lone \ud800 surrogate", "field.characters"),
    ("title", "ten characters" * 100_000, "field.long"),
    ("title", 7, "field.text"),
    ("title", ["Báo cáo"], "field.text"),
    ("title", {"vi": "Báo cáo"}, "field.text"),
    ("title", None, "field.required"),
    ("minutes", -5, "field.minutes"),
    ("minutes", 1e400, "field.minutes"),
    ("minutes", [10], "field.minutes"),
    ("kind", 1, "field.choice"),
]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving_demo(tmp_path_factory.mktemp("bad-input")) as made:
        said = {"planner": "Văn phòng", "title": "Hội nghị khác", "host": "UBND tỉnh"}
        plan_conference(store_of(made), STAMP, conference_id=THEIRS, **said)
        yield made


@pytest.fixture(autouse=True)
def nothing_is_recorded(app: Flask) -> Iterator[None]:
    head = store_of(app).head()
    yield
    assert store_of(app).head() == head


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def said(language: str, code: str) -> str:
    """The sentence of a code, with nothing left to fill in."""
    found = catalogue(language)[code]
    assert found != code
    return found


def post(app: Flask, path: str, body: str | bytes, language: str, **headers: str) -> TestResponse:
    """What a program with the organizer's token sends as JSON."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    sent = bearer(app) | LANGUAGES[language] | {"If-Match": "*"} | named
    return app.test_client().post(
        f"{API}{path}", data=body, content_type="application/json", headers=sent
    )


def refused_page(answer: TestResponse, status: int, language: str, code: str) -> None:
    """A whole page that says one sentence, in this language."""
    assert answer.status_code == status
    assert f'<html lang="{language}">' in answer.text
    assert said(language, code) in words(answer.text)


@pytest.mark.parametrize(("field", "value", "code"), WRONG)
def test_a_wrong_field_of_a_form_is_told_beside_it(
    client: FlaskClient, language: str, field: str, value: str, code: str
) -> None:
    form: dict[str, object] = ITEM | {field: value}
    answer = send(client, AGENDA, f"{AGENDA}/items", form, LANGUAGES[language])
    assert answer.status_code == 422
    assert notice(answer.text).endswith(said(language, "form.invalid"))
    if field != "kind":
        assert element(answer.text, f"{field}-add-error") == said(language, code)


@pytest.mark.parametrize(("field", "value", "code"), WRONG + ONLY_JSON)
def test_a_wrong_field_of_a_request_is_named(
    app: Flask, language: str, field: str, value: Any, code: str
) -> None:
    body = json.dumps(ITEM | {field: value})
    answer = post(app, f"/{DEMO}/agenda/items", body, language)
    assert answer.status_code == 422
    assert answer.get_json()["message"] == said(language, "http.422")
    assert answer.get_json()["errors"] == {field: [said(language, code)]}


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "[" * 9,
        b"\xff\xfe",
        pytest.param("[" * 200_000, id="deep"),
        pytest.param('{"minutes": ' + "9" * 5_000 + "}", id="digits"),
    ],
)
def test_what_is_no_json_is_refused_in_a_sentence(
    app: Flask, language: str, body: str | bytes
) -> None:
    answer = post(app, f"/{DEMO}/agenda/items", body, language)
    told = {"code": "http.400", "message": said(language, "http.400"), "status": 400}
    assert (answer.status_code, answer.get_json()) == (400, told)


@pytest.mark.parametrize("body", ["[]", '"text"', "null", "7", '[{"title": "x"}]'])
def test_what_is_no_object_is_refused_in_a_sentence(app: Flask, language: str, body: str) -> None:
    answer = post(app, f"/{DEMO}/agenda/items", body, language)
    assert (answer.status_code, answer.get_json()["message"]) == (422, said(language, "http.422"))
    assert answer.get_json()["errors"] == {"_schema": [said(language, "field.object")]}


def test_nothing_and_another_kind_of_data_lack_their_fields(app: Flask, language: str) -> None:
    needed = {name: [said(language, "field.required")] for name in ("kind", "title", "minutes")}
    sent = bearer(app) | LANGUAGES[language] | {"If-Match": "*"}
    url = f"{API}/{DEMO}/agenda/items"
    for kind in ("text/xml", "application/json"):
        answer = app.test_client().post(url, data="", content_type=kind, headers=sent)
        assert (answer.status_code, answer.get_json()["errors"]) == (422, needed)


@pytest.mark.parametrize("version", ['"-1"', '"abc"', '"1e3"', "W/", "9" * 400, '"\u00e9"'])
def test_a_version_that_is_none_is_an_old_one(app: Flask, language: str, version: str) -> None:
    answer = post(app, f"/{DEMO}/agenda/items", json.dumps(ITEM), language, If_Match=version)
    assert answer.status_code == 412
    assert answer.get_json()["message"] == said(language, "form.stale")


@pytest.mark.parametrize("key", ["short", "a" * 81, "with blank 1", "ünïcode-key", "a/b/c/d/e"])
def test_a_key_that_is_none_is_refused(app: Flask, language: str, key: str) -> None:
    body = json.dumps(ITEM)
    answer = post(app, f"/{DEMO}/agenda/items", body, language, Idempotency_Key=key)
    assert answer.status_code == 422
    assert answer.get_json()["message"] == said(language, "idempotency.bad-key")


def test_a_name_of_a_megabyte_is_too_long(client: FlaskClient, language: str) -> None:
    form: dict[str, object] = ITEM | {"title": "a" * 2**20}
    answer = send(client, AGENDA, f"{AGENDA}/items", form, LANGUAGES[language])
    assert answer.status_code == 422
    assert element(answer.text, "title-add-error") == said(language, "field.long")


def test_a_form_of_ten_thousand_fields_is_too_large(client: FlaskClient, language: str) -> None:
    form: dict[str, Any] = {f"field-{number}": "x" for number in range(10_000)}
    answer = client.post(
        f"{AGENDA}/items",
        data=form,
        content_type="multipart/form-data",
        headers=LANGUAGES[language],
    )
    refused_page(answer, 413, language, "http.413")


@pytest.mark.parametrize("path", ["items/{id}/position", "items/{id}/finish", "items/{id}/time"])
def test_an_item_of_nobody_is_not_found(
    app: Flask, client: FlaskClient, language: str, path: str
) -> None:
    path = path.format(id=uuid4())
    form: dict[str, object] = {"minutes": "10"}
    refused_page(
        send(client, AGENDA, f"{AGENDA}/{path}", form, LANGUAGES[language]),
        404,
        language,
        "not-found",
    )
    answer = post(app, f"/{DEMO}/agenda/{path}", json.dumps(form), language)
    assert (answer.status_code, answer.get_json()["message"]) == (404, said(language, "not-found"))


def test_an_id_that_is_none_is_not_found(app: Flask, client: FlaskClient, language: str) -> None:
    token = csrf(client.get(AGENDA).text)
    for wrong in ("1", "x" * 300, "%00", "..%2f..%2fetc", "ế"):
        url = f"{AGENDA}/items/{wrong}/finish"
        answer = client.post(url, data={"csrf_token": token}, headers=LANGUAGES[language])
        refused_page(answer, 404, language, "http.404")
        assert post(app, f"/{DEMO}/agenda/items/{wrong}/take", "{}", language).status_code == 404


def test_a_thing_of_another_conference_is_not_found_in_this_one(app: Flask, language: str) -> None:
    item = shelf_of(app).agenda.items[0].id
    for path in (f"agenda/items/{item}/take", f"guests/{a_guest(app)}/check-in"):
        answer = post(app, f"/{THEIRS}/{path}", "{}", language)
        assert answer.status_code == 404
        assert answer.get_json()["message"] == said(language, "not-found")
    url = f"/conferences/{THEIRS}/agenda"
    page = send(browser(app), url, f"{url}/items/{item}/finish", {}, LANGUAGES[language])
    refused_page(page, 404, language, "not-found")


def a_guest(app: Flask) -> Any:
    return next(iter(shelf_of(app).guest_list.by_id))


def test_a_role_that_may_not_is_told_so(app: Flask, language: str) -> None:
    visitor = browser(app, "auditor")
    form: dict[str, object] = dict(ITEM)
    answer = send(visitor, "/", f"{AGENDA}/items", form, LANGUAGES[language])
    refused_page(answer, 403, language, "forbidden")
    headers = bearer(app, "auditor") | LANGUAGES[language] | {"If-Match": "*"}
    told = app.test_client().post(f"{API}/{DEMO}/agenda/items", json=ITEM, headers=headers)
    assert (told.status_code, told.get_json()["message"]) == (403, said(language, "forbidden"))


@pytest.mark.parametrize("token", [None, "", "made-up", "IjAi.aaaa.bbbb", "\0", "é" * 9])
def test_a_broken_or_missing_form_token_is_refused(
    client: FlaskClient, language: str, token: str | None
) -> None:
    form = ITEM | ({} if token is None else {"csrf_token": token})
    answer = client.post(f"{AGENDA}/items", data=form, headers=LANGUAGES[language])
    refused_page(answer, 400, language, "session.csrf")


def test_the_form_token_of_another_visitor_is_refused(app: Flask, language: str) -> None:
    token = csrf(browser(app, "admin").get("/").text)
    form = ITEM | {"csrf_token": token}
    answer = browser(app).post(f"{AGENDA}/items", data=form, headers=LANGUAGES[language])
    refused_page(answer, 400, language, "session.csrf")
