"""The list for posting: who is called in which turn, at which position, and where to gather."""

from datetime import datetime

from conference.documents.ceremony_paper import Column, Facts, Paper, Row, Section, Table, plain
from conference.documents.ceremony_source import Source, recipients
from projections.ceremony_row import LiveTurn
from projections.stage import Place

ON_ONE_PAGE = 12
"""Recipients up to whom a turn is never torn: two lines each fill half a page."""


def posting_list(source: Source) -> Paper:
    """A turn gathers while the one before it is on stage."""
    sections, before = [], None
    for live in source.turns:
        sections.append(section(source, live, before))
        before = live
    say = source.say
    return Paper("posting-list", say("posting-list"), say("posting-list-lead"), tuple(sections))


def section(source: Source, live: LiveTurn, before: LiveTurn | None) -> Section:
    columns = (
        Column(source.say("position"), 18, "center"),
        Column(source.say("recipient")),
        Column(source.say("seat-head"), 34),
    )
    rows = tuple(row(source, live, place) for place in live.places)
    at = source.begins(live)
    where = Facts(((source.say("gather"), gathering(source, live, before)),))
    blocks = (where, Table(columns, rows))
    number, award = source.numbered(live), source.award_of(live)
    return Section(str(live.id), number, award, at, blocks, whole=len(rows) <= ON_ONE_PAGE)


def gathering(source: Source, live: LiveTurn, before: LiveTurn | None) -> str:
    side = source.say(f"wings-{live.turn.side}")
    if before is None:
        return source.say("gather-first", side=side)
    at: datetime | None = source.starts.get(before.id)
    code = "gather" if at else "gather-untimed"
    said = {"side": side, "turn": source.numbered(before), "time": source.clock(at)}
    return source.say(f"{code}-then", **said)


def row(source: Source, live: LiveTurn, place: Place) -> Row:
    """On a wall nobody is told that somebody is missing: the name stands, its state does not."""
    one = recipients(live).get(place.line)
    instead = source.instead(place, one.kind if one else "")
    cells = (
        plain(str(place.position), "place"),
        (*plain(place.name, "large"), *plain(instead, "small")),
        plain((one.seat if one else None) or "–", "large"),
    )
    return Row(str(place.line), cells, place.name)
