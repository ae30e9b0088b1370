"""Copies: drawn once for all who would be shown the same, and never shown to anybody else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import STAMP
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import bearer, browser, csrf, store_of
from builders_pages import ENGLISH, element, notice, send
from flask import Flask

from conference.commands.agenda import add_item
from conference.commands.conference import plan_conference
from conference.copies import BESIDE, MARK, Copies, Copy

PAGE = f"/conferences/{DEMO}"
API = f"/api/v1/conferences/{DEMO}"
PAGES = ("agenda", "attendance", "awards", "guests", "introductions", "run-sheet", "seating")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def drawn(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were drawn, in order: what came from a copy is not among them."""
    paths: list[str] = []
    copies: Copies = app.extensions["copies"]
    keep = copies._keep

    def heard(key: tuple[str, ...], new: Copy) -> None:
        paths.append(key[0])
        keep(key, new)

    monkeypatch.setattr(copies, "_keep", heard)
    return paths


def add(app: Flask) -> None:
    """One more item of the agenda."""
    said = {"kind": "break", "title": "Nghỉ thêm", "minutes": 5, "owner": None}
    add_item(store_of(app), STAMP, conference_id=DEMO, **said)


def without_holes(page: str) -> str:
    """A page without what differs between two sessions and two moments."""
    return re.sub(r'(content|value)="[^"]{60,}"|<time>[0-9:]{8}</time>', "", page)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_from_a_copy_is_the_page(app: Flask, drawn: list[str], name: str) -> None:
    client, path = browser(app), f"{PAGE}/{name}"
    first, second = client.get(path).text, client.get(path).text
    assert drawn == [path]
    assert without_holes(first) == without_holes(second)
    assert MARK not in first + second


def test_two_sessions_share_a_drawing_and_never_a_token(app: Flask, drawn: list[str]) -> None:
    path, one, other = f"{PAGE}/agenda", browser(app), browser(app)
    pages = {client: client.get(path).text for client in (one, other, one)}
    tokens = {client: set(tokens_of(page)) for client, page in pages.items()}
    assert drawn == [path]
    assert len(tokens[one]) == len(tokens[other]) == 1
    assert tokens[one].isdisjoint(tokens[other])
    for client, form, status in ((one, other, 400), (other, other, 303)):
        said = {"csrf_token": csrf(pages[form]), "starts_at": "07:30"}
        assert client.post(f"{path}/start", data=said).status_code == status


def tokens_of(page: str) -> list[str]:
    """Every token on a page; the session's own part of it, without when it was signed."""
    found = re.findall(r'name="csrf[-_]token" (?:value|content)="([^"]+)"', page)
    assert len(found) > 5, "a form of each kind that stands open on the page"
    return [token.split(".")[0] for token in found]


def test_another_role_is_drawn_for_itself(app: Flask, drawn: list[str]) -> None:
    path, organizer, auditor = f"{PAGE}/agenda", browser(app), browser(app, "auditor")
    assert 'id="add-item"' in organizer.get(path).text
    assert 'id="add-item"' not in auditor.get(path).text
    assert 'id="add-item"' in organizer.get(path).text
    assert drawn == [path, path]
    assert organizer.get(f"{PAGE}/guests").status_code == 200
    assert browser(app, "stage").get(f"{PAGE}/guests").status_code == 403


def test_what_is_personal_stays_the_organizers(app: Flask) -> None:
    guest = shelf_of(app).guest_list.guests[0]
    said = {"name": guest.name, "phone": "0912 345 678", "bloc": "party"}
    assert send(browser(app), f"{PAGE}/guests/{guest.id}",
                f"{PAGE}/guests/{guest.id}/description", dict(said)).status_code == 303  # fmt: skip
    for role, shown in (("organizer", True), ("reception", False), ("organizer", True)):
        body = app.test_client().get(f"{API}/guests", headers=bearer(app, role)).text
        assert ("0912 345 678" in body) == shown, role


def test_another_language_is_drawn_for_itself(app: Flask) -> None:
    client, path = browser(app), f"{PAGE}/agenda"
    heads = [
        re.findall("<h1>(.*)</h1>", client.get(path, headers=h).text) for h in ({}, ENGLISH, {})
    ]
    assert heads == [["Chương trình"], ["Agenda"], ["Chương trình"]]


def test_the_partial_is_not_the_page(app: Flask) -> None:
    client, path = browser(app), f"{PAGE}/agenda"
    asked = ({}, {"HX-Request": "true"}, {"HX-Request": "true", "HX-Boosted": "true"})
    pages = [client.get(path, headers=h).text.lstrip()[:9] for h in (*asked, *asked)]
    assert pages == ["<!doctype", '<div id="', "<!doctype"] * 2


def test_after_a_fact_everything_is_drawn_again(app: Flask, drawn: list[str]) -> None:
    client, path = browser(app), f"{PAGE}/agenda"
    client.get(path)
    add(app)
    assert "Nghỉ thêm" in element(client.get(path).text, "agenda-items")
    assert drawn == [path, path]
    answers = [app.test_client().get(f"{API}/agenda", headers=bearer(app)) for _ in range(2)]
    assert [a.get_json()["items"][-1]["title"] for a in answers] == ["Nghỉ thêm"] * 2
    assert {a.headers["ETag"] for a in answers} == {f'"{shelf_of(app).agenda.version}"'}


def test_another_conferences_fact_moves_only_the_position(app: Flask, drawn: list[str]) -> None:
    client, headers = browser(app), bearer(app)
    paths = (f"{PAGE}/agenda", f"{API}/agenda")
    before, start = [client.get(path, headers=headers).text for path in paths], store_of(app).head()
    plan_conference(store_of(app), STAMP, planner="Đào", title="Khác", host="Sở")
    after = [client.get(path, headers=headers).text for path in paths]
    head = store_of(app).head()
    assert drawn == [*paths]
    assert f'<span class="position">#{head}</span>' in after[0]
    assert after[1] == before[1].replace(f'"position":{start},', f'"position":{head},')


def test_a_past_position_keeps_its_copy_and_its_number(app: Flask, drawn: list[str]) -> None:
    client, headers, head = browser(app), bearer(app), store_of(app).head()
    paths = (f"{PAGE}/agenda", f"{API}/agenda")
    before = [client.get(f"{path}?at={head}", headers=headers).text for path in paths]
    add(app)
    after = [client.get(f"{path}?at={head}", headers=headers).text for path in paths]
    assert drawn == [*paths]
    assert after[1] == before[1]
    for text in (before[0], after[0]):
        assert f"#{head}</span>" in text
        assert "Nghỉ thêm" not in text
    assert client.get(f"{paths[0]}?at={head + 9}").status_code == 404


def test_a_notice_and_a_refusal_are_in_no_copy(app: Flask, drawn: list[str]) -> None:
    client, other, path = browser(app), browser(app), f"{PAGE}/agenda"
    assert send(client, path, f"{path}/start", {"starts_at": "07:45"}).status_code == 303
    assert notice(client.get(path).text) != ""
    assert [notice(one.get(path).text) for one in (client, other)] == ["", ""]
    refused = send(client, path, f"{path}/items", {"title": ""})
    assert (refused.status_code, notice(refused.text) != "") == (422, True)
    assert notice(other.get(path).text) == ""
    assert drawn == [path, path]


def test_who_has_signed_out_gets_no_copy(app: Flask) -> None:
    client, nobody = browser(app), {"Authorization": "Bearer nobody"}
    assert client.get(f"{PAGE}/agenda").status_code == 200
    client.delete_cookie("session")
    assert client.get(f"{PAGE}/agenda").status_code == 303
    assert client.get(f"{API}/agenda", headers=bearer(app)).status_code == 200
    assert client.get(f"{API}/agenda", headers=nobody).status_code == 401


def copy(app: Flask, size: int) -> Copy:
    return Copy(shelf_of(app), (b"x" * size,), (), "text/html", None)


def test_copies_that_nobody_asked_for_go_first(app: Flask) -> None:
    copies = Copies({}, most=3 * (BESIDE + 10))
    for name in ("a", "b", "c", "a", "d"):
        copies.of(name, lambda: copy(app, 10))
    assert [name for name in "abcd" if copies._get(name)] == ["a", "c", "d"]
    assert copies.weight == 3 * (BESIDE + 10)
