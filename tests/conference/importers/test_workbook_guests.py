"""The guests' sheet: what a row invites, honorifics, sites, a conference's own id as its code."""

from typing import Any
from uuid import UUID

import pytest
from builders import KIEN_GIANG
from builders_workbook import bad_cells

from conference.commands.workbook_part import Part
from conference.documents.workbook_xlsx import workbook_xlsx
from conference.importers.workbook import read_book
from conference.importers.workbook_desk import conference_id_of
from conference.importers.workbook_rows import MOST_ROWS

FRAME = {"code": "x", "title": "Hội nghị", "host": "UBND tỉnh"}
GUEST = {"group": "Khách", "bloc": "other"}


def parts(*guests: dict[str, Any]) -> list[Part]:
    """What these rows of the sheet become, without the conference itself."""
    data = workbook_xlsx({"conference": [FRAME], "guests": [GUEST | one for one in guests]})
    return [part for part in read_book(data).draft.parts if part.kind != "conference"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"name": "Lê A"}, "person"),
        ({"name": "Lê A", "post": "Giám đốc"}, "person"),
        ({"post": "Giám đốc"}, "post"),
        ({"post": "Giám đốc", "count": 3}, "group"),
        ({"count": 3}, "group"),
        ({}, "group"),
        ({"name": "Lê A", "post": "Giám đốc", "kind": "post"}, "post"),
    ],
)
def test_a_row_invites_whom_its_cells_speak_of(said: dict[str, Any], kind: str) -> None:
    (part,) = parts(said)
    assert part.said.get("kind", part.kind) == kind


def test_a_group_is_invited_by_a_third_party_with_an_unknown_count() -> None:
    (part,) = parts({"body": "Xã Vân Hòa", "invited_by": "UBND huyện"})
    assert (part.kind, part.said["count"], part.said["invited_by"]) == ("group", None, "UBND huyện")


@pytest.mark.parametrize(
    ("said", "honorific", "name"),
    [
        ({"name": "Ông Lê A"}, "Ông", "Lê A"),
        ({"name": "Ông Lê A", "honorific": "Bà"}, "Bà", "Ông Lê A"),
        ({"name": "Lê A"}, None, "Lê A"),
    ],
)
def test_an_honorific_glued_to_a_name_is_taken_off_it(
    said: dict[str, Any], honorific: str | None, name: str
) -> None:
    (part,) = parts(said)
    assert (part.said["honorific"], part.said["name"]) == (honorific, name)


def test_each_site_becomes_one_of_the_conference_once() -> None:
    long = "Điểm cầu trung tâm hành chính thành phố Phú Quốc"
    made = parts(
        {"name": "A", "site": "Hà Tiên"},
        {"name": "B", "site": "Hà Tiên"},
        {"name": "C", "site": long},
        {"group": "Đoàn", "count": 2, "site": "Giồng Riềng"},
        {"name": "D"},
    )
    sites = [dict(part.said) for part in made if part.kind == "site"]
    assert {one["site"]: one["name"] for one in sites} == {
        "Hà Tiên": "Hà Tiên",
        long[:40].strip(): long,
        "Giồng Riềng": "Giồng Riềng",
    }
    at = {part.label: part.said["site"] for part in made if part.kind in ("guest", "group")}
    places = {"A": "Hà Tiên", "B": "Hà Tiên", "C": long[:40].strip(), "Đoàn": "Giồng Riềng"}
    assert at == {**places, "D": ""}


def test_groups_stand_in_the_order_in_which_the_file_names_them() -> None:
    made = parts(
        {"group": "B", "name": "x"}, {"group": "A", "name": "y"}, {"group": "B", "post": "z"}
    )
    assert [(part.said["group"], part.said["order"]) for part in made] == [
        ("B", 1),
        ("A", 2),
        ("B", 1),
    ]


def test_a_conference_is_called_by_a_code_or_by_its_own_id() -> None:
    assert conference_id_of("kg-2019") == conference_id_of(" kg-2019 ")
    assert conference_id_of("kg-2019") != conference_id_of("kg-2020")
    assert conference_id_of(str(KIEN_GIANG)) == KIEN_GIANG
    no_id = "z" * 36
    assert isinstance(conference_id_of(no_id), UUID)


def test_a_sheet_longer_than_any_conference_is_refused() -> None:
    rows = [GUEST | {"name": f"Khách {n}"} for n in range(MOST_ROWS)]
    data = workbook_xlsx({"conference": [FRAME], "guests": rows})
    found = bad_cells(lambda: read_book(data))
    assert found == [("Khách mời", MOST_ROWS + 1, "", "workbook.too-many-rows")]
