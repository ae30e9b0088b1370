"""Files that nobody should send, by form and by program: one sentence in the reader's language, and
nothing recorded."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from builders_doors import bearer, browser, serving, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, send, words
from builders_workbook import FRAME, a_workbook, book, guests, repacked
from flask import Flask
from werkzeug.test import TestResponse
from xlsxwriter import Workbook

from conference.config import Settings
from conference.language import catalogue

LANGUAGES = {"vi": VIETNAMESE, "en": ENGLISH}
SHEET = "xl/worksheets/sheet1.xml"
FEW = b"<sheetData>"


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        yield made
        assert store_of(made).head() == 0


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def by_form(app: Flask, data: bytes, language: str) -> TestResponse:
    form: dict[str, object] = {"file": (BytesIO(data), "so.xlsx")}
    return send(browser(app), "/workbook", "/workbook", form, LANGUAGES[language])


def by_program(app: Flask, data: bytes, language: str) -> TestResponse:
    form = {"file": (BytesIO(data), "so.xlsx")}
    headers = bearer(app) | LANGUAGES[language]
    return app.test_client().post("/api/v1/conferences/workbook", data=form, headers=headers)


def with_formula() -> bytes:
    """A workbook with a formula where its title should be."""

    def fill(workbook: Workbook) -> None:
        frame = workbook.add_worksheet("Hội nghị")
        for number, row in enumerate(FRAME["Hội nghị"]):
            frame.write_row(number, 0, row)
        frame.write_formula(1, 1, '=HYPERLINK("https://evil.example")', None, "Hội nghị")

    return book(fill)


def of_another_kind() -> bytes:
    """A workbook with nothing but a sheet that means nothing."""

    def fill(workbook: Workbook) -> None:
        workbook.add_worksheet("Sheet1").write(0, 0, "x")

    return book(fill)


def bomb() -> bytes:
    """A few kilobytes that unpack to 150 MB."""

    def change(path: str, content: bytes) -> bytes:
        return content.replace(FEW, FEW + b" " * 150_000_000) if path == SHEET else content

    return repacked(a_workbook(), change)


BOOKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a formula": (with_formula, "cell.formula"),
    "no sheet of ours": (of_another_kind, "workbook.sheet-missing"),
    "text turned around": (lambda: guests(["Khách \u202emời", "Khác"]), "field.characters"),
    "a wrong type": (lambda: guests(["Khách", "Khác", "", "mười"]), "field.number"),
    "piled marks": (lambda: guests(["a" + "\u0301\u0323" * 8_000, "Khác"]), "field.characters"),
    "a zip bomb": (bomb, "workbook.too-large"),
    "no workbook": (lambda: b"PK\x03\x04", "workbook.unreadable"),
}


@pytest.mark.parametrize("name", BOOKS)
def test_a_bad_file_is_told_by_form_and_by_program(app: Flask, language: str, name: str) -> None:
    make, code = BOOKS[name]
    sentence = catalogue(language)[code].replace("%(most_mb)s", "10")
    answer = by_form(app, make(), language)
    assert answer.status_code == 422
    assert sentence in element(answer.text, "bad-cells")
    told = by_program(app, make(), language)
    assert (told.status_code, told.get_json()["code"]) == (422, "workbook.bad-cells")
    assert sentence in [cell["message"] for cell in told.get_json()["cells"]]


def test_a_file_of_fifty_megabytes_is_refused_by_its_length(app: Flask, language: str) -> None:
    data = b"PK\x03\x04" * (50 * 2**20 // 4)
    sentence = catalogue(language)["http.413"]
    answer = by_form(app, data, language)
    assert (answer.status_code, sentence in words(answer.text)) == (413, True)
    told = by_program(app, data, language)
    assert (told.status_code, told.get_json()["message"]) == (413, sentence)


def test_a_form_without_a_file_is_told_so(app: Flask, language: str) -> None:
    answer = send(browser(app), "/workbook", "/workbook", {}, LANGUAGES[language])
    assert answer.status_code == 422
    assert catalogue(language)["workbook.no-file"] in element(answer.text, "bad-cells")
