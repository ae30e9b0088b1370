"""The table of the workbook agrees with itself and with docs/workbook.md."""

import re
from itertools import chain
from pathlib import Path

import pytest

from conference.rules.workbook_sheets import KINDS, Sheet
from conference.rules.workbook_table import SHEETS
from conference.rules.workbook_words import folded

DOCS = Path(__file__).parents[3] / "docs" / "workbook.md"


def tables(sheet: Sheet) -> list[tuple[str, ...]]:
    """The rows of all tables below the sheet's heading in the documentation."""
    part = DOCS.read_text("utf-8").split(f"\n## {sheet.title}\n")[1].split("\n## ")[0]
    lines = re.findall(r"^\| (?!---|Heading )(.*) \|$", part, re.MULTILINE)
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.name)
def test_every_column_is_documented_as_it_is_read(sheet: Sheet) -> None:
    said = [(row[0], row[1], row[2], row[4]) for row in tables(sheet) if len(row) == 5]
    assert said == [
        (c.title, c.kind, "yes" if c.required else "", ", ".join(c.synonyms)) for c in sheet.columns
    ]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.name)
def test_every_word_of_a_choice_is_documented(sheet: Sheet) -> None:
    assert [row for row in tables(sheet) if len(row) == 3] == [
        (column.title, ", ".join(words), code)
        for column in sheet.columns
        for code, words in column.choices.items()
    ]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.name)
def test_a_heading_means_one_column(sheet: Sheet) -> None:
    headings = [folded(word) for c in sheet.columns for word in (c.title, *c.synonyms)]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.name)
def test_a_word_means_one_code(sheet: Sheet) -> None:
    for column in sheet.columns:
        words = [folded(word) for word in chain.from_iterable(column.choices.values())]
        assert len(words) == len(set(words)), column.title


def test_sheets_and_kinds_are_told_apart() -> None:
    names = [folded(word) for sheet in SHEETS for word in (sheet.title, *sheet.synonyms)]
    assert len(names) == len(set(names))
    assert {column.kind for sheet in SHEETS for column in sheet.columns} == set(KINDS)


def test_kinds_are_documented() -> None:
    documented = re.findall(r"^\| ([a-z_, ]+) \| [A-Z`O]", DOCS.read_text("utf-8"), re.MULTILINE)
    assert {kind for line in documented for kind in line.split(", ")} == set(KINDS)
