"""The tray sheet: what lies on the trays from left to right, to tick, and who compared it."""

from conference.documents.ceremony_paper import (
    Column,
    Facts,
    Paper,
    Row,
    Section,
    Signatures,
    Strip,
    Table,
    Text,
    plain,
)
from conference.documents.ceremony_source import Source, recipients
from projections.ceremony_row import LiveTurn
from projections.stage import Place


def tray_sheet(source: Source) -> Paper:
    sections = tuple(section(source, n, live) for n, live in enumerate(source.turns))
    return Paper("tray-sheet", source.say("tray-sheet"), source.say("tray-sheet-lead"), sections)


def section(source: Source, n: int, live: LiveTurn) -> Section:
    """A turn on a page of its own: the bearers of two turns stand apart."""
    turn = live.turn
    facts = Facts(
        (
            (source.say("decision"), source.decision(turn.of_instrument)),
            (source.say("objects"), ", ".join(source.objects(live))),
            (source.say("crew-servers"), str(turn.servers)),
            (
                source.say("presenter"),
                "; ".join(source.presenters(live)) or source.say("no-presenter"),
            ),
            (source.say("side"), source.say(f"tray-{turn.side}")),
        )
    )
    order = live.standing
    walks = "left" if turn.side == "right" else "right"
    strip = Strip(tuple((str(p.position), p.gap) for p in order), walks, source.side(live))
    table = Table(columns(source), tuple(row(source, live, m, p) for m, p in enumerate(order, 1)))
    signed = ((source.say("first-checker"), ""), (source.say("second-checker"), ""))
    blocks = (facts, strip, table, Signatures(signed, source.say("two-people")))
    note = source.begins(live)
    number, award = source.numbered(live), source.award_of(live)
    return Section(str(live.id), number, award, note, blocks, n > 0)


def columns(source: Source) -> tuple[Column, ...]:
    return (
        Column(source.say("tray-place"), 17, "center"),
        Column(source.say("position"), 15, "center"),
        Column(source.say("recipient")),
        Column(source.say("objects"), 34),
        Column(source.say("ticked"), 15, "center"),
    )


def row(source: Source, live: LiveTurn, number: int, place: Place) -> Row:
    """One place of the tray; a gap lies empty until the stage closes the row up."""
    one = recipients(live).get(place.line)
    gap = source.say("tray-gap", why=source.why_gap(one))
    things = tuple(Text(source.thing(kind)) for kind, _, _ in live.turn.objects)
    instead = source.instead(place, one.kind if one else "") if not place.gap else ""
    cells = (
        plain(str(number), "large"),
        plain(str(place.position), "place"),
        (*source.name(place, "large", gap=gap), *plain(instead, "small")),
        things if not place.gap else plain(source.say("put-aside"), "small"),
        plain("☐", "box") if not place.gap else (),
    )
    return Row(str(place.line), cells, place.name, "gap" if place.gap else "plain")
