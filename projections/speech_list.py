"""The speeches at a glance: each with its item and its speaker, minutes against the budget, and
what needs a look."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from conference.rules.names import found
from projections.agenda import Agenda
from projections.agenda_item import AgendaItem
from projections.guest import Guest
from projections.library import Shelf
from projections.past_durations import played_s
from projections.played import in_minutes
from projections.speeches import Speech

STATES = (
    "asked",
    "registered",
    "received",
    "sent-back",
    "approved",
    "scheduled",
    "skipped",
    "delivered",
    "shortened",
    "withdrawn",
)
"""How far a speech can have come, in that order."""

WARNINGS = ("no-text", "not-approved", "declined", "nobody-linked", "too-long")
"""What is to be looked at in a speech that is scheduled and not yet delivered."""


@dataclass(frozen=True)
class Row:
    """A speech as it stands. `speech` None: scheduled straight away, nothing else is known of it;
    `item` None: not in the agenda; `guest` None: nobody of the guest list is linked."""

    id: UUID
    speech: Speech | None
    item: AgendaItem | None
    guest: Guest | None

    @property
    def unit(self) -> str:
        return (self.item and self.item.unit) or (self.speech.unit if self.speech else "")

    @property
    def title(self) -> str | None:
        told = self.item or self.speech
        return told.title if told else None

    @property
    def speaker(self) -> tuple[str | None, str | None]:
        """Name and post of who speaks, as the agenda says where it is scheduled."""
        who = self.item or self.speech
        return (who.speaker, who.speaker_post) if who else (None, None)

    @property
    def theme(self) -> str | None:
        return self.speech.theme if self.speech else None

    @property
    def version(self) -> int:
        """The speech's own version; 0 for one that has no story of its own yet."""
        return self.speech.version if self.speech else 0

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.item is None:
            return self.speech.progress if self.speech else "asked"
        if self.item.state == "waiting" and self.speech and self.speech.withdrawn is not None:
            return "withdrawn"  # taken back by itself: a release still has it, and says nothing new
        if self.item.state in ("waiting", "started"):
            return "scheduled"
        if self.item.state != "finished":
            return self.item.state
        return "shortened" if shortened(self.item) else "delivered"

    @property
    def took(self) -> int | None:
        """Whole minutes that it took; None where it is not spoken."""
        return took(self.item) if self.item and self.item.state == "finished" else None

    @property
    def over_minutes(self) -> int:
        """Minutes that it took beyond its time: those planned, or more where it was given more."""
        if self.item is None or self.took is None:
            return 0
        return max(0, self.took - max(self.item.minutes, self.item.given))

    @property
    def minutes(self) -> int:
        """Minutes that it takes of the budget: those of the agenda, else those granted; 0 where
        it is not spoken or nobody has said."""
        if self.state in ("withdrawn", "skipped"):
            return 0
        return (self.item.minutes if self.item else self.speech and self.speech.granted) or 0

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """Which of WARNINGS hold."""
        if self.state != "scheduled" or self.item is None:
            return ()
        text = self.speech.text if self.speech else None
        wished = self.speech.granted if self.speech else None
        holds = {
            "no-text": text is None,
            "not-approved": text is not None and text.state != "approved",
            "declined": self.guest is not None and not self.guest.invited,
            "nobody-linked": self.guest is None,
            "too-long": wished is not None and self.item.minutes > wished,
        }
        return tuple(one for one in WARNINGS if holds[one])


def took(item: AgendaItem) -> int:
    return in_minutes(played_s(item))


def shortened(item: AgendaItem) -> bool:
    """Whether a spoken item took less than planned because it was given less, or was cut off: it
    got to no more than half. Who simply ends early is not shortened."""
    cut = item.given < item.minutes or 2 * took(item) <= item.minutes
    return cut and took(item) < item.minutes


@dataclass(frozen=True)
class SpeechList:
    """`budget`: the minutes that all speeches may take together; None where nobody has said."""

    rows: tuple[Row, ...]
    budget: int | None

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many are in each of STATES."""
        counted = Counter(row.state for row in self.rows)
        return {state: counted[state] for state in STATES}

    @cached_property
    def minutes(self) -> int:
        """Minutes of all speeches together."""
        return sum(row.minutes for row in self.rows)

    @property
    def over(self) -> int:
        """Minutes beyond the budget; 0 within it."""
        return max(0, self.minutes - self.budget) if self.budget is not None else 0

    @cached_property
    def to_look_at(self) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """Each warning that holds, with the speeches of which it does."""
        found = ((one, tuple(r for r in self.rows if one in r.warnings)) for one in WARNINGS)
        return tuple((one, rows) for one, rows in found if rows)

    def search(self, wanted: str, state: str | None = None) -> tuple[Row, ...]:
        """The speeches in this state (None: any) whose words contain what is wanted."""
        return tuple(
            row
            for row in self.rows
            if state in (None, row.state)
            if not wanted or found(wanted, row.unit, row.title, row.speaker[0], row.theme)
        )


def speech_list(shelf: Shelf) -> SpeechList:
    """All speeches: in the order of the agenda, then those that wait for a place in the order in
    which they were asked for, then what was withdrawn."""
    agenda, speeches = shelf.agenda, shelf.speeches.by_id
    placed = [item.id for item in agenda.speeches]
    others = sorted((one for one in speeches.values() if one.id not in set(placed)), key=waiting)
    gone = [one.id for one in agenda.withdrawn if one.kind == "speech" and one.id not in speeches]
    ids = (*placed, *(one.id for one in others), *gone)
    rows = (row_of(shelf, agenda, id) for id in ids)
    ordered = sorted((row for row in rows if row), key=lambda row: row.state == "withdrawn")
    return SpeechList(tuple(ordered), shelf.conference.speech_minutes)


def waiting(one: Speech) -> tuple[object, ...]:
    return one.requested_at, one.id


def row_of(shelf: Shelf, agenda: Agenda, id: UUID) -> Row | None:
    """A speech as this agenda has it: the draft for its organisers, the last release for others.
    None where there is no such speech."""
    speech, item = shelf.speeches.by_id.get(id), item_of(agenda, id)
    if speech is None and (item is None or item.kind != "speech"):
        return None
    guest = (speech.guest if speech else None) or (item.guest if item else None)
    return Row(id, speech, item, shelf.guest_list.by_id.get(guest) if guest else None)


def item_of(agenda: Agenda, id: UUID) -> AgendaItem | None:
    """The item with its number and start; one that was withdrawn has none."""
    return agenda.timed.get(id) or agenda.by_id.get(id)
