"""A workbook through the API: taken over in one request, every bad cell in the answer."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from builders_doors import bearer, serving, store_of
from builders_workbook import guests
from flask import Flask

from conference.config import Settings
from demo import make

URL = "/api/v1/conferences/workbook"


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        yield made


def send(app: Flask, data: bytes, query: str = "", role: str = "organizer") -> tuple[int, Any]:
    form = {"file": (BytesIO(data), "so.xlsx")}
    answer = app.test_client().post(URL + query, data=form, headers=bearer(app, role))
    return answer.status_code, answer.get_json()


def test_a_workbook_is_taken_over_and_the_same_again_changes_nothing(app: Flask) -> None:
    status, first = send(app, make.made())
    assert (status, first["new"], first["unchanged"]) == (200, True, 0)
    assert first["added"] == len(first["rows"])
    _, again = send(app, make.made())
    assert (again["id"], again["position"]) == (first["id"], first["position"])
    assert (again["new"], again["rows"], again["unchanged"]) == (False, [], first["added"])


def test_a_preview_records_nothing(app: Flask) -> None:
    status, shown = send(app, make.made(), "?preview=true")
    assert (status, shown["new"], shown["position"], store_of(app).head()) == (200, True, 0, 0)


def test_every_bad_cell_is_in_the_answer(app: Flask) -> None:
    status, refused = send(app, guests(["Khách", "Sao Hỏa"], ["", "Khác"]))
    assert (status, refused["code"]) == (422, "workbook.bad-cells")
    assert [(c["sheet"], c["row"], c["column"], c["code"]) for c in refused["cells"]] == [
        ("Khách mời", 2, "Khối", "field.choice"),
        ("Khách mời", 3, "Thành phần", "field.required"),
    ]
    assert all(cell["message"] != cell["code"] for cell in refused["cells"])


@pytest.mark.parametrize("body", [{}, {"file": "text"}])
def test_a_request_without_a_file_is_refused(app: Flask, body: dict[str, str]) -> None:
    answer = app.test_client().post(URL, data=body, headers=bearer(app))
    assert answer.status_code == 422


def test_only_the_organizer_may(app: Flask) -> None:
    assert send(app, make.made(), role="auditor")[0] == 403
    assert app.test_client().post(URL).status_code == 401
