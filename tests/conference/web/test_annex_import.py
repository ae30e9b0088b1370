"""An annex through its pages: understood, edited, accepted as one act, renewed, faults listed."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP
from builders_annex import TWO, annex_docx, annex_xlsx
from builders_commands import HERE, plan
from builders_doors import browser, csrf, serving, store_of
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.awards_ceremony import name_representative
from conference.commands.awards_prepared import ready_objects
from conference.config import Settings
from projections.library import Library, Shelf

PAGE = f"/conferences/{KIEN_GIANG}/awards/annexes"


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        plan(store_of(made))
        yield made


def shelf(app: Flask) -> Shelf:
    return Library(store_of(app).facts).shelf(KIEN_GIANG)


def send(client: FlaskClient, data: bytes, name: str = "phụ lục.xlsx") -> TestResponse:
    """Upload a file and follow to what it says."""
    form: dict[str, Any] = {"csrf_token": csrf(client.get(PAGE).text)}
    form["file"] = (BytesIO(data), name)
    return client.post(PAGE, data=form, follow_redirects=True)


def fields(page: str) -> dict[str, list[str]]:
    """The form as a browser would send it."""
    form = re.search(r'<form id="annex-form".*?</form>', page, re.DOTALL)
    assert form, page[:2000]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input [^>]*>", form[0]):
        said = dict(re.findall(r'(\w[\w-]*)="([^"]*)"', tag))
        if said.get("type") != "checkbox" or " checked" in tag:
            found.setdefault(said["name"], []).append(said.get("value", ""))
    for name, options in re.findall(
        r'<select[^>]*name="(\w+)".*?>(.*?)</select>', form[0], re.DOTALL
    ):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        first = re.search(r'<option value="([^"]*)"', options)
        found.setdefault(name, []).append((chosen or first or ("", ""))[1])
    return found


def press(client: FlaskClient, shown: TestResponse, act: str = "", **said: Any) -> TestResponse:
    """Send the form to its look (''), its faults or its acceptance, with other fields."""
    address = re.search(r'<form id="annex-form" method="post" action="([^"]+)"', shown.text)
    assert address
    form = {**fields(shown.text), **said}
    form = {name: value for name, value in form.items() if value is not None}
    return client.post(f"{address[1]}/{act}".rstrip("/"), data=form)


def figures(page: str) -> list[str]:
    """New, changed, unchanged and gone lines, and faults."""
    return re.findall(r"<dd>(\d+)</dd>", page.split('id="difference"')[1].split("</dl>")[0])


@pytest.mark.parametrize("data", [annex_xlsx(), annex_docx()], ids=["sheet", "document"])
def test_an_annex_is_shown_first_and_recorded_as_one_act(app: Flask, data: bytes) -> None:
    client, before = browser(app), store_of(app).head()
    shown = send(client, data)
    assert (shown.status_code, store_of(app).head()) == (200, before)
    assert figures(shown.text) == ["2", "0", "0", "0", "0"]
    said = fields(shown.text)
    assert [
        said[name][0] for name in ("kind", "number", "dated_on", "signatory", "collectives")
    ] == [*("decision", "501/QĐ-UBND", "2019-03-12", "Phạm Vũ Hồng", "2")]
    taken = press(client, shown, "acceptance", title="Tặng Cờ thi đua năm 2018")
    assert taken.status_code == 303
    (one,) = shelf(app).awards.instruments
    assert (one.title, one.number, one.stated_count) == (
        "Tặng Cờ thi đua năm 2018",
        "501/QĐ-UBND",
        2,
    )
    assert [(line.number, line.name) for line in one.lines] == [(1, "Sở Y tế"), (2, "Sở Tư pháp")]
    facts = [fact.TOPIC for _, fact in store_of(app).facts(before, 9)]
    assert facts == ["instrument-registered", "annex-imported"]
    compared(client.get(taken.headers["Location"]).text)


def compared(page: str) -> None:
    """The instrument's page tells what was recorded, and three figures beside each other: of
    collectives, individuals, and all."""
    assert "2 dòng mới" in page
    assert re.findall(r'<td class="number">(.*?)</td>', page) == [
        "2",
        "2",
        "2",
        "–",
        "0",
        "0",
        "2",
        "2",
        "2",
    ]


def test_the_same_file_twice_records_nothing(app: Flask) -> None:
    client = browser(app)
    press(client, send(client, annex_xlsx()), "acceptance")
    before = store_of(app).head()
    again = send(client, annex_xlsx())
    assert figures(again.text) == ["0", "0", "2", "0", "0"]
    assert "không có gì để ghi" in again.text
    assert "acceptance" not in again.text
    assert store_of(app).head() == before


def test_a_newer_annex_keeps_what_is_known_of_its_lines(app: Flask) -> None:
    client, store = browser(app), store_of(app)
    press(client, send(client, annex_xlsx()), "acceptance")
    first, second = shelf(app).awards.instruments[0].lines
    name_representative(store, STAMP, **HERE, line=first.id, name="Lê Thị Hoa", relation="Giám đốc")
    ready_objects(store, STAMP, **HERE, lines=[first.id], readiness="signed")
    newer = [TWO[0], (2, "Sở Tài chính", ""), (3, "Sở Công thương", "")]
    shown = send(client, annex_xlsx(newer))
    assert figures(shown.text) == ["2", "0", "1", "1", "0"]
    assert "Sở Tư pháp" in shown.text.split('id="gone"')[1]
    press(client, shown, "acceptance")
    (one,) = shelf(app).awards.instruments
    kept = one.lines[0]
    assert (kept.id, kept.representative, kept.relation) == (first.id, "Lê Thị Hoa", "Giám đốc")
    assert kept.readiness == "signed"
    assert second.id not in [line.id for line in one.lines]
