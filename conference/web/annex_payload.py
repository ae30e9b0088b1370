"""What a looked-at annex asks of its command, and its findings as people read them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from conference.importers.annex_lines import Finding
from conference.importers.annex_match import Change
from conference.importers.guest_sheet import written
from conference.language import label, sentence
from conference.rules.days import written_day
from conference.web.annex_seen import COUNT, INSTRUMENT, Seen

CODES = {"award": "award", "awards": "award", "articles": "award", "recipient": "recipient"}
"""Facts of a finding that are codes, and the kind of their labels."""

DAYS = frozenset({"day", "today", "held"})


def instrument_of(found: Seen) -> dict[str, Any]:
    """The fields of RegisterInstrument."""
    said = {name: found.said[name] for name in (*INSTRUMENT, COUNT)}
    lines = [line_of(found, at, one) for at, one in enumerate(found.difference.changes)]
    return {**said, "lines": lines}


def line_of(found: Seen, at: int, change: Change) -> dict[str, Any]:
    """A line as AwardLine has it: who receives and represents stays as it stands."""
    line, known = change.line, change.known
    names = ("number", "name", "kind", "award", "placing", "year", "reason")
    fit = found.links.get(at)
    taken = found.link and fit is not None and line.number not in found.apart
    suggested = fit.sure.id if taken and fit and fit.sure else None
    return {
        **{name: getattr(line, name) for name in names},
        "line": known.id if known else None,
        "guest": known.guest if known and known.guest else suggested,
        "representative": line.representative or (known.representative if known else None),
    }


def details_of(found: Seen) -> list[dict[str, Any]]:
    """What is said of lines beside the award, and what is no longer said."""
    return list(details(found.difference.changes))


def details(changes: Sequence[Change]) -> Iterator[dict[str, Any]]:
    for at, one in enumerate(changes):
        line, known = one.line, one.known
        stood = known.aliases if known else ()
        aliases = list(dict.fromkeys((*stood, *line.aliases)))
        was = known is not None and (known.unit or known.note)
        if line.unit or line.note or aliases or was:
            yield {"at": at, "unit": line.unit, "note": line.note, "aliases": aliases}


def told_of(found: Seen) -> dict[str, Any]:
    """The fields of AnnexImported beside the details."""
    difference = found.difference
    counts = {"added": difference.count("added"), "changed": difference.count("changed")}
    stated = {name: found.said.get(name) for name in ("collectives", "individuals")}
    whose = {"file": found.name, "sha256": found.sha256, "gone": len(difference.gone)}
    return {**whose, **counts, **stated}


def words_of(finding: Finding) -> str:
    """A finding as a sentence, with what stands in the cell."""
    facts = {name: worded(name, value) for name, value in finding.facts.items()}
    value = f" “{facts['value']}”" if facts.get("value") else ""
    return f"{sentence(finding.code, **facts)}{value}"


def worded(name: str, value: Any) -> Any:
    """A fact as people call it: an award's key, a day."""
    if name in CODES:
        return ", ".join(label(CODES[name], one) for one in str(value).split(", "))
    return written_day(date.fromisoformat(value)) if name in DAYS else value


def place_of(finding: Finding) -> str:
    """Where it is, as the office sees it: table and row."""
    if not finding.row:
        return label("annex", "whole-file")
    if finding.table:
        return sentence("annex.table-row", table=finding.table, row=finding.row)
    return sentence("annex.row", row=finding.row)


def fault_rows(found: Seen) -> Iterator[Sequence[str]]:
    """All findings, the bad ones first: where, why, and the cells as the file has them."""
    tables = {part.table.name: part.table for part in found.annex.parts}
    for one in found.findings:
        table = tables.get(one.table) or found.annex.part.table
        cells = table.rows[one.row - 1] if 0 < one.row <= len(table.rows) else ()
        said = ("" if cell is None else written(cell) for cell in cells)
        yield (place_of(one), words_of(one), *said)


def shown_value(name: str, value: Any) -> str:
    """A field's value in the list of what changes."""
    if value is None or value == "":
        return "–"
    kinds = {"award": "award", "placing": "placing", "kind": "recipient", "level": "level"}
    return label(kinds[name], value) if name in kinds else str(value)
