"""One cell of a workbook becomes a plain value, as the kind of its column asks."""

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any

from conference.errors import Refused
from conference.rules.hours import hour_of
from conference.rules.names import unreadable
from conference.rules.workbook_sheets import Column
from conference.rules.workbook_words import FLAGS, code_of

UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
"""Characters without width that a copy from a web page brings along: dropped."""

SERIAL_DAY_0 = date(1899, 12, 30)
"""Day 0 of spreadsheet serial numbers (ECMA-376 part 1, 18.17.4.1)."""

SERIALS = range(18_264, 109_575)
"""Serial numbers taken for a day: 1950-01-01 to 2199-12-31."""


class BadValue(Exception):
    """The cell is refused; the message is the code."""


def value_of(column: Column, cell: Any) -> Any:
    """The cell's value, or None where it is blank. Raises BadValue with a code.

    `text`, `long`, `reference`, `phone` give str; `number` int; `numbers` a list of int; `day` an
    ISO day; `clock` "HH:MM"; `minutes` int, or text for the command's own field; `life_date` an ISO
    day or a year; `flag` bool; `choice` a code.
    """
    if cell is None or (isinstance(cell, str) and not cell.translate(UNSEEN).strip()):
        return None
    return READ[column.kind](column, cell)


def text(column: Column, cell: Any) -> str:
    """NFC, line breaks as blanks. A whole number is its digits; a date is not what was typed."""
    if isinstance(cell, dict):
        raise BadValue("cell.text-is-date")
    if isinstance(cell, bool):
        raise BadValue("field.text")
    if isinstance(cell, int | float):
        return str(int(cell)) if float(cell).is_integer() else str(cell)
    composed = unicodedata.normalize("NFC", str(cell)).translate(UNSEEN)
    line = re.sub(r"[\s\u00a0]+", " ", composed).strip()
    if unreadable(line):
        raise BadValue("field.characters")
    return line


def number(column: Column, cell: Any) -> int:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if float(cell).is_integer() and abs(cell) < 10**9:
            return int(cell)
    elif isinstance(cell, str) and re.fullmatch(r"\d{1,9}", cell.strip()):
        return int(cell)
    raise BadValue("field.number")


def numbers(column: Column, cell: Any) -> list[int]:
    """6, 12 or one number. 6.12 is what 6,12 becomes where the comma is the decimal sign."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return [number(column, cell)]
    parts = re.split(r"[,;\s]+", str(cell).strip(" ,;"))
    return [number(column, part) for part in parts]


def minutes(column: Column, cell: Any) -> int | str:
    """Minutes; a time cell 01:30 is ninety of them. Text is left to the command's field."""
    if isinstance(cell, dict):
        if "seconds" in cell:
            return int(cell["seconds"]) // 60
        hours, past = clock(column, cell).split(":")
        return int(hours) * 60 + int(past)
    if isinstance(cell, float) and 0 < cell < 1:
        return round(cell * 24 * 60)
    return number(column, cell) if isinstance(cell, int | float) else text(column, cell)


def day(column: Column, cell: Any) -> str:
    """A date cell, a serial number, 25/03/2019 or 2019-03-25."""
    if isinstance(cell, dict) and ("date" in cell or "datetime" in cell):
        return checked_day(str(cell.get("date") or cell["datetime"])[:10])
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not isfinite(cell) or int(cell) not in SERIALS:
            raise BadValue("field.day")
        return (SERIAL_DAY_0 + timedelta(days=int(cell))).isoformat()
    if not isinstance(cell, str):
        raise BadValue("field.day")
    found = re.fullmatch(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", cell.strip())
    return checked_day(f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else cell.strip())


def checked_day(written: str) -> str:
    """An ISO day of this or the last century; a time typed as a date lies in 1899 or 1900."""
    try:
        found = date.fromisoformat(written)
    except ValueError as error:
        raise BadValue("field.day") from error
    if not 1900 < found.year < 2200:
        raise BadValue("field.day")
    return found.isoformat()


def life_date(column: Column, cell: Any) -> str:
    """A day, or only a year: 1968."""
    year = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
    if re.fullmatch(r"(19|20)\d\d", year):
        return year
    return day(column, cell)


def clock(column: Column, cell: Any) -> str:
    """07:30, 7h30, 7 giờ 30; a time cell, its date of 1899 or 1900 passed over; 0.3125 of a day.
    An hour with another day, "7h30 26/3", stays as it is written."""
    if isinstance(cell, dict):
        if "seconds" in cell:
            return clock_at(int(cell["seconds"]) / 86_400)
        if "time" in cell:
            return str(cell["time"])[:5]
        at = datetime.fromisoformat(cell.get("datetime") or f"{cell['date']}T00:00")
        if at.year <= 1900:
            return f"{at:%H:%M}"
    elif isinstance(cell, float):
        return clock_at(cell)
    elif isinstance(cell, str):
        with suppress(Refused):
            said = hour_of(cell)
            return f"{said:%H:%M}" if isinstance(said, time) else cell.strip()
        with suppress(ValueError):
            if datetime.fromisoformat(cell.strip()).tzinfo:
                return cell.strip()
    raise BadValue("cell.clock")


def clock_at(share: float) -> str:
    """The time of day at a share of the day."""
    past = round(share * 24 * 60) if 0 <= share < 1 else -1
    if not 0 <= past < 24 * 60:
        raise BadValue("cell.clock")
    return f"{past // 60:02}:{past % 60:02}"


def flag(column: Column, cell: Any) -> bool:
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float) and cell in (0, 1):
        return bool(cell)
    code = code_of(FLAGS, cell) if isinstance(cell, str) else None
    if code is None:
        raise BadValue("cell.flag")
    return code == "yes"


def choice(column: Column, cell: Any) -> str:
    code = code_of(column.choices, text(column, cell))
    if code is None:
        raise BadValue("field.choice")
    return code


def phone(column: Column, cell: Any) -> str:
    """A number cell has lost its leading zero: nine digits get it back (numbering plan of Việt Nam:
    0 and nine digits)."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        digits = str(number_of_phone(cell))
        return f"+{digits}" if len(digits) == 11 and digits.startswith("84") else f"0{digits}"
    written = text(column, cell)
    if not re.fullmatch(r"\+?[\d\s().-]{6,20}", written):
        raise BadValue("cell.phone")
    return written


def number_of_phone(cell: float) -> int:
    if not float(cell).is_integer() or not 10**7 < cell < 10**12:
        raise BadValue("cell.phone")
    return int(cell)


READ: dict[str, Callable[[Column, Any], Any]] = {
    "text": text,
    "long": text,
    "reference": text,
    "number": number,
    "numbers": numbers,
    "minutes": minutes,
    "day": day,
    "life_date": life_date,
    "clock": clock,
    "flag": flag,
    "choice": choice,
    "phone": phone,
}
