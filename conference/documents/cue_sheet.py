"""The run-sheet of all crews: every turn as a table of numbered cues that can be carried out."""

from collections.abc import Iterator
from typing import Any

from conference.documents.ceremony_paper import (
    Cell,
    Column,
    Facts,
    Paper,
    Row,
    Section,
    Table,
    Text,
    plain,
)
from conference.documents.ceremony_source import Source, recipients
from projections.award_plan import Instrument
from projections.ceremony_row import LiveTurn
from projections.cue_table import Step, Stretch, steps
from projections.stage import Place


def cue_sheet(source: Source, since: dict[str, Any] | None = None) -> Paper:
    """With what the programme changed since a release, where that was asked for."""
    sections = [section(source, n, one) for n, one in enumerate(source.stretches, 1)]
    if since is not None:
        lines = tuple(("", line) for line in since["lines"])
        sections.append(Section("since", "", since["title"], "", (Facts(lines),)))
    say = source.say
    return Paper(
        "run-sheet", say("run-sheet"), say("run-sheet-lead"), tuple(sections), landscape=True
    )


def columns(source: Source) -> tuple[Column, ...]:
    """The columns of a show's run-sheet (S73, S74)."""
    say = source.say
    return (
        Column(say("cue"), 13, runs=True),
        Column(say("starts"), 17, runs=True),
        Column(say("lasts"), 11, "right"),
        Column(say("job"), 29),
        Column(say("who"), 38),
        Column(say("stage")),
        Column(say("sound"), 28),
        Column(say("screen"), 34),
        Column(say("photo"), 23),
        Column(say("notes"), 20),
    )


NAMED = (2, 3, 1, 4)
"""Columns that position, name, receiver and seat of a recipient take."""


def section(source: Source, n: int, one: Stretch) -> Section:
    live = one.live
    if live is None:
        kind, key = source.label("instrument", one.instrument.kind), str(one.instrument.id)
        table = Table(columns(source), tuple(rows(source, one, f"{n}A")))
        title = source.say("announced-only", kind=kind)
        return Section(key, "", title, source.decision(one.instrument), (table,))
    note = " · ".join(
        (
            source.decision(one.instrument),
            source.say("span", first=live.turn.first, last=live.turn.last, of=live.turn.of),
            source.say("minutes", minutes=live.turn.minutes),
        )
    )
    table = Table(columns(source), tuple(rows(source, one, str(live.turn.number or f"{n}C"))))
    return Section(str(live.id), source.numbered(live), source.award_of(live), note, (table,))


def rows(source: Source, one: Stretch, number: str) -> Iterator[Row]:
    """Cue by cue; the row stands below the cue that calls it."""
    starts = source.starts.get(one.live.id) if one.live else None
    recipient_s = source.shelf.run_sheet.book.settings.recipient_s
    for n, step in enumerate(steps(one, starts, recipient_s), 1):
        yield cue(source, one, step, f"{number}.{n}")
        if step.kind == "call" and one.live:
            yield from (recipient(source, one.live, place) for place in one.live.places)


def cue(source: Source, one: Stretch, step: Step, number: str) -> Row:
    said = Words(source, one, step)
    lasts = str(step.seconds) if step.seconds else "–"
    cells = (
        plain(number, "number"),
        plain(source.second(step.starts_at)),
        plain(lasts),
        plain(source.say(title_of(one, step)), "strong"),
        said.who,
        *(
            plain(said.of(column), "small")
            for column in ("stage", "sound", "screen", "photo", "notes")
        ),
    )
    return Row(step.kind, cells)


def recipient(source: Source, live: LiveTurn, place: Place) -> Row:
    one = recipients(live).get(place.line)
    name = source.name(place, gap=source.say("gap", why=source.why_gap(one)))
    cells = (
        plain(str(place.position), "place"),
        name,
        plain(source.instead(place, one.kind if one else "") if not place.gap else "", "small"),
        plain(source.say("seat", seat=one.seat) if one and one.seat else "", "small"),
    )
    kind = "gap" if place.gap else "plain"
    return Row(str(place.line), cells, place.name, kind, spans=NAMED)


def one_award(source: Source, one: Instrument) -> str:
    """The award of an instrument that has no turn; of several the first."""
    groups = source.shelf.run_sheet.book.announcements
    own = (group for group in groups if group.instrument.id == one.id)
    first = next(own, None)
    return source.award(first.award, first.placing) if first else one.title


def title_of(one: Stretch, step: Step) -> str:
    proposed = step.kind == "reading" and not one.instrument.presentable
    return "cue-reading-proposal" if proposed else f"cue-{step.kind}"


class Words:
    """What each crew does at one cue: orders, never descriptions (S74). A column without an order
    is empty."""

    def __init__(self, source: Source, one: Stretch, step: Step) -> None:
        self.source, self.one, self.kind = source, one, step.kind
        self.live = one.live

    @property
    def who(self) -> Cell:
        say, kind = self.source.say, self.kind
        if kind == "reading":
            return plain(self.one.instrument.announcer)
        if self.live and kind in ("handover", "presenters-back"):
            return tuple(Text(one) for one in self.leaders)
        by = {"servers": "crew-servers", "in-place": "crew-stage", "recipients-back": "crew-stage"}
        by |= {"music-on": "crew-sound", "music-off": "crew-sound", "photo": "crew-photo"}
        return plain(say(by.get(kind, "crew-stage" if kind == "next" else "mc")))

    @property
    def leaders(self) -> tuple[str, ...]:
        """Who hands over, by name alone: all posts stand in the script."""
        live, source = self.live, self.source
        named = tuple(source.presenter(one)[0] for one in live.turn.assigned) if live else ()
        return named or (live.turn.presenters if live else ()) or (source.say("no-presenter"),)

    def of(self, column: str) -> str:
        known = f"cue-{self.kind}-{column}"
        if column == "notes":
            return self.note
        if known not in ORDERS:
            return ""
        return self.source.say(known, **self.facts)

    @property
    def note(self) -> str:
        """What the plan says of the turn beside it, where the turn begins."""
        first = self.kind == "call"
        return (self.live.turn.needs.note or "") if self.live and first else ""

    @property
    def facts(self) -> dict[str, Any]:
        source, live = self.source, self.live
        if live is None:
            return {"award": one_award(source, self.one.instrument)}
        turn = live.turn
        first_at = source.say(f"end-{'right' if turn.mirrored else 'left'}")
        bouquets = source.say("bouquets", count=turn.needs.bouquets) if turn.needs.bouquets else ""
        return {
            "award": source.award_of(live),
            "count": len(live.called),
            "leaders": ", ".join(self.leaders),
            "side": source.say(f"from-{turn.side}"),
            "first": first_at,
            "servers": turn.servers,
            "objects": ", ".join(source.objects(live)),
            "order": " → ".join(source.thing(kind) for kind, _, _ in turn.objects),
            "music": turn.needs.music or source.say("usual-music"),
            "seconds": turn.photo_s,
            "bouquets": bouquets,
        }


ORDERS = frozenset(
    {
        *("cue-reading-stage", "cue-reading-screen", "cue-call-stage", "cue-call-screen"),
        *("cue-in-place-stage", "cue-presenters-stage", "cue-servers-stage", "cue-music-on-sound"),
        *("cue-music-on-screen", "cue-handover-stage", "cue-handover-photo", "cue-photo-stage"),
        *("cue-photo-photo", "cue-photo-screen", "cue-music-off-sound", "cue-next-stage"),
        *("cue-presenters-back-stage", "cue-recipients-back-stage", "cue-recipients-back-screen"),
        *("cue-reading-sound", "cue-call-sound"),
    }
)
"""Which crew has an order at which cue."""
