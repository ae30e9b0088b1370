"""Files of guests: every encoding and delimiter is found, what is no list is one sentence."""

import unicodedata
from time import perf_counter

import pytest
from builders_guest_sheet import HEADINGS, HUNG, ROWS, csv, read, tcvn3, text, values, vni, windows
from builders_workbook import bad_cells
from hypothesis import given
from hypothesis import strategies as st

from conference.importers.guest_sheet import open_sheet
from conference.importers.guest_sheet_file import MOST_ROWS, filled, read_file
from conference.importers.guest_sheet_text import rows_of
from conference.importers.workbook_file import MOST_BYTES, RawSheet
from projections.guest_list import GuestList

HERE = {
    "name": "Nguyễn Văn Hưng",
    "honorific": "Ông",
    "post": "Giám đốc",
    "body": "Sở Y tế",
    "phone": "0912345678",
    "birth_date": "1965",
}

ENCODED = {
    "utf-8": csv(),
    "utf-8 with a mark": text().encode("utf-8-sig"),
    "utf-16": text().encode("utf-16"),
    "utf-16 without a mark": text().encode("utf-16-le"),
    "utf-16 of the other order": text().encode("utf-16-be"),
    "decomposed": unicodedata.normalize("NFD", text()).encode(),
    "cp1258": windows(text()),
    "TCVN3": tcvn3(text()).encode("latin-1"),
    "TCVN3 saved as UTF-8": tcvn3(text()).encode(),
    "VNI": vni(text()).encode("latin-1"),
    "VNI saved as UTF-8": vni(text()).encode(),
}


@pytest.mark.parametrize("data", list(ENCODED.values()), ids=list(ENCODED))
def test_the_same_list_is_read_from_every_encoding(data: bytes) -> None:
    first, second = values(data)
    assert first == HERE
    assert (second["name"], second["body"]) == ("Đào Thị Phượng", "Ủy ban nhân dân huyện")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_one_that_the_lines_agree_on(delimiter: str) -> None:
    assert rows_of(text(delimiter=delimiter))[2:] == [list(HEADINGS), *map(list, ROWS)]


def test_excels_own_first_line_names_the_delimiter() -> None:
    assert rows_of("sep=|\na|b;c\n") == [["a", "b;c"]]


def test_a_quotation_mark_that_nobody_closes_swallows_no_rows() -> None:
    rows = [("1", '"Nguyễn Văn A', "Giám đốc", "Sở", "", "")] + [HUNG] * 300
    assert len(values(csv(rows))) == 301


def test_an_old_font_is_told() -> None:
    found = [read_file(data).tables[0].converted for data in (csv(), ENCODED["TCVN3"])]
    assert found == ["", "tcvn3"]
    assert read_file(ENCODED["VNI saved as UTF-8"]).tables[0].converted == "vni"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "guest-sheet.empty"),
        (b"\n\n;;\n", "guest-sheet.empty"),
        (b"\0\1\2" * 50, "guest-sheet.no-text"),
        (b"<html><table><tr><td>A</td></tr></table></html>", "guest-sheet.no-text"),
        (b"PK\x03\x04" + b"\0" * 90, "workbook.unreadable"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 90, "workbook.old-format"),
        (b"a" * (MOST_BYTES + 1), "workbook.too-large"),
        (b"a\n" * (MOST_ROWS + 1), "workbook.too-many-rows"),
        (b";".join([b"a"] * 201), "guest-sheet.too-many-columns"),
        (
            "Họ tên;Wörter ähnlich\n".encode()[:-9] + b"\xff\xfe;\xe9\xe8",
            "guest-sheet.encoding",
        ),
        ((text() + tcvn3(text())).encode(), "guest-sheet.mixed"),
    ],
)
def test_what_is_no_list_is_refused_with_one_code(data: bytes, code: str) -> None:
    ((_, _, _, said),) = bad_cells(lambda: read_file(data))
    assert said == code


LISTS = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=300).map(str.encode),
    st.text(max_size=200).map(lambda said: csv() + said.encode()),
    st.lists(st.lists(st.text(max_size=12), max_size=7)).map(
        lambda rows: "\n".join(";".join(row) for row in [list(HEADINGS), *rows]).encode()
    ),
    st.binary(max_size=60).map(lambda said: windows(text()) + said),
)


@given(LISTS)
def test_any_bytes_are_one_sentence_or_a_preview(data: bytes) -> None:
    refusals = bad_cells(lambda: open_sheet(data))
    assert len(refusals) <= 1
    if not refusals:
        found = open_sheet(data)
        preview = found.beside(GuestList(), "Đại biểu")
        assert len(preview.rows) <= len(found.table.rows)
        assert all(row.said["group"] for row in preview.taken)


def test_a_pile_of_marks_is_a_bad_cell_and_costs_no_time() -> None:
    """Composing 1,900 marks is quadratic work: 400 such cells took a minute."""
    pile = "a" + "\u0301\u0323" * 950
    rows = [("1", "Lê A", pile, "Sở", "", "")] * 400
    begun = perf_counter()
    found = read(csv(rows)).entries
    assert perf_counter() - begun < 10
    assert len(found) == 400
    assert [(note.code, note.column) for note in found[0].notes] == [("field.characters", "post")]


def test_millions_of_blank_lines_take_neither_time_nor_memory() -> None:
    begun = perf_counter()
    ((_, _, _, said),) = bad_cells(lambda: read_file(b"\n" * MOST_BYTES))
    assert (said, perf_counter() - begun < 10) == ("guest-sheet.empty", True)


def test_merged_ranges_that_overlap_a_million_times_are_filled_in_bounded_time() -> None:
    rows = tuple(("x",) for _ in range(10_000))
    merged = (((0, 0), (9_999, 0)),) * 10_000
    begun = perf_counter()
    filled(RawSheet("x", rows, frozenset(), merged))
    assert perf_counter() - begun < 10
