"""A hall's rows as people write them: "A-H 6+8+6" is eight rows of three blocks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import Any

from conference.errors import Refused

LINE = re.compile(r"(\w{1,8})(?:\s*[-–]\s*(\w{1,8}))?\s*[:\s]\s*(\d{1,3}(?:\s*\+\s*\d{1,3})*)")
"""Row or first and last row, then the seats of each block between aisles."""

MOST_LINES = 400
"""Lines read at most: twice the rows that a hall may have."""


def rows_of(text: str) -> list[dict[str, Any]]:
    """The rows of a hall. Refused with the number of the first line that is not understood."""
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(text.splitlines()[:MOST_LINES], 1):
        if line.strip():
            rows += line_rows(line.strip(), number)
    return rows


def line_rows(line: str, number: int) -> Iterator[dict[str, Any]]:
    found = LINE.fullmatch(line)
    if not found:
        raise Refused("seating.line", line=number)
    blocks = [int(block) for block in found[3].split("+")]
    ends = [sum(blocks[:count]) for count in range(1, len(blocks) + 1)]
    for label in labels_between(found[1], found[2] or found[1], number):
        yield {"label": label, "seats": ends[-1], "aisles": ends[:-1]}


def labels_between(first: str, last: str, number: int) -> list[str]:
    """ "A" to "H", or "1" to "20"."""
    if first == last:
        return [first]
    if first.isdecimal() and last.isdecimal() and 0 <= int(last) - int(first) < MOST_LINES:
        return [str(n) for n in range(int(first), int(last) + 1)]
    if re.fullmatch("[A-Z][A-Z]", first + last) and first < last:
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    raise Refused("seating.line", line=number)


def lines_of(rows: Iterable[Mapping[str, Any]]) -> str:
    """The rows as lines that `rows_of` reads; neighbouring letters alike become one line."""
    alike = groupby(enumerate(rows), key=lambda pair: family(*pair))
    lines = []
    for _, group in alike:
        same = [row for _, row in group]
        first, last = same[0]["label"], same[-1]["label"]
        label = first if first == last else f"{first}-{last}"
        lines.append(f"{label} {blocks_of(same[0])}")
    return "\n".join(lines)


def family(number: int, row: Mapping[str, Any]) -> tuple[object, ...]:
    """What rows of one line have in common: their blocks, and letters that follow each other."""
    letter = row["label"] if re.fullmatch("[A-Z]", row["label"]) else None
    return blocks_of(row), ord(letter) - number if letter else row["label"]


def blocks_of(row: Mapping[str, Any]) -> str:
    """The seats of each block between aisles: "6+8+6"."""
    edges = [0, *row["aisles"], row["seats"]]
    sizes = (end - start for start, end in pairwise(edges))
    return "+".join(str(size) for size in sizes)
