"""Speeches by program: one's whole life over the API, files that are none, who reads a contact."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from builders_demo import DEMO, serving_demo
from builders_doors import bearer, store_of
from builders_speech import PDF, docx
from flask import Flask

API = f"/api/v1/conferences/{DEMO}"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


class Program:
    """A program with a token; it goes by the newest version of whatever it writes to."""

    def __init__(self, app: Flask, role: str = "organizer") -> None:
        self.client, self.headers = app.test_client(), bearer(app, role)

    def post(self, path: str, **said: Any) -> tuple[int, dict[str, Any]]:
        headers = self.headers | {"If-Match": "*"}
        answer = self.client.post(f"{API}{path}", json=said, headers=headers)
        return answer.status_code, answer.get_json()

    def send(self, path: str, data: bytes, **headers: str) -> tuple[int, dict[str, Any]]:
        form = {"file": (BytesIO(data), "bai.pdf")}
        answer = self.client.post(f"{API}{path}", data=form, headers=self.headers | headers)
        return answer.status_code, answer.get_json()

    def speech(self, id: str) -> dict[str, Any]:
        rows = self.client.get(f"{API}/speeches", headers=self.headers).get_json()["speeches"]
        return dict(next(row for row in rows if row["id"] == id))


def test_a_speech_lives_over_the_api(app: Flask) -> None:
    by = Program(app)
    status, made = by.post("/speeches", unit="Hội Phụ nữ", minutes=8)
    speech = f"/speeches/{made['id']}"
    assert (status, by.speech(made["id"])["state"]) == (200, "asked")
    words = {"unit": "Hội Phụ nữ", "title": "Gia đình", "minutes": "9", "contact": "0912345678"}
    assert by.post(f"{speech}/description", **words)[0] == 200
    assert [by.send(f"{speech}/texts", data)[0] for data in (docx(), PDF)] == [200, 200]
    assert by.post(f"{speech}/return", text=2, remark="Bớt")[0] == 200
    assert by.speech(made["id"])["texts"][1]["remark"] == "Bớt"
    assert by.post(f"{speech}/approval", text=2, minutes=7)[0] == 200
    assert by.post(f"{speech}/place")[0] == 200
    found = by.speech(made["id"])
    assert (found["state"], found["minutes"], found["contact"]) == ("scheduled", 7, "0912345678")
    assert found["warnings"] == ["nobody-linked"]
    assert [text["kind"] for text in found["texts"]] == ["docx", "pdf"]
    assert Program(app, "auditor").speech(made["id"])["contact"] is None


def test_a_text_repeated_under_its_key_is_one_version(app: Flask) -> None:
    by = Program(app)
    rows = by.client.get(f"{API}/speeches", headers=by.headers).get_json()["speeches"]
    path, key = f"/speeches/{rows[0]['id']}/texts", {"Idempotency-Key": "text-of-rach-gia"}
    assert by.send(path, PDF, **key) == by.send(path, PDF, **key)
    assert len(by.speech(rows[0]["id"])["texts"]) == 1


def test_bad_files_and_minutes_are_told_and_record_nothing(app: Flask) -> None:
    by = Program(app)
    rows = by.client.get(f"{API}/speeches", headers=by.headers).get_json()["speeches"]
    speech, before = f"/speeches/{rows[0]['id']}", store_of(app).head()
    status, told = by.send(f"{speech}/texts", b"\x89PNG\r\n" + bytes(range(200)))
    assert (status, told["code"]) == (422, "speech.text-wrong-type")
    for minutes in ("-5", "abc"):
        status, told = by.post("/speeches", unit="x", minutes=minutes)
        assert (status, list(told["errors"])) == (422, ["minutes"])
    long = {"CONTENT_LENGTH": str(200 * 1024**2), "CONTENT_TYPE": "multipart/form-data; boundary=x"}
    where = f"{API}{speech}/texts"
    answer = by.client.post(where, environ_overrides=long, headers=by.headers)
    assert (answer.status_code, answer.get_json()["code"]) == (413, "http.413")
    assert store_of(app).head() == before
