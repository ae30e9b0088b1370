"""An annex opened: which table, what its columns are, its text understood, its lines and faults."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from conference.importers.annex_check import merged_lines, numbered, repeated, whole
from conference.importers.annex_file import AnnexFile, AnnexTable, read_annex
from conference.importers.annex_lines import Finding, Line, Reading, Usual, lines_of
from conference.importers.annex_sections import Sections
from conference.importers.guest_sheet import samples_of
from conference.importers.guest_sheet_file import Table
from conference.importers.guest_sheet_head import Head, head_of
from conference.rules.annex_awards import awards_in, meant_by, year_in
from conference.rules.annex_columns import ANNEX, annex_mapping
from conference.rules.annex_text import Told, text_lines, told_by
from conference.rules.list_columns import Mapping

ALL = -1
"""The choice of all tables, one behind the other."""


@dataclass(frozen=True)
class Asked:
    """What somebody chose of how to read the file; None and () where nobody chose. `table` is a
    place in the file, or ALL; `row` that of the headings (1-based, 0: there are none); `extract`:
    numbers may be left out."""

    table: int | None = None
    row: int | None = None
    columns: Mapping = ()
    usual: Usual | None = None
    extract: bool = False


@dataclass(frozen=True)
class Part:
    """One table as it is read."""

    table: AnnexTable
    head: Head
    mapping: Mapping

    @cached_property
    def samples(self) -> tuple[tuple[str, ...], ...]:
        return samples_of(self.table.rows, self.head)

    @property
    def above(self) -> tuple[str, ...]:
        """The text above: of a document, or in the rows above the headings."""
        return (*self.table.above, *text_lines(self.table.rows[: max(self.head.row - 1, 0)]))


@dataclass(frozen=True)
class Annex:
    """A file as it was asked for: its tables, the text's words, lines as they would be recorded,
    and all that is wrong or odd. `usual` is what was taken for lines that say nothing."""

    file: AnnexFile
    asked: Asked
    parts: tuple[Part, ...]
    told: Told
    usual: Usual
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
    sections: tuple[tuple[str, int, str], ...] = ()
    passed_over: tuple[tuple[str, int, str], ...] = ()
    several: bool = field(default=False)

    @property
    def part(self) -> Part:
        return self.parts[0]

    @property
    def bad(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.level == "bad")


def open_annex(data: bytes, asked: Asked) -> Annex:
    """The annex in a file, read as somebody chose or as its headings say. Raises BadSheet."""
    file = read_annex(data)
    places = chosen(file, asked)
    parts = tuple(part_of(file.tables[at], asked, len(places) > 1) for at in places)
    above = parts[0].above
    told = told_by(above, parts[-1].table.below)
    usual = usual_of(told) if asked.usual in (None, Usual()) else asked.usual
    readings = list(read(parts, usual, len(file.tables) > 1))
    below = (*parts[-1].table.below, *(line for one in readings for line in one.below))
    told = replace(told, signatory=told_by(above, below).signatory)
    lines, odd = numbered([line for one in readings for line in one.lines], asked.extract)
    findings = [finding for one in readings for finding in one.findings] + odd
    findings += [*about_tables(file, asked), *about_text(told, asked)]
    findings += [*whole(lines, findings), *repeated(lines)]
    faults = tuple(sorted(findings, key=lambda one: (one.level, one.table, one.row)))
    sections, others = (tuple(around(readings, parts, one)) for one in ("sections", "passed_over"))
    said = (file, asked, parts, told, usual, lines, faults, sections, others)
    return Annex(*said, several=len(file.promising) > 1)


def chosen(file: AnnexFile, asked: Asked) -> tuple[int, ...]:
    """The places of the tables that are read."""
    if asked.table == ALL:
        return file.promising or (0,)
    if asked.table is not None and 0 <= asked.table < len(file.tables):
        return (asked.table,)
    return file.promising[:1] or (0,)


def part_of(table: AnnexTable, asked: Asked, among: bool) -> Part:
    """`among` several tables each is read by its own headings."""
    head = head_of(Table(table.name, table.rows), None if among else asked.row, ANNEX)
    mapping = annex_mapping(head.words)
    if asked.columns and not among:
        mapping = ANNEX.chosen(asked.columns, len(head.words))
    return Part(table, head, mapping)


def usual_of(told: Told) -> Usual:
    """What the text says of all lines: the one award of its title, else of its Article 1; none
    where these contradict each other."""
    for text in (told.title, told.article) if told.apart is None else ():
        named = awards_in(text)
        if len(named) == 1:
            meant = meant_by(text)
            kind = meant.kind if meant.kind in ("household", "posthumous") else ""
            return Usual(next(iter(named)), meant.placing, kind or kinds_in(told), year_in(text))
    return Usual(kind=kinds_in(told), year=year_in(told.words))


def kinds_in(told: Told) -> str:
    """Who receives where the text counts only one kind."""
    if told.collectives and not told.individuals:
        return "collective"
    return "individual" if told.individuals and not told.collectives else ""


def read(parts: tuple[Part, ...], usual: Usual, several: bool) -> Iterator[Reading]:
    """The rows of each table. A section stays open behind the end of its table; the table's name
    goes with what is found where the file has several."""
    sections, above = Sections(), 0
    for part in parts:
        reading, before = Reading(usual, sections), len(sections.seen)
        sections.begin_above(part.table.above[above:])
        above = len(part.table.above)
        lines_of(part.table, part.head, part.mapping, reading)
        reading.begun = tuple(sections.seen[before:])
        name = part.table.name if several else ""
        reading.findings = [replace(one, table=name) for one in told_once(part, reading)]
        reading.lines = [replace(line, table=name) for line in reading.lines]
        yield reading


def told_once(part: Part, reading: Reading) -> Iterator[Finding]:
    """What is found in a table; what merged cells hide is not told a second time."""
    merged = list(merged_lines(part.table, part.head, part.mapping, reading.lines))
    within = {row for one in merged for row in range(one.facts["first"], one.facts["last"] + 1)}
    hidden = (one.row in within and one.code == "annex.no-name" for one in reading.findings)
    yield from (one for one, hides in zip(reading.findings, hidden, strict=True) if not hides)
    yield from merged


def about_tables(file: AnnexFile, asked: Asked) -> Iterator[Finding]:
    """Whether it is clear which table is the list."""
    if asked.table is None and len(file.promising) > 1:
        names = ", ".join(file.tables[at].name for at in file.promising)
        facts = {"count": len(file.promising), "names": names}
        yield Finding(0, "annex.several-tables", facts=facts)
    if not file.promising and not asked.columns:
        yield Finding(0, "annex.no-headings")


def about_text(told: Told, asked: Asked) -> Iterator[Finding]:
    """Whether title and Article 1 say the same; once somebody has chosen the award it is odd."""
    if told.apart is not None:
        first, second = (", ".join(keys) for keys in told.apart)
        level = "odd" if asked.usual is not None and asked.usual.award else "bad"
        facts = {"awards": first, "articles": second}
        yield Finding(0, "annex.apart", "award", facts, level)


def around(
    readings: list[Reading], parts: tuple[Part, ...], what: str
) -> Iterator[tuple[str, int, str]]:
    """Rows that are no recipients, of all tables: sections, or what was passed over."""
    for reading, part in zip(readings, parts, strict=True):
        name = part.table.name if len(parts) > 1 else ""
        if what == "sections":
            yield from ((name, one.row, one.name) for one in reading.begun)
        else:
            yield from ((name, row, text) for row, text in reading.passed_over)
