"""The cells of one guest become the values of the command; a bad one is noted, never fatal."""

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import Any

from conference.commands.fields import Text
from conference.commands.invitation import IssueInvitation
from conference.importers.workbook_cells import BadValue, value_of
from conference.rules.guest_columns import BY_NAME, bloc_of
from conference.rules.legacy_text import CLEAR, CONVERT, recognised
from conference.rules.list_columns import Mapping
from conference.rules.list_names import listed_name
from conference.rules.names import fold

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
LOST_ZERO = re.compile(r"[2-9]\d{8}")
"""A phone number as a text file holds it once a spreadsheet has taken it for a number (numbering
plan of Việt Nam: 0 and nine digits)."""

SCHEMA = IssueInvitation()
"""One for all rows: making it costs ten times what a row does."""

LONGEST = {
    name: field.longest for name, field in SCHEMA.fields.items() if isinstance(field, Text)
} | {"code": 40}
"""Characters of each text that the command takes; the cells have been composed and looked through
as its fields would (1.2 s less for 5,000 rows)."""


NAMED = ("name", "family", "given")
"""The columns that a name is put together from."""

SEVERAL = re.compile(r"\s*[/;,]\s*|\s+[-–]\s+")
"""What parts several phone numbers in one cell."""


@dataclass(frozen=True)
class Note:
    """Something odd about a row. `level`: `bad` where something was not taken, else `odd`."""

    level: str
    code: str
    column: str = ""
    facts: Map[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """One guest as the file says it. `row` is 1-based; `values` by field of the command, only
    what the file fills in; `notes` say what is odd, or was not taken."""

    row: int
    values: dict[str, Any]
    notes: tuple[Note, ...] = ()


def read_entry(
    row: int, cells: dict[int, Any], mapping: Mapping, section: str, fonts: bool
) -> Entry:
    """The row's values and notes. `fonts`: its capitals with a tone were lost in TCVN3."""
    notes: list[Note] = []
    values: dict[str, Any] = {}
    for index, cell in cells.items():
        name = mapping[index] if index < len(mapping) else ""
        if name and (value := read_cell(name, cell, notes)) is not None:
            values[name] = in_one(name, values.get(name), value, notes)
    old_font = not fonts and in_old_font(str(values.get("name") or ""))
    written = [c for i, c in cells.items() if i < len(mapping) and mapping[i] in NAMED]
    unsure = list(named(values, written, fonts))
    notes += [Note("odd", "guest-sheet.old-font", "name")] if old_font else unsure
    if not values.get("group") and section:
        values["group"] = section
    return Entry(row, checked(values, notes), tuple(notes))


def in_one(name: str, before: Any, value: Any, notes: list[Note]) -> Any:
    """One value of what a list has in several columns; two that contradict each other are noted."""
    if before is None or before == value:
        return value
    if name == "post":
        return f"{before}, {value}"
    if before[:4] != value[:4]:
        notes.append(Note("odd", "guest-sheet.two-births", name))
        return before
    return max(before, value, key=len)


def in_old_font(name: str) -> bool:
    """Whether a name in a list of Unicode seems to be written in an old font."""
    if name.isascii() or CLEAR.search(name):
        return False
    return recognised([name[: LONGEST["name"]]]) in CONVERT


def read_cell(name: str, cell: Any, notes: list[Note]) -> Any:
    """One value; None where the cell is blank, or bad and noted."""
    try:
        ready = prepared(name, cell)
        if name == "phone" and isinstance(ready, str) and SEVERAL.search(ready):
            ready = prepared(name, SEVERAL.split(ready)[0])
            notes.append(Note("odd", "guest-sheet.first-phone", name, {"value": shown(cell)}))
        value = value_of(BY_NAME[name], ready)
        if name == "email" and value and not EMAIL.fullmatch(value):
            raise BadValue("guest-sheet.email")
    except (BadValue, ValueError) as error:
        code = str(error) if isinstance(error, BadValue) else "field.text"
        notes.append(Note("bad", code, name, {"value": shown(cell)}))
        return None
    return value


def prepared(name: str, cell: Any) -> Any:
    """What a text file makes of numbers: a phone without its zero, a day's serial number."""
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if name == "phone":
        plain = re.sub(r"[\s.\-]|\.0$", "", text.lstrip("'"))
        return f"0{plain}" if LOST_ZERO.fullmatch(plain) else text.lstrip("'")
    if name == "birth_date" and re.fullmatch(r"\d{5}(?:\.0)?", text):
        return float(text)
    return text


def shown(cell: Any) -> str:
    """A cell as a sentence can show it."""
    written = next(iter(cell.values()), "") if isinstance(cell, dict) else cell
    return "".join(c for c in str(written)[:60] if unicodedata.category(c)[0] != "C")


def named(values: dict[str, Any], cells: list[Any], fonts: bool) -> Iterator[Note]:
    """The name whole, without what is glued to its ends, and not in capitals; what is not sure
    about it is told with the cells as they stand in the file."""
    parts = (values.pop("family", None), values.pop("given", None))
    name = values.get("name") or " ".join(filter(None, parts))
    if not name:
        return
    broken = any(isinstance(cell, str) and "\n" in cell.strip() for cell in cells)
    found = listed_name(name, values.get("post") or "", fonts)
    values["name"] = found.name
    if found.post:
        values["post"] = found.post
    own = values.get("honorific") or ""
    if found.honorific and fold(found.honorific) not in fold(own):
        values["honorific"] = f"{own} {found.honorific}".strip()
    for one in ("post", "body") if fonts else ():
        if values.get(one):
            values[one] = values[one][0].upper() + values[one][1:]
    for code in found.doubts or (("several-people",) if broken else ()):
        said = {"value": " ".join(map(shown, cells))}
        yield Note("odd", f"guest-sheet.{code}", "name", said)


def checked(values: dict[str, Any], notes: list[Note]) -> dict[str, Any]:
    """The values that the command takes; what is longer than its fields is noted and left out."""
    for name, longest in LONGEST.items():
        value = values.get(name)
        if isinstance(value, str) and len(value) > longest:
            notes.append(Note("bad", "field.long", name, {"value": shown(values.pop(name))}))
    return values


def command_values(values: Map[str, Any], group: str, order: int) -> dict[str, Any]:
    """All that is recorded of a new guest; `code` is the row's own in the file."""
    own = {name: value for name, value in values.items() if name != "group"}
    bloc = bloc_of(group, values.get("body"))
    whose = {"bloc": bloc, "tier": "district" if bloc == "district" else "province"}
    whose["kind"] = "person" if values.get("name") else "post"
    said: dict[str, Any] = SCHEMA.load(
        {**whose, **own, "group": group, "order": order, "superior": bloc == "superior"}
    )
    return {**said, "code": values.get("code")}
