"""What papers of the ceremony are made of, and how they call awards, decisions and people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from conference.documents.ceremony_paper import Cell, Paper, Text
from conference.documents.paper_frame import Reader, frame
from conference.documents.plan_words import plan_words
from conference.documents.programme_rows import office
from conference.documents.since import edition
from conference.rules.days import written_day
from conference.rules.posts import party_first
from projections import hours
from projections.award_plan import Instrument
from projections.award_prepared import Presenter
from projections.ceremony import Ceremony
from projections.ceremony_printed import printed
from projections.ceremony_row import LiveTurn
from projections.cue_table import Stretch, stretches
from projections.library import Shelf
from projections.run_sheet_turn import Recipient
from projections.stage import Place


@dataclass(frozen=True)
class Source:
    """The documents at a position, the agenda as who asks may see it, and for whom to print."""

    shelf: Shelf
    reader: Reader

    def say(self, code: str, **facts: Any) -> str:
        return self.reader.say(f"ceremony-paper.{code}", **facts)

    def label(self, kind: str, value: object) -> str:
        return self.reader.say(f"{kind}.{value}")

    @cached_property
    def ceremony(self) -> Ceremony:
        return printed(self.shelf.run_sheet, self.shelf.agenda.awards_start_at)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        return stretches(self.ceremony)

    @property
    def turns(self) -> tuple[LiveTurn, ...]:
        return self.ceremony.turns

    @cached_property
    def starts(self) -> dict[UUID, datetime | None]:
        timed = self.shelf.run_sheet.timed(self.shelf.agenda.awards_start_at)
        return {turn.id: turn.starts_at for turn in timed}

    def award(self, award: str, placing: int | None) -> str:
        """The award with its class or placing, as it is read."""
        named = self.label("award", award)
        return f"{named}, {self.label('placing', placing)}" if placing else named

    def award_of(self, live: LiveTurn) -> str:
        return self.award(live.turn.award, live.turn.placing)

    def numbered(self, live: LiveTurn) -> str:
        """How a turn is called: by its number, or as one at the end."""
        number = live.turn.number
        return self.say("turn", number=number) if number else self.say("turn-at-end")

    def decision(self, one: Instrument) -> str:
        """Kind, number, date, and of the highest levels whose it is."""
        said = self.label("instrument", one.kind)
        if one.number:
            said = self.say("numbered", kind=said, number=one.number)
        if one.dated_on:
            said = self.say("dated", decision=said, day=self.day(one.dated_on))
        if one.level in ("president", "prime_minister") and one.presentable:
            said = self.say("signed-by", decision=said, level=self.label("level", one.level))
        return said

    def day(self, written: str) -> str:
        return written_day(date.fromisoformat(written))

    def clock(self, at: datetime | None) -> str:
        return hours.hour(self.shelf.conference, at)

    def begins(self, live: LiveTurn) -> str:
        """When a turn begins by the plan; nothing while nobody knows."""
        at = self.starts.get(live.id)
        return self.clock(at) if at else ""

    def second(self, at: datetime | None) -> str:
        """An hour to the second, as crews need it."""
        return f"{at.astimezone(self.shelf.conference.zone):%H:%M:%S}" if at else "–"

    def presenter(self, one: Presenter) -> tuple[str, str]:
        """Name with honorific, and all posts, that of the Party first."""
        guest = self.shelf.guest_list.by_id.get(one.guest) if one.guest else None
        same = guest is not None and guest.name == one.name
        honorific = guest.honorific if guest and same else None
        post = one.post or (guest.post if guest and same else None) or ""
        return " ".join(filter(None, (honorific, one.name))), party_first(post)

    def presenters(self, live: LiveTurn) -> tuple[str, ...]:
        """Each with all posts; nobody yet: none."""
        said = (self.presenter(one) for one in live.turn.assigned)
        known = tuple(", ".join(filter(None, one)) for one in said)
        return known or live.turn.presenters

    def spoken_decision(self, one: Instrument) -> str:
        """The same with its date as it is read aloud."""
        if not one.dated_on:
            return self.decision(one)
        day = date.fromisoformat(one.dated_on)
        month = self.label("month", day.month)
        said = self.say("spoken-day", day=day.day, month=month, year=day.year)
        return self.decision(one).replace(self.day(one.dated_on), said)

    def counted(self, kind: str, count: int) -> str:
        """So many recipients of a kind."""
        form = "one" if count == 1 else "several"
        return f"{count} {self.say(f'{kind}-{form}')}"

    def whom(self, kinds: Iterable[str], count: int) -> str:
        """Who receives: collectives before persons, one or several."""
        known = [kind for kind in KINDS if kind in set(kinds)]
        form = "one" if count == 1 and len(known) == 1 else "many"
        words = [self.say(f"{kind}-{form}") for kind in known]
        if len(words) < 2:
            return words[0] if words else self.say("recipients")
        return self.say("and", first=", ".join(words[:-1]), last=words[-1])

    def objects(self, live: LiveTurn) -> tuple[str, ...]:
        """What is handed over to those who are called, in order: how many, what, how carried."""
        count = len(live.called)
        return tuple(
            self.say(
                "object", count=count, what=self.thing(kind, count), how=self.label("carried", how)
            )
            for kind, _, how in live.turn.objects
        )

    def thing(self, kind: str, count: int = 1) -> str:
        return self.label("object", kind + ("-one" if count == 1 else ""))

    def side(self, live: LiveTurn) -> str:
        return self.say(f"enters-{live.turn.side}")

    def instead(self, place: Place, kind: str) -> str:
        """Who takes the award in hand where that is somebody else; empty: the recipient."""
        if not place.receiver:
            return ""
        who = f"{place.receiver} ({place.relation})" if place.relation else place.receiver
        return self.say(
            f"received-{'for' if kind in ('collective', 'household') else 'by'}", who=who
        )

    def why_gap(self, one: Recipient | None) -> str:
        return self.label("live", one.state) if one else self.label("live", "absent")

    def name(self, place: Place, look: str = "strong", *, gap: str = "") -> Cell:
        """A name, how it is said right beside it; of who is not called a gap, and why."""
        if place.gap:
            return (Text(place.name, "gap"), Text(gap, "small"))
        said = self.say("said-as", phonetic=place.phonetic) if place.phonetic else ""
        return (Text(place.name, look), *([Text(said, "label")] if said else []))


KINDS = ("collective", "household", "individual", "posthumous")
"""Collectives come first (practice in titles of decisions, domain knowledge 1.4)."""


def recipients(live: LiveTurn) -> dict[UUID, Recipient]:
    return {one.line: one for one in live.turn.recipients}


QR_MM = 16
"""How wide the code of a paper is: an address of a hundred letters has 41 modules, which a phone
reads from a hand's length at a third of a millimetre each."""


def frame_of(source: Source, paper: Paper, more: str | None = None) -> dict[str, Any]:
    """What is drawn around a paper: which edition of plan and programme, position, code."""
    reader, shelf = source.reader, source.shelf
    data = frame(shelf, "ceremony-paper", (), reader, title=paper.title)
    editions = [
        plan_words(shelf.run_sheet.book, reader.say),
        edition(shelf, shelf.agenda, reader.say),
    ]
    data["position"] = " · ".join((*editions, data["position"]))
    data["address"], data["qr-mm"] = reader.address, QR_MM
    say, letter = reader.say, shelf.conference.letter
    data["head"] = {
        "parent": (letter.parent or "").upper() or None,
        "office": office(shelf.conference.host),
        "motto": [say("programme-paper.country"), say("programme-paper.motto")],
    }
    return data
