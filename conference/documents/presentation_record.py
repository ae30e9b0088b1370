"""The record of presentation: per line who handed over what to whom, when, seen by whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from conference.documents.ceremony_paper import (
    Column,
    Facts,
    Paper,
    Row,
    Section,
    Signatures,
    Table,
    Text,
    plain,
)
from conference.documents.ceremony_source import Source
from projections.award_plan import Instrument, Line


@dataclass(frozen=True)
class Entry:
    """A line with the decision that it is of."""

    line: Line
    instrument: Instrument


def presentation_record(source: Source) -> Paper:
    """Of what was recorded as presented at the ceremony itself, never of a rehearsal."""
    listed = tuple(entries(source))
    handed = [one for one in listed if one.line.presented_at]
    waiting = [one for one in listed if not one.line.presented_at]
    say = source.say
    sections = [
        Section("opening", "", "", "", (opening(source, len(handed), len(listed)),)),
    ]
    if handed:
        sections.append(
            Section("presented", "", say("presented"), "", (presented(source, handed),))
        )
    if waiting:
        sections.append(Section("waiting", "", say("not-handed"), "", (missing(source, waiting),)))
    signed = Signatures(tuple((say(f"sign-{who}"), name) for who, name in signing(source)))
    sections.append(Section("signatures", "", "", say("record-close"), (signed,)))
    lead = source.shelf.conference.title
    return Paper(
        "presentation-record", say("presentation-record"), lead, tuple(sections), official=True
    )


def entries(source: Source) -> Iterator[Entry]:
    """All lines of decisions: those of the turns in their order, then those of no turn."""
    book = source.shelf.run_sheet.book
    known = {
        line.id: Entry(line, one)
        for one in book.instruments
        if one.presentable
        for line in one.lines
    }
    order = [place.line for live in source.turns for place in live.places]
    for line in dict.fromkeys((*order, *known)):
        if line in known:
            yield known[line]


def opening(source: Source, handed: int, of: int) -> Facts:
    conference, chair = source.shelf.conference, source.shelf.conference.chair
    place = ", ".join(filter(None, (conference.venue, conference.address)))
    named = ", ".join(filter(None, (chair.name, chair.post))) if chair else ""
    day = source.day(conference.held_on) if conference.held_on else ""
    decided = (one for one in source.shelf.run_sheet.book.instruments if one.presentable)
    decisions = "; ".join(source.decision(one) for one in decided)
    known = {"when": day, "place": place, "chair": named, "decisions": decisions}
    lines = [(source.say(f"record-{key}"), value) for key, value in known.items() if value]
    return Facts(
        (*lines, (source.say("record-count"), source.say("count-of", count=handed, of=of)))
    )


def presented(source: Source, handed: list[Entry]) -> Table:
    say = source.say
    columns = (
        Column(say("number"), 9, "center", runs=True),
        Column(say("recipient")),
        Column(say("receiver"), 30),
        Column(say("objects"), 21),
        Column(say("presenter"), 29),
        Column(say("at"), 13, "center"),
        Column(say("witness"), 25),
    )
    return Table(columns, tuple(line(source, n, one) for n, one in enumerate(handed, 1)))


def line(source: Source, number: int, one: Entry) -> Row:
    said = one.line
    award = " · ".join(
        filter(None, (source.award(said.award, said.placing), one.instrument.number))
    )
    things = tuple(Text(source.thing(kind), "small") for kind in said.objects)
    cells = (
        plain(str(number), "number"),
        (Text(said.name, "strong"), Text(award, "small"), *corrected(source, said)),
        plain(receiver(source, said), "small"),
        things,
        plain(said.presenter or "–", "small"),
        plain(source.clock(said.presented_at), "small"),
        plain(said.witness or "–", "small"),
    )
    return Row(str(said.id), cells, said.name)


def receiver(source: Source, one: Line) -> str:
    """Who took it in hand; the one whom the decision names is not named again."""
    if one.receiver and one.receiver != one.name:
        return one.receiver
    own = one.kind in ("individual", "posthumous")
    return source.say("in-person" if own else "own-representative")


TOLD = frozenset({"held", "later", "dropped", "absent", "missing"})
"""States that say why a line was not handed over."""


def missing(source: Source, waiting: list[Entry]) -> Table:
    """What was not handed over, and what is to become of it."""
    states = {one.line: one.state for live in source.turns for one in live.turn.recipients}
    columns = (
        Column(source.say("number"), 9, "center", runs=True),
        Column(source.say("recipient")),
        Column(source.say("state"), 60),
    )
    rows = []
    for n, one in enumerate(waiting, 1):
        award = source.award(one.line.award, one.line.placing)
        named = (Text(one.line.name, "strong"), Text(award, "small"), *corrected(source, one.line))
        state = states.get(one.line.id, "")
        said = source.label("live", state) if state in TOLD else source.say("not-yet")
        rows.append(
            Row(str(one.line.id), (plain(str(n), "number"), named, plain(said)), one.line.name)
        )
    return Table(columns, tuple(rows))


def corrected(source: Source, one: Line) -> tuple[Text, ...]:
    """What was put right about a line, with the hour: what happened, and what is right."""
    run = source.shelf.run_sheet.runs.get(0)
    return tuple(
        Text(
            source.say(
                "correction",
                time=source.clock(each.at),
                what=source.say(f"corrected-{each.what}"),
                was=each.was or "–",
                now=each.now,
            ),
            "label",
        )
        for each in (run.corrections if run else ())
        if each.line == one.id
    )


def signing(source: Source) -> Iterator[tuple[str, str]]:
    """Who made the record, who saw it, and who presided."""
    yield "maker", ""
    yield "witness", source.shelf.run_sheet.book.settings.witness or ""
    chair = source.shelf.conference.chair
    yield "chair", chair.name if chair else ""
