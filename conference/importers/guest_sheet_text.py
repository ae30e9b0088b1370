"""Bytes of a text file become rows of text: the encoding found, then what parts the columns."""

import codecs
import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice

from conference.errors import BadCell, BadSheet
from conference.rules.legacy_text import CONVERT, SURE
from conference.rules.syllables import likeness, marked_words

DELIMITERS = ("\t", ";", ",")
"""What parts the columns; where two do equally well the first of them does."""

LOOKED_AT = 200
"""Lines by which the delimiter is chosen."""

MOST_LINES = 100_000
"""Lines that are read, blank ones included: five times the longest list; behind them lies nothing
but memory taken."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")

MARKUP = re.compile(r"\ufeff?\s*<(?:!doctype|html|table|\?xml)", re.IGNORECASE)
"""What a web page that calls itself a spreadsheet begins with."""

SAMPLED = 50_000
"""Characters by which an encoding of one byte a letter is told: some 500 rows."""


def text_of(data: bytes) -> tuple[str, str]:
    """The text, and what it was written in: utf-8, utf-16, cp1258, or western for a file whose
    letters only an old font made Vietnamese. Raises BadSheet when it is no text, or unclear."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return decoded(data, name), name[:6].rstrip("-")
    half = len(data) // 2
    if half and len(data) % 2 == 0:
        for at, name in ((1, "utf-16-le"), (0, "utf-16-be")):
            if data[at::2].count(0) > half / 2 and b"\0" not in data[1 - at :: 2]:
                return decoded(data, name), "utf-16"
    if b"\0" in data:
        raise refused("guest-sheet.no-text")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return one_byte(data)
    return decoded(data, "utf-8"), "utf-8"


def decoded(data: bytes, encoding: str) -> str:
    """The text of a file that says what it is written in. Raises BadSheet when it is not, or no
    text: one control character in twenty, or a web page."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refused("guest-sheet.encoding") from error
    if len(CONTROL.findall(text)) * 20 > len(text) or MARKUP.match(text):
        raise refused("guest-sheet.no-text")
    return text


def one_byte(data: bytes) -> tuple[str, str]:
    """cp1258, or TCVN3 or VNI as the letters of cp1252: what makes the most words Vietnamese."""
    western = "".join(WESTERN[byte] for byte in data)
    words = marked_words([western[:SAMPLED]])
    shares = {name: likeness(map(convert, words)) for name, convert in CONVERT.items()}
    windows = data.decode("cp1258", "replace")
    shares["cp1258"] = likeness(marked_words([windows[:SAMPLED]]))
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < SURE:
        raise refused("guest-sheet.encoding")
    return (windows, "cp1258") if best == "cp1258" else (western, "western")


def western_letter(code: int) -> str:
    """The letter of a byte in cp1252; the five that it lacks as in Latin-1."""
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(code)


WESTERN = [western_letter(code) for code in range(256)]


def rows_of(text: str) -> list[list[str]]:
    """The rows of a text, parted by the delimiter that its first lines agree on."""
    body = text.removeprefix("\ufeff")
    first, _, rest = body.partition("\n")
    said = first.strip()
    if said[:4].lower() == "sep=" and len(said) == 5:  # Excel's own first line
        return parted(rest, said[4])
    head = "".join(islice(StringIO(body), LOOKED_AT))
    return parted(body, max(DELIMITERS, key=lambda delimiter: agreement(parted(head, delimiter))))


def agreement(rows: list[list[str]]) -> int:
    """How many cells stand in rows of the commonest width, one column counting nothing."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max((width * times for width, times in widths.items()), default=0)


def parted(text: str, delimiter: str) -> list[list[str]]:
    """The rows; a quotation mark that nobody closes is taken for a letter."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        try:
            lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)
            rows = list(islice(lines, MOST_LINES))
        except csv.Error:
            continue
        if quoting == csv.QUOTE_NONE or not swallowed(rows):
            return rows
    raise refused("guest-sheet.no-text")


def swallowed(rows: list[list[str]]) -> bool:
    """Whether a cell holds so many lines that a mark must have been left open."""
    return any(cell.count("\n") > LOOKED_AT for row in rows for cell in row)


def refused(code: str) -> BadSheet:
    """The refusal of a whole file."""
    return BadSheet([BadCell("", 0, "", code)])
