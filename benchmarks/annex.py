"""A year's decisions as one annex, 6,164 lines: read and shown, then recorded, planned and checked.

The clerk has sent the file and waits for the page that shows what was understood; then presses Nạp
and waits until the instrument's page stands there. The turns are planned and the linter has run
once more, as the next page would ask. The floor reads the same bytes and does nothing with them.
Counted are processor seconds, of this process and of the limited one that reads the file.
"""

import os
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from random import Random
from time import process_time
from typing import Any
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

from _figures import ROUNDS, in_turn, sized, tell
from _stores import emptied
from builders import KIEN_GIANG
from builders_annex import annex_docx, annex_xlsx, fields
from builders_commands import plan
from builders_doors import browser, csrf, serving, store_of
from docx import Document
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import load_workbook

from conference.config import Settings
from projections.library import Library
from projections.lint import lint

LINES = sized(6_164, 200)
"""Titles and certificates of one year (case Kiên Giang 2019)."""

AIM = "< 10 s"
PAGE = f"/conferences/{KIEN_GIANG}/awards/annexes"
HEADINGS = ("STT", "Họ và tên", "Chức vụ, đơn vị", "Hình thức khen thưởng", "Thành tích")
ABOUT = ("Số: 501/QĐ-UBND", "Kiên Giang, ngày 12 tháng 3 năm 2019", "Về việc khen thưởng năm 2018")
AWARDS = ("Bằng khen của Chủ tịch UBND tỉnh", "Chiến sĩ thi đua cấp tỉnh", "Lao động tiên tiến")
FAMILIES = "Nguyễn,Trần,Lê,Phạm,Hoàng,Huỳnh,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý"
GIVEN = "An,Bình,Cường,Dũng,Đạt,Giang,Hà,Hải,Hạnh,Hưng,Hùng,Khánh,Lan,Linh,Mai,Nga,Phượng,Yến"

Rows = list[tuple[Any, ...]]


def main() -> None:
    rows = lines(Random(20190325))
    sheet, paper = annex_xlsx(rows, HEADINGS, ABOUT), document(rows)
    for form, data, floor in (("XLSX", sheet, raw_xlsx), ("DOCX", paper, raw_docx)):
        looked: list[float] = []
        taken: list[float] = []
        for _ in range(ROUNDS):
            with emptied("SQLite") as settings:
                imported(settings, f"a.{form.lower()}", data, looked, taken)
        least = floor_of(floor, data)
        tell(
            f"annex of {LINES:,} lines shown, {form}",
            "CPU-s",
            middle(looked),
            least,
            bytes=len(data),
        )
        whole = middle([one + other for one, other in zip(looked, taken, strict=True)])
        told = f"annex of {LINES:,} lines shown, recorded, planned and linted, {form}"
        tell(told, "CPU-s", whole, least, AIM)


def spent(act: Callable[[], object]) -> float:
    """Processor seconds of this process and of its children, which have ended by then."""
    begun = process_time() + sum(os.times()[2:4])
    act()
    return process_time() + sum(os.times()[2:4]) - begun


def floor_of(read: Callable[[bytes], int], data: bytes) -> float:
    return in_turn(lambda: spent(lambda: read(data)))[0]


def middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def lines(random: Random) -> Rows:
    def one(number: int) -> tuple[Any, ...]:
        family, given = random.choice(FAMILIES.split(",")), random.choice(GIVEN.split(","))
        name = f"Ông {family} Văn {given} {number}"
        unit = f"Giám đốc, Sở số {random.randrange(100)}"
        return (number, name, unit, AWARDS[number % 3], "Hoàn thành xuất sắc nhiệm vụ năm 2018")

    return [one(number) for number in range(1, LINES + 1)]


def document(rows: Rows) -> bytes:
    """The same as a Word document: its one row of the list is copied, which is quick."""
    paper = Document(BytesIO(annex_docx(rows[:1], headings=HEADINGS, above=("", *ABOUT))))
    table = list(paper.element.body.iterchildren("{*}tbl"))[1]
    first = list(table.iterchildren("{*}tr"))[1]
    for row in rows[1:]:
        new = deepcopy(first)
        cells = new.iterchildren("{*}tc")
        for cell, said in zip(cells, row, strict=True):
            next(cell.iter("{*}t")).text = str(said)
        table.append(new)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def imported(
    settings: Settings, name: str, data: bytes, looked: list[float], taken: list[float]
) -> None:
    """One clerk on an empty store: how long the preview takes, and how long the rest."""
    with serving(settings) as app:
        plan(store_of(app))
        client = browser(app)
        form: dict[str, Any] = {"csrf_token": csrf(client.get(PAGE).text)}
        form["file"] = (BytesIO(data), name)
        address = client.post(PAGE, data=form).headers["Location"]
        shown: list[str] = []
        looked.append(spent(lambda: shown.append(client.get(address).text)))
        assert f"{name}</h2>" in shown[0]
        taken.append(spent(lambda: accepted(app, client, address, fields(shown[0]))))


def accepted(app: Flask, client: FlaskClient, address: str, form: dict[str, list[str]]) -> None:
    """Recorded, its page shown, its turns planned, and the plan checked."""
    path = address.partition("?")[0]
    answer = client.post(f"{path}/acceptance", data=form)
    assert answer.status_code == 303, answer.text[:3000]
    assert client.get(answer.headers["Location"]).status_code == 200
    shelf = Library(store_of(app).facts).shelf(KIEN_GIANG)
    assert sum(len(turn.lines) for turn in shelf.awards.turns) == LINES
    today = shelf.conference.clock(app.extensions["house"].clock()).date()
    lint(shelf, today, {})


def raw_xlsx(data: bytes) -> int:
    return len(load_workbook(BytesIO(data)).get_sheet_by_index(0).to_python())


def raw_docx(data: bytes) -> int:
    with ZipFile(BytesIO(data)) as archive:
        return len(list(fromstring(archive.read("word/document.xml")).iter()))


if __name__ == "__main__":
    main()
