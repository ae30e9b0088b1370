"""The workbook as .xlsx: the empty template, or filled with rows by sheet and field."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from conference.rules.workbook_sheets import MARKS, Column, Sheet
from conference.rules.workbook_table import SHEETS
from conference.rules.workbook_words import (
    FLAGS,
    HELP_SHEET,
    KIND_LABELS,
    LISTS_SHEET,
    Words,
    label_of,
)

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by the sheet's name in code, values by the column's; an upright sheet has one row."""

Lists = Mapping[tuple[str, ...], str]
"""Where each list of words stands in the book, by its codes."""

MADE = datetime(2019, 3, 25)  # noqa: DTZ001 (a sheet knows no zone)
"""The day that every file says it was made on, so that the same rows give the same bytes."""

READY_ROWS = 2_000
"""Rows of an empty sheet that offer the drop-down lists."""

FORMATS: dict[str, dict[str, object]] = {
    "heading": {
        "bold": True,
        "bg_color": "#fbf3e0",
        "bottom": 1,
        "text_wrap": True,
        "valign": "top",
    },
    "needed": {
        "bold": True,
        "font_color": "#9f1d20",
        "bg_color": "#fbf3e0",
        "bottom": 1,
        "text_wrap": True,
        "valign": "top",
    },
    "text": {"text_wrap": True, "valign": "top", "num_format": "@"},
    "day": {"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"},
    "clock": {"num_format": "hh:mm", "valign": "top", "align": "left"},
    "number": {"valign": "top", "align": "left"},
}


def workbook_xlsx(rows: Rows | None = None, edition: str = "") -> bytes:
    """The workbook with these rows; without them the empty template. The edition of the programme
    stands at the head of every printed sheet and in the file's properties: a row of a sheet would
    be taken over with the others."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        named = {"subject": edition} if edition else {}
        book.set_properties({"title": "Lễ đài", "created": MADE, **named})
        formats = {name: book.add_format(look) for name, look in FORMATS.items()}
        drawn = [(sheet, book.add_worksheet(sheet.title)) for sheet in SHEETS]
        lists = written_lists(book.add_worksheet(LISTS_SHEET))
        for sheet, page in drawn:
            if edition:
                page.set_header(f"&L{edition.replace('&', '&&')}&R&A")
            write = write_upright if sheet.upright else write_table
            write(page, sheet, (rows or {}).get(sheet.name, ()), formats, lists)
        write_help(book.add_worksheet(HELP_SHEET), formats)
    return file.getvalue()


def write_table(
    page: Worksheet,
    sheet: Sheet,
    rows: Sequence[Mapping[str, Any]],
    formats: dict[str, Format],
    lists: Lists,
) -> None:
    """Headings in the first row, a record in each row below."""
    page.freeze_panes(1, 0)
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width)
        write_heading(page, 0, index, column, formats)
        offer(page, (1, index, READY_ROWS, index), column, lists)
        for number, row in enumerate(rows, start=1):
            write_value(page, number, index, column, row.get(column.name), formats)


def write_upright(
    page: Worksheet,
    sheet: Sheet,
    rows: Sequence[Mapping[str, Any]],
    formats: dict[str, Format],
    lists: Lists,
) -> None:
    """A heading in each row, its value and its marks beside it."""
    row = rows[0] if rows else {}
    page.set_column(0, 0, 30)
    page.set_column(1, 1, 70)
    page.set_column(2, 3, 36)
    for index, title in enumerate(("Mục", "Giá trị", *(mark.title for mark in MARKS))):
        page.write_string(0, index, title, formats["heading"])
    for number, column in enumerate(sheet.columns, start=1):
        write_heading(page, number, 0, column, formats)
        offer(page, (number, 1, number, 1), column, lists)
        write_value(page, number, 1, column, row.get(column.name), formats)
        for index, mark in enumerate(MARKS, start=2):
            said = row.get(f"{column.name}.{mark.name}")
            write_value(page, number, index, mark, said, formats)


def write_heading(
    page: Worksheet, row: int, index: int, column: Column, formats: dict[str, Format]
) -> None:
    """The heading; a needed column has a star and its meaning as a note."""
    title = f"{column.title} *" if column.required else column.title
    page.write_string(row, index, title, formats["needed" if column.required else "heading"])
    page.write_comment(row, index, column.meaning, {"author": "Lễ đài"})


def write_value(
    page: Worksheet, row: int, index: int, column: Column, value: Any, formats: dict[str, Format]
) -> None:
    """One value as the office reads it. Text is always written as text, never as a formula."""
    if value is None or value == [] or value is False:
        return
    if column.kind == "day":
        day = date.fromisoformat(value)
        page.write_datetime(row, index, day, formats["day"])
    elif column.kind == "clock" and len(value) == len("07:30"):
        page.write_datetime(row, index, time.fromisoformat(value), formats["clock"])
    elif column.kind in ("number", "minutes"):
        page.write_number(row, index, value, formats["number"])
    else:
        page.write_string(row, index, worded(column, value), formats["text"])


def worded(column: Column, value: Any) -> str:
    """A value as text: the word of a choice, Có for a flag, numbers with commas between."""
    if column.kind == "choice":
        return label_of(column.choices, value)
    if column.kind == "flag":
        return label_of(FLAGS, "yes")
    return ", ".join(map(str, value)) if column.kind == "numbers" else str(value)


def words_of(column: Column) -> Words:
    """The words that a column offers."""
    return FLAGS if column.kind == "flag" else column.choices


def written_lists(page: Worksheet) -> Lists:
    """Write every list of words in a column of its own; answers where each stands."""
    places: dict[tuple[str, ...], str] = {}
    page.hide()
    for column in (column for sheet in SHEETS for column in sheet.columns):
        words = words_of(column)
        if not words or tuple(words) in places:
            continue
        index = len(places)
        for number, code in enumerate(words):
            page.write_string(number, index, label_of(words, code))
        letter = chr(ord("A") + index)
        places[tuple(words)] = f"='{LISTS_SHEET}'!${letter}$1:${letter}${len(words)}"
    return places


def offer(page: Worksheet, area: tuple[int, int, int, int], column: Column, lists: Lists) -> None:
    """A drop-down list; other words are let in, since the reader knows synonyms."""
    if words := words_of(column):
        page.data_validation(
            *area, {"validate": "list", "source": lists[tuple(words)], "error_type": "warning"}
        )


def write_help(page: Worksheet, formats: dict[str, Format]) -> None:
    """Every sheet and column with what it means and which words it takes."""
    heads = ("Trang", "Cột", "Bắt buộc", "Kiểu", "Ý nghĩa", "Các từ nhận được")
    for index, (head, width) in enumerate(zip(heads, (18, 26, 10, 20, 60, 70), strict=True)):
        page.set_column(index, index, width)
        page.write_string(0, index, head, formats["heading"])
    columns = [(sheet, column) for sheet in SHEETS for column in sheet.columns]
    for number, (sheet, column) in enumerate(columns, start=1):
        needed = label_of(FLAGS, "yes") if column.required else ""
        offered = ", ".join(label_of(words_of(column), code) for code in words_of(column))
        said = (
            sheet.title,
            column.title,
            needed,
            KIND_LABELS[column.kind],
            column.meaning,
            offered,
        )
        for index, text in enumerate(said):
            page.write_string(number, index, text, formats["text"])
    page.freeze_panes(1, 0)
