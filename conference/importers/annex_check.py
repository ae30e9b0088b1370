"""What makes an annex impossible to record, row by row: its numbers, merged cells, its day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from conference.importers.annex_file import AnnexTable
from conference.importers.annex_lines import Finding, Line
from conference.importers.guest_sheet_head import Head
from conference.rules.list_columns import Mapping
from conference.rules.names import fold

MOST_LINES = 10_000
"""Lines of one instrument (conference.commands.awards.MOST_LINES)."""


def numbered(lines: Sequence[Line], extract: bool) -> tuple[tuple[Line, ...], list[Finding]]:
    """The lines with the numbers that are recorded: their own; where these begin anew in a section
    they are counted through. `extract`: of a decision's list only some lines are here.

    Bad: a row without a number, a number twice in one section, smaller than the one before it, and
    numbers that are left out.
    """
    counted = tuple(replace(line, number=n) for n, line in enumerate(lines, 1))
    if all(line.own is None for line in lines):
        return counted, [Finding(0, "annex.unnumbered", level="odd")] if lines else []
    found: list[Finding] = []
    restarted = False
    for run in runs_of(lines):
        restarted = restarted or run[0] is not lines[0]
        found += wrong_numbers(run, extract)
    if restarted:
        found.append(Finding(0, "annex.renumbered", facts={"count": len(lines)}, level="odd"))
        return counted, found
    return tuple(replace(line, number=line.own or 0) for line in lines), found


def runs_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines parted where numbers begin again in another section or table."""
    run: list[Line] = []
    last: Line | None = None
    for line in lines:
        if last is not None and line.own is not None and anew(last, line):
            yield run
            run = []
        run.append(line)
        last = line if line.own is not None else last
    yield run


def wrong_numbers(run: Sequence[Line], extract: bool) -> Iterator[Finding]:
    """What is wrong with numbers that go up through a run. A row without a number may be the one
    whose number is missing: that is told once."""
    before: Line | None = None
    seen: dict[int, Line] = {}
    blanks = 0
    for line in run:
        if line.own is None:
            yield Finding(line.row, "annex.no-number", "number", table=line.table)
            blanks += 1
            continue
        yield from wrong_number(line, before, seen, MOST_LINES if extract else blanks)
        before, blanks = line, 0
        seen.setdefault(line.own, line)


def anew(before: Line, line: Line) -> bool:
    """Whether the numbers begin again in another section or table."""
    other = (before.section, before.table) != (line.section, line.table)
    return other and (line.own or 0) <= (before.own or 0)


def wrong_number(
    line: Line, before: Line | None, seen: dict[int, Line], allowed: int
) -> Iterator[Finding]:
    """`allowed`: how many numbers may be left out before this one."""
    own = line.own or 0
    last = before.own or 0 if before else 0
    if own in seen:
        facts = {"number": own, "other": seen[own].row}
        yield Finding(line.row, "annex.number-twice", "number", facts, table=line.table)
    elif before is not None and own < last:
        facts = {"number": own, "last": last}
        yield Finding(line.row, "annex.number-order", "number", facts, table=line.table)
    elif own - last - 1 > allowed:
        facts = {"first": last + 1, "last": own - 1}
        one = facts["first"] == facts["last"]
        code = "annex.number-missing" if one else "annex.numbers-missing"
        yield Finding(line.row, code, "number", facts, table=line.table)


def merged_lines(
    table: AnnexTable, head: Head, mapping: Mapping, lines: Sequence[Line]
) -> Iterator[Finding]:
    """Merged cells over rows of recipients: nobody can tell whose they are."""
    rows = {line.row - 1 for line in lines}
    meant = {at for at, name in enumerate(mapping) if name} | {head.numbers}
    for (top, left), (bottom, right) in table.merged:
        over = rows.intersection(range(top, bottom + 1))
        columns = meant.intersection(range(left, right + 1))
        if over and columns and (bottom > top or len(columns) > 1):
            facts = {"first": top + 1, "last": bottom + 1}
            yield Finding(min(over) + 1, "annex.merged", facts=facts, table=table.name)


def whole(lines: Sequence[Line], findings: Sequence[Finding]) -> Iterator[Finding]:
    """What is wrong with the list as a whole."""
    if not lines:
        yield Finding(0, "annex.no-lines")
    if len(lines) > MOST_LINES or any(line.number > MOST_LINES for line in lines):
        yield Finding(0, "annex.too-many-lines", facts={"most": MOST_LINES})
    told = any(one.code in ("annex.unknown-award", "annex.apart") for one in findings)
    without = sum(not line.award for line in lines)
    if without and not told:
        yield Finding(0, "annex.no-award", "award", {"count": without})


def repeated(lines: Sequence[Line]) -> Iterator[Finding]:
    """Two lines that give one recipient the same award: a slip of copying, or a namesake."""
    first: dict[tuple[str, str, str], Line] = {}
    for line in lines:
        key = (fold(line.name), fold(line.unit or ""), line.award)
        known = first.setdefault(key, line)
        if line.name and known is not line:
            facts = {"name": line.name, "other": known.row}
            yield Finding(line.row, "annex.name-twice", "name", facts, "odd", line.table)


def wrong_day(dated_on: str | None, today: date, held_on: str | None) -> Iterator[Finding]:
    """A decision of a day to come cannot have been signed; one dated behind the conference's own
    day cannot be presented at it."""
    if dated_on is None:
        return
    facts = {"day": dated_on}
    if date.fromisoformat(dated_on) > today:
        facts["today"] = today.isoformat()
        yield Finding(0, "annex.dated-future", "dated_on", facts)
    elif held_on is not None and dated_on > held_on:
        facts["held"] = held_on
        yield Finding(0, "annex.dated-behind", "dated_on", facts)
