"""History: facts as lines to read (when, who, what): a paged read of the log, not kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from conference.rules.days import written_day
from conference.rules.names import bare
from events.base import Fact
from events.conference import PlayingClockSet
from projections.conference_frame import title_of
from projections.library import Shelf

COMMON = frozenset(
    {"originator_id", "originator_version", "timestamp", "conference_id", "by", "originator_topic"}
)
"""What every fact carries: shown in a line's other columns or not at all."""

PRIVATE = frozenset(
    {
        "phone",
        "email",
        "speaker_email",
        "contact",
        "birth_date",
        "in_post_since",
        "scan_id",
        "scanned_at",
        "skew_ms",
    }
)
"""Payload that a line of the history never shows: the organizer reads it on the guest's page."""


DAYS = frozenset({"held_on", "dated_on"})
"""Payload that is a day in ISO form."""

SUBJECTS = (
    *("title", "item", "line", "instrument", "document", "name", "seat", "text"),
    *("started", "finished"),
)
"""Payload that says what a fact is about, the first that is there."""


@dataclass(frozen=True)
class Line:
    """One fact. `subject` is what the fact is about, `words` fill the sentence of its topic."""

    position: int
    at: datetime
    by: UUID
    topic: str
    subject: str
    words: dict[str, Any]
    version: int


def lines(shelf: Shelf, facts: Iterable[tuple[int, Fact]]) -> Iterator[Line]:
    """The facts as lines; names are looked up in the documents of the same conference."""
    for position, fact in facts:
        payload = {
            key: value
            for key, value in vars(fact).items()
            if key not in COMMON and key not in PRIVATE
        }
        if isinstance(fact, PlayingClockSet):
            payload["shown_at"] = fact.timestamp + timedelta(seconds=fact.offset_s)
        words = {key: worded(shelf, key, value) for key, value in payload.items()}
        subject = subject_of(shelf, fact, words)
        yield Line(
            position, fact.timestamp, fact.by, fact.TOPIC, subject, words, fact.originator_version
        )


def subject_of(shelf: Shelf, fact: Fact, words: dict[str, Any]) -> str:
    """The guest whose story the fact belongs to, or what the fact itself names."""
    guest = shelf.guest_list.by_id.get(fact.originator_id)
    if guest is not None:
        return guest_name(guest)
    if group := shelf.guest_list.groups.get(fact.originator_id):
        return group.group
    if speech := shelf.speeches.by_id.get(fact.originator_id):
        return speech.unit
    for key in SUBJECTS:
        if words.get(key):
            return str(words[key])
    return ""


def worded(shelf: Shelf, key: str, value: Any) -> Any:
    """A payload value as people read it: an id becomes the name of what it stands for."""
    if isinstance(value, UUID):
        return named(shelf, value) or ""
    if isinstance(value, datetime):
        local = value.astimezone(shelf.conference.zone)
        return f"{local:%H:%M} {written_day(local)}"
    if key in DAYS and value:
        return written_day(date.fromisoformat(value))
    if isinstance(value, list):
        return len(value) if value and isinstance(value[0], dict) else ", ".join(map(str, value))
    return "" if value is None else value


def named(shelf: Shelf, id: UUID) -> str | None:
    """The name of a guest, an item, an instrument, a line, a document, a member or a device."""
    if guest := shelf.guest_list.by_id.get(id):
        return guest_name(guest)
    if item := shelf.agenda.by_id.get(id):
        return item.title
    documents = (*shelf.conference.documents, *shelf.conference.withdrawn)
    return title_of(id, *documents) or shelf.awards.named(id) or shelf.team.named(id)


def guest_name(guest: Any) -> str:
    """A guest by name, else by post and body, as the lists call him or her."""
    return guest.name or ", ".join(filter(None, (guest.post, guest.body))) or guest.group


def found(line: Line, sentence: str, wanted: str) -> bool:
    """Whether a line says what is looked for, without regard to case and diacritics."""
    return bare(wanted) in bare(f"{sentence} {line.subject} #{line.position}")
