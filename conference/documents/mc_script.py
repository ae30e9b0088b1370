"""The MC's script: full sentences by turn, in large type, and who reads what."""

from collections import Counter
from collections.abc import Iterator

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
from conference.documents.ceremony_source import Source, recipients
from projections.award_plan import Group, Instrument
from projections.ceremony_row import LiveTurn
from projections.cue_table import Stretch
from projections.stage import Place


def mc_script(source: Source) -> Paper:
    sections = tuple(section(source, n, one) for n, one in enumerate(source.stretches))
    say = source.say
    return Paper("mc-script", say("mc-script"), say("mc-script-lead"), sections)


def columns(source: Source) -> tuple[Column, ...]:
    """STT, công việc, lời dẫn, phân công: the usual columns of a script (S37)."""
    return (
        Column(source.say("step"), 9, "center", runs=True),
        Column(source.say("job"), 23),
        Column(source.say("words")),
        Column(source.say("by"), 25),
    )


def section(source: Source, n: int, one: Stretch) -> Section:
    """A turn, or a reading alone, on a page of its own: whoever reads turns pages between them."""
    table = Table(columns(source), tuple(rows(source, one)))
    if one.live is None:
        kind = source.label("instrument", one.instrument.kind)
        title = source.say("announced-only", kind=kind)
        return Section(str(one.instrument.id), "", title, "", (table,), n > 0)
    live = one.live
    note = source.say("called", count=len(live.called), of=len(live.places))
    note = " · ".join(filter(None, (source.begins(live), note, source.side(live))))
    number, award = source.numbered(live), source.award_of(live)
    return Section(str(live.id), number, award, note, (table,), n > 0)


def rows(source: Source, one: Stretch) -> Iterator[Row]:
    """The steps in their order, numbered; names stand between them."""
    number = 0
    for row in steps(source, one):
        number += not row.name
        first = plain(str(number), "small") if not row.name else row.cells[0]
        yield Row(row.key, (first, *row.cells[1:]), row.name, row.kind, row.spans)


def steps(source: Source, one: Stretch) -> Iterator[Row]:
    live = one.live
    early = live is not None and live.turn.recipients_enter == "before"
    if live is not None and early:
        yield from call(source, live, early=True)
    if one.reads:
        yield from reading(source, one.instrument, live)
    if live is None:
        return
    if not early:
        yield from call(source, live, early=False)
    if live.called:
        yield from handover(source, live)


def step(source: Source, key: str, words: Cell, by: str, kind: str = "plain") -> Row:
    job = plain(source.say(f"job-{key}"), "small")
    return Row(key, ((), job, words, plain(by, "small")), kind=kind)


def reading(source: Source, one: Instrument, live: LiveTurn | None) -> Iterator[Row]:
    """The MC invites the announcer, who reads the whole text."""
    decision = source.spoken_decision(one)
    invited = source.say("say-announcer", announcer=one.announcer, decision=decision)
    yield step(source, "announcer", plain(invited, "read"), source.say("mc"))
    said = source.say("say-reading", decision=decision, title=in_sentence(one.title))
    lines = [Text(said, "announced")]
    lines += [Text(one_award(source, group), "announced") for group in groups(source, one)]
    if one.signatory:
        lines.append(Text(source.say("say-signed", name=one.signatory), "announced"))
    note = "whole-text" if one.presentable else "not-presented"
    lines.append(Text(source.say(note), "small"))
    yield step(source, "reading", tuple(lines), one.announcer, kind="announced")


def groups(source: Source, one: Instrument) -> Iterator[Group]:
    known = source.shelf.run_sheet.book.announcements
    yield from (group for group in known if group.instrument.id == one.id)


def one_award(source: Source, group: Group) -> str:
    """What a decision grants, and to how many of which kind."""
    kinds = Counter(line.kind for line in group.lines)
    counts = [source.counted(kind, count) for kind, count in kinds.items()]
    said = {"award": source.award(group.award, group.placing), "whom": ", ".join(counts)}
    granted = "say-grants" if group.instrument.presentable else "say-proposes"
    return source.say(granted, **said)


def in_sentence(title: str) -> str:
    """A title behind other words: its first letter small, unless it stands for a word."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def call(source: Source, live: LiveTurn, *, early: bool) -> Iterator[Row]:
    """The sentence, then each name on a row of its own; a gap is seen and not read."""
    people = recipients(live)
    whom = whom_of(source, live)
    if live.called:
        one = "-one" if len(live.called) == 1 else ""
        code = f"say-call-early{one}" if early else f"say-call{one}"
        said = source.say(code, whom=whom, award=source.award_of(live))
        yield step(source, "call", plain(said, "read"), source.say("mc"))
    else:
        yield step(source, "nobody", plain(source.say("nobody-called"), "small"), source.say("mc"))
    for place in live.places:
        yield named(source, place, people[place.line].kind if place.line in people else "", live)


def named(source: Source, place: Place, kind: str, live: LiveTurn) -> Row:
    gap = source.say("gap", why=source.why_gap(recipients(live).get(place.line)))
    name = source.name(place, "read", gap=gap)
    instead = source.instead(place, kind) if not place.gap else ""
    posthumous = source.say("posthumous") if kind == "posthumous" and not place.gap else ""
    more = " · ".join(filter(None, (posthumous, instead)))
    cells = (
        plain(""),
        plain(str(place.position), "place"),
        (*name, *plain(more)),
        plain(seat(source, place, live), "small"),
    )
    return Row(str(place.line), cells, place.name, "gap" if place.gap else "plain")


def seat(source: Source, place: Place, live: LiveTurn) -> str:
    one = recipients(live).get(place.line)
    return source.say("seat", seat=one.seat) if one and one.seat else ""


def whom_of(source: Source, live: LiveTurn) -> str:
    """Those who are called, in a word."""
    people = recipients(live)
    kinds = [people[place.line].kind for place in live.called if place.line in people]
    return source.whom(kinds, len(live.called))


def handover(source: Source, live: LiveTurn) -> Iterator[Row]:
    """From the presenters' names until the stage is clear."""
    mc, whom, award = source.say("mc"), whom_of(source, live), source.award_of(live)
    leaders = source.presenters(live)
    if leaders:
        lines = (source.say("say-presenters"), *(f"– {one}" for one in leaders))
        words = (*(Text(line, "read") for line in lines),)
        last = Text(source.say("say-present", award=award, whom=whom), "read")
        yield step(source, "presenters", (*words, last), mc)
    else:
        unknown = (Text(source.say("no-presenter"), "gap"),)
        yield step(source, "presenters", unknown, mc)
    yield step(
        source, "handover", handing(source, live), source.say("servers", count=live.turn.servers)
    )
    if live.turn.photo_s:
        yield step(source, "photo", plain(source.say("say-photo", whom=whom), "read"), mc)
    yield step(source, "clear", plain(source.say("say-clear", whom=whom), "read"), mc)


def handing(source: Source, live: LiveTurn) -> Cell:
    """What happens while nobody speaks: servers, music, objects in their order."""
    music = live.turn.needs.music or source.say("usual-music")
    said = source.say("silent", music=music, objects=", ".join(source.objects(live)))
    note = live.turn.needs.note
    return (Text(said, "small"), *([Text(note, "small")] if note else []))
