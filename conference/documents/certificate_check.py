"""The certificates' check list: each decision in its own order, each name in its own spelling."""

from collections.abc import Iterator
from uuid import UUID

from conference.documents.ceremony_paper import (
    Cell,
    Column,
    Paper,
    Row,
    Section,
    Table,
    Text,
    plain,
)
from conference.documents.ceremony_source import Source
from projections.award_plan import Instrument, Line, objects_of

STAGES = ("drafted", "signed", "sealed", "framed", "on_tray")
"""How far an object is, one after the other."""


def certificate_check(source: Source) -> Paper:
    """Of decisions alone: of a proposal nothing is handed over."""
    book = source.shelf.run_sheet.book
    at: dict[UUID, str] = {}
    for live in source.turns:
        for place in live.places:
            at.setdefault(place.line, f"{live.turn.number or '–'}.{place.position}")
    decided = [one for one in book.instruments if one.presentable]
    sections = tuple(section(source, one, at) for one in decided)
    say = source.say
    lead = say("certificate-check-lead")
    return Paper("certificate-check", say("certificate-check"), lead, sections)


def section(source: Source, one: Instrument, at: dict[UUID, str]) -> Section:
    table = Table(columns(source), tuple(rows(source, one, at)))
    return Section(str(one.id), "", one.title, source.decision(one), (table,))


def columns(source: Source) -> tuple[Column, ...]:
    stages = (Column(source.say(f"stage-{stage}"), 13, "center") for stage in STAGES)
    return (
        Column(source.say("number"), 10, "center"),
        Column(source.say("named")),
        Column(source.say("objects"), 20),
        Column(source.say("on-stage"), 19, "center", runs=True),
        *stages,
    )


def rows(source: Source, one: Instrument, at: dict[UUID, str]) -> Iterator[Row]:
    several = len({(line.award, line.placing) for line in one.lines}) > 1
    for line in sorted(one.lines, key=lambda each: each.number):
        award = plain(source.award(line.award, line.placing) if several else "", "small")
        things = tuple(Text(source.thing(kind), "small") for kind, _ in objects_of(line.award))
        cells = (
            plain(str(line.number), "number"),
            (Text(line.name, "strong"), *award),
            things,
            plain(at.get(line.id, source.say("elsewhere")), "small"),
            *boxes(line),
        )
        yield Row(str(line.id), cells, line.name)


def boxes(line: Line) -> Iterator[Cell]:
    """Ticked up to where the object is known to be."""
    reached = STAGES.index(line.readiness) if line.readiness in STAGES else -1
    for n, _ in enumerate(STAGES):
        yield plain("☑", "ticked") if n <= reached else plain("☐", "box")
