"""The rows of an annex become lines of its instrument, in its order and spelling; bad cells are
listed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from conference.importers.annex_file import AnnexTable
from conference.importers.annex_rows import RowSeen, number_of, rows_seen
from conference.importers.annex_sections import Section, Sections
from conference.importers.guest_sheet_cells import in_old_font, shown
from conference.importers.guest_sheet_head import Head
from conference.importers.workbook_cells import BadValue, value_of
from conference.rules.annex_awards import Meant, meant_by, placing_of
from conference.rules.annex_columns import ANNEX
from conference.rules.award_catalogue import BY_KEY
from conference.rules.honorifics import split_honorific
from conference.rules.list_columns import Mapping
from conference.rules.workbook_words import FLAGS, RECIPIENT_KINDS, code_of, folded

LONGEST = {"name": 300, "unit": 300, "reason": 500, "representative": 120, "note": 300}
"""Characters of each text that is recorded of a line (commands.awards.AwardLineAsked)."""

YEARS = range(1945, 2201)


@dataclass(frozen=True)
class Finding:
    """Something wrong about a row (0: the file). `level`: `bad` where nothing can be recorded
    before it is mended, `odd` where it should be looked at."""

    row: int
    code: str
    column: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    level: str = "bad"
    table: str = ""


@dataclass(frozen=True)
class Line:
    """One line as the file has it; `own` is the number that its row says, None where it says none.
    `number` is what is recorded."""

    row: int
    own: int | None
    name: str
    kind: str
    award: str
    placing: int | None
    year: int | None
    reason: str | None
    unit: str | None
    note: str | None
    representative: str | None
    aliases: tuple[str, ...]
    section: int = 0
    number: int = 0
    table: str = ""


@dataclass(frozen=True)
class Usual:
    """What a line has that says nothing of it, as somebody chose or as the text says."""

    award: str = ""
    placing: int | None = None
    kind: str = ""
    year: int | None = None


@dataclass
class Reading:
    """What is found while the rows go by."""

    usual: Usual
    sections: Sections = field(default_factory=Sections)
    begun: tuple[Section, ...] = ()
    """The sections of this table; `sections` has those of tables before it, too."""
    lines: list[Line] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    passed_over: list[tuple[int, str]] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


def lines_of(table: AnnexTable, head: Head, mapping: Mapping, reading: Reading) -> Reading:
    """Every row behind the headings; `reading` has what was said above the table."""
    for seen in rows_seen(table.rows, head, mapping, table.merged):
        if seen.kind == "line":
            line_of(seen, mapping, reading)
        elif seen.kind == "section":
            section_begun(reading, seen)
        elif seen.kind != "headings":
            said = " ".join([seen.order, *seen.texts]).strip()
            reading.passed_over.append((seen.row, said[:120]))
            texts = seen.texts or (seen.order,)
            reading.below += [line for text in texts for line in text.split("\n")]
    return reading


def section_begun(reading: Reading, seen: RowSeen) -> Section:
    section = reading.sections.begin(seen.row, seen.order, seen.text)
    if section.meant.unknown:
        facts = {"value": section.name[:60]}
        reading.findings.append(Finding(seen.row, "annex.unknown-award", "award", facts))
    return section


def line_of(seen: RowSeen, mapping: Mapping, reading: Reading) -> None:
    """The row as a line of its instrument."""
    told: list[Finding] = []
    said = dict(values(seen, mapping, told))
    name = whole_name(said)
    told += list(wrong_name(seen.row, name))
    meant = award_said(seen.row, said.get("award", ""), reading, told)
    award = meant.award or reading.usual.award
    placing = placing_said(seen.row, said, meant, reading, told)
    kind = kind_said(seen.row, said, name, meant, reading, award, told)
    own, sections = number_of(seen.order), reading.sections
    year = year_said(seen.row, said.get("year"), told) or sections.year or reading.usual.year
    said.setdefault("unit", sections.unit)
    texts = ("reason", "unit", "note", "representative")
    rest = {one: said.get(one) or None for one in texts}
    aliases = tuple(aliases_of(name, kind, said.get("alias", "")))
    whole: dict[str, Any] = {**rest, "aliases": aliases, "section": len(sections.seen)}
    reading.lines.append(Line(seen.row, own, name, kind, award, placing, year, **whole))
    reading.findings += told


def values(seen: RowSeen, mapping: Mapping, told: list[Finding]) -> Iterator[tuple[str, str]]:
    """The text of each column, composed and on one line; what is in several columns together."""
    found: dict[str, str] = {}
    for at, cell in seen.cells.items():
        name = mapping[at] if at < len(mapping) else ""
        if not name:
            continue
        try:
            value = value_of(TEXTS[name], "x" if cell is True else cell)
        except BadValue as error:
            told.append(Finding(seen.row, str(error), name, {"value": shown(cell)}))
            continue
        if value and name in LONGEST and len(value) > LONGEST[name]:
            told.append(Finding(seen.row, "field.long", name, {"value": shown(cell)}))
        elif value:
            found[name] = f"{found[name]}, {value}" if name in found else value
    yield from found.items()


TEXTS = {name: column for name, column in ANNEX.by_name.items() if column.kind != "flag"}
TEXTS["posthumous"] = TEXTS["note"]


def whole_name(said: dict[str, str]) -> str:
    """The name as the decision spells it: the form of address in a column of its own in front of
    it, family and given name of two columns behind each other."""
    own = said.get("name") or " ".join(filter(None, map(said.get, ("family", "given"))))
    address = said.get("honorific", "")
    return f"{address} {own}".strip() if own else ""


def wrong_name(row: int, name: str) -> Iterator[Finding]:
    if not name:
        yield Finding(row, "annex.no-name", "name")
    elif in_old_font(name):
        yield Finding(row, "annex.old-font", "name", {"value": name[:60]})


def award_said(row: int, cell: str, reading: Reading, told: list[Finding]) -> Meant:
    """What the row's own cell says, else its sections. A placing alone in the cell (Giải Nhất)
    leaves the award to them."""
    sections = reading.sections
    own = meant_by(cell)
    if cell and (own.unknown or not (own.said or placing_of(cell))):
        told.append(Finding(row, "annex.unknown-award", "award", {"value": cell[:60]}))
    if own.award:
        return own
    placing = own.placing or placing_of(cell) or sections.placing
    return Meant(sections.award, placing, own.kind, sections.unknown)


def placing_said(
    row: int, said: dict[str, str], meant: Meant, reading: Reading, told: list[Finding]
) -> int | None:
    """Class or placing, by the row's own column, its award's words, or its sections."""
    cell = said.get("placing", "")
    own = placing_of(cell)
    if cell and own is None and folded(cell) not in ("", "khong"):
        told.append(Finding(row, "annex.placing", "placing", {"value": cell[:60]}))
    usual = reading.usual.placing if not meant.award else None
    return own or meant.placing or reading.sections.placing or usual


def kind_said(
    row: int,
    said: dict[str, str],
    name: str,
    meant: Meant,
    reading: Reading,
    award: str,
    told: list[Finding],
) -> str:
    """Who receives: by the row's own words, its section, its form of address, the award itself, or
    as is usual in the file. Told where the award is not given to such recipients."""
    kinds = BY_KEY[award].kinds if award else ()
    only = kinds[0] if kinds and (len(kinds) == 1 or "collective" not in kinds) else ""
    address = "individual" if split_honorific(name)[0] else ""
    kind = own_kind(row, said, name, told) or meant.kind or reading.sections.kind
    kind = kind or address or only or reading.usual.kind or "collective"
    if kinds and kind not in kinds:
        facts = {"award": award, "recipient": kind}
        told.append(Finding(row, "annex.kind-not-given", "kind", facts))
    return kind


def own_kind(row: int, said: dict[str, str], name: str, told: list[Finding]) -> str:
    """What the row itself says of who receives."""
    posthumous = said.get("posthumous", "")
    if posthumous and code_of(FLAGS, posthumous) != "no":
        return "posthumous"
    texts = (name, said.get("note", ""), said.get("kind", ""), said.get("award", ""))
    if any("truy tặng" in text.lower() for text in texts):
        return "posthumous"
    cell = said.get("kind", "")
    known = code_of(RECIPIENT_KINDS, cell) or meant_by(cell).kind if cell else ""
    if cell and not known:
        told.append(Finding(row, "annex.kind", "kind", {"value": cell[:60]}))
    return known or ""


def year_said(row: int, cell: str | None, told: list[Finding]) -> int | None:
    if not cell:
        return None
    if cell.isdigit() and int(cell) in YEARS:
        return int(cell)
    told.append(Finding(row, "annex.year", "year", {"value": cell[:60]}))
    return None


def aliases_of(name: str, kind: str, cell: str) -> Iterator[str]:
    """Other names by which a recipient is looked for: without the form of address, which stays in
    the decision's spelling, and those of their own column."""
    address, bare = split_honorific(name)
    if address and kind in ("individual", "posthumous") and bare != name:
        yield bare
    yield from (part for one in cell.replace(";", ",").split(",") if (part := one.strip()))
