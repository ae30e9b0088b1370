"""What is said aloud on stage, cue by cue: the same sentences on the MC's screen and on paper."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from conference.rules.days import written_iso
from projections.award_plan import Instrument
from projections.award_prepared import Presenter
from projections.ceremony import Ceremony
from projections.ceremony_cues import Cue
from projections.ceremony_row import LiveTurn
from projections.stage import Correction, Place

Say = Callable[..., str]
"""A sentence of the reader's language by its code, its placeholders filled."""

MARK = "\x1f"
"""Stands around what is stressed while a sentence is made; no text that somebody wrote has it."""

LONG = frozenset({"reading", "call", "handover"})
"""Cues whose sentences are made of a turn or an instrument."""

Sentence = tuple[tuple[str, bool], ...]
"""A sentence in parts; True where it is stressed."""


@dataclass(frozen=True)
class Called:
    """A name as it is read: `phonetic` where the spelling does not tell, `note` who comes on stage
    for it, or which award it gets, in words."""

    position: int
    name: str
    phonetic: str | None
    note: str | None


@dataclass(frozen=True)
class Spoken:
    """What is said at a cue. `voice` is who reads the long text: mc, or the announcer of decisions;
    `hint` is for the reader and never said."""

    voice: str
    mc: tuple[Sentence, ...]
    announcer: tuple[Sentence, ...] = ()
    names: tuple[Called, ...] = ()
    hint: str | None = None


def spoken(cue: Cue, ceremony: Ceremony, say: Say) -> Spoken:
    """What MC and announcer say while this cue is on; of what was withdrawn since, nothing."""
    instrument = ceremony.instruments.get(cue.instrument)
    live = ceremony.by_id.get(cue.turn) if cue.turn else None
    if cue.kind == "reading" and instrument:
        return reading(instrument, say)
    if cue.kind == "call" and live:
        return call(live, say)
    if cue.kind == "handover" and live:
        return handover(live, say)
    return Spoken("mc", () if cue.kind in LONG else (sentence(say, f"mc.{cue.kind}"),))


def reading(one: Instrument, say: Say) -> Spoken:
    """The MC asks for it; the announcer reads the whole of it, in its own order and spelling."""
    text = instrument_words(one, say)
    asked = sentence(say, f"mc.reading-{one.kind}", announcer=one.announcer, text=text)
    body = sentence(say, "mc.instrument", text=text, title=one.title)
    count = people((line.kind for line in one.lines), say, "count")
    for_whom = sentence(say, f"mc.for-{one.kind}", people=count)
    awards = [award_words(line.award, line.placing, say) for line in one.lines]
    notes = awards if len(set(awards)) > 1 else [None] * len(awards)
    names = tuple(
        Called(line.number, line.name, line.phonetic, note)
        for line, note in zip(one.lines, notes, strict=True)
    )
    return Spoken("announcer", (asked,), (body, for_whom), names)


def call(live: LiveTurn, say: Say) -> Spoken:
    """The row is asked on stage, each by name in the order of the plan; gaps are not called."""
    turn, kinds = live.turn, {one.line: one.kind for one in live.turn.recipients}
    count = people((kinds.get(place.line, "collective") for place in live.called), say)
    award = award_words(turn.award, turn.placing, say)
    names = tuple(called(place, kinds.get(place.line, "collective"), say) for place in live.called)
    whole = sentence(say, "mc.call", people=count, award=award)
    part = say("mc.part", first=turn.first, last=turn.last, of=turn.of)
    return Spoken("mc", (whole,), (), names, part if len(turn.recipients) < turn.of else None)


def called(place: Place, kind: str, say: Say) -> Called:
    """One name of a call with who receives. Of a collective its leader does so in person (NĐ
    145/2013 Art. 28); for a person somebody does so instead, with the relation."""
    receiver = None
    if place.receiver:
        code = "mc.leader" if kind == "collective" and not place.relation else "mc.instead"
        relation = f", {place.relation}" if place.relation else ""
        receiver = say(code, name=place.receiver + relation)
    return Called(place.position, place.name, place.phonetic, receiver)


def handover(live: LiveTurn, say: Say) -> Spoken:
    """Who hands over, with all posts, from the highest rank."""
    turn = live.turn
    award = award_words(turn.award, turn.placing, say)
    kinds = Counter(one.kind for one in turn.recipients)
    to = say(f"mc.to-{next(iter(kinds))}" if len(kinds) == 1 else "mc.to-all")
    if not turn.assigned and not turn.presenters:
        said = sentence(say, "mc.handover-unassigned", award=award, to=to)
        return Spoken("mc", (said,), hint=say("mc.nobody-assigned"))
    who = "; ".join(presenter_words(one) for one in turn.assigned) or ", ".join(turn.presenters)
    return Spoken("mc", (sentence(say, "mc.handover", who=who, award=award, to=to),))


def presenter_words(one: Presenter) -> str:
    return f"{one.name}, {one.post}" if one.post else one.name


def added(live: LiveTurn, say: Say) -> tuple[Called, ...]:
    """Names that edits of the row on stage bring, which nobody has heard yet."""
    kinds = {one.line: one.kind for one in live.turn.recipients}
    return tuple(
        called(now, kinds.get(now.line, "collective"), say)
        for was, now in live.edits
        if now and not now.gap and (was is None or was.gap or was.name != now.name)
    )


def correction(one: Correction, name: str, say: Say) -> Sentence:
    """What the MC says to put something right; `name` as the decision has it."""
    return sentence(say, f"mc.correction-{one.what}", name=name, now=one.now)


def instrument_words(one: Instrument, say: Say) -> str:
    """Kind, number and day of an instrument, with who signed it."""
    words = say(f"instrument.{one.kind}")
    if one.number:
        words = say("mc.numbered", kind=words, number=one.number)
    if one.dated_on:
        words = say("mc.dated", text=words, day=written_iso(one.dated_on))
    return say("mc.signed", text=words, signatory=one.signatory) if one.signatory else words


def award_words(award: str, placing: int | None, say: Say) -> str:
    """The award with its class or placing, as it is read."""
    return say(f"award.{award}") + (f", {say(f'placing.{placing}')}" if placing else "")


def people(kinds: Iterable[str], say: Say, called: str = "people") -> str:
    """How many of which kind: 08 tập thể, 03 cá nhân, or as `people` who stands on stage for them.
    Small numbers with a nought, as offices write them."""
    counted = Counter(kinds)
    return ", ".join(say(f"mc.{called}-{kind}", count=f"{n:02}") for kind, n in counted.items())


def sentence(say: Say, code: str, **facts: str) -> Sentence:
    """The sentence of a code, what was filled in stressed; never empty parts."""
    marked = {name: f"{MARK}{said}{MARK}" for name, said in facts.items()}
    parts = say(code, **marked).split(MARK)
    return tuple((part, n % 2 == 1) for n, part in enumerate(parts) if part)


def plain(said: Sentence) -> str:
    """The sentence as one text."""
    return "".join(part for part, _ in said)
